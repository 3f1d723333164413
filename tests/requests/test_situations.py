"""A request in every situation: from what happened follow its status, the next move and the date of that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from consentui.i18n import LANGUAGES, Language
from consentui.journal.entries import Answer, AuthorityAnswer, Message, RequestRight
from consentui.requests.answers import SUBSTANTIAL
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.requests.rights import Regime
from consentui.requests.status import UNKNOWN, SetBy, Situation, Status
from consentui.words.requests import next_move_name, standing_words, status_name
from consentui.words.timeline import timeline
from tests.requests.stories import (
    Told,
    authority,
    case,
    checked,
    closed,
    day,
    got,
    reopened,
    reply,
    said,
    sent,
    situation_after,
    told_by,
)

EU, UK = Regime.EU, Regime.UK


class Row(Struct, frozen=True):
    """A row of the table: a situation and its result."""

    regime: Regime
    name: str
    told: tuple[Told, ...]
    today: str
    status: Status
    move: Move
    letter: Kind | None
    on: date | None

    def found(self) -> Situation:
        return situation_after(self.told, self.today, self.regime)


def row(line: str) -> Row:
    law, name, happened, today, status, move, letter, on = (part.strip() for part in f"{line} | | ".split("|")[:8])
    told = tuple(told_by(words.strip()) for words in happened.split(";") if words.strip())
    return Row(
        *(Regime(law), name, told, today, Status(status), Move(move)),
        Kind(letter) if letter else None,
        day(on) if on else None,
    )


LINES = Path(__file__).with_name("situations.txt").read_text(encoding="utf-8").splitlines()
ROWS = [row(line) for line in LINES if line and not line.startswith("#")]
every_row = pytest.mark.parametrize("row", [pytest.param(one, id=f"{one.regime}: {one.name}") for one in ROWS])


@every_row
def test_every_situation_has_its_next_move_letter_and_day(row: Row) -> None:
    found = row.found()
    first = found.next[0]
    assert (found.status, first.move, first.letter, found.on) == (row.status, row.move, row.letter, row.on)


@pytest.mark.parametrize(
    ("regime", "right", "told", "today", "set_by", "late"),
    [
        (EU, "object-training", "9-01 sent email", "10-02", SetBy.LAW, True),
        (EU, "object-training", "9-01 sent email; 10-02 reminder", "10-16", SetBy.PERSON, False),
        (EU, "object-training", "9-01 sent email; 10-02 reminder", "10-17", SetBy.PERSON, True),
        (EU, "object-training", "9-01 sent email; 9-18 refused; 9-20 reply refused", "10-05", SetBy.PERSON, False),
        (EU, "access", "9-01 sent email; 9-10 partly open; 9-11 reply incomplete", "10-02", SetBy.LAW, True),
        (EU, "access", "9-01 sent email; 9-18 granted", "12-20", SetBy.PERSON, False),
        (EU, "access", "9-01 sent email; 10-20 complaint", "2027-1-21", SetBy.LAW, True),
        (UK, "access", "9-01 sent email; 10-20 controller-complaint", "11-20", SetBy.LAW, True),
        (Regime.CH, "object-training", "9-01 sent email", "10-02", SetBy.COURTESY, False),
        (Regime.CH, "access", "9-01 sent email", "10-02", SetBy.LAW, True),
        (Regime.CH, "erase", "9-01 sent email; 10-02 reminder", "10-17", SetBy.PERSON, False),
        (Regime.BR, "erase", "9-01 sent email", "9-20", SetBy.COURTESY, False),
        (Regime.BR, "access", "9-01 sent email", "9-20", SetBy.LAW, True),
        (Regime.US_CA, "object-training", "9-01 sent email", "11-20", SetBy.COURTESY, False),
    ],
)
def test_only_a_day_of_the_law_can_be_overdue(
    regime: Regime, right: RequestRight, told: str, today: str, set_by: SetBy, *, late: bool
) -> None:
    found = situation_after([told_by(one) for one in told.split("; ")], today, regime, right)
    assert (found.set_by, found.is_late(day(today))) == (set_by, late)
    words = standing_words(found, day(today))
    assert late or not any(word in words for word in ("overdue", "late"))


@every_row
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_can_be_said_in_every_language(
    speak: Callable[[Language], None], language: Language, row: Row
) -> None:
    speak(language)
    found = row.found()
    words = standing_words(found, day(row.today))
    assert words.startswith(status_name(found.status)) or found.status is Status.OVERDUE
    moves = [next_move_name(one) for one in found.next]
    assert all(moves)
    assert len(set(moves)) == len(moves)
    days = [one.on for one in timeline(case(row.told), found)]
    assert days == sorted(days)


def test_what_came_the_wrong_way_can_be_sent_again_as_it_was_to_be_sent() -> None:
    found = situation_after([sent("9-01"), said("9-03", "wrong-channel")], "9-04", EU, "access")
    assert NextMove(Move.SEND_AGAIN, Kind.ACCESS) in found.next


def test_the_table_has_every_answer_and_every_standing() -> None:
    told = [one.facts.get("answer") for row in ROWS for one in row.told]
    assert set(get_args(Answer)) | set(get_args(AuthorityAnswer)) <= {*told}
    assert {row.status for row in ROWS} == set(Status) - {UNKNOWN.status}


def test_while_the_clock_stands_still_nothing_is_late_whatever_the_day() -> None:
    asked = (sent("9-01"), said("9-10", "identity-asked"))
    assert not situation_after(asked, "2028-1-01").is_late(day("2028-1-01"))


def test_a_contested_identity_shows_both_dates_and_lets_the_person_remind_and_complain() -> None:
    told = (
        sent("9-01"),
        said("9-10", "identity-asked"),
        reply("9-11", "identity-demanded"),
        said("9-30", "identity-given"),
    )
    found = situation_after(told, "10-02")
    assert found.due is not None
    assert (found.due.last_day, found.due.if_needed) == (day("10-01"), day("10-21"))
    assert {Move.REMIND, Move.COMPLAIN} <= set(found.moves)


def test_a_letter_of_which_nothing_shows_when_it_came_asks_for_the_proof_of_delivery() -> None:
    assert Move.SAY_RECEIPT in situation_after((sent("9-01", "post"),), "9-20").moves
    assert Move.SAY_RECEIPT not in situation_after((sent("9-01", "post"), got("9-04")), "9-20").moves


def test_an_extension_of_which_the_reasons_are_not_known_asks_for_them() -> None:
    assert Move.SAY_REASONS in situation_after((sent("9-01"), said("9-20", "extended")), "9-21").moves


def test_in_the_uk_a_question_about_what_is_meant_stops_the_clock_until_it_is_told() -> None:
    asked = (sent("9-01"), said("9-10", "clarification-asked"))
    told = (*asked, reply("9-12", "clarification"))
    assert situation_after(asked, "12-01", UK, "access").status is Status.CLARIFICATION_ASKED
    assert situation_after(told, "9-20", UK, "access").on == day("10-05")  # 3 days after 1 October, moved past a Sunday


def test_after_april_2027_a_complaint_across_borders_has_the_dates_of_the_regulation() -> None:
    found = situation_after((sent("2027-3-01"), sent("2027-4-05", message="complaint")), "2027-4-06")
    dates = {one.term.value: one.on.isoformat() for one in found.terms if one.rule == "eu-2025-2518-4"}
    assert dates == {
        "admission": "2027-04-19",
        "transfer": "2027-05-18",
        "decision": "2028-04-05",
        "long-decision": "2028-07-05",
    }


@pytest.mark.parametrize("answer", ["settlement-proposed", "asks-more"])
def test_an_authority_that_waits_for_the_person_and_lets_its_own_day_pass_can_be_asked(answer: AuthorityAnswer) -> None:
    told = (sent("9-01"), sent("10-20", message="complaint"), authority("12-10", answer))
    assert Move.ASK_AUTHORITY not in situation_after(told, "2027-3-10").moves
    assert Move.ASK_AUTHORITY in situation_after(told, "2027-3-11").moves


def test_before_april_2027_only_the_three_months_count() -> None:
    found = situation_after((sent("2027-2-01"), sent("2027-4-01", message="complaint")), "2027-4-06")
    assert [one.rule for one in found.terms] == ["gdpr-78"]


def test_where_no_law_is_known_nothing_is_late_and_no_authority_is_named() -> None:
    found = situation_after((sent("9-01"),), "12-01", None)
    assert (found.status, found.on, found.moves) == (Status.WAITING, None, (Move.WAIT,))


DAYS = st.integers(1, 120).map(lambda number: date.fromordinal(date(2026, 9, 1).toordinal() + number).isoformat())
LATER = st.one_of(
    st.builds(said, DAYS, st.sampled_from(get_args(Answer)), reasons=st.none() | st.booleans()),
    st.builds(sent, DAYS, message=st.sampled_from(get_args(Message))),
    st.builds(got, DAYS),
    st.builds(authority, DAYS, st.sampled_from(get_args(AuthorityAnswer))),
    st.builds(checked, DAYS, holds=st.booleans()),
    st.builds(closed, DAYS, satisfied=st.booleans()),
    st.builds(reopened, DAYS),
)
STORIES = st.lists(LATER, max_size=7).map(lambda later: (sent("9-01"), *later))
REGIMES = st.sampled_from([None, *Regime])


@given(told=STORIES, today=DAYS, regime=REGIMES)
def test_whatever_happens_there_is_a_next_move(told: tuple[Told, ...], today: str, regime: Regime | None) -> None:
    assert situation_after(told, today, regime).next


@given(told=STORIES, today=DAYS)
def test_a_letter_is_proposed_only_for_what_was_said(told: tuple[Told, ...], today: str) -> None:
    answers = {one.facts.get("answer") for one in told}
    proposed = {one.letter for one in situation_after(told, today).next}
    for letter, answer in ((Kind.CANNED_ANSWER, "canned"), (Kind.REFUSED, "refused"), (Kind.UNCONFIRMED, "granted")):
        assert letter not in proposed or answer in answers


@given(told=STORIES, today=DAYS, answer=st.sampled_from(sorted(SUBSTANTIAL)))
def test_once_they_answered_on_the_substance_no_time_of_the_law_is_missed_any_more(
    told: tuple[Told, ...], today: str, answer: Answer
) -> None:
    found = situation_after((*told, said("9-02", answer)), today)
    assert found.status not in {Status.OVERDUE, Status.REMINDED}


@given(told=STORIES, today=DAYS)
def test_without_a_new_entry_only_the_passing_of_a_day_changes_anything(told: tuple[Told, ...], today: str) -> None:
    found = situation_after(told, today)
    if found.on is None or found.on >= day(today):
        earlier = min((one for one in (found.on,) if one), default=day(today))
        assert situation_after(told, earlier.isoformat()).status is found.status or found.on is None


@given(told=STORIES, today=DAYS)
def test_a_complaint_that_went_out_is_followed_to_its_end(told: tuple[Told, ...], today: str) -> None:
    complained = replace(sent("2027-1-01", message="complaint"))
    found = situation_after((*told, complained), "2027-1-02")
    followed = {Status.COMPLAINED, Status.SATISFIED, Status.AT_REST}
    assert found.status in followed

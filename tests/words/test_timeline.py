"""The timeline of a request: what happened and what is due, day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consentui.i18n import Language
from consentui.journal.entries import Answer, RequestClosed, RequestReceived
from consentui.profile.session import Session
from consentui.requests.cases import Case, answer_due
from consentui.requests.moves import Move, NextMove
from consentui.requests.rights import Regime
from consentui.requests.situations import situation
from consentui.requests.status import Situation, Status
from consentui.words.timeline import Cited, moment_line, timeline
from tests.builders import request_proof
from tests.requests.letter_facts import a_message, an_answer
from tests.requests.stories import Told, authority, case, checked, reply, said, sent, situation_after
from tests.requests.test_cases import ENTRY, OPENED, SENT

CASE = Case(
    OPENED,
    (
        SENT,
        RequestReceived(**ENTRY, on=date(2027, 1, 31), proof="RR 1234"),
        a_message("reminder", on=date(2027, 3, 2), how="post"),
        an_answer("canned", on=date(2027, 3, 9), note="They point at settings"),
        RequestClosed(**ENTRY, on=date(2027, 4, 1), satisfied=False, note="Enough"),
    ),
)
HERE = situation(CASE, answer_due(CASE, "IE", Regime.EU), date(2027, 4, 2), Regime.EU)
DRAFT = Situation(Status.DRAFT, (NextMove(Move.SEND),))


def test_the_timeline_goes_by_day_and_ends_with_the_end() -> None:
    assert [moment_line(one) for one in timeline(CASE, HERE)] == [
        "31 January 2027\trequest sent, e-mail",
        "31 January 2027\treceived by the company",
        "1 March 2027\tanswer due",
        "2 March 2027\treminder sent, letter by post",
        "9 March 2027\tcanned answer",
        "1 April 2027\tclosed: dropped",
    ]


def test_the_timeline_in_french(speak: Callable[[Language], None]) -> None:
    speak("fr")
    assert [moment_line(one) for one in timeline(CASE, HERE)] == [
        "31 janvier 2027\tdemande envoyée (e-mail)",
        "31 janvier 2027\treçue par l’entreprise",
        "1er mars 2027\tréponse attendue",
        "2 mars 2027\trelance envoyée (courrier postal)",
        "9 mars 2027\tréponse toute faite",
        "1er avril 2027\tclose\u202f: abandonnée",
    ]


def test_each_moment_tells_its_proof_its_note_or_its_rule(session: Session) -> None:
    details = {one.what: one.detail for one in timeline(CASE, HERE, session.knowledge.law())}
    assert "SHA-256 000000000000…" in details["request sent, e-mail"]
    assert details["received by the company"] == "RR 1234"
    assert details["canned answer"] == "They point at settings"
    assert details["closed: dropped"] == "Enough"
    for words in ("28 February 2027 is a Saturday, a Sunday", "GDPR Art. 12(3)", "Regulation 1182/71, Art. 3(1)"):
        assert words in details["answer due"]


def test_a_proof_stands_on_its_day_with_its_note_its_kind_its_size_and_its_hash() -> None:
    (moment,) = timeline(Case(OPENED, proofs=(request_proof(name="a\nb.png", note="the form"),)), DRAFT)
    assert moment_line(moment) == "1 January 2026\tproof attached, “a b.png”"
    assert moment.detail == "the form · PNG image · 512 bytes · SHA-256 6f6f6f6f6f6f…"


def test_a_draft_has_no_timeline() -> None:
    assert timeline(Case(OPENED), DRAFT) == ()


def lines(told: tuple[Told, ...], today: str) -> list[str]:
    return [moment_line(one).replace(" 2026", "") for one in timeline(case(told), situation_after(told, today))]


def test_on_one_day_things_stand_in_the_order_in_which_they_happened() -> None:
    told = (sent("9-01"), said("9-18", "refused"), reply("9-18", "refused"))
    assert lines(told, "9-19")[1:3] == ["18 September\trefused", "18 September\treply sent, e-mail"]


@pytest.mark.parametrize(
    ("told", "today", "line"),
    [
        ((sent("10-02", message="reminder"),), "10-03", "16 October\tend of the time set in the reminder"),
        ((said("9-18", "refused"), reply("9-20", "refused")), "9-25", "4 October\tend of the time set in your reply"),
        ((said("9-18", "granted"),), "9-19", "17 December\ttime to check whether it is respected"),
        (
            (sent("10-20", message="complaint"), authority("10-22", "acknowledged")),
            "10-23",
            "20 January 2027\tthe authority is to say where it stands, at the latest",
        ),
        ((said("9-18", "granted"), checked("11-01", holds=False)), "11-02", "1 November\tchecked: not respected"),
    ],
)
def test_every_term_is_a_day_of_the_timeline(told: tuple[Told, ...], today: str, line: str) -> None:
    assert line in lines((sent("9-01"), *told), today)


def test_what_was_told_of_an_answer_stands_with_it() -> None:
    told = (
        sent("9-01"),
        said("9-18", "partly", reasons=False, authority_named=True, open=("since when",), said="We did", note="Odd"),
    )
    details = {one.what: one.detail for one in timeline(case(told), situation_after(told, "9-19"))}
    assert details["granted in part"] == ("without reasons · authority mentioned · open: since when · “We did” · Odd")


@pytest.mark.parametrize(
    ("told", "is_due"),
    [
        ((said("9-18", "refused"),), False),
        ((said("9-18", "granted"),), False),
        ((said("9-18", "partly"),), True),
        ((said("9-18", "acknowledged"),), True),
        ((said("10-05", "refused"),), True),
    ],
)
def test_nothing_is_due_by_law_any_more_once_all_was_answered_in_time(told: tuple[Told, ...], is_due: bool) -> None:  # noqa: FBT001
    assert ("1 October\tanswer due" in lines((sent("9-01"), *told), "10-10")) is is_due


@pytest.mark.parametrize(
    "answer", ["public-data", "model-contains-none", "holds-nothing", "cannot-identify", "not-controller"]
)
def test_what_a_company_claims_stands_in_quotes(answer: Answer) -> None:
    assert any("\t“" in line for line in lines((sent("9-01"), said("9-18", answer)), "9-19"))


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_no_rule_is_cited_with_two_closing_brackets_for_one_opening(
    language: Language, session: Session, speak: Callable[[Language], None]
) -> None:
    speak(language)
    law = session.knowledge.law()
    for rule in law.rule:
        cited = Cited(law).words((rule.id,))
        assert cited[0] + cited[-1] in {"()", "[]"}
        assert cited[0] == "[" or cited.count("(") == cited.count(")")

"""The effect of checks: they settle or deny, newer entries override them, and weak evidence settles nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from consentui.checklist.checks import Contradicted
from consentui.checklist.items import items_of
from consentui.checklist.order import in_order
from consentui.checklist.reviews import ShouldBeThere
from consentui.checklist.standing import Position, Standing, position
from consentui.journal.entries import AboutControl, Checked, Decided, Decision, Outcome, Recorded, Verdict
from consentui.journal.fold import fold
from consentui.knowledge.records import Desired
from tests.builders import ACCOUNT, CONTROL, a_control, a_platform, an_account, an_entry_id

READ = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
MADE = date(2026, 11, 12)


def a_check(number: int = 50, **changes: Any) -> Checked:
    facts = {
        "at": READ,
        "id": an_entry_id(number),
        "account": ACCOUNT,
        "control": CONTROL,
        "source": "chirp",
        "name": "chirp.zip",
        "verdict": Verdict.SHOWS_OFF,
        "value": "off",
        "grade": "A",
        "made": MADE,
    }
    return Checked(**{**facts, **changes})


def said(outcome: Outcome, day: date, number: int = 1) -> Recorded:
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)
    return Recorded(at=at, id=an_entry_id(number), account=ACCOUNT, control=CONTROL, outcome=outcome)


OFF = said(Outcome.SWITCHED_OFF, date(2026, 10, 3))


def here(*entries: AboutControl, desired: Desired = "off") -> Position:
    return position(entries, desired)


@pytest.mark.parametrize(
    ("desired", "verdict", "standing"),
    [
        ("off", Verdict.SHOWS_OFF, "settled"),
        ("off", Verdict.SHOWS_ON, "open"),
        ("on", Verdict.SHOWS_ON, "settled"),
        ("on", Verdict.SHOWS_OFF, "open"),
        ("done", Verdict.SHOWS_OFF, "settled"),
        ("done", Verdict.SHOWS_ON, "open"),
        ("objected", Verdict.SHOWS_OFF, "open"),
        ("chosen", Verdict.SHOWS_OFF, "open"),
        ("off", Verdict.CONSISTENT_WITH_OFF, "open"),
        ("off", Verdict.SAYS_NOTHING, "open"),
        ("off", Verdict.TOO_OLD, "open"),
        ("off", Verdict.NOT_READABLE, "open"),
    ],
)
def test_what_the_file_shows_settles_what_is_wanted_so_and_nothing_else(
    desired: Desired, verdict: Verdict, standing: str
) -> None:
    assert here(a_check(verdict=verdict), desired=desired).standing == standing


@pytest.mark.parametrize("grade", ["C", "D"])
@pytest.mark.parametrize("verdict", [Verdict.SHOWS_OFF, Verdict.SHOWS_ON])
def test_hearsay_informs_and_moves_nothing(grade: str, verdict: Verdict) -> None:
    check = a_check(grade=grade, verdict=verdict)
    assert here(check).standing is Standing.OPEN
    assert here(OFF, check).denied == ()
    assert here(OFF, check).checked == check


def test_a_file_without_a_date_moves_nothing() -> None:
    assert here(a_check(made=None)).standing is Standing.OPEN


def test_what_was_confirmed_is_as_old_as_the_file() -> None:
    since = here(OFF, a_check()).since
    assert since is not None
    assert since.date() == MADE


def test_a_newer_file_that_says_otherwise_denies_what_was_said() -> None:
    check = a_check(verdict=Verdict.SHOWS_ON)
    assert here(OFF, check).denied == (check,)


@pytest.mark.parametrize("made", [date(2026, 10, 2), date(2026, 10, 3)])
def test_a_file_of_that_day_or_before_denies_nothing(made: date) -> None:
    assert here(OFF, a_check(verdict=Verdict.SHOWS_ON, made=made)).denied == ()


def test_a_file_of_the_same_day_may_confirm() -> None:
    assert here(OFF, a_check(made=date(2026, 10, 3))).confirmed is not None


def test_what_the_person_does_after_it_ends_a_denial() -> None:
    again = said(Outcome.SWITCHED_OFF, date(2026, 11, 28), number=60)
    stands = here(OFF, a_check(verdict=Verdict.SHOWS_ON), again)
    assert (stands.standing, stands.denied) == (Standing.SETTLED, ())


def test_a_newer_file_of_the_same_source_ends_a_denial_and_an_older_one_does_not() -> None:
    denial = a_check(verdict=Verdict.SHOWS_ON)
    assert here(OFF, denial, a_check(51, made=date(2026, 11, 20))).denied == ()
    assert here(OFF, denial, a_check(51, made=date(2026, 11, 1))).denied == (denial,)


def test_what_another_source_shows_does_not_end_a_denial() -> None:
    denial = a_check(verdict=Verdict.SHOWS_ON, source="facebook")
    stands = here(OFF, denial, a_check(51, source="instagram", made=date(2026, 11, 20)))
    assert stands.denied == (denial,)


def test_what_the_person_allows_is_not_denied() -> None:
    allowed = Decided(at=OFF.at, id=an_entry_id(1), account=ACCOUNT, control=CONTROL, decision=Decision.ALLOW)
    assert here(allowed, a_check(verdict=Verdict.SHOWS_ON)).standing is Standing.ALLOWED
    assert here(allowed, a_check()).standing is Standing.ALLOWED


def items(*entries: AboutControl, today: date = date(2026, 11, 28), **changes: Any) -> Any:
    platform = a_platform(a_control(**changes), a_control(id="second", minutes=1))
    return items_of(an_account(), platform, fold(entries), "FR", today)


def test_a_denied_tick_is_open_again_and_comes_first() -> None:
    first, _second = items(OFF, a_check(verdict=Verdict.SHOWS_ON))
    assert (first.standing, first.is_settled, first.is_open) == (Standing.REVIEW, False, True)
    assert isinstance(first.review, Contradicted)
    assert first.review.said == OFF
    assert in_order(items(OFF, a_check(verdict=Verdict.SHOWS_ON)))[0] == first


def test_a_setting_that_went_back_says_what_it_was() -> None:
    before = a_check(49, made=date(2026, 10, 20))
    (item, _second) = items(before, a_check(verdict=Verdict.SHOWS_ON))
    assert isinstance(item.review, Contradicted)
    assert item.review.confirmed == before


def test_a_denied_control_takes_no_other_ones_place() -> None:
    failed = Recorded(at=OFF.at, id=an_entry_id(2), account=ACCOUNT, control="second", outcome=Outcome.NOT_FOUND)
    platform = a_platform(a_control(), a_control(id="second", fallback=(f"chirp/{CONTROL}",)))
    entries = (OFF, failed, a_check(verdict=Verdict.SHOWS_ON))
    (_first, second) = items_of(an_account(), platform, fold(entries), "FR", date(2026, 11, 28))
    assert second.standing is Standing.BLOCKED


@pytest.mark.parametrize(("days", "standing"), [(3, Standing.WAITING), (4, Standing.REVIEW)])
def test_what_was_asked_for_is_waited_for_as_long_as_it_takes(days: int, standing: Standing) -> None:
    asked = said(Outcome.SENT, date(2026, 11, 1))
    (item, _second) = items(
        asked, today=date(2026, 11, 1) + timedelta(days=days), kind="request", desired="done", arrives_within=4
    )
    assert item.standing is standing
    assert isinstance(item.review, ShouldBeThere) is (standing is Standing.REVIEW)

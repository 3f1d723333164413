"""The checklist of an account: the standing of each control, what counts, and the progress."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded, Item, Progress, excluded_from, items_of, progress
from consentui.checklist.reviews import PlatformChanged, TimePassed
from consentui.checklist.standing import Position, Standing
from consentui.journal.entries import Decision, Entry, Outcome
from consentui.knowledge.records import Platform
from consentui.profile.session import Session
from tests.builders import (
    CONTROL,
    TODAY,
    a_control,
    a_ledger,
    a_platform,
    a_route,
    an_account,
    an_event,
    decided,
    in_turn,
    recorded,
)

OTHER = "visibility"
WITH_A_FALLBACK = a_platform(a_control(fallback=(f"chirp/{OTHER}",)), a_control(id=OTHER))


def items(
    platform: Platform,
    *entries: Entry,
    country: str = "FR",
    today: date = TODAY,
    elsewhere: frozenset[str] = frozenset(),
) -> dict[str, Item]:
    """The items of the account's checklist, by control."""
    found = items_of(an_account(), platform, a_ledger(*entries), country, today, elsewhere)
    return {item.control.id: item for item in found}


def standing_of(platform: Platform, *entries: Entry, elsewhere: frozenset[str] = frozenset()) -> Standing:
    return items(platform, *entries, elsewhere=elsewhere)[CONTROL].standing


# Fallbacks for a control that failed


@pytest.mark.parametrize("failure", ["not-found", "not-offered"])
def test_a_control_that_failed_is_blocked_while_another_could_serve(failure: str) -> None:
    assert standing_of(WITH_A_FALLBACK, recorded(failure)) == "blocked"


@pytest.mark.parametrize("failure", ["not-found", "not-offered", "form-unavailable", "refused"])
def test_a_control_that_failed_is_covered_once_another_is_settled(failure: str) -> None:
    assert standing_of(WITH_A_FALLBACK, recorded(failure, 1), recorded("switched-off", 2, control=OTHER)) == "covered"


def test_a_control_that_failed_is_covered_by_one_that_was_settled_before() -> None:
    assert standing_of(WITH_A_FALLBACK, recorded("switched-off", 1, control=OTHER), recorded("refused", 2)) == "covered"


@pytest.mark.parametrize("other", ["later", "not-found", "sent"])
def test_a_control_that_failed_is_not_covered_by_one_that_is_not_settled(other: str) -> None:
    assert standing_of(WITH_A_FALLBACK, recorded("refused", 1), recorded(other, 2, control=OTHER)) == "blocked"


def test_what_is_allowed_takes_no_other_controls_place() -> None:
    entries = (recorded("refused", 1), decided("allow", 2, control=OTHER))
    assert standing_of(WITH_A_FALLBACK, *entries) == "blocked"


def test_a_fallback_changes_nothing_for_a_control_that_did_not_fail() -> None:
    assert standing_of(WITH_A_FALLBACK, recorded("switched-off", 1, control=OTHER)) == "open"


def test_a_control_that_failed_is_covered_by_one_settled_on_a_companion() -> None:
    platform = a_platform(a_control(fallback=("nest/objection",)))
    assert standing_of(platform, recorded("refused"), elsewhere=frozenset({"nest/objection"})) == "covered"
    assert standing_of(platform, recorded("refused"), elsewhere=frozenset({"nest/another"})) == "blocked"


def test_an_objection_at_meta_covers_the_form_that_failed_at_facebook(session: Session) -> None:
    session.preferences.config = replace(session.preferences.config, country="FR")
    facebook = session.accounts.add(session.knowledge.platform("facebook"))
    form = session.accounts.control(facebook, "ai-objection")
    session.checklist.record(facebook, form, Outcome.FORM_UNAVAILABLE, surface="form")
    assert _standing(session, "facebook", "ai-objection") == "blocked"

    meta = session.accounts.add(session.knowledge.platform("meta"))
    shared = session.accounts.control(meta, "ai-objection")
    session.checklist.record(meta, shared, Outcome.SENT)
    assert _standing(session, "facebook", "ai-objection") == "blocked"
    session.checklist.record(meta, shared, Outcome.CONFIRMED)
    assert _standing(session, "facebook", "ai-objection") == "covered"
    session.journal.undo()
    assert _standing(session, "facebook", "ai-objection") == "blocked"


def test_what_is_allowed_at_meta_covers_nothing_at_facebook(session: Session) -> None:
    session.preferences.config = replace(session.preferences.config, country="FR")
    facebook = session.accounts.add(session.knowledge.platform("facebook"))
    session.checklist.record(facebook, session.accounts.control(facebook, "ai-objection"), Outcome.REFUSED)
    meta = session.accounts.add(session.knowledge.platform("meta"))
    session.checklist.decide(meta, session.accounts.control(meta, "ai-objection"), Decision.ALLOW)
    assert _standing(session, "facebook", "ai-objection") == "blocked"


def _standing(session: Session, platform: str, control: str) -> Standing:
    return next(
        item.standing
        for item in session.checklist.items(session.accounts.called(platform))
        if item.control.id == control
    )


# What is not offered


def test_a_control_without_another_way_is_not_offered() -> None:
    assert standing_of(a_platform(), recorded("not-offered", surface="web")) == "not-offered"


def test_a_control_is_not_offered_only_when_every_route_was_tried() -> None:
    platform = a_platform(a_control(route=(a_route("web"), a_route("ios"))))
    assert standing_of(platform, recorded("not-offered", 1, surface="web")) == "blocked"
    entries = (recorded("not-found", 1, surface="web"), recorded("not-offered", 2, surface="ios"))
    assert standing_of(platform, *entries) == "not-offered"


def test_routes_of_other_countries_need_not_be_tried() -> None:
    platform = a_platform(a_control(route=(a_route("web"), a_route("ios", regions=("US",)))))
    assert standing_of(platform, recorded("not-offered", surface="web")) == "not-offered"


def test_a_control_that_was_only_not_found_is_never_said_not_to_be_offered() -> None:
    assert standing_of(a_platform(), recorded("not-found", surface="web")) == "blocked"


def test_putting_off_what_is_not_offered_does_not_open_it_again() -> None:
    entries = (recorded("not-offered", 1, surface="web"), recorded("later", 2))
    assert standing_of(a_platform(), *entries) == "not-offered"


# Reviews


@pytest.mark.parametrize("word", ["switched-off", "allow"])
def test_an_event_opens_what_was_settled_or_allowed_again(word: str) -> None:
    event = an_event()
    item = items(a_platform(event=(event,)), *in_turn([word]))[CONTROL]
    assert (item.standing, item.review) == ("review", PlatformChanged(event))
    assert item.is_open
    assert not item.is_settled


def test_a_year_later_what_was_settled_is_to_be_looked_at_again() -> None:
    item = items(a_platform(), recorded("switched-off"), today=date(2027, 1, 1))[CONTROL]
    assert (item.standing, item.review) == ("review", TimePassed(date(2026, 1, 1)))


def test_putting_off_a_review_leaves_it_due() -> None:
    entries = (recorded("switched-off", 1), recorded("later", 2, at=an_account().added.replace(month=11)))
    assert items(a_platform(event=(an_event(),)), *entries)[CONTROL].standing == "review"


def test_looking_again_settles_it() -> None:
    entries = (recorded("switched-off", 1), recorded("already", 2, at=an_account().added.replace(month=7)))
    item = items(a_platform(event=(an_event(),)), *entries)[CONTROL]
    assert (item.standing, item.review) == ("settled", None)


@pytest.mark.parametrize("word", ["sent", "not-found", "later", "refuse"])
def test_what_was_never_settled_is_not_to_be_looked_at_again(word: str) -> None:
    item = items(a_platform(event=(an_event(),)), *in_turn([word]), today=date(2028, 1, 1))[CONTROL]
    assert item.review is None
    assert item.standing != "review"


# Availability


def test_controls_of_other_countries_and_accounts_are_no_items_but_are_named_with_the_reason() -> None:
    abroad = a_control(id="abroad", regions=("US",))
    for_shops = a_control(id="for-shops", account_types=("business",))
    platform = a_platform(abroad, a_control(), for_shops)
    assert list(items(platform)) == [CONTROL]
    assert excluded_from(an_account(), platform, "FR") == (
        Excluded(abroad, Absence.COUNTRY),
        Excluded(for_shops, Absence.ACCOUNT_TYPE),
    )


def test_without_a_country_nothing_is_left_out_for_it() -> None:
    platform = a_platform(a_control(id="abroad", regions=("US",)), a_control(except_regions=("EU",)))
    assert list(items(platform, country="")) == ["abroad", CONTROL]


def test_items_come_in_the_order_of_the_knowledge_base() -> None:
    platform = a_platform(*(a_control(id=name, minutes=minutes) for name, minutes in (("c", 9), ("a", 1), ("b", 5))))
    assert list(items(platform)) == ["c", "a", "b"]


def test_a_settled_control_that_does_not_exist_for_the_account_covers_nothing() -> None:
    platform = a_platform(a_control(fallback=(f"chirp/{OTHER}",)), a_control(id=OTHER, regions=("US",)))
    entries = (recorded("refused", 1), recorded("switched-off", 2, control=OTHER))
    assert standing_of(platform, *entries) == "blocked"


def test_an_item_is_named_by_platform_and_control() -> None:
    assert items(a_platform())[CONTROL].ref == "chirp/training"


# What counts


def an_item(standing: str, **changes: object) -> Item:
    control = a_control(**changes)
    return Item(an_account(), a_platform(control), control, Standing(standing), Position())


@pytest.mark.parametrize(
    ("standing", "is_counted", "is_open", "is_settled"),
    [
        ("open", True, True, False),
        ("postponed", True, True, False),
        ("blocked", True, True, False),
        ("review", True, True, False),
        ("waiting", True, False, False),
        ("settled", True, False, True),
        ("allowed", True, False, True),
        ("covered", True, False, True),
        ("not-offered", False, False, False),
    ],
)
def test_what_counts_what_is_open_and_what_is_settled(
    *,
    standing: str,
    is_counted: bool,
    is_open: bool,
    is_settled: bool,
) -> None:
    item = an_item(standing)
    assert (item.is_counted, item.is_open, item.is_settled) == (is_counted, is_open, is_settled)


@pytest.mark.parametrize("standing", ["open", "postponed"])
def test_an_optional_measure_does_not_count_until_it_is_taken_up(standing: str) -> None:
    item = an_item(standing, optional=True)
    assert not item.is_counted
    assert not item.is_open


@pytest.mark.parametrize("standing", ["settled", "blocked", "waiting", "review", "allowed"])
def test_an_optional_measure_that_was_taken_up_counts(standing: str) -> None:
    assert an_item(standing, optional=True).is_counted


def test_progress_is_what_is_settled_of_what_counts() -> None:
    of_each = [an_item(standing) for standing in Standing]
    assert progress([*of_each, an_item("open", optional=True)]) == Progress(settled=3, counted=8)


def test_progress_over_nothing_is_nothing() -> None:
    assert progress(()) == Progress(0, 0)

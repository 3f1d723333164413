"""The order of a walk, and the place in it."""

from __future__ import annotations

from consentui.checklist.items import Item, items_of
from consentui.tui.walk.trip import Trip, TripStop, along, begin, by_way_of, moved_to, stepped, to_next_open
from tests.builders import ACCOUNT, TODAY, a_control, a_ledger, a_platform, an_account, recorded

PLATFORM = a_platform(
    a_control(id="slow", minutes=30),
    a_control(id="quick", minutes=1),
    a_control(id="medium", minutes=10),
    a_control(id="settled"),
)


def items(*outcomes: tuple[str, str]) -> tuple[Item, ...]:
    """The checklist after these outcomes; one control is settled from the start."""
    entries = [
        recorded(outcome, number, control=control)
        for number, (control, outcome) in enumerate([("settled", "switched-off"), *outcomes], 1)
    ]
    return items_of(an_account(), PLATFORM, a_ledger(*entries), "FR", TODAY)


def test_a_walk_begins_at_the_first_thing_to_do() -> None:
    assert begin(items()).control == "quick"


def test_a_walk_passes_open_controls_first_and_settled_ones_last() -> None:
    assert [stop.control for stop in begin(items()).order] == ["quick", "medium", "slow", "settled"]


def test_a_walk_can_begin_at_a_control() -> None:
    assert begin(items(), "slow").control == "slow"


def test_a_walk_at_an_unknown_control_begins_at_the_first() -> None:
    assert begin(items(), "gone").control == "quick"


def test_a_step_goes_round_the_end() -> None:
    trip = begin(items(), "settled")
    assert stepped(trip, 1).control == "quick"
    assert stepped(stepped(trip, 1), -1) == trip


def test_moving_goes_to_a_control_of_the_same_walk() -> None:
    assert moved_to(begin(items()), "slow").control == "slow"


def test_moving_to_a_control_that_is_not_there_stays() -> None:
    trip = begin(items(), "medium")
    assert moved_to(trip, "elsewhere") == trip


def test_the_next_card_is_the_next_open_one() -> None:
    trip = begin(items())
    after = to_next_open(trip, items(("quick", "switched-off"), ("medium", "already")))
    assert after is not None
    assert after.control == "slow"


def test_the_order_of_a_walk_stays_when_things_are_settled() -> None:
    trip = begin(items())
    after = to_next_open(trip, items(("quick", "switched-off")))
    assert after is not None
    assert after.order == trip.order


def test_what_was_put_off_is_not_asked_for_twice_in_a_walk() -> None:
    done = items(("quick", "later"), ("medium", "switched-off"), ("slow", "switched-off"))
    assert to_next_open(Trip(begin(items()).order, 2), done) is None


def test_a_walk_over_several_accounts_goes_on_to_the_next_open_stop_of_any() -> None:
    other = items_of(an_account(id="other"), PLATFORM, a_ledger(), "FR", TODAY)
    trip = along((items()[1], other[1], other[0]))
    assert trip.order == (TripStop(ACCOUNT, "quick"), TripStop("other", "quick"), TripStop("other", "slow"))
    after = to_next_open(trip, (*items(("quick", "switched-off")), *other))
    assert after is not None
    assert after.stop == TripStop("other", "quick")


def test_a_detour_belongs_to_the_walk_from_then_on() -> None:
    trip = along(items()[:2])
    there = by_way_of(trip, "medium")
    assert there.stop == TripStop(ACCOUNT, "medium")
    assert [stop.control for stop in there.order] == ["slow", "medium", "quick"]


def test_a_walk_with_nothing_in_it_looks_at_nothing() -> None:
    assert along(()).stop == TripStop("", "")

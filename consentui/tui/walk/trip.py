"""The course of a walk: controls of one or more accounts in a fixed order, and the current place among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.items import Item
from consentui.checklist.order import walk_order


class TripStop(NamedTuple):
    """A control of an account, given by their ids."""

    account: str
    control: str


class Trip(Struct, frozen=True):
    """An order of stops, fixed when the walk begins so that cards do not move about, and the current place in it."""

    order: tuple[TripStop, ...]
    at: int = 0

    @property
    def stop(self) -> TripStop:
        """The current stop; one with empty ids if the order is empty."""
        return self.order[self.at] if self.order else TripStop("", "")

    @property
    def control(self) -> str:
        """The id of the current control."""
        return self.stop.control


def stop_of(item: Item) -> TripStop:
    """Return the stop at which a walk shows an item."""
    return TripStop(item.account.id, item.control.id)


def begin(items: Sequence[Item], control: str = "") -> Trip:
    """Return a trip through these items of one account that begins at a control, or at the first one in order."""
    order = tuple(map(stop_of, walk_order(items)))
    controls = [stop.control for stop in order]
    return Trip(order, controls.index(control) if control in controls else 0)


def along(items: Iterable[Item]) -> Trip:
    """Return a trip through these items in the order given."""
    return Trip(tuple(map(stop_of, items)))


def stepped(trip: Trip, by: int) -> Trip:
    """Return the trip some stops further on, or back, wrapping around at the ends."""
    return replace(trip, at=(trip.at + by) % len(trip.order))


def moved_to(trip: Trip, control: str) -> Trip:
    """Return the trip at another control of the same account; unchanged if the control is not part of it."""
    stop = TripStop(trip.stop.account, control)
    return replace(trip, at=trip.order.index(stop)) if stop in trip.order else trip


def by_way_of(trip: Trip, control: str) -> Trip:
    """Return the trip with another control of the same account inserted after the current stop, and at it."""
    here = trip.at + 1
    return Trip((*trip.order[:here], TripStop(trip.stop.account, control), *trip.order[here:]), here)


def to_next_open(trip: Trip, items: Sequence[Item]) -> Trip | None:
    """Return the trip at the next open control further on; None if there is none.

    It never goes back to the start, so that what was put off is not asked for twice in a walk.
    """
    still_open = {stop_of(item) for item in items if item.is_open}
    onward = (replace(trip, at=at) for at in range(trip.at + 1, len(trip.order)))
    return next((place for place in onward if place.stop in still_open), None)

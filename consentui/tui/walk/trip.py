"""Where a walk is: controls in a fixed order, of one account or of several, and the place among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.items import Item
from consentui.checklist.order import walk_order


class TripStop(NamedTuple):
    """A control of an account, by their ids."""

    account: str
    control: str


class Trip(Struct, frozen=True):
    """An order, fixed when the walk begins so that cards do not jump about, and a place in it."""

    order: tuple[TripStop, ...]
    at: int = 0

    @property
    def stop(self) -> TripStop:
        """What is looked at; nothing that there is where the order is empty."""
        return self.order[self.at] if self.order else TripStop("", "")

    @property
    def control(self) -> str:
        """The id of the control that is looked at."""
        return self.stop.control


def stop_of(item: Item) -> TripStop:
    """Where a walk shows an item."""
    return TripStop(item.account.id, item.control.id)


def begin(items: Sequence[Item], control: str = "") -> Trip:
    """A walk over these items of one account that begins at a control, or at the first one in order."""
    order = tuple(map(stop_of, walk_order(items)))
    controls = [stop.control for stop in order]
    return Trip(order, controls.index(control) if control in controls else 0)


def along(items: Iterable[Item]) -> Trip:
    """A walk over these items as they come."""
    return Trip(tuple(map(stop_of, items)))


def stepped(trip: Trip, by: int) -> Trip:
    """Some cards on or back, round the end."""
    return replace(trip, at=(trip.at + by) % len(trip.order))


def moved_to(trip: Trip, control: str) -> Trip:
    """At another control of the same account."""
    stop = TripStop(trip.stop.account, control)
    return replace(trip, at=trip.order.index(stop)) if stop in trip.order else trip


def by_way_of(trip: Trip, control: str) -> Trip:
    """At a control of the same account that did not belong to the walk: it does from now on, after the place."""
    here = trip.at + 1
    return Trip((*trip.order[:here], TripStop(trip.stop.account, control), *trip.order[here:]), here)


def to_next_open(trip: Trip, items: Sequence[Item]) -> Trip | None:
    """At the next open control further on, None at the end: what was put off is not asked for twice in a walk."""
    still_open = {stop_of(item) for item in items if item.is_open}
    onward = (replace(trip, at=at) for at in range(trip.at + 1, len(trip.order)))
    return next((place for place in onward if place.stop in still_open), None)

"""Where a walk is: the controls of an account in a fixed order, and the place among them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.items import Item
from consentui.checklist.order import walk_order


class Trip(Struct, frozen=True):
    """An order, fixed when the walk begins so that cards do not jump about, and a place in it."""

    order: tuple[str, ...]
    at: int = 0

    @property
    def control(self) -> str:
        """The id of the control that is looked at."""
        return self.order[self.at]


def begin(items: Sequence[Item], control: str = "") -> Trip:
    """A walk over these items that begins at a control, or at the first one in order."""
    order = tuple(item.control.id for item in walk_order(items))
    return Trip(order, order.index(control) if control in order else 0)


def stepped(trip: Trip, by: int) -> Trip:
    """Some cards on or back, round the end."""
    return replace(trip, at=(trip.at + by) % len(trip.order))


def moved_to(trip: Trip, control: str) -> Trip:
    """At another control of the same account."""
    return replace(trip, at=trip.order.index(control)) if control in trip.order else trip


def to_next_open(trip: Trip, items: Sequence[Item]) -> Trip | None:
    """At the next open control further on, None at the end: what was put off is not asked for twice in a walk."""
    still_open = {item.control.id for item in items if item.is_open}
    onward = (replace(trip, at=at) for at in range(trip.at + 1, len(trip.order)))
    return next((place for place in onward if place.control in still_open), None)

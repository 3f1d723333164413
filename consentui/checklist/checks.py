"""What a check shows: whether what the platform itself says agrees with what is wanted of a control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from consentui.clock import end_of
from consentui.journal.entries import AboutControl, Checked, Recorded, Verdict
from consentui.knowledge.records import Desired

SETTLING_GRADES = frozenset({"A", "B"})
"""The grades that can settle a control; a value understood from a single source or hearsay is only shown."""

_WANTED: dict[Desired, Verdict] = {
    "off": Verdict.SHOWS_OFF,
    "on": Verdict.SHOWS_ON,
    "done": Verdict.SHOWS_OFF,
}
"""The verdict that shows each desired state; a clean-up is done when nothing is left, which is shown as off. No file
can show that a message was sent or which value was chosen."""


class Shown(StrEnum):
    """Whether a check agrees with what is wanted of a control."""

    AS_WANTED = "as-wanted"
    OTHERWISE = "otherwise"


def settles(entry: Checked) -> bool:
    """Whether the check says on or off, and the meaning of its value is known well enough to count."""
    return entry.grade in SETTLING_GRADES and entry.verdict in {Verdict.SHOWS_OFF, Verdict.SHOWS_ON}


def shown(entry: Checked, desired: Desired) -> Shown | None:
    """Whether the check agrees with the desired state; None if it cannot tell."""
    wanted = _WANTED.get(desired)
    if wanted is None or not settles(entry) or entry.made is None:
        return None
    return Shown.AS_WANTED if entry.verdict is wanted else Shown.OTHERWISE


def seen_at(entry: Checked) -> datetime:
    """When the platform said so: at the end of the day the file was made, but not after the file was read."""
    if entry.made is None:
        return entry.at
    return min(end_of(entry.made), entry.at)


class Contradicted(Struct, frozen=True):
    """A control that counted as settled is shown otherwise by what the platform itself says."""

    check: Checked
    said: Recorded | None = None
    """What the person had recorded; None if they had not."""
    confirmed: Checked | None = None
    """An earlier check that showed the control as wanted: it was changed back since. None if there is none."""


def contradiction(about: Iterable[AboutControl], denied: tuple[Checked, ...], said: Recorded | None) -> Contradicted:
    """The contradiction by the last of the checks in `denied`, with what was recorded and checked before it."""
    check = denied[-1]
    before = [entry for entry in _checks(about) if entry.id < check.id and entry.verdict is not check.verdict]
    confirmed = next((entry for entry in reversed(before) if settles(entry)), None)
    return Contradicted(check, said, confirmed)


def _checks(about: Iterable[AboutControl]) -> Iterator[Checked]:
    return (entry for entry in about if isinstance(entry, Checked))

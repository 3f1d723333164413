"""What a check comes to: whether the platform's own words show a control as it is wanted, or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from consentui.clock import end_of
from consentui.journal.entries import AboutControl, Checked, Recorded, Verdict
from consentui.knowledge.records import Desired

SETTLING_GRADES = frozenset({"A", "B"})
"""What is known by one source or by hearsay is shown, and settles nothing."""

_WANTED: dict[Desired, Verdict] = {
    "off": Verdict.SHOWS_OFF,
    "on": Verdict.SHOWS_ON,
    "done": Verdict.SHOWS_OFF,
}
"""A clean-up is done when nothing is left. Of messages and chosen values, no file can tell."""


class Shown(StrEnum):
    """How a check shows a control."""

    AS_WANTED = "as-wanted"
    OTHERWISE = "otherwise"


def settles(entry: Checked) -> bool:
    """Whether it is known well enough what the value means."""
    return entry.grade in SETTLING_GRADES and entry.verdict in {Verdict.SHOWS_OFF, Verdict.SHOWS_ON}


def shown(entry: Checked, desired: Desired) -> Shown | None:
    """How the check shows a control that is wanted so; None where it settles nothing."""
    wanted = _WANTED.get(desired)
    if wanted is None or not settles(entry) or entry.made is None:
        return None
    return Shown.AS_WANTED if entry.verdict is wanted else Shown.OTHERWISE


def seen_at(entry: Checked) -> datetime:
    """When the platform said so, not when it was read: at the end of that day, or when it was read on it."""
    if entry.made is None:
        return entry.at
    return min(end_of(entry.made), entry.at)


class Contradicted(Struct, frozen=True):
    """The platform's own file shows otherwise what stood as settled."""

    check: Checked
    said: Recorded | None = None
    """What the person had recorded."""
    confirmed: Checked | None = None
    """An earlier check that had shown it as it is wanted: it went back since."""


def contradiction(about: Iterable[AboutControl], denied: tuple[Checked, ...], said: Recorded | None) -> Contradicted:
    """The last of these checks that show it otherwise, held against what stood before it."""
    check = denied[-1]
    before = [entry for entry in _checks(about) if entry.id < check.id and entry.verdict is not check.verdict]
    confirmed = next((entry for entry in reversed(before) if settles(entry)), None)
    return Contradicted(check, said, confirmed)


def _checks(about: Iterable[AboutControl]) -> Iterator[Checked]:
    return (entry for entry in about if isinstance(entry, Checked))

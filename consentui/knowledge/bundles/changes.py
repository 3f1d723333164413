"""What one knowledge base says otherwise than another, and what of it got lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from consentui.knowledge.lint.released import ids
from consentui.knowledge.records import Control, Event, Platform


class Turn(StrEnum):
    """What became of a control, or of a platform."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Difference(Struct, frozen=True):
    """Something of a platform that is not as it was."""

    platform: Platform
    turn: Turn
    control: Control | None = None
    """None where it is the platform as a whole, or what happened there."""
    parts: tuple[str, ...] = ()
    """What changed, by the keys of the record: `route`, `default`."""
    events: tuple[Event, ...] = ()
    """What is said to have happened there that was not said before."""


_QUIET = frozenset({"verified_on", "review_after", "source"})
"""What changes when facts are looked at again and found as they were."""


def differences(before: Mapping[str, Platform], after: Mapping[str, Platform]) -> tuple[Difference, ...]:
    """What is otherwise in the second of two knowledge bases, platform by platform."""
    return tuple(one for name in sorted({*before, *after}) for one in _of_platform(before.get(name), after.get(name)))


def lost(before: Iterable[Platform], after: Mapping[str, Platform]) -> tuple[str, ...]:
    """The ids that are gone without a tombstone: old journals would not read any more."""
    return tuple(_lost(before, after))


def _lost(before: Iterable[Platform], after: Mapping[str, Platform]) -> Iterator[str]:
    for platform in before:
        if platform.id not in after:
            yield platform.id
        else:
            yield from (f"{platform.id}/{one}" for one in sorted(ids(platform) - ids(after[platform.id])))


def _of_platform(before: Platform | None, after: Platform | None) -> Iterator[Difference]:
    if before is None or after is None:
        if platform := after or before:
            yield Difference(platform, Turn.NEW if after else Turn.GONE)
        return
    if parts := tuple(_parts(before, after, frozenset({"control", "researched"}))):
        yield Difference(after, Turn.CHANGED, None, parts, tuple(one for one in after.event if one not in before.event))
    old = {control.id: control for control in before.control}
    new = {control.id: control for control in after.control}
    for name in dict.fromkeys((*old, *new)):
        yield from _of_control(after, old.get(name), new.get(name))


def _of_control(platform: Platform, before: Control | None, after: Control | None) -> Iterator[Difference]:
    if before is None or after is None:
        yield Difference(platform, Turn.NEW if after else Turn.GONE, after or before)
    elif parts := tuple(_parts(before, after, _QUIET)):
        yield Difference(platform, Turn.CHANGED, after, parts)


def _parts(before: Struct, after: Struct, quiet: frozenset[str]) -> Iterator[str]:
    for name in after.__struct_fields__:
        if name not in quiet and getattr(before, name) != getattr(after, name):
            yield name

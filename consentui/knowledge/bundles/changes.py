"""The differences between two knowledge bases, and the ids that were lost from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from consentui.knowledge.lint.released import ids
from consentui.knowledge.records import Control, Event, Platform


class Turn(StrEnum):
    """What happened to a control or a platform."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Difference(Struct, frozen=True):
    """A platform, or a control of it, that is new, changed or gone."""

    platform: Platform
    turn: Turn
    control: Control | None = None
    """The control; None if the platform itself is new, changed or gone."""
    parts: tuple[str, ...] = ()
    """The keys of the record whose values changed: `route`, `default`."""
    events: tuple[Event, ...] = ()
    """The platform's events that the earlier knowledge base did not have."""


_QUIET = frozenset({"verified_on", "review_after", "source"})
"""The fields of a control that also change when its facts are checked again and found unchanged."""


def differences(before: Mapping[str, Platform], after: Mapping[str, Platform]) -> tuple[Difference, ...]:
    """The differences of the second knowledge base from the first, sorted by platform."""
    return tuple(one for name in sorted({*before, *after}) for one in _of_platform(before.get(name), after.get(name)))


def lost(before: Iterable[Platform], after: Mapping[str, Platform]) -> tuple[str, ...]:
    """The platforms, and the controls without a tombstone, that are gone: old journals could no longer be read.

    A control is given as `platform/control`.
    """
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

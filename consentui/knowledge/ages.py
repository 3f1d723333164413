"""How old the facts are: they go stale within weeks, and a program may be used for years without an update."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from consentui.knowledge.records import Platform


class Age(Struct, frozen=True):
    """How old the facts about some platforms are."""

    checked: date | None
    """The latest day on which any of the controls was checked; None if there are none."""
    due: int
    """How many controls should have been checked again by now."""
    controls: int
    """How many controls there are."""

    @property
    def is_old(self) -> bool:
        """Whether more than half of the controls should have been checked again."""
        return self.due * 2 > self.controls

    def knows(self, day: date) -> bool:
        """Whether any facts were checked on or after a day, so that changes up to it can be known."""
        return self.checked is not None and day <= self.checked


def age_of(platforms: Iterable[Platform], today: date) -> Age:
    """How old the facts about these platforms are."""
    controls = [control for platform in platforms for control in platform.control]
    return Age(
        max((control.verified_on for control in controls), default=None),
        sum(today >= control.review_after for control in controls),
        len(controls),
    )


def joined(ages: Iterable[Age]) -> Age:
    """The ages of several groups of platforms combined into one."""
    ages = tuple(ages)
    days = [age.checked for age in ages if age.checked]
    return Age(max(days, default=None), sum(age.due for age in ages), sum(age.controls for age in ages))


class Ages(Struct, frozen=True):
    """When the facts about some platforms were checked, and when they are due to be checked again."""

    first_checked: date | None
    """The day on which the oldest facts were checked; None if there are no controls, as for the other days."""
    last_checked: date | None
    """The day on which the newest facts were checked."""
    next_check: date | None
    """The earliest day on which facts are due to be checked again; it may be past."""
    to_check: int
    """How many controls should have been checked again by now."""


def checks_of(platforms: Iterable[Platform], today: date) -> Ages:
    """When the facts about these platforms were checked and are due to be checked again."""
    platforms = tuple(platforms)
    controls = [control for platform in platforms for control in platform.control]
    age = age_of(platforms, today)
    return Ages(
        min((control.verified_on for control in controls), default=None),
        age.checked,
        min((control.review_after for control in controls), default=None),
        age.due,
    )

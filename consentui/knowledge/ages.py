"""How old what is known is: facts age in weeks, and a program is used for years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from consentui.knowledge.records import Platform


class Age(Struct, frozen=True):
    """The age of what is known of some platforms."""

    checked: date | None
    """The last day on which any of it was checked; None where nothing is known."""
    due: int
    """The controls that should have been checked again by now."""
    controls: int

    @property
    def is_old(self) -> bool:
        """Whether most of it should have been checked again."""
        return self.due * 2 > self.controls

    def knows(self, day: date) -> bool:
        """Whether what happened up to a day can be known."""
        return self.checked is not None and day <= self.checked


def age_of(platforms: Iterable[Platform], today: date) -> Age:
    """How old what is known of these platforms is."""
    controls = [control for platform in platforms for control in platform.control]
    return Age(
        max((control.verified_on for control in controls), default=None),
        sum(today >= control.review_after for control in controls),
        len(controls),
    )


def joined(ages: Iterable[Age]) -> Age:
    """The age of several parts taken together."""
    ages = tuple(ages)
    days = [age.checked for age in ages if age.checked]
    return Age(max(days, default=None), sum(age.due for age in ages), sum(age.controls for age in ages))


class Ages(Struct, frozen=True):
    """When the facts of some platforms were checked, and when they are to be checked again."""

    first_checked: date | None
    """The day on which the oldest facts were checked."""
    last_checked: date | None
    next_check: date | None
    """The first day on which facts are to be checked again."""
    to_check: int
    """The controls that should have been checked again by now."""


def checks_of(platforms: Iterable[Platform], today: date) -> Ages:
    """The days of the checks of these platforms."""
    platforms = tuple(platforms)
    controls = [control for platform in platforms for control in platform.control]
    age = age_of(platforms, today)
    return Ages(
        min((control.verified_on for control in controls), default=None),
        age.checked,
        min((control.review_after for control in controls), default=None),
        age.due,
    )

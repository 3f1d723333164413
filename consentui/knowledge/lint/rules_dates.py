"""Rules about dates: which lie in the past, which in the future, and which are overdue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.partial_dates import first_day
from consentui.knowledge.records import Control, Event, Text

LONGEST_TRUST = timedelta(days=366)
_DAYS = (
    "about",
    "date",
    "effect_from",
    "end",
    "label_fr_until",
    "recorded_on",
    "removed",
    "researched",
    "since",
    "until",
    "verified_on",
)
"""The fields whose date lies in the past; `review_after` is the only one that may lie in the future."""
_TOO_LATE = re.compile(r"(?<!not )(?<!never )\btoo late\b|(?<!pas )(?<!jamais )\btrop tard\b", re.IGNORECASE)


def days(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every date in a field of `_DAYS`, full or partial, with its place."""
    for kind in (str, date):
        for place, value in subject.each(kind):
            if place.rpartition(".")[2] in _DAYS:
                yield place, str(value)


def dates_are_past(subject: Subject) -> Iterator[Fault]:
    """Dates exist in the calendar, and what was checked, published or done is not dated in the future."""
    for place, day in days(subject):
        try:
            is_past = first_day(day) <= subject.today
        except ValueError:
            yield Fault(place, f"{day} is not in the calendar", "correct the date")
            continue
        if not is_past:
            yield Fault(place, f"{day} lies in the future", "correct the date")


def review_follows_check(subject: Subject) -> Iterator[Fault]:
    """The next review of a control comes after its last check."""
    for place, control in subject.each(Control):
        if control.review_after <= control.verified_on:
            yield Fault(f"{place}.review_after", "not after verified_on", "set a later date")


def review_comes_within_a_year(subject: Subject) -> Iterator[Fault]:
    """The next review of a control comes within a year: no fact about a platform can be trusted for longer."""
    for place, control in subject.each(Control):
        if control.review_after - control.verified_on > LONGEST_TRUST:
            yield Fault(f"{place}.review_after", "more than a year after verified_on", "set an earlier date")


def facts_are_fresh(subject: Subject) -> Iterator[Fault]:
    """No control is past its review date: its facts are shown as old until they are checked again."""
    for place, control in subject.each(Control):
        if control.review_after <= subject.today:
            said = f"{control.id} was to be checked again"
            yield Fault(f"{place}.review_after", said, "check it and set both dates")


def beginning_is_no_deadline(subject: Subject) -> Iterator[Fault]:
    """No text of a control with `effect_from` says that it is too late: the right to refuse does not end."""
    begun = [place for place, control in subject.each(Control) if control.effect_from]
    for place, text in subject.each(Text):
        if any(place.startswith(f"{start}.") for start in begun) and _TOO_LATE.search(f"{text.en}\n{text.fr}"):
            yield Fault(place, "says that it is too late", "say what refusing still stops")


def only_policies_come_into_force(subject: Subject) -> Iterator[Fault]:
    """Only a policy event is `in_force`: announcements, courts and authorities bring no new text of the platform."""
    for place, event in subject.each(Event):
        if event.in_force and event.kind != "policy":
            yield Fault(f"{place}.in_force", f"this is no policy but {event.kind}", "take it out")


ERRORS: tuple[Rule, ...] = (
    dates_are_past,
    review_follows_check,
    review_comes_within_a_year,
    beginning_is_no_deadline,
    only_policies_come_into_force,
)
WARNINGS: tuple[Rule, ...] = (facts_are_fresh,)

"""Rules about dates: what is past, what is to come, and what has grown old."""

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
"""The fields that say when something was done; `review_after` is the one that looks ahead."""
_TOO_LATE = re.compile(r"(?<!not )(?<!never )\btoo late\b|(?<!pas )(?<!jamais )\btrop tard\b", re.IGNORECASE)


def days(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every date of something done, full or partial, with its place."""
    for kind in (str, date):
        for place, value in subject.each(kind):
            if place.rpartition(".")[2] in _DAYS:
                yield place, str(value)


def dates_are_past(subject: Subject) -> Iterator[Fault]:
    """What was checked, published or done lies in the past, and dates exist in the calendar."""
    for place, day in days(subject):
        try:
            is_past = first_day(day) <= subject.today
        except ValueError:
            yield Fault(place, f"{day} is not in the calendar", "correct the date")
            continue
        if not is_past:
            yield Fault(place, f"{day} lies in the future", "correct the date")


def review_follows_check(subject: Subject) -> Iterator[Fault]:
    """Facts are to be checked again after they were checked."""
    for place, control in subject.each(Control):
        if control.review_after <= control.verified_on:
            yield Fault(f"{place}.review_after", "not after verified_on", "set a later date")


def review_comes_within_a_year(subject: Subject) -> Iterator[Fault]:
    """No fact about a platform can be trusted for longer than a year."""
    for place, control in subject.each(Control):
        if control.review_after - control.verified_on > LONGEST_TRUST:
            yield Fault(f"{place}.review_after", "more than a year after verified_on", "set an earlier date")


def facts_are_fresh(subject: Subject) -> Iterator[Fault]:
    """Facts past their review date look old to the person: check them again."""
    for place, control in subject.each(Control):
        if control.review_after <= subject.today:
            said = f"{control.id} was to be checked again"
            yield Fault(f"{place}.review_after", said, "check it and set both dates")


def beginning_is_no_deadline(subject: Subject) -> Iterator[Fault]:
    """The day a use began is history: the right to refuse it never comes too late."""
    begun = [place for place, control in subject.each(Control) if control.effect_from]
    for place, text in subject.each(Text):
        if any(place.startswith(f"{start}.") for start in begun) and _TOO_LATE.search(f"{text.en}\n{text.fr}"):
            yield Fault(place, "says that it is too late", "say what refusing still stops")


def only_policies_come_into_force(subject: Subject) -> Iterator[Fault]:
    """What comes into force is a new text of the platform’s: an announcement, a court or an authority does not."""
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

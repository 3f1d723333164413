"""Rules about what downloads show: every meaning is grounded, and nothing is judged by hearsay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import Control, Download, Meanings, Platform, PublicSign, Statement, Testimony
from consentui.knowledge.testimony import Names

SETTLING = frozenset({"A", "B"})

Grounded = Meanings | Download | Statement


def _grounded(subject: Subject) -> Iterator[tuple[str, Grounded]]:
    yield from _judging(subject)
    yield from subject.each(Download)
    yield from subject.each(Statement)


def _judging(subject: Subject) -> Iterator[tuple[str, Meanings]]:
    yield from subject.each(Testimony)
    yield from subject.each(PublicSign)


def _downloads(subject: Subject) -> list[str]:
    """The ids of all downloads there are."""
    return [one.id for platform in subject.known.platforms.values() for one in platform.download]


def testimony_has_source(subject: Subject) -> Iterator[Fault]:
    """What a file is said to show was read somewhere."""
    for place, record in _grounded(subject):
        if not record.source:
            yield Fault(place, "nothing says so", "add a [[….source]]")


def testimony_is_in_a_download(subject: Subject) -> Iterator[Fault]:
    """What a file shows is in a download that is described: else nobody is told how to get it."""
    known = _downloads(subject)
    named: list[tuple[str, Testimony | Statement]] = [*subject.each(Testimony), *subject.each(Statement)]
    for place, record in named:
        if record.download not in known:
            yield Fault(f"{place}.download", f"{record.download} is not described", "add its [[download]]")


def downloads_differ(subject: Subject) -> Iterator[Fault]:
    """The id of a download is its own on all platforms: a control may name another platform's."""
    times = Counter(_downloads(subject))
    for place, download in subject.each(Download):
        if times[download.id] > 1:
            yield Fault(f"{place}.id", f"{download.id} is used twice", "give it another id")


def download_can_be_asked_for(subject: Subject) -> Iterator[Fault]:
    """A download comes by a control that says how to ask for it, and how long that takes."""
    known = {f"{p.id}/{one.id}": one for p in subject.known.platforms.values() for one in p.control}
    for place, download in subject.each(Download):
        if download.request is None:
            if not download.dated_by:
                yield Fault(place, "nobody is asked for it, and nothing says its day", "add `request`, or `dated_by`")
            continue
        control = known.get(download.request)
        if control is None or control.arrives_within is None:
            yield Fault(f"{place}.request", f"{download.request} is no such control", "name one with `arrives_within`")


def sure_testimony_judges(subject: Subject) -> Iterator[Fault]:
    """Grades A and B settle a control: they say which values mean what."""
    for place, testimony in _judging(subject):
        if testimony.grade in SETTLING and not testimony.values:
            yield Fault(place, f"grade {testimony.grade}, and no value means anything", "add `off` and `on`")


def meanings_differ(subject: Subject) -> Iterator[Fault]:
    """A value means one thing."""
    for place, testimony in _judging(subject):
        if len({value.casefold() for value in testimony.values}) < len(testimony.values):
            yield Fault(place, "a value stands twice", "leave it where it belongs")
    for place, statement in subject.each(Statement):
        if len({one.value for one in statement.meaning}) < len(statement.meaning):
            yield Fault(f"{place}.meaning", "a value stands twice", "leave it once")


def names_are_known(subject: Subject) -> Iterator[Fault]:
    """A file is found by its name."""
    for place, names in subject.each(Names):
        if not names.all or not all(name.strip("/") for name in names.all):
            yield Fault(place, "no name, or an empty one", "say how it is called")


def arrival_is_of_what_is_asked_for(subject: Subject) -> Iterator[Fault]:
    """`arrives_within` is for requests for a copy, which end when it is there."""
    for place, control in subject.each(Control):
        if control.arrives_within and (control.kind, control.desired) != ("request", "done"):
            yield Fault(f"{place}.arrives_within", "nothing is handed out here", "take it out, or correct the kind")


def signs_are_asked_in_one_way(subject: Subject) -> Iterator[Fault]:
    """An account is asked about in one way: its name would not do for another."""
    for place, platform in subject.each(Platform):
        if len({one.of for control in platform.control for one in control.public}) > 1:
            yield Fault(place, "its controls are shown in public in several ways", "keep one `of`")


def statements_differ(subject: Subject) -> Iterator[Fault]:
    """An id names one statement of a platform."""
    for place, platform in subject.each(Platform):
        ids = [one.id for one in platform.statement]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                yield Fault(f"{place}.statement[{number}].id", f"{name} is used twice", "give it another id")


ERRORS: tuple[Rule, ...] = (
    testimony_has_source,
    testimony_is_in_a_download,
    downloads_differ,
    download_can_be_asked_for,
    sure_testimony_judges,
    meanings_differ,
    names_are_known,
    arrival_is_of_what_is_asked_for,
    signs_are_asked_in_one_way,
    statements_differ,
)
WARNINGS: tuple[Rule, ...] = ()

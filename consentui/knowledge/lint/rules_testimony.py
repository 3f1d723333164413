"""Rules about what downloads and public signs show: every meaning has a source, and hearsay settles nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import Control, Download, DownloadStatement, Meanings, Platform, PublicSign, Testimony
from consentui.knowledge.testimony import Names

SETTLING = frozenset({"A", "B"})

Grounded = Meanings | Download | DownloadStatement


def _grounded(subject: Subject) -> Iterator[tuple[str, Grounded]]:
    yield from _judging(subject)
    yield from subject.each(Download)
    yield from subject.each(DownloadStatement)


def _judging(subject: Subject) -> Iterator[tuple[str, Meanings]]:
    yield from subject.each(Testimony)
    yield from subject.each(PublicSign)


def _downloads(subject: Subject) -> list[str]:
    """The ids of the downloads of all platforms."""
    return [one.id for platform in subject.known.platforms.values() for one in platform.download]


def testimony_has_source(subject: Subject) -> Iterator[Fault]:
    """A testimony, a public sign, a download or a statement has a source."""
    for place, record in _grounded(subject):
        if not record.source:
            yield Fault(place, "nothing says so", "add a [[….source]]")


def testimony_is_in_a_download(subject: Subject) -> Iterator[Fault]:
    """A testimony or a statement names a download that is described; otherwise nobody is told how to get it."""
    known = _downloads(subject)
    named: list[tuple[str, Testimony | DownloadStatement]] = [
        *subject.each(Testimony),
        *subject.each(DownloadStatement),
    ]
    for place, record in named:
        if record.download not in known:
            yield Fault(f"{place}.download", f"{record.download} is not described", "add its [[download]]")


def downloads_differ(subject: Subject) -> Iterator[Fault]:
    """The id of a download is unique across platforms, because a control may name a download of another platform."""
    times = Counter(_downloads(subject))
    for place, download in subject.each(Download):
        if times[download.id] > 1:
            yield Fault(f"{place}.id", f"{download.id} is used twice", "give it another id")


def download_can_be_asked_for(subject: Subject) -> Iterator[Fault]:
    """A download names a control that says how to request it and how long that takes, or else has `dated_by`."""
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
    """A testimony or sign of grade A or B, which may settle a control, says what at least one value means."""
    for place, testimony in _judging(subject):
        if testimony.grade in SETTLING and not testimony.values:
            yield Fault(place, f"grade {testimony.grade}, and no value means anything", "add `off` and `on`")


def meanings_differ(subject: Subject) -> Iterator[Fault]:
    """No value has two meanings."""
    for place, testimony in _judging(subject):
        if len({value.casefold() for value in testimony.values}) < len(testimony.values):
            yield Fault(place, "a value stands twice", "leave it where it belongs")
    for place, statement in subject.each(DownloadStatement):
        if len({one.value for one in statement.meaning}) < len(statement.meaning):
            yield Fault(f"{place}.meaning", "a value stands twice", "leave it once")


def names_are_known(subject: Subject) -> Iterator[Fault]:
    """A reader has at least one name of a file or folder, and no empty ones."""
    for place, names in subject.each(Names):
        if not names.all or not all(name.strip("/") for name in names.all):
            yield Fault(place, "no name, or an empty one", "say how it is called")


def arrival_is_of_what_is_asked_for(subject: Subject) -> Iterator[Fault]:
    """`arrives_within` is only for requests for a copy, which are done when it arrives."""
    for place, control in subject.each(Control):
        if control.arrives_within and (control.kind, control.desired) != ("request", "done"):
            yield Fault(f"{place}.arrives_within", "nothing is handed out here", "take it out, or correct the kind")


def signs_are_asked_in_one_way(subject: Subject) -> Iterator[Fault]:
    """All public signs of a platform have the same `of`, since an account's name is valid for one service only."""
    for place, platform in subject.each(Platform):
        if len({one.of for control in platform.control for one in control.public}) > 1:
            yield Fault(place, "its controls are shown in public in several ways", "keep one `of`")


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
)
WARNINGS: tuple[Rule, ...] = ()

"""What changed since a day: what the person did, what happened on the platforms, what needs another look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from consentui.i18n import Language, _
from consentui.i18n.dates import long_date, partial_date
from consentui.journal.entries import Decision, Outcome, Surface, Verdict
from consentui.knowledge.changes import Change
from consentui.report.document import Block, Document, Heading, Paragraph, Point, Points
from consentui.report.kinds.accounts import Attempt, Check, Line, Report, Section
from consentui.report.kinds.frame import Framed, account_in_full, confidentiality, limits, preamble
from consentui.report.kinds.requests import Request, request_blocks
from consentui.report.kinds.requests import since as requests_since
from consentui.words.ages import nothing_changed
from consentui.words.changes import replaced_sentence
from consentui.words.checks import verdict_name
from consentui.words.names import decision_name, outcome_name, said_by, surface_name


class Act(Struct, frozen=True):
    """Something that the person did, or that was checked."""

    on: date
    account: str
    platform_name: str
    handle: str
    control: str
    title: str
    outcome: Outcome | None
    """None for a check, and for a decision without an outcome."""
    decision: Decision
    surface: Surface | None
    said_by: str
    verdict: Verdict | None = None
    """What the platform's own file or a public record was seen to say; None if this is not a check."""


class Happening(Struct, frozen=True):
    """Something that happened on a platform, or a change to the facts about it."""

    on: str
    """The day, or the month or year if no more is known."""
    platform: str
    platform_name: str
    what: str
    titles: tuple[str, ...]
    """The titles of the controls to look at again."""
    url: str
    replaces: str = ""
    """For a new version of the policy or terms, the date of the version in force until then; empty if none is known."""


class Again(Struct, frozen=True):
    """A control that was settled and is open again."""

    account: str
    platform_name: str
    handle: str
    control: str
    title: str
    why: str


class Changes(Framed, frozen=True):
    """What changed after one day, up to the day of the report."""

    since: date
    acts: tuple[Act, ...]
    happenings: tuple[Happening, ...]
    again: tuple[Again, ...]
    requests: tuple[Request, ...] = ()
    """The requests to which something happened, or whose time ran out."""


def build(report: Report, happened: Iterable[Change], since: date) -> Changes:
    """What changed after `since`, oldest first; `happened` are the changes on the platforms, newest first."""
    acts = [act for section in report.sections for line in section.lines for act in _acts(section, line, since)]
    return Changes(
        report.as_of,
        report.language,
        report.country,
        report.names,
        report.version,
        report.facts,
        since,
        tuple(sorted(acts, key=lambda act: act.on)),
        tuple(_happening(change, report.language) for change in happened)[::-1],
        tuple(_again(section, line) for section in report.sections for line in section.lines if line.changed),
        tuple(requests_since(report.requests, since, report.as_of)),
    )


def document(changes: Changes) -> Document:
    """What was done, what happened and what is open again, each under its heading if there is any."""
    return Document(
        _("What changed since {date}").format(date=long_date(changes.since)),
        changes.language,
        changes.as_of,
        (*preamble(changes), *_parts(changes), *limits(changes.version)),
        confidentiality(changes.names),
    )


def _acts(section: Section, line: Line, since: date) -> Iterator[Act]:
    recent = [attempt for attempt in line.attempts if attempt.on > since]
    yield from (_act(section, line, attempt.on, attempt) for attempt in recent)
    yield from (_checked(section, line, check) for check in line.checks if check.on > since and check.settles)
    if not recent and line.since and line.since > since and not line.attempts and not line.checked:
        yield _act(section, line, line.since, None)


def _act(section: Section, line: Line, on: date, attempt: Attempt | None) -> Act:
    return Act(
        on,
        section.account,
        section.platform_name,
        section.handle,
        line.control,
        line.title,
        attempt.outcome if attempt else None,
        line.decision,
        attempt.surface if attempt else None,
        attempt.said_by if attempt else "person",
    )


def _checked(section: Section, line: Line, check: Check) -> Act:
    return replace(
        _act(section, line, check.on, None), said_by="check", verdict=check.verdict, decision=Decision.UNDECIDED
    )


def _happening(change: Change, language: Language) -> Happening:
    platform = change.platform
    titles = (control.title.in_language(language) for control in platform.control if control.id in change.controls)
    return Happening(
        change.on,
        platform.id,
        platform.name_in(language),
        change.what.in_language(language),
        tuple(titles),
        change.url,
        change.replaces,
    )


def _again(section: Section, line: Line) -> Again:
    return Again(section.account, section.platform_name, section.handle, line.control, line.title, line.changed)


def _parts(changes: Changes) -> Iterator[Block]:
    if not (changes.acts or changes.happenings or changes.again or changes.requests):
        yield Paragraph(nothing_changed(changes.since, changes.facts, changes.as_of))
    yield from _part(_("What you did"), map(act_point, changes.acts))
    yield from request_blocks(changes.requests, changes.as_of)
    yield from _part(_("What happened on the platforms"), map(_happening_point, changes.happenings))
    yield from _part(_("To review"), map(_again_point, changes.again))


def _part(title: str, points: Iterable[Point]) -> Iterator[Block]:
    if listed := tuple(points):
        yield Heading(title)
        yield Points(listed)


def act_point(act: Act) -> Point:
    """An act as a point of a list."""
    what = outcome_name(act.outcome) if act.outcome else decision_name(act.decision)
    if act.verdict:
        what = verdict_name(act.verdict)
    where = (surface_name(act.surface),) if act.surface else ()
    return Point(
        f"{account_in_full(act)}{_(':')} {act.title}",
        ", ".join((long_date(act.on), what, *where, said_by(act.said_by))),
    )


def _happening_point(one: Happening) -> Point:
    return Point(f"{partial_date(one.on)} · {one.platform_name}", one.what, tuple(_about(one)), one.url)


def _about(one: Happening) -> Iterator[str]:
    if one.replaces:
        yield replaced_sentence(one.replaces)
    if one.titles:
        yield _("Review: {controls}").format(controls=_("; ").join(one.titles))


def _again_point(one: Again) -> Point:
    return Point(f"{account_in_full(one)}{_(':')} {one.title}", one.why)

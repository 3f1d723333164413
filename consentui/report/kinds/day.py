"""The account of the day as a document in the current language, for readers who have never seen the program."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.checklist.availability import Absence
from consentui.checklist.standing import CLOSED_STANDINGS, Standing
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.report.document import Bar, Block, Chart, Document, Heading, Paragraph, Point, Points
from consentui.report.kinds.accounts import Attempt, Check, Line, Proof, Report, Section
from consentui.report.kinds.frame import (
    account_in_full,
    confidentiality,
    headings,
    limits,
    preamble,
    progress_words,
    settled_words,
)
from consentui.report.kinds.requests import request_blocks
from consentui.words.changes import policy_sentence, since_sentence
from consentui.words.names import (
    decision_name,
    evidence_name,
    outcome_name,
    said_by,
    standing_name,
    surface_name,
)
from consentui.words.proofs import proof_words, short_hash

_MOST_BARS = 20


def document(report: Report) -> Document:
    """What was decided and done for each account, and what is open."""
    titled = zip(headings(report.sections), report.sections, strict=True)
    sections = (block for title, section in titled for block in _section(title, section))
    lines = [line for section in report.sections for line in section.lines]
    old, said = sum(line.facts_are_old for line in lines), sum(line.is_only_said for line in lines)
    return Document(
        _("Report on consent and objections"),
        report.language,
        report.as_of,
        (
            *preamble(report),
            Paragraph(settled_words(report.settled, report.counted, len(report.sections))),
            *_progress(report),
            *sections,
            *request_blocks(report.requests, report.as_of),
            *limits(report.version, old, said),
        ),
        confidentiality(report.names),
    )


def _progress(report: Report) -> Iterator[Block]:
    """A chart, if there are several accounts but few enough to take in at a glance; a portfolio is for more."""
    if 1 < len(report.sections) <= _MOST_BARS:
        bars = (
            Bar(account_in_full(one), one.settled, one.counted, progress_words(one.settled, one.counted))
            for one in report.sections
        )
        yield Chart(_("Settled, by account"), tuple(bars))


def _section(title: str, section: Section) -> Iterator[Block]:
    yield Heading(title)
    yield Paragraph(_tracked_words(section))
    if not section.controller:
        yield Paragraph(_("This platform is not in the knowledge base of this program."))
    elif not section.lines:
        yield Paragraph(
            _("None of the known controls of this platform exists for this account, for the reasons below.")
        )
    if section.at_work:
        yield Paragraph(section.at_work)
    acted = [line for line in section.lines if line.attempts or line.since]
    closed = [line for line in acted if line.standing in CLOSED_STANDINGS]
    waiting = [line for line in acted if line.standing is Standing.WAITING]
    still_open = [line for line in section.lines if line.counted and line not in closed and line not in waiting]
    contradicted = [line for line in still_open if line.contradicted]
    still_open = [line for line in still_open if not line.contradicted]
    optional = [line for line in section.lines if not line.counted and line not in closed]
    yield from _part(_("What the platform’s own file contradicts"), map(line_point, contradicted))
    yield from _part(_("Decided and done"), map(line_point, closed))
    yield from _part(_("Waiting for an answer"), map(line_point, waiting))
    yield from _part(_("Still open"), map(line_point, still_open))
    yield from _part(_("Optional, not taken up"), (_optional_point(line) for line in optional))
    yield from _part(
        _("Does not exist for this account"),
        (Point(f"{left.title} ({_absence(left.reason)})") for left in section.excluded),
    )


def _tracked_words(section: Section) -> str:
    """Since when an account is tracked, and how much of it is settled if any item counts."""
    id_, added = section.account, long_date(section.added)
    if not section.counted:
        return _("Account {id}, tracked since {date}.").format(id=id_, date=added)
    return _("Account {id}, tracked since {date}. {settled} of {counted} settled.").format(
        id=id_, date=added, settled=section.settled, counted=section.counted
    )


def _part(title: str, points: Iterator[Point]) -> Iterator[Block]:
    if listed := tuple(points):
        yield Heading(title, 3)
        yield Points(listed)


def _optional_point(line: Line) -> Point:
    return Point(line.title, details=tuple(map(_check, line.checks)))


def line_point(line: Line) -> Point:
    """A control as a point of a list: where it stands, what was done, how old the facts are."""
    return Point(line.title, _standing_words(line), tuple(_details(line)))


def _standing_words(line: Line) -> str:
    """Where a control stands, and since when."""
    text = standing_name(line.standing)
    return _("{standing}, {date}").format(standing=text, date=long_date(line.since)) if line.since else text


def _details(line: Line) -> Iterator[str]:
    if line.standing is Standing.ALLOWED or line.attempts:
        yield _("Decision: {decision}").format(decision=decision_name(line.decision))
    if line.changed:
        yield _("Why again: {event}").format(event=line.changed)
    if line.policy:
        yield policy_sentence(line.policy)
    yield from (since_sentence(one.on, one.what) for one in line.policy_since if one.what != line.changed)
    yield from (_attempt(attempt) for attempt in line.attempts)
    yield from (_check(check) for check in line.checks)
    yield from (_("Label seen: “{label}”").format(label=label) for label in line.labels_seen)
    yield from (_proof(proof) for proof in line.proofs)
    yield from (_("Note: {note}").format(note=note) for note in line.notes)
    yield _facts_words(line)


def _facts_words(line: Line) -> str:
    """How old the facts about a control are, and how well they are known."""
    age = _("Facts: {evidence}, checked on {date}").format(
        evidence=evidence_name(line.evidence), date=long_date(line.facts_verified_on)
    )
    return _("{facts} (overdue for checking)").format(facts=age) if line.facts_are_old else age


def _attempt(attempt: Attempt) -> str:
    parts = [long_date(attempt.on), outcome_name(attempt.outcome)]
    if attempt.surface:
        parts.append(surface_name(attempt.surface))
    if attempt.seen:
        parts.append(_("label seen: “{label}”").format(label=attempt.seen))
    if attempt.note:
        parts.append(_("note: {note}").format(note=attempt.note))
    parts.append(said_by(attempt.said_by))
    return ", ".join(parts)


def _check(check: Check) -> str:
    parts = [_("Checked by consentui on {date}. {finding}").format(date=long_date(check.on), finding=check.text)]
    if check.sha256:
        parts.append(short_hash(check.sha256))
    return " ".join(parts)


def _proof(proof: Proof) -> str:
    what = proof_words(proof.name, proof.type, proof.size)
    return _("Proof: {proof}, attached on {date}, {hash}").format(
        proof=what, date=long_date(proof.on), hash=short_hash(proof.sha256)
    )


def _absence(reason: Absence) -> str:
    return {
        Absence.COUNTRY: _("not in this country"),
        Absence.ACCOUNT_TYPE: _("not for this type of account"),
    }[reason]

"""The report as Markdown, for someone who never saw the program; in the language spoken now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentui.checklist.places import Absence
from consentui.checklist.standing import CLOSED_STANDINGS, Standing
from consentui.countries import country_name
from consentui.dates import long_date
from consentui.i18n import _, ngettext
from consentui.report.model import Attempt, Line, Report, Section
from consentui.wording import (
    decision_name,
    evidence_name,
    outcome_name,
    said_by,
    standing_name,
    surface_name,
)

_SPECIAL = re.compile(r"^(\d*)([-+=.)])|([\\`*_{}\[\]<>#|~!&])")
"""What begins a list or a rule at the start of a line, and what has a meaning anywhere."""


def render(report: Report) -> str:
    """The whole report, ending with a newline."""
    return "\n".join((*_head(report), *_accounts(report), *_limits(report))) + "\n"


def inert(text: str) -> str:
    """A text of others or of the person's own, on one line in which nothing is Markdown or HTML."""
    return _SPECIAL.sub(r"\1\\\2\3", " ".join(text.split()))


def _head(report: Report) -> Iterator[str]:
    yield "# " + _("Report on consent and objections")
    yield ""
    yield _("As of {date}.").format(date=long_date(report.as_of))
    if report.country:
        yield _("Country of the person: {country}.").format(country=country_name(report.country))
    if report.names == "masked":
        yield _("Account names are masked: only their first letter is shown.")
    yield ""
    yield ngettext(
        "{settled} of {counted} item settled, over {accounts}.",
        "{settled} of {counted} items settled, over {accounts}.",
        report.counted,
    ).format(settled=report.settled, counted=report.counted, accounts=_number_of_accounts(len(report.sections)))


def _number_of_accounts(count: int) -> str:
    return ngettext("{count} account", "{count} accounts", count).format(count=count)


def _accounts(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from _account(section)


def _account(section: Section) -> Iterator[str]:
    name = " · ".join(inert(part) for part in (section.platform_name, section.handle) if part)
    yield ""
    yield f"## {name}"
    yield ""
    yield _("Account {id}, followed since {date}. {settled} of {counted} settled.").format(
        id=f"`{section.account}`",
        date=long_date(section.added),
        settled=section.settled,
        counted=section.counted,
    )
    if not section.lines:
        yield ""
        yield _("This platform is not in the knowledge base of this program.")
    acted = [line for line in section.lines if line.attempts or line.since]
    closed = [line for line in acted if line.standing in CLOSED_STANDINGS]
    waiting = [line for line in acted if line.standing is Standing.WAITING]
    still_open = [line for line in section.lines if line.counted and line not in closed and line not in waiting]
    optional = [line for line in section.lines if not line.counted and line not in closed]
    yield from _block(_("Decided and done"), closed)
    yield from _block(_("Waiting for an answer"), waiting)
    yield from _block(_("Still open"), still_open)
    yield from _titles(_("Optional, not taken up"), [line.title for line in optional])
    yield from _titles(
        _("Does not exist for this account"),
        [f"{left.title} ({_absence(left.reason)})" for left in section.excluded],
    )


def _block(title: str, lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"### {title}"
    yield ""
    for line in lines:
        yield f"- **{inert(line.title)}**{_colon()} {_standing(line)}"
        yield from (f"  - {text}" for text in _details(line))


def _titles(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield ""
        yield f"### {title}"
        yield ""
        yield from (f"- {inert(text)}" for text in texts)


def _standing(line: Line) -> str:
    text = standing_name(line.standing)
    if line.since:
        text = _("{standing}, {date}").format(standing=text, date=long_date(line.since))
    return text


def _details(line: Line) -> Iterator[str]:
    if line.standing is Standing.ALLOWED or line.attempts:
        yield _("Decision: {decision}").format(decision=decision_name(line.decision))
    if line.changed:
        yield _("Why again: {event}").format(event=inert(line.changed))
    yield from (_attempt(attempt) for attempt in line.attempts)
    yield from (_("Label seen: “{label}”").format(label=inert(label)) for label in line.labels_seen)
    yield from (_("Note: {note}").format(note=inert(note)) for note in line.notes)
    age = _("Facts: {evidence}, checked on {date}").format(
        evidence=evidence_name(line.evidence), date=long_date(line.facts_verified_on)
    )
    yield _("{facts} (past the date to check them again)").format(facts=age) if line.facts_are_old else age


def _attempt(attempt: Attempt) -> str:
    parts = [long_date(attempt.on), outcome_name(attempt.outcome)]
    if attempt.surface:
        parts.append(surface_name(attempt.surface))
    if attempt.seen:
        parts.append(_("label seen: “{label}”").format(label=inert(attempt.seen)))
    if attempt.note:
        parts.append(_("note: {note}").format(note=inert(attempt.note)))
    parts.append(said_by(attempt.said_by))
    return ", ".join(parts)


def _absence(reason: Absence) -> str:
    return {
        Absence.COUNTRY: _("not in this country"),
        Absence.ACCOUNT_TYPE: _("not for this type of account"),
    }[reason]


def _colon() -> str:
    return _(":")


def _limits(report: Report) -> Iterator[str]:
    old = sum(line.facts_are_old for section in report.sections for line in section.lines)
    yield ""
    yield "## " + _("Limits of this report")
    yield ""
    yield "- " + _(
        "“Said by you” means that the person said so; nobody else checked it. “Settled” means that nothing"
        " is left to do that this program knows of, and promises nothing about what the platform does."
    )
    yield "- " + _(
        "What the platforms offer is described as their pages, authorities and the press described it on the"
        " dates given; platforms change their screens without notice."
    )
    if old:
        yield "- " + ngettext(
            "{count} item rests on facts that are past the date to check them again.",
            "{count} items rest on facts that are past the date to check them again.",
            old,
        ).format(count=old)
    yield "- " + _("An objection works for the future: what a model has already learned stays in it.")
    yield "- " + _("This report is no legal advice.")
    yield ""
    yield _("Written by consentui {version}.").format(version=report.version)

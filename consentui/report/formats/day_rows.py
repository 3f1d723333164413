"""The account of the day as rows: one for each control of each account.

Columns and ids are the same in every language; titles and names come in the language of the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from consentui.checklist.standing import SETTLED_STANDINGS
from consentui.report.formats.csv import Cell
from consentui.report.kinds.accounts import Left, Line, Report, Section

NOT_FOR_THIS_ACCOUNT = "not-for-this-account"
"""The standing given for a control that does not exist for an account."""

UNKNOWN_PLATFORM = "unknown-platform"
"""The standing given in the one row of an account whose platform the knowledge base does not know."""


def columns() -> tuple[str, ...]:
    """The names of the columns, in order."""
    return (
        "account",
        "platform",
        "platform_name",
        "handle",
        "control",
        "title",
        "standing",
        "decision",
        "since",
        "said_by",
        "surface",
        "label_seen",
        "note",
        "last_outcome",
        "evidence",
        "facts_checked_on",
        "facts_are_old",
        "settled",
        "contradicted",
        "check",
    )


def rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """The rows, in the order of the report; in each account, controls that do not exist for it come last."""
    for section in report.sections:
        yield from (_of_line(section, line) for line in section.lines)
        yield from (_of_left(section, left) for left in section.excluded)
        if not section.lines and not section.excluded:
            yield _filled((*_account(section), "", "", UNKNOWN_PLATFORM))


def _of_line(section: Section, line: Line) -> tuple[Cell, ...]:
    last = line.attempts[-1] if line.attempts else None
    return (
        *_account(section),
        line.control,
        line.title,
        line.standing.value,
        line.decision.value,
        line.since,
        "check" if line.checked else last.said_by if last else None,
        last.surface if last else None,
        _label_seen(line),
        "\n".join((*(attempt.note for attempt in line.attempts if attempt.note), *line.notes)),
        last.outcome.value if last else None,
        line.evidence,
        line.facts_verified_on,
        line.facts_are_old,
        line.standing in SETTLED_STANDINGS,
        line.contradicted,
        "\n".join(check.text for check in line.checks),
    )


def _of_left(section: Section, left: Left) -> tuple[Cell, ...]:
    return _filled((*_account(section), left.control, left.title, NOT_FOR_THIS_ACCOUNT))


def _account(section: Section) -> tuple[Cell, ...]:
    return (section.account, section.platform, section.platform_name, section.handle)


def _label_seen(line: Line) -> str:
    """The newest label seen in an attempt, else the newest one noted apart; empty if there is none."""
    seen = (*line.labels_seen, *(attempt.seen for attempt in line.attempts))
    return next((label for label in reversed(seen) if label), "")


def _filled(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return row + (None,) * (len(columns()) - len(row))

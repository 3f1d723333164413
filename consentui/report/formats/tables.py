"""Reports as one table each, for spreadsheets, with column names for programs, the same in every language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from consentui.report.formats import day_rows
from consentui.report.formats.csv import Cell
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.board import Board, Departure
from consentui.report.kinds.changes import Act, Changes
from consentui.report.kinds.checklist import Checklist, Todo, TodoSection
from consentui.report.kinds.portfolio import Holding, Portfolio
from consentui.report.kinds.register import Processing, Register
from consentui.report.kinds.requests import Request

Rows = tuple[Sequence[str], Sequence[Sequence[Cell]]]
"""The names of the columns, and the rows."""


def table_of(model: msgspec.Struct) -> Rows:
    """The table of a report, with a control, an account, a thing to do or a change in each row.

    Raises TypeError for a kind of report that has no table.
    """
    match model:
        case Report():
            return day_rows.columns(), tuple(day_rows.rows(model))
        case Checklist(sections=sections):
            return _TODO, tuple(_todo(section, todo) for section in sections for todo in section.todos)
        case Portfolio(holdings=holdings):
            return Holding.__struct_fields__, tuple(map(_in_cells, holdings))
        case Board(departures=departures):
            return Departure.__struct_fields__, tuple(map(_in_cells, departures))
        case Register(rows=rows):
            return Processing.__struct_fields__, tuple(map(_in_cells, rows))
        case Changes():
            return _CHANGE, tuple(_changes(model))
        case _:
            raise TypeError(model)


_TODO = (
    *("account", "platform", "platform_name", "handle", "control", "title", "standing", "default", "minutes"),
    *("way", "label", "address", "proof", "facts_are_old"),
)
_CHANGE = ("what", "date", "account", "platform_name", "handle", "control", "title", "outcome", "text", "url")


def _todo(section: TodoSection, todo: Todo) -> Sequence[Cell]:
    way = todo.ways[0] if todo.ways else None
    return (
        *(section.account, section.platform, section.platform_name, section.handle),
        *(todo.control, todo.title, todo.standing.value, todo.remark, todo.minutes),
        " › ".join(filter(None, (way.name, way.crumbs))) if way else "",
        way.label if way else "",
        (way.url or ", ".join(way.address.splitlines())) if way else "",
        todo.proof,
        todo.facts_are_old,
    )


def _in_cells(one: Holding | Departure | Processing) -> Sequence[Cell]:
    """A row; several values of one cell are separated by semicolons."""
    return tuple("; ".join(cell) if isinstance(cell, tuple) else cell for cell in msgspec.structs.astuple(one))


def _changes(changes: Changes) -> list[Sequence[Cell]]:
    acts = [
        (*("act", act.on, act.account, act.platform_name, act.handle, act.control, act.title), _outcome(act), "", "")
        for act in changes.acts
    ]
    happened = [
        ("event", one.on, "", one.platform_name, "", "", "; ".join(one.titles), "", one.what, one.url)
        for one in changes.happenings
    ]
    again = [
        ("again", None, one.account, one.platform_name, one.handle, one.control, one.title, "", one.why, "")
        for one in changes.again
    ]
    asked = [
        (
            *("request", step.on, one.account, one.platform_name, one.handle, "", one.title, ""),
            _step(one, step.what),
            "",
        )
        for one in changes.requests
        for step in one.steps
    ]
    return [*acts, *happened, *again, *asked]


def _step(one: Request, what: str) -> str:
    return f"{one.request}, {one.company}: {what}"


def _outcome(act: Act) -> str:
    return act.outcome.value if act.outcome else act.decision.value

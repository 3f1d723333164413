"""The kinds of report whose JSON other programs can rely on: the one table of their names, models and schemas."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from consentui.bundled import data_folder
from consentui.report.formats import json
from consentui.report.kinds.accounts import Report
from consentui.report.kinds.board import Board
from consentui.report.kinds.changes import Changes
from consentui.report.kinds.checklist import Checklist
from consentui.report.kinds.dossier import AccountDossier
from consentui.report.kinds.portfolio import Portfolio
from consentui.report.kinds.register import Register


class Published(Struct, frozen=True):
    """A kind of report whose JSON format is published."""

    kind: str
    model: type[Struct]
    schema: str
    """The value of `schema` in its JSON: a name ending with the version, which grows when a key changes its meaning or
    goes away."""

    @property
    def urn(self) -> str:
        """The identifier of its JSON Schema, under which nothing can be fetched from the network."""
        return f"urn:consentui:report:{self.kind}:{self.schema.rpartition('-')[2]}"

    @property
    def path(self) -> Path:
        """The path of its JSON Schema."""
        return data_folder() / "report" / f"{self.kind}.schema.json"


PUBLISHED = (
    Published("day", Report, json.SCHEMA),
    Published("checklist", Checklist, "consentui-checklist-1"),
    Published("dossier", AccountDossier, "consentui-dossier-1"),
    Published("portfolio", Portfolio, "consentui-portfolio-1"),
    Published("changes", Changes, "consentui-changes-1"),
    Published("board", Board, "consentui-board-1"),
    Published("register", Register, "consentui-register-1"),
)
"""Every kind. After a change, `python -m maintenance.schemas` rewrites the schema files."""


def json_of(model: Struct) -> str:
    """A report of one of these kinds as JSON."""
    return json.render(model, next(one.schema for one in PUBLISHED if isinstance(model, one.model)))

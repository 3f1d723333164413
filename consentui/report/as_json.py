"""The report for other programs: the model as it is, in indented JSON with a stable order of keys."""

from __future__ import annotations

import msgspec

from consentui.report.model import Report

SCHEMA = "consentui-report-1"


def render(report: Report) -> str:
    """The report as a JSON text that ends with a newline."""
    tree = {"schema": SCHEMA, **msgspec.to_builtins(report)}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"

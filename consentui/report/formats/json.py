"""A report for other programs: its model as it is, in indented JSON with a stable order of keys.

What each kind of report looks like is published as a JSON Schema in `data/report/` (see `schemas`).
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

SCHEMA = "consentui-report-1"
"""The name and version of what the account of the day looks like."""


def render(model: Struct, schema: str = SCHEMA) -> str:
    """The model of a report as a JSON text that ends with a newline; `schema` names what it looks like."""
    tree = {"schema": schema, **msgspec.to_builtins(model)}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"

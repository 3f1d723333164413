"""A report for other programs: its model as it is, in indented JSON with a stable order of keys.

The format of each kind of report is published as a JSON Schema in `data/report/` (see `schemas`).
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

SCHEMA = "consentui-report-1"
"""The name and version of the format of the account of the day."""


def render(model: Struct, schema: str = SCHEMA) -> str:
    """The model of a report as JSON text ending with a newline; `schema` names its format."""
    tree = {"schema": schema, **msgspec.to_builtins(model)}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"

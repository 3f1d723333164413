"""`python -m maintenance.schemas`: write the JSON Schemas (draft 2020-12) in `data/report/` from the report types.

The types and their attribute docstrings contain all that a schema says, so nothing is written twice. A test checks
that the files are up to date.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from consentui.bundled import data_folder
from consentui.report.formats.schemas import PUBLISHED, Published

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(published: Published) -> str:
    """The content of the schema file of a kind of report."""
    return msgspec.json.format(msgspec.json.encode(schema_of(published)), indent=2).decode() + "\n"


def schema_of(published: Published) -> dict[str, Any]:
    """The JSON Schema of a kind of report."""
    _roots, parts = msgspec.json.schema_components([published.model], ref_template="#/$defs/{name}")
    for struct in _structs(published.model):
        _tell_all(parts[struct.__name__], struct)
    root = parts.pop(published.model.__name__)
    return {
        "$schema": _DIALECT,
        "$id": published.urn,
        **root,
        "title": published.schema,
        "properties": {"schema": {"const": published.schema}, **root["properties"]},
        "required": ["schema", *root["required"]],
        "$defs": dict(sorted(parts.items())),
    }


def _tell_all(part: dict[str, Any], struct: type[Struct]) -> None:
    """Forbid other keys in the schema of an object, require all of its own, and describe each by its docstring.

    Keys are not required if the struct leaves out those with default values.
    """
    part["additionalProperties"] = False
    if not struct.__struct_config__.omit_defaults:
        part["required"] = list(part["properties"])
    for key, remark in _remarks(struct):
        part["properties"][key]["description"] = remark


def _remarks(struct: type[Struct]) -> Iterator[tuple[str, str]]:
    """The keys of a struct that have a docstring, each with its text on one line."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(struct))).body
    assert isinstance(definition, ast.ClassDef)
    for field, below in pairwise(definition.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            yield field.target.id, " ".join(str(ast.literal_eval(below.value)).split())


def _structs(hint: Any, known: frozenset[Any] = frozenset()) -> Iterator[type[Struct]]:
    """Every struct that a type is made of; one that is used in several places may come several times."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        if hint not in known:
            yield hint
            for inner in get_type_hints(hint).values():
                yield from _structs(inner, known | {hint})
        return
    for inner in get_args(hint):
        yield from _structs(inner, known)


def write_all(folder: Path) -> None:
    """Write the schema file of every kind into a folder."""
    folder.mkdir(exist_ok=True)
    for published in PUBLISHED:
        (folder / published.path.name).write_text(schema_text(published), encoding="utf-8", newline="\n")
        print(published.path.name)


if __name__ == "__main__":
    write_all(data_folder() / "report")

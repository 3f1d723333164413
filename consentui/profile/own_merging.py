"""Merging two copies of a file of the person's own: what only the other copy has is added, matched by id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from consentui.errors import ConsentuiError, StorageError
from consentui.knowledge.load import parse_platform, parse_record
from consentui.knowledge.new import COMPANIES
from consentui.knowledge.records import Controllers
from consentui.storage import toml


def is_own(name: str) -> bool:
    """Whether a file, by its name in a backup, holds platforms or companies of the person's own."""
    return name.startswith("config/knowledge/")


def put_together(name: str, mine: str, theirs: str) -> str:
    """The text of `mine`, with the companies, or the controls of a platform, that only `theirs` has at its end.

    What both have stays as it is in `mine`, word for word. Returns `mine` alone if `theirs` has nothing more, or if
    the result could not be read.
    """
    path = Path(name)
    kind = "controller" if path.name == COMPANIES else "control"
    try:
        more = _more(toml.parse_tree(mine, path, StorageError), toml.parse_tree(theirs, path, StorageError), kind)
        whole = _with(mine, kind, more) if more else mine
        if kind == "controller":
            parse_record(whole, Controllers, path)
        else:
            parse_platform(whole, path)
    except ConsentuiError:
        return mine
    return whole


def _more(mine: dict[str, Any], theirs: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The tables of `theirs` whose id `mine` lacks; none if the two are of different platforms."""
    if mine.get("id") != theirs.get("id") or not isinstance(mine.get(kind, []), list):
        return []
    known = [one.get("id") for one in _tables(mine, kind)]  # a list, as a wrong id may not be hashable
    return [one for one in _tables(theirs, kind) if isinstance(one.get("id"), str) and one["id"] not in known]


def _tables(tree: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    found = tree.get(kind)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _with(text: str, kind: str, more: list[dict[str, Any]]) -> str:
    """The text, its comments included, with these tables at its end."""
    import tomlkit

    document = tomlkit.parse(text)
    tables = document.get(kind)
    if tables is None:
        document[kind] = tables = tomlkit.aot()
    for one in more:
        tables.append(tomlkit.item(one))
    return tomlkit.dumps(document)

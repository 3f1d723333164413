"""The table of keys in the documentation names exactly the actions whose keys can be changed."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding

import consentui.tui

DOCUMENT = Path(__file__).parent.parent / "docs" / "keys.md"
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def bindings() -> Iterator[Binding]:
    for found in pkgutil.walk_packages(consentui.tui.__path__, "consentui.tui."):
        module = importlib.import_module(found.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__:
                yield from (one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding))


def test_every_action_that_can_have_another_key_is_documented_and_no_other() -> None:
    assert set(ROW.findall(DOCUMENT.read_text(encoding="utf-8"))) == {one.id for one in bindings() if one.id}

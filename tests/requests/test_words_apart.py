"""The modules that decide give codes and values without words; `consentui.words` puts them into words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import consentui

ROOMS = ("checklist", "requests")
SPEAKING = {"_", "N_", "ngettext", "pgettext", "language"}
"""Names that mark a text of the interface or give the current language; letters are given theirs."""
MODULES = [path for room in ROOMS for path in sorted((Path(consentui.__file__).parent / room).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(Path(consentui.__file__).parent)))
def test_no_rule_puts_anything_into_words(path: Path) -> None:
    taken = {
        name.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("consentui.i18n")
        for name in node.names
    }
    assert not taken & SPEAKING

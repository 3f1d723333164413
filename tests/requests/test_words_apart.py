"""What decides speaks no language of the person's: it gives codes and values, and `consentui.words` says them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import consentui

ROOMS = ("checklist", "requests")
SPEAKING = {"_", "N_", "ngettext", "pgettext", "language"}
"""What marks a text of the interface, or asks for the language spoken now; letters say theirs."""
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

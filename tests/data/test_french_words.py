"""Labels given in English are given in French too, or the file says when the French ones were looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.shelf import FILES, PLATFORMS

NOTE = "# French words"


def controls_of(text: str) -> dict[str, str]:
    """The text of each control in a file, by its id."""
    parts = text.split('\n[[control]]\nid = "')[1:]
    return {part.split('"', maxsplit=1)[0]: part for part in parts}


def unexplained(text: str, stem: str) -> list[str]:
    """The ids of the controls with an English label, no French one, and no note about it."""
    parts, platform = controls_of(text), PLATFORMS[stem]
    if platform.menus is not None and "fr" not in platform.menus.languages:
        return []
    return [
        control.id
        for control in platform.control
        if any(route.label.en and not route.label.fr for route in control.route) and NOTE not in parts[control.id]
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_label_without_french_words_says_when_they_were_looked_for(path: Path) -> None:
    assert unexplained(path.read_text(encoding="utf-8"), path.stem) == []


def test_a_label_nobody_looked_for_is_found() -> None:
    text = next(path for path in FILES if path.stem == "figma").read_text(encoding="utf-8")
    silent = "\n".join(line for line in text.splitlines() if not line.startswith(NOTE))
    assert unexplained(silent, "figma") == ["content-training", "ai-features"]

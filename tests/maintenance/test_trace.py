"""Whether everything in research notes is in the knowledge base."""

from __future__ import annotations

from pathlib import Path

from consentui.knowledge.base import bundled
from maintenance.trace import missing


def test_what_the_notes_have_and_we_have_not_is_named(tmp_path: Path) -> None:
    (tmp_path / "nowhere.toml").write_text("", encoding="utf-8")
    (tmp_path / "x.toml").write_text(
        '[[control]]\nid = "grok-training"\n[[control.source]]\nurl = "https://example.org/new"\n'
        '[[control]]\nid = "unheard-of"\n',
        encoding="utf-8",
    )
    assert list(missing(tmp_path, bundled())) == [
        "nowhere: no such platform",
        "x/grok-training: no source https://example.org/new",
        "x/unheard-of: no such control",
    ]

"""A complete made-up knowledge base: platforms, companies, authorities, packs."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli_w

from consentui.knowledge.records import Contact, Platform
from tests.builders import a_text
from tests.knowledge.files import a_base
from tests.knowledge.lint.cases import authorities, companies, packs


def a_shelf(folder: Path, *platforms: Platform) -> Path:
    """Make a folder like `data/` that breaks no rule, except that nothing was accepted or released yet."""
    shared = {
        "authorities": authorities({}),
        "controllers": companies({"id": "chirp", "contact": Contact(email="a@chirp.example")}),
        "packs": packs({"title": a_text("Everything", "Tout"), "platforms": tuple(one.id for one in platforms)}),
    }
    for name, record in shared.items():
        text = tomli_w.dumps(msgspec.to_builtins(record))
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return a_base(folder, *platforms)

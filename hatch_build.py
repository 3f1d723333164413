"""Run by the build backend: compiles the translations, puts `data/` inside the wheel's package, and beside it what
the system shows of the program: the entry of its menu, and the manual page where `make man` has made it.

An editable install reads `data/` where it lies, so there only the translations are made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundledData(BuildHookInterface[Any]):
    """The wheel's build hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        data = Path(self.root, "data")
        for catalogue in sorted(data.glob("locale/*/LC_MESSAGES/*.po")):
            compile_catalogue(catalogue)
        if version == "standard":
            build_data["force_include"][str(data)] = "consentui/data"
            build_data["shared_data"].update(shared_files(Path(self.root)))


def shared_files(root: Path) -> dict[str, str]:
    """What goes to the system's own folders: from where to where."""
    made = root / "build" / "share"
    pages = {str(page): f"share/{page.relative_to(made).as_posix()}" for page in sorted(made.glob("man/**/*.1"))}
    return {str(root / "packaging" / "consentui.desktop"): "share/applications/consentui.desktop", **pages}


def compile_catalogue(catalogue: Path) -> None:
    """Write the `.mo` beside a `.po`; fuzzy translations are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue.open("rb") as source:
        messages = read_po(source, domain=catalogue.stem)
    with catalogue.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, messages)

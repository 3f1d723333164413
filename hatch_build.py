"""Build hook: compiles the translations and adds to the wheel `data/`, the desktop entry and the manual pages.

The manual pages are included if `make man` has built them. An editable install reads `data/` from the checkout, so
for it the hook only compiles the translations.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundledData(BuildHookInterface[Any]):
    """The build hook of the wheel, run by hatchling."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        data = Path(self.root, "data")
        for catalogue in sorted(data.glob("locale/*/LC_MESSAGES/*.po")):
            compile_catalogue(catalogue)
        if version == "standard":
            build_data["force_include"][str(data)] = "consentui/data"
            build_data["shared_data"].update(shared_files(Path(self.root)))


def shared_files(root: Path) -> dict[str, str]:
    """The files that are installed outside the package: from each source path to its path under the prefix."""
    made = root / "build" / "share"
    pages = {str(page): f"share/{page.relative_to(made).as_posix()}" for page in sorted(made.glob("man/**/*.1"))}
    return {str(root / "packaging" / "consentui.desktop"): "share/applications/consentui.desktop", **pages}


def compile_catalogue(catalogue: Path) -> None:
    """Compile a `.po` file to a `.mo` file beside it, without the fuzzy translations."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue.open("rb") as source:
        messages = read_po(source, domain=catalogue.stem)
    with catalogue.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, messages)

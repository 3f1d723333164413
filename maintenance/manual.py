"""Write the manual page in one language; `make man` runs this for each language in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from consentui.i18n import LANGUAGES, Language, set_language


def page_in(word: str) -> str:
    """The page in a language; the commands must not be imported before, as their texts are translated on import."""
    language: Language = next(one for one in LANGUAGES if one == word)
    set_language(language)
    from consentui.cli.manual import manual_page

    return manual_page()


def write_page(language: str, folder: Path) -> Path:
    """Write the page where `man` looks for it in `folder`: `man1` for English, `fr/man1` for French and so on."""
    path = folder / ("" if language == "en" else language) / "man1" / "consentui.1"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page_in(language), encoding="utf-8")
    return path


if __name__ == "__main__":
    print(write_page(sys.argv[1], Path(sys.argv[2])))

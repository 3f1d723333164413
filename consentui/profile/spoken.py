"""The language that a profile asks for, read without loading what a list of commands can do without."""

from __future__ import annotations

from pathlib import Path

from consentui.i18n import LANGUAGES, Language
from consentui.storage.reading import text_of


def language_in(config_file: Path) -> Language | None:
    """The language in these preferences; None if they name none that we speak, or cannot be read.

    What is wrong with the file is reported by whoever reads the rest of it.
    """
    import tomli

    try:
        asked = tomli.loads(text_of(config_file)).get("language")
    except (OSError, ValueError, RecursionError):
        return None
    return next((language for language in LANGUAGES if language == asked), None)

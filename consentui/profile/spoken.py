"""The language that a profile asks for, told before anything is loaded that a list of commands can do without."""

from __future__ import annotations

from pathlib import Path

from consentui.i18n import LANGUAGES, Language
from consentui.storage.reading import text_of


def language_in(config_file: Path) -> Language | None:
    """The language in these preferences, None where they name none that we speak or cannot be read.

    What is wrong with them is said by whoever reads the rest.
    """
    import tomli

    try:
        asked = tomli.loads(text_of(config_file)).get("language")
    except (OSError, ValueError, RecursionError):
        return None
    return next((language for language in LANGUAGES if language == asked), None)

"""The language that consentui speaks: catalogue look-ups and the guess of language and country.

`_` marks and translates a text. The language is set once at start (`set_language`); a report in
another language is written inside `speaking`.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from consentui.bundled import data_folder

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

_UNTRANSLATED = gettext.NullTranslations()
_catalogue: gettext.NullTranslations = _UNTRANSLATED
_language: Language = "en"


def set_language(language: Language) -> None:
    """From now on, texts come in this language."""
    global _catalogue, _language  # noqa: PLW0603 -- the one piece of state: a program speaks one language at a time
    _language = language
    _catalogue = _load(language)


def language() -> Language:
    """The language spoken now."""
    return _language


def _load(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return _UNTRANSLATED
    return gettext.translation("consentui", data_folder() / "locale", [language], fallback=True)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for the length of a block."""
    before = _language
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


def _(text: str) -> str:
    """The text in the language spoken now."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text in the form that fits the count."""
    return _catalogue.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """The text in the sense that the context gives it."""
    return _catalogue.pgettext(context, text)


def guess_language(environ: Mapping[str, str] = os.environ) -> Language:
    """The first language we speak among those the system asks for; English otherwise (POSIX, GNU gettext)."""
    wanted = (*environ.get("LANGUAGE", "").split(":"), _locale(environ))
    codes = [item[:2].lower() for item in wanted if item]
    return next((known for code in codes for known in LANGUAGES if known == code), "en")


def guess_country(environ: Mapping[str, str] = os.environ) -> str | None:
    """The ISO 3166 country of the system's locale (`fr_BE.UTF-8` gives BE), or None."""
    territory = _locale(environ).partition(".")[0].partition("@")[0].partition("_")[2]
    return territory.upper() if re.fullmatch(r"[A-Za-z]{2}", territory) else None


def _locale(environ: Mapping[str, str]) -> str:
    return environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for "to be translated later"
    """Mark a text that is translated where it is shown."""
    return text

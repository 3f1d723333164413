"""The current language: looking up translations, and guessing language and country from the system's locale.

`_` marks and translates a text. `set_language` sets the language of the program at start and whenever the person
changes it; a report in another language is written inside `speaking`.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, NamedTuple

from consentui.bundled import data_folder

Language = Literal["en", "fr", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "fr", "de")
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "fr": "Français", "de": "Deutsch"}
"""Each language's name in that language."""

_UNTRANSLATED = gettext.NullTranslations()


class _Voice(NamedTuple):
    """A language with its catalogue of translations."""

    language: Language
    catalogue: gettext.NullTranslations


_program_voice = _Voice("en", _UNTRANSLATED)
"""The language of the program."""
_enclosing_voice: ContextVar[_Voice | None] = ContextVar("consentui-enclosing-voice", default=None)
"""The language inside a `speaking` block; a context variable, so that the interface keeps its own language while a
thread writes in another."""


def set_language(language: Language) -> None:
    """Make this the language of the program from now on."""
    global _program_voice  # noqa: PLW0603 -- the one piece of state: a program speaks one language at a time
    _program_voice = _Voice(language, _load(language))


def language() -> Language:
    """The current language: that of the enclosing `speaking` block, else that of the program."""
    return _voice().language


def _voice() -> _Voice:
    return _enclosing_voice.get() or _program_voice


def _load(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return _UNTRANSLATED
    return gettext.translation("consentui", data_folder() / "locale", [language], fallback=True)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Translate into another language within a `with` block."""
    before = _enclosing_voice.set(_Voice(language, _load(language)))
    try:
        yield
    finally:
        _enclosing_voice.reset(before)


def _(text: str) -> str:
    """The text in the current language; the English text itself if it has no translation."""
    return _voice().catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text in the current language, in the singular or plural form that fits the count."""
    return _voice().catalogue.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """The text in the current language, in the sense given by the context."""
    return _voice().catalogue.pgettext(context, text)


def guess_language(environ: Mapping[str, str] = os.environ) -> Language:
    """The first supported language that the system's locale asks for, else English (POSIX, GNU gettext)."""
    wanted = (*environ.get("LANGUAGE", "").split(":"), _locale(environ))
    codes = [item[:2].lower() for item in wanted if item]
    known: dict[str, Language] = {one: one for one in LANGUAGES}
    spoken: list[Language] = [known[code] for code in codes if code in known]
    return spoken[0] if spoken else "en"


def guess_country(environ: Mapping[str, str] = os.environ) -> str | None:
    """The ISO 3166 country of the system's locale (BE for `fr_BE.UTF-8`); None if it names none."""
    territory = _locale(environ).partition(".")[0].partition("@")[0].partition("_")[2]
    return territory.upper() if re.fullmatch(r"[A-Za-z]{2}", territory) else None


def _locale(environ: Mapping[str, str]) -> str:
    return environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for "to be translated later"
    """Mark a text for translation and return it unchanged; it is translated where it is shown."""
    return text

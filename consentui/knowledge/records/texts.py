"""Texts for people: our own, by language, and the words that a platform prints, as it prints them."""

from __future__ import annotations

from msgspec import Struct

from consentui.i18n import LANGUAGES, Language

BUNDLED_IN: frozenset[Language] = frozenset({"en", "fr"})
"""The languages in which every text of the bundled knowledge base is written."""


class Text(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A text of our own: always in English and French, in other languages if somebody wrote it."""

    en: str
    fr: str
    de: str | None = None

    def in_language(self, language: Language) -> str:
        """The text in this language, or in English if it is not written in it."""
        written: str | None = getattr(self, language, None)
        return written or self.en

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it is written."""
        return tuple(language for language in LANGUAGES if getattr(self, language, None) is not None)


class Printed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Words exactly as a platform prints them, in the languages that have a source."""

    en: str | None = None
    fr: str | None = None

    def in_language(self, language: Language) -> str | None:
        """The words in this language; None if no source has them."""
        printed: str | None = getattr(self, language, None)
        return printed


class PrintedPath(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Menu steps exactly as a platform prints them, outermost first."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    fr_complete: bool = True
    """False if the French words are known for the first steps only; the remaining steps are shown in English."""

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The steps in this language; none if no source has them."""
        printed: tuple[str, ...] = getattr(self, language, ())
        return printed

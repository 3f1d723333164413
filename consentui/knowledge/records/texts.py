"""Texts for people: ours in every language, a platform's as it prints them."""

from __future__ import annotations

from msgspec import Struct

from consentui.i18n import LANGUAGES, Language

BUNDLED_IN: frozenset[Language] = frozenset({"en", "fr"})
"""The languages that all of the bundled knowledge base is written in."""


class Text(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A text of ours: English and French always, other languages where somebody wrote them."""

    en: str
    fr: str
    de: str | None = None

    def in_language(self, language: Language) -> str:
        """The text, in English where it is not written in this language."""
        written: str | None = getattr(self, language, None)
        return written or self.en

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those in which it is written."""
        return tuple(language for language in LANGUAGES if getattr(self, language, None) is not None)


class Printed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Words as a platform prints them, in the languages that have a source."""

    en: str | None = None
    fr: str | None = None

    def in_language(self, language: Language) -> str | None:
        """The words, None where no source prints them in this language."""
        printed: str | None = getattr(self, language, None)
        return printed


class PrintedPath(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Menu steps as a platform prints them, outermost first."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    fr_complete: bool = True
    """False where the French words are known for the first steps only; English ones are shown after them."""

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The steps, none where no source prints them in this language."""
        printed: tuple[str, ...] = getattr(self, language, ())
        return printed

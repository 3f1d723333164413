"""Questions that help a person find their own grounds for an objection (GDPR Art. 21(1)); only they can answer."""

from __future__ import annotations

from msgspec import Struct

from consentui.bundled import data_folder
from consentui.i18n import Language
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Slug, Text


class GroundQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """A question to the person."""

    id: Slug
    ask: Text


class GroundQuestions(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of `data/letters/grounds.toml`."""

    question: tuple[GroundQuestion, ...]


def questions(language: Language) -> tuple[str, ...]:
    """The questions in this language; each that the person answers with yes deserves a sentence of their own."""
    path = data_folder() / "letters" / "grounds.toml"
    return tuple(one.ask.in_language(language) for one in parse_record(read_text(path), GroundQuestions, path).question)

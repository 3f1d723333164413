"""Questions that help a person find their own grounds for an objection (GDPR Art. 21(1)); answers are theirs alone."""

from __future__ import annotations

from msgspec import Struct

from consentui.bundled import data_folder
from consentui.i18n import Language
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Slug, Text

ENOUGH = 3
"""Two or three concrete sentences are what an objection needs."""


class GroundQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """Something to ask the person."""

    id: Slug
    ask: Text


class GroundQuestions(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/letters/grounds.toml`."""

    question: tuple[GroundQuestion, ...]


def questions(language: Language) -> tuple[str, ...]:
    """What to ask, in the person's language; a yes to any of them is worth a sentence of their own."""
    path = data_folder() / "letters" / "grounds.toml"
    return tuple(one.ask.in_language(language) for one in parse_record(read_text(path), GroundQuestions, path).question)

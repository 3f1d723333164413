"""`make languages`: how complete each translation is, in the interface, the letters and the knowledge base."""

from __future__ import annotations

from pathlib import Path

from babel.messages.pofile import read_po
from msgspec import Struct

from consentui.bundled import data_folder
from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, Language
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.lint.finding import texts_of


class Coverage(Struct, frozen=True):
    """How much exists in a language; each pair is the number translated and the number in all."""

    language: Language
    messages: tuple[int, int]
    """The messages of the interface and of click; in English, the language of the code, all of them."""
    letters: tuple[int, int]
    """The templates of letters and of their parts."""
    facts: tuple[int, int]
    """The knowledge base's own texts about platforms; those not translated are shown in English."""


def coverage(language: Language) -> Coverage:
    """Count what is translated into a language."""
    texts = [text for platform in KnowledgeBase(data_folder()) for text in texts_of(platform)]
    letters = data_folder() / "letters"
    english = _templates(letters / "en")
    return Coverage(
        language,
        _messages(language),
        (len(english & _templates(letters / language)), len(english)),
        (sum(language in text.languages for text in texts), len(texts)),
    )


def line(found: Coverage) -> str:
    """The line to print: `Deutsch: 1900 of 1988 messages (95 %), …`."""
    parts = (("messages", found.messages), ("letters", found.letters), ("facts", found.facts))
    return f"{LANGUAGE_NAMES[found.language]}: " + ", ".join(
        f"{there} of {all_} {name} ({100 * there // all_} %)" for name, (there, all_) in parts
    )


def _messages(language: Language) -> tuple[int, int]:
    locale = data_folder() / "locale"
    there = all_ = 0
    for domain in ("consentui", "click"):
        path = locale / f"{domain}.pot" if language == "en" else locale / language / "LC_MESSAGES" / f"{domain}.po"
        with path.open("rb") as source:
            for message in read_po(source):
                if message.id:
                    all_ += 1
                    there += language == "en" or (_is_whole(message.string) and not message.fuzzy)
    return there, all_


def _is_whole(said: str | list[str] | tuple[str, ...] | None) -> bool:
    return all(said) if isinstance(said, list | tuple) else bool(said)


def _templates(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.txt")}


if __name__ == "__main__":
    for one in LANGUAGES:
        print(line(coverage(one)))

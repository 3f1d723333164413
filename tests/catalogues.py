"""Helpers for the tests of translations: read catalogues, and the texts marked in the code, in the same form."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from consentui.i18n import LANGUAGES

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "data" / "locale"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
"""All languages but English, the language of the code, which has no catalogue."""
COMPLETE = ("fr", "de")
"""The languages in which no translation may be missing; `make languages` shows how complete the others are."""


def catalogue(language: str, domain: str = "consentui") -> Path:
    """The catalogue file of a language: the program's own, or that of click's messages."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


Key = tuple[str, ...]
"""Context (empty if none), text, and plural if there is one."""

_MARKS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}
"""The functions that mark a text in the code, and how many of their arguments are texts."""


def read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def messages(path: Path) -> list[Message]:
    """The entries of a catalogue without its header."""
    return [message for message in read(path) if message.id]


def key(message: Message) -> Key:
    return (message.context or "", *forms(message.id))


def keys(path: Path) -> set[Key]:
    return {key(message) for message in messages(path)}


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The singular and the plural of a text, or only the text."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def extracted(folder: Path) -> set[Key]:
    """The texts that Babel collects from the modules of a folder."""
    return {
        (context or "", *forms(text))
        for _file, _line, text, _comments, context in extract_from_dir(folder, method_map=[("**.py", "python")])
    }


def marked(folder: Path) -> set[Key]:
    """The texts marked anywhere in the modules of a folder; Babel may miss those inside f-strings."""
    return {found for path in folder.rglob("*.py") for found in _marked_in(path)}


def _marked_in(path: Path) -> Iterator[Key]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _MARKS:
            texts = [one.value for one in call.args[: _MARKS[call.func.id]] if isinstance(one, ast.Constant)]
            if texts:
                yield tuple(map(str, texts)) if call.func.id == "pgettext" else ("", *map(str, texts))


def placeholders(text: str) -> list[str]:
    """The names in braces, sorted."""
    return sorted(name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None)


def without_placeholders(text: str) -> str:
    """The text with a letter in place of each placeholder."""
    return "".join(f"{part}x" if name is not None else part for part, name, *_rest in Formatter().parse(text))

"""Catalogues and the texts that programs mark for them, read in one form; for the tests of the translations."""

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
"""English is the language of the code: it has no catalogue."""
COMPLETE = ("fr", "de")
"""The languages in which nothing may be missing; how far the others are, `make languages` says."""


def catalogue(language: str, domain: str = "consentui") -> Path:
    """Where the translations of a language lie: ours, or those of what click says."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


Key = tuple[str, ...]
"""Context, text, and the plural where there is one."""

_MARKS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}
"""What marks a text in the code, and how many of its arguments are texts."""


def read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def messages(path: Path) -> list[Message]:
    """The entries of a catalogue, its header aside."""
    return [message for message in read(path) if message.id]


def key(message: Message) -> Key:
    return (message.context or "", *forms(message.id))


def keys(path: Path) -> set[Key]:
    return {key(message) for message in messages(path)}


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A text in its singular and its plural, or alone."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def extracted(folder: Path) -> set[Key]:
    """The texts that Babel collects from the modules of a folder."""
    return {
        (context or "", *forms(text))
        for _file, _line, text, _comments, context in extract_from_dir(folder, method_map=[("**.py", "python")])
    }


def marked(folder: Path) -> set[Key]:
    """The texts marked in the modules of a folder, wherever they stand: Babel may miss those within f-strings."""
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

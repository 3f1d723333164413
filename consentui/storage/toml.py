"""TOML read into typed records, strictly: an error names file, line, key and the nearest known key.

The knowledge base, the journal and the configuration are all read through here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.storage.reading import text_of
from consentui.storage.reasons import encoding_reason, system_reason, toml_reason
from consentui.text import UNSEEN, capitalised, clean

if TYPE_CHECKING:
    from consentui.storage.mismatches import Mismatch

Record = TypeVar("Record", bound=msgspec.Struct)

_BAD_LINE = re.compile(r"\(at line (\d+)")
_HIDING_ESCAPE = re.compile(r"\\[uUxebfr]")
_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))


def read_text(path: Path, error: type[ConsentuiError]) -> str:
    """The text of a regular file in UTF-8; raises the given error when it cannot be read."""
    try:
        return text_of(path)
    except OSError as cause:
        raise error(_("{path} cannot be read.").format(path=path), system_reason(cause)) from cause
    except UnicodeDecodeError as cause:
        raise error(_("{path} cannot be read.").format(path=path), encoding_reason(cause)) from cause


def parse(text: str, record: type[Record], path: Path, error: type[ConsentuiError]) -> Record:
    """The record that a TOML text holds; `path` only appears in errors.

    Raises the given error when the text is not TOML or does not fit the record.
    """
    tree = parse_tree(text, path, error)
    spell_days(tree)
    return fit(tree, text, record, path, error)


def parse_tree(text: str, path: Path, error: type[ConsentuiError]) -> dict[str, Any]:
    """The tables of a TOML text as plain values, control characters removed from every key and string.

    Raises the given error when the text is not TOML.
    """
    tree = parse_trusted_tree(text, path, error)
    if not _may_hide(text):
        return tree
    inert: dict[str, Any] = _inert(tree)
    return inert


def parse_trusted_tree(text: str, path: Path, error: type[ConsentuiError]) -> dict[str, Any]:
    """The tables of a trusted TOML text as plain values, not cleaned; raises the given error when it is not TOML."""
    import tomli

    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as cause:  # tomli does not only raise TOMLDecodeError
        found = _BAD_LINE.search(str(cause))
        line = found[1] if found else text.count("\n") + 1
        title = _("{path}, line {line}: this is not valid TOML.").format(path=path, line=line)
        raise error(title, toml_reason(cause)) from cause


def _may_hide(text: str) -> bool:
    """Whether a string in the text may need cleaning: it has a character that `clean` removes, or an escape for one."""
    # Removing plain ASCII as bytes is many times faster than matching over it, and leaves little to search.
    unusual = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
    return bool(UNSEEN.search(unusual) or _HIDING_ESCAPE.search(text))


def _inert(value: Any) -> Any:
    if isinstance(value, dict):
        return {clean(key): _inert(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_inert(item) for item in value]
    return clean(value) if isinstance(value, str) else value


def fit(tree: dict[str, Any], text: str, record: type[Record], path: Path, error: type[ConsentuiError]) -> Record:
    """The tree of plain values converted to the record; raises the given error when it does not fit."""
    try:
        return msgspec.convert(tree, record)
    except msgspec.ValidationError as cause:
        raise misfit(tree, text, record, path, error, str(cause)) from cause


def misfit(
    tree: dict[str, Any], text: str, record: type[Record], path: Path, error: type[ConsentuiError], cause: str = ""
) -> ConsentuiError:
    """The given error, with all that does not fit the record, or with `cause` if no mismatch is found."""
    from consentui.storage.mismatches import Mismatch, mismatches

    return _explained(mismatches(tree, record) or (Mismatch("$", cause),), text, path, error)


def spell_days(tree: dict[str, Any]) -> None:
    """Turn TOML dates into ISO texts, in place: a key that also takes a month or a year alone is a text."""
    left: list[Any] = [tree]  # a stack of our own, as dotted keys could drive a recursion too deep
    while left:
        values = left.pop()
        for key, value in values.items() if isinstance(values, dict) else enumerate(values):
            kind = type(value)
            if kind is dict or kind is list:
                left.append(value)
            elif kind is date:
                values[key] = value.isoformat()


def _explained(found: Sequence[Mismatch], text: str, path: Path, error: type[ConsentuiError]) -> ConsentuiError:
    """An error with every mismatch in the order of the file: the first in its title, the others in its detail."""
    from consentui.storage.mismatches import MOST
    from consentui.storage.toml_lines import line_of

    lines = sorted(((line_of(text, one.place), one) for one in found), key=lambda numbered: numbered[0])
    (line, first), *others = lines
    title = _("{path}, line {line}: {said}.").format(path=path, line=line, said=first.said)
    more = (_("line {line}: {said}.").format(line=number, said=one.said) for number, one in others)
    inside = first.place.removeprefix("$").removeprefix(".")
    where = (_("At {place}.").format(place=inside),) if inside else ()
    rest = (_("There may be more problems."),) if len(lines) >= MOST else ()
    return error(title, "\n".join((*where, *map(capitalised, more), *rest)), first.way_out)

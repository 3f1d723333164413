"""Reading single values from large JSON files: everything else is skipped without being decoded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Raw

_ASSIGNED = re.compile(rb"\s*window\.[\w.]+(?:\[[^\]=]*\])?\s*=\s*")
"""The assignment before the value in a JavaScript file of an X archive: `window.YTD.account.part0 = `."""
_BOM = b"\xef\xbb\xbf"


class NotThereError(LookupError):
    """The JSON has no value at this path."""


class NotJsonError(ValueError):
    """The content is neither JSON nor JavaScript that assigns JSON."""


def json_of(content: bytes) -> bytes:
    """The JSON of a file, without the JavaScript assignment around it."""
    content = content.removeprefix(_BOM)
    if assigned := _ASSIGNED.match(content):
        return content[assigned.end() :].rstrip().removesuffix(b";")
    return content


def value_at(content: bytes | Raw, path: Sequence[str]) -> Any:
    """The decoded value at a path; raises NotThereError if there is none, NotJsonError if the content is not JSON."""
    return _decoded(raw_at(content, path), Any)


def raw_at(content: bytes | Raw, path: Sequence[str]) -> bytes | Raw:
    """The JSON at a path, not decoded; raises NotThereError if there is none, NotJsonError if it is not JSON."""
    here = content
    for step in path:
        here = _step(here, step)
    return here


def elements_at(content: bytes | Raw, path: Sequence[str]) -> list[Raw]:
    """The elements of the list at a path, not decoded; raises NotThereError if there is no list."""
    inner = _opened(raw_at(content, path))
    if not isinstance(inner, list):
        raise NotThereError
    return inner


def repaired(text: str) -> str:
    """Undo the writing of each UTF-8 byte as a character of its own (“Ã©” for “é”), which Meta's files do."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def _step(content: bytes | Raw, step: str) -> Raw:
    inner = _opened(content)
    if isinstance(inner, dict):
        if step in inner:
            return inner[step]
        # Keys are in the person's language, so they may need the same repair as texts in Meta's files.
        found = [value for key, value in inner.items() if repaired(key) == step] if not step.isascii() else []
    elif isinstance(inner, list):
        found = _elements(inner, step)
    else:
        found = []
    if not found:
        raise NotThereError
    return found[0]


def _elements(several: list[Raw], step: str) -> list[Raw]:
    key, is_choice, wanted = step.partition("=")
    if is_choice:
        return [one for one in several if _says(one, key, wanted)]
    try:
        return [several[int(step)]]
    except (ValueError, IndexError):
        return []


def _says(element: Raw, key: str, wanted: str) -> bool:
    try:
        value = value_at(element, (key,))
    except NotThereError:
        return False
    return isinstance(value, str) and repaired(value).casefold() == wanted.casefold()


def _opened(content: bytes | Raw) -> dict[str, Raw] | list[Raw] | None:
    """The outermost object or list, with its values not decoded; None for any other value."""
    inner = _decoded(content, dict[str, Raw] | list[Raw] | str | float | bool | None)
    return inner if isinstance(inner, dict | list) else None


def _decoded(content: bytes | Raw, kind: Any) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise NotJsonError(str(error)) from error

"""Single values out of JSON that may be large: what is not asked for is stepped over, never built."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Raw

_ASSIGNED = re.compile(rb"\s*window\.[\w.]+(?:\[[^\]=]*\])?\s*=\s*")
"""What stands before the value in a JavaScript file of an X archive: `window.YTD.account.part0 = `."""
_BOM = b"\xef\xbb\xbf"


class NotThereError(LookupError):
    """The value has no such place."""


class NotJsonError(ValueError):
    """This is no JSON, and no JavaScript that assigns some."""


def json_of(content: bytes) -> bytes:
    """The JSON of a file, without what JavaScript puts around it."""
    content = content.removeprefix(_BOM)
    if assigned := _ASSIGNED.match(content):
        return content[assigned.end() :].rstrip().removesuffix(b";")
    return content


def value_at(content: bytes | Raw, path: Sequence[str]) -> Any:
    """The value at a path, as Python has it; raises NotThereError, and NotJsonError for what is no JSON."""
    return _decoded(raw_at(content, path), Any)


def raw_at(content: bytes | Raw, path: Sequence[str]) -> bytes | Raw:
    """The JSON at a path, unread."""
    here = content
    for step in path:
        here = _step(here, step)
    return here


def elements_at(content: bytes | Raw, path: Sequence[str]) -> list[Raw]:
    """The elements of the list at a path, unread; raises NotThereError where there is no list."""
    inner = _opened(raw_at(content, path))
    if not isinstance(inner, list):
        raise NotThereError
    return inner


def repaired(text: str) -> str:
    """Text whose UTF-8 bytes were written one by one as characters, as Meta's files have it (“Ã©” for “é”)."""
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
        # Keys are in the language of the person: they may be written as Meta writes.
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
    """The outermost table or list, what is in it unread; None for a plain value."""
    inner = _decoded(content, dict[str, Raw] | list[Raw] | str | float | bool | None)
    return inner if isinstance(inner, dict | list) else None


def _decoded(content: bytes | Raw, kind: Any) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise NotJsonError(str(error)) from error

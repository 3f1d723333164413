"""Plant foreign texts in every free-text field of a record; the fields are found by their types."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

import msgspec
from msgspec import inspect

from consentui.storage.form import FORM


def planted(record: Any, texts: Iterator[str]) -> Iterator[dict[str, Any]]:
    """The record as plain values, once for each field that takes free text, with the next text in that field only.

    Ids and fields with a fixed set of values do not count.
    """
    for place in _places(type(record)):
        tree: dict[str, Any] = msgspec.to_builtins(record)
        if _put(tree, place, next(texts)):
            yield without_nothing(tree)


def planted_whole(record: Any, texts: Iterator[str]) -> dict[str, Any]:
    """The record as plain values, with a text in every free-text field that still makes a valid record."""
    tree: dict[str, Any] = msgspec.to_builtins(record)
    for place in _places(type(record)):
        tried = deepcopy(tree)
        if _put(tried, place, next(texts)):
            with suppress(msgspec.ValidationError):
                msgspec.convert(tried, type(record))
                tree = tried
    whole: dict[str, Any] = without_nothing(tree)
    return whole


def without_nothing(value: Any) -> Any:
    """The value without keys that are None, which TOML cannot express."""
    if isinstance(value, dict):
        return {key: without_nothing(one) for key, one in value.items() if one is not None}
    return [without_nothing(one) for one in value] if isinstance(value, list) else value


def _places(kind: type[Any], above: tuple[type[Any], ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths to every free-text field; `[]` stands for an item of a list."""
    found = inspect.type_info(kind)
    if isinstance(found, inspect.StructType) and kind not in above:
        for field in found.fields:
            for rest in _within(field.type, (*above, kind)):
                yield field.encode_name, *rest


def _within(kind: inspect.Type, above: tuple[type[Any], ...]) -> Iterator[tuple[str, ...]]:
    match kind:
        case inspect.Metadata() if FORM in (kind.extra or {}):
            pass
        case inspect.StrType(pattern=None):
            yield ()
        case inspect.UnionType():
            for one in kind.types:
                yield from _within(one, above)
        case inspect.VarTupleType() | inspect.ListType():
            for rest in _within(kind.item_type, above):
                yield "[]", *rest
        case inspect.StructType():
            yield from _places(kind.cls, above)
        case inspect.Metadata():
            yield from _within(kind.type, above)
        case _:
            pass


def _put(tree: Any, place: tuple[str, ...], text: str) -> bool:
    """Put the text at the place; return whether the record has such a place."""
    name, *rest = place
    if name == "[]":
        if not isinstance(tree, list):
            return False
        if not rest:
            tree[:] = [text]
            return True
        return bool(tree) and _put(tree[0], tuple(rest), text)
    if not rest:
        tree[name] = text
        return True
    below = tree.get(name)
    if below is None and rest == ["[]"]:
        below = tree[name] = []
    return below is not None and _put(below, tuple(rest), text)

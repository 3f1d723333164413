"""Find the line of a key in a TOML file, for error messages that lead to the right place."""

from __future__ import annotations

import re

_QUOTED_OR_COMMENT = re.compile(
    r"""#[^\n]*|\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.DOTALL
)
_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]?\]")
_KEY = re.compile(r"^\s*([\w.-]+)\s*=")
_STEP = re.compile(r"\.([\w-]+)(?:\[(\d+)\])?")


def line_of(text: str, place: str) -> int:
    """The 1-based line of a place like `$.control[2].route[0].surface`.

    Falls back to the nearest enclosing key or table that is found, else to line 1.
    """
    lines = _QUOTED_OR_COMMENT.sub(_first_line, text).split("\n")
    table, start, end = "", 0, len(lines)
    keys: list[str] = []
    for name, index in _STEP.findall(place):
        inner = ".".join(filter(None, (table, *keys, name)))
        headers = _headers(lines[:end], inner, start)
        number = int(index or 0)
        if number < len(headers):
            table, start, end, keys = inner, headers[number], [*headers, end][number + 1], []
        else:
            keys.append(name)
    found = _key_line(lines, keys, start + 1 if table else start) if keys else None
    return (start if found is None else found) + 1


def _first_line(quoted: re.Match[str]) -> str:
    """The first line of a quoted text or comment, its other lines emptied so that none is taken for a key or table."""
    first, *more = quoted[0].split("\n")
    return first + "\n" * len(more)


def _headers(lines: list[str], dotted: str, start: int) -> list[int]:
    """The 0-based lines of each `[[dotted]]` or `[dotted]` at or after `start`."""
    return [
        number
        for number, line in enumerate(lines[start:], start)
        if (header := _HEADER.match(line)) and header[1] == dotted
    ]


def _key_line(lines: list[str], keys: list[str], start: int) -> int | None:
    """The 0-based line of a (dotted) key in the table whose keys begin at `start`, else of the key that encloses it."""
    written: dict[str, int] = {}
    for number, line in enumerate(lines[start:], start):
        if _HEADER.match(line):
            break
        if key := _KEY.match(line):
            written.setdefault(key[1], number)
            written.setdefault(key[1].split(".")[0], number)
    return written.get(".".join(keys), written.get(keys[0]))

"""The line of a TOML file on which a key stands, for messages that send a person to the right place."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]?\]")
_KEY = re.compile(r"^\s*([\w.-]+)\s*=")
_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")


def line_of(text: str, place: str) -> int:
    """The 1-based line of a place like `$.control[2].route[0].surface`.

    Falls back to the nearest enclosing table that is found, and to line 1.
    """
    lines = text.splitlines()
    steps = _STEP.findall(place)
    table, line = "", 0
    keys: list[str] = []
    for position, (name, _) in enumerate(steps):
        index = steps[position + 1][1] if position + 1 < len(steps) else ""
        if name and index:
            dotted = f"{table}.{name}".lstrip(".")
            found = _nth_header(lines, dotted, int(index), line)
            if found is None:
                keys.append(name)
                break
            table, line, keys = dotted, found, []
        elif name:
            keys.append(name)
    return (_key_line(lines, keys, line) or line) + 1


def _nth_header(lines: list[str], dotted: str, index: int, start: int) -> int | None:
    """The 0-based line of the index-th `[[dotted]]` at or after `start`."""
    headers = [
        number
        for number, line in enumerate(lines[start:], start)
        if (header := _HEADER.match(line)) and header[1] == dotted
    ]
    return headers[index] if index < len(headers) else None


def _key_line(lines: list[str], keys: list[str], start: int) -> int | None:
    """The 0-based line of a (dotted) key in the table that begins at `start`."""
    if not keys or not lines:
        return None
    begin = start + 1 if _HEADER.match(lines[start]) else start
    written = {}
    for number, line in enumerate(lines[begin:], begin):
        if _HEADER.match(line):
            break
        if key := _KEY.match(line):
            written.setdefault(key[1], number)
            written.setdefault(key[1].split(".")[0], number)
    return written.get(".".join(keys), written.get(keys[0]))

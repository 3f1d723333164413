"""Firefox's own file of choices, `prefs.js`: one line each, and only what was changed."""

from __future__ import annotations

import re

import msgspec

_LINE = re.compile(
    r"""^user_pref\("((?:[^"\\]|\\.)*)",[ \t]*(true|false|-?\d{1,18}|"(?:[^"\\\n]|\\.)*")\);[ \t\r]*$""", re.MULTILINE
)


def preferences_in(content: bytes) -> dict[str, bool | int | str]:
    """The choices by name, the last of each; empty for what is no such file."""
    return {name: _value(printed) for name, printed in _LINE.findall(content.decode("utf-8", "replace"))}


def _value(printed: str) -> bool | int | str:
    if printed.startswith('"'):
        try:
            return msgspec.json.decode(printed, type=str)
        except msgspec.DecodeError:  # an escape that JSON does not have
            return printed[1:-1]
    return printed == "true" if printed in {"true", "false"} else int(printed)

"""Reading Firefox's `prefs.js`, which has one line for each preference that was changed from its default."""

from __future__ import annotations

import re

import msgspec

_LINE = re.compile(
    r"""^user_pref\("((?:[^"\\]|\\.)*)",[ \t]*(true|false|-?\d{1,18}|"(?:[^"\\\n]|\\.)*")\);[ \t\r]*$""", re.MULTILINE
)


def preferences_in(content: bytes) -> dict[str, bool | int | str]:
    """The preferences by name, the last line winning; empty if the content is not such a file."""
    return {name: _value(printed) for name, printed in _LINE.findall(content.decode("utf-8", "replace"))}


def _value(printed: str) -> bool | int | str:
    if printed.startswith('"'):
        try:
            return msgspec.json.decode(printed, type=str)
        except msgspec.DecodeError:  # a JavaScript escape that JSON lacks
            return printed[1:-1]
    return printed == "true" if printed in {"true", "false"} else int(printed)

"""What a keyboard sends: the bytes that xterm writes for a key named the way Textual names it."""

from __future__ import annotations

_NAMED = {
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "enter": "\r",
    "escape": "\x1b",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
    "home": "\x1b[H",
    "insert": "\x1b[2~",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "right": "\x1b[C",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
}
_MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}


def bytes_of(key: str) -> bytes:
    """The bytes of one key: a character, `enter`, `f1`, `ctrl+q`, `alt+x`, `shift+up`.

    Raises ValueError for a key that no terminal sends.
    """
    if len(key) == 1:
        return key.encode()
    if key in _NAMED:
        return _NAMED[key].encode()
    *modifiers, base = key.split("+")
    if modifiers == ["ctrl"] and len(base) == 1 and "a" <= base <= "z":
        return bytes([ord(base) & 0x1F])
    if modifiers == ["alt"]:
        return b"\x1b" + bytes_of(base)
    plain = _NAMED.get(base, "")
    if modifiers and plain[:2] == "\x1b[" and all(name in _MODIFIERS for name in modifiers):
        return _modified(plain, 1 + sum(_MODIFIERS[name] for name in modifiers)).encode()
    raise ValueError(f"no terminal sends {key!r}")


def _modified(plain: str, modifier: int) -> str:
    number = plain[2:-1] or "1"
    return f"\x1b[{number};{modifier}{plain[-1]}"

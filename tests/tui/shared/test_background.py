"""Reading a terminal's answer about its background colour."""

from __future__ import annotations

import pytest

from consentui.tui.shared.background import is_light


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?64;1c", True),
        (b"\x1b]11;rgb:fdfd/f6f6/e3e3\x07", True),
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\", False),
        (b"\x1b]11;rgb:0000/2b2b/3636\x07", False),
        (b"\x1b]11;rgb:ff/ff/ff\x07", True),
        (b"\x1b]11;rgb:f/f/f\x07", True),
        (b"\x1b]11;rgb:0/0/0\x07", False),
        (b"\x1b]11;rgba:FFFF/FFFF/FFFF/8000\x07", True),
    ],
    ids=["white", "Solarized light", "black", "Solarized dark", "two digits", "one digit", "one dark", "with alpha"],
)
def test_a_terminal_says_whether_it_is_light(answer: bytes, light: bool) -> None:  # noqa: FBT001 -- a column of a table
    assert is_light(answer) is light


def test_green_counts_for_more_than_blue_as_eyes_see_it() -> None:
    assert is_light(b"\x1b]11;rgb:0000/ffff/0000\x07")
    assert not is_light(b"\x1b]11;rgb:0000/0000/ffff\x07")


@pytest.mark.parametrize("answer", [b"", b"\x1b[?64;1;2c", b"\x1b]11;?\x07", b"\x1b]11;rgb:zz/zz/zz\x07"])
def test_a_terminal_that_does_not_say_counts_as_dark(answer: bytes) -> None:
    assert not is_light(answer)

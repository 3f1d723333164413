"""The terminal's clipboard."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.cli.clipboard import send_to_terminal, sequence


@given(st.text())
def test_a_terminal_is_sent_any_text_in_letters_that_cannot_end_the_sequence(text: str) -> None:
    sent = sequence(text)
    start, payload, end = sent[:7], sent[7:-1], sent[-1]
    assert (start, end) == ("\x1b]52;c;", "\a")
    assert base64.b64decode(payload, validate=True).decode() == text


def test_the_sequence_goes_to_the_terminal_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    send_to_terminal("https://x.com/settings")
    assert capsys.readouterr().out == "\x1b]52;c;aHR0cHM6Ly94LmNvbS9zZXR0aW5ncw==\a"

"""Bytes from the terminal: all text and keys come through, and nothing stops the reader."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from consentui.tui.shared.keyboard import Keyboard


def read(*blocks: bytes) -> tuple[list[Message], int]:
    """The messages that a keyboard gives for these blocks, and how many bytes it dropped."""
    given_: list[Message] = []
    keyboard = Keyboard(given_.append)
    dropped = sum(keyboard.feed(block) for block in blocks)
    return given_, dropped


def typed(messages: Iterable[Message]) -> str:
    return "".join(one.character or "" for one in messages if isinstance(one, Key))


def pasted(messages: Iterable[Message]) -> str:
    return "".join(one.text for one in messages if isinstance(one, Paste))


@pytest.mark.parametrize("block", [b"caf\xe9", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80"])
def test_bytes_that_are_no_text_are_dropped_and_counted(block: bytes) -> None:
    messages, dropped = read(b"a" + block + b"b")
    assert typed(messages) == "a" + block.decode(errors="ignore") + "b"
    assert dropped == len(block) - len(block.decode(errors="ignore"))


@pytest.mark.parametrize(
    "code", [b"\x1b[1114112u", b"\x1b[99999999999u", b"\x1b[97;1;1114112u", b"\x1b[97;1;55296:99999999u"]
)
def test_the_code_of_no_key_is_dropped_and_what_follows_comes_through(code: bytes) -> None:
    messages, dropped = read(b"a" + code + "bé".encode(), b"c")
    assert (typed(messages).replace("\ud800", ""), dropped) == ("abéc", 1)


def test_a_letter_that_comes_in_two_reads_is_one() -> None:
    messages, dropped = read("é".encode()[:1], "é".encode()[1:])
    assert (typed(messages), dropped) == ("é", 0)


def test_what_is_pasted_comes_whole_but_for_what_is_no_text() -> None:
    text = "Réglages [x] \x1b[31m" + "y" * 10_000
    messages, dropped = read(b"\x1b[200~" + text.encode() + b"\xff\xff\x1b[201~", b"z")
    assert (pasted(messages), typed(messages), dropped) == (text, "z", 2)


def test_a_pasted_text_that_looks_like_keys_presses_none() -> None:
    messages, _dropped = read(b"\x1b[200~a\x1b[1114112uq\x1b[31m", b"qqq" * 20 + b"\x1b[20", b"1~")
    assert (pasted(messages), typed(messages)) == ("a\x1b[1114112uq\x1b[31m" + "qqq" * 20, "")


def test_after_a_code_that_was_dropped_keys_are_still_keys() -> None:
    messages, _dropped = read(b"\x1b[1114112u", b"\x1b[A", b"\x1b[B")
    assert [one.key for one in messages if isinstance(one, Key)] == ["up", "down"]


_spoilt = st.lists(
    st.binary(max_size=8)
    | st.sampled_from([b"\x1b", b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"\x1b[<0;0;0M", b"\x1b[48;0;0;0;0t", b"9" * 30])
    | st.from_regex(r"\x1b\[[0-9:;]{0,12}[u~ABMmtRy]", fullmatch=True).map(str.encode),
    max_size=12,
)


@given(_spoilt)
def test_no_bytes_whatever_end_the_reader(blocks: list[bytes]) -> None:
    given_: list[Message] = []
    keyboard = Keyboard(given_.append)
    for block in blocks:
        keyboard.feed(block)
        keyboard.tick()
    keyboard.feed(b"\x1b[201~", final=True)
    keyboard.feed(b"." * 40 + b"ok")  # as long as the rest of a begun sequence may be
    assert typed(given_).endswith("ok")

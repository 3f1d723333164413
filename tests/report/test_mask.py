"""Handles hidden in reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.report.mask import masked_handle, without_handle


@pytest.mark.parametrize(
    ("handle", "masked"),
    [
        ("@marie_l", "@m…"),
        ("marie_l", "m…"),
        ("marie@example.org", "m…"),
        ("élise", "é…"),
        ("@", ""),
        ("", ""),
    ],
)
def test_only_the_first_letter_of_a_handle_is_shown(handle: str, masked: str) -> None:
    assert masked_handle(handle) == masked


@pytest.mark.parametrize(
    ("text", "handle", "hidden"),
    [
        ("Signed in as marie_l.", "@marie_l", "Signed in as m…."),
        ("Signed in as @marie_l.", "marie_l", "Signed in as @m…."),
        ("Marie_L and MARIE_L", "@marie_l", "M… and M…"),
        ("https://x.com/marie_l/status", "@marie_l", "https://x.com/m…/status"),
        ("a.b is not aXb", "a.b", "a… is not aXb"),
        ("nothing of hers", "@marie_l", "nothing of hers"),
        ("a cat", "@a", "a cat"),
        ("a cat", "", "a cat"),
    ],
)
def test_a_handle_is_hidden_in_a_text_wherever_it_stands(text: str, handle: str, hidden: str) -> None:
    assert without_handle(text, handle) == hidden


@given(before=st.text(), after=st.text(), handle=st.text(min_size=2).filter(lambda handle: "@" not in handle))
def test_no_text_keeps_a_handle(before: str, after: str, handle: str) -> None:
    hidden = without_handle(f"{before} {handle} {after}", handle)
    assert f" {handle} " not in hidden or f" {handle} " in f" {before} {after} "

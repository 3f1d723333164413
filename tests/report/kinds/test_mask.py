"""Handles hidden in reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.report.kinds.mask import hidden, masked_handle, without_handles


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
    ("text", "handle", "shown"),
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
def test_a_handle_is_hidden_in_a_text_wherever_it_stands(text: str, handle: str, shown: str) -> None:
    assert without_handles(text, hidden([handle])) == shown


@given(before=st.text(), after=st.text(), handle=st.text(min_size=2).filter(lambda handle: "@" not in handle))
def test_no_text_keeps_a_handle(before: str, after: str, handle: str) -> None:
    shown = without_handles(f"{before} {handle} {after}", hidden([handle]))
    assert f" {handle} " not in shown or f" {handle} " in f" {before} {after} "


def test_the_handles_of_all_accounts_are_hidden_the_longest_first() -> None:
    assert without_handles("marie and marie_l", hidden(["marie", "@marie_l", ""])) == "m… and m…"


def test_where_nothing_is_to_be_hidden_a_text_stays_as_it_is() -> None:
    assert without_handles("marie", hidden([])) == "marie"

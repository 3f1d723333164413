"""The nearest known name to a mistyped one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.nearest import nearest

KNOWN = ("Twitter", "facebook", "instagram")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("twiter", "Twitter"), ("FACEBOK", "facebook"), ("instragram", "instagram"), ("Twitter", "Twitter")],
)
def test_a_slip_leads_to_the_name_as_it_is_written(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["zebra", "", "t"])
def test_what_is_like_nothing_leads_nowhere(typed: str) -> None:
    assert nearest(typed, KNOWN) is None


def test_where_nothing_is_known_nothing_is_near() -> None:
    assert nearest("twitter", ()) is None


@given(st.text(), st.lists(st.text()))
def test_only_known_names_are_given(typed: str, known: list[str]) -> None:
    assert nearest(typed, known) in {None, *known}

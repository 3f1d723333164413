"""Names inside a download: those of the platform, and others that lead out of it or were left by a system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.verify.names import STRAY, comparable, is_stray

PARTS = st.lists(
    st.sampled_from(["/", "\\", ".", "..", "._", "__MACOSX", ":", "\0", "a", "é", ".x", "data.js"]), max_size=9
)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "c:/x", "../x", "a/../x", "a/..", "__MACOSX/a", "a/__macosx/b", "._a", "a/._b", "a\0b", "..", "."],
)
def test_what_leaves_its_archive_or_was_left_there_by_a_system_is_not_the_platforms(name: str) -> None:
    assert is_stray(comparable(name)) is (name != ".")


@pytest.mark.parametrize("name", ["data/tweets.js", "a/b: c.js", ".hidden/a", "a..b/c", "a/._b/c", "my__macosx.txt"])
def test_what_only_looks_so_is(name: str) -> None:
    assert not is_stray(comparable(name))


@given(PARTS.map("".join) | st.text(max_size=20))
def test_the_short_way_to_tell_tells_the_same_as_the_long_one(name: str) -> None:
    within = comparable(name)
    assert is_stray(within) is (STRAY.search(within) is not None)

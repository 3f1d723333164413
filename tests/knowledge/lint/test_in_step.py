"""The file with the fingerprints of the accepted texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import KnowledgeError
from consentui.knowledge.lint.in_step import as_toml, in_step_file, print_of, read_in_step
from consentui.knowledge.records import Text
from tests.builders import a_text

ONE, TWO = a_text("One.", "Un."), a_text("Two.", "Deux.")


@given(st.text(max_size=5), st.text(max_size=5), st.text(max_size=5))
def test_each_language_has_its_own_half_of_the_print(english: str, french: str, other: str) -> None:
    before, after = print_of(Text(english, french)).split(), print_of(Text(english, other)).split()
    assert before[0] == after[0]
    assert (before[1] == after[1]) == (french == other)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    in_step_file(tmp_path).write_text(as_toml({"packs": [ONE], "platforms/x": [TWO, ONE, ONE]}), encoding="utf-8")
    assert read_in_step(tmp_path) == {
        "packs": frozenset({print_of(ONE)}),
        "platforms/x": frozenset({print_of(ONE), print_of(TWO)}),
    }


def test_it_is_one_line_a_text_in_order() -> None:
    text = as_toml({"platforms/x": [TWO], "packs": [ONE, TWO]})
    assert text == as_toml({"packs": [TWO, ONE], "platforms/x": [TWO]})
    first, second = sorted([print_of(ONE), print_of(TWO)])
    assert text.splitlines()[-7:] == [
        '"packs" = [',
        f'  "{first}",',
        f'  "{second}",',
        "]",
        '"platforms/x" = [',
        f'  "{print_of(TWO)}",',
        "]",
    ]
    assert text.startswith("# SPDX-License-Identifier: CC-BY-4.0\n")


def test_before_anything_was_accepted_there_is_nothing(tmp_path: Path) -> None:
    assert read_in_step(tmp_path) == {}


def test_a_spoilt_file_is_told(tmp_path: Path) -> None:
    in_step_file(tmp_path).write_text("accepted = 1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 1"):
        read_in_step(tmp_path)

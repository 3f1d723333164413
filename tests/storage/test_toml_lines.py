"""The line that an error message names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.storage.toml_lines import line_of

TEXT = """\
# a comment
id = "x"
about.en = "In English"
about.fr = "En français"

[[control]]
id = "first"
title.en = "One"
title.fr = "Un"
needs = [
  { en = "A login", fr = "Un identifiant" },
]

[[control.route]]
surface = "web"

  [[control.route]]
  surface = "ios"
  path.en = ["More"]

[[control]]
id = "second"
[[control.route]]
surface = "android"

[schedule]
every = "month"
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("$.id", 2),
        ("$.about", 3),
        ("$.about.en", 3),
        ("$.about.fr", 4),
        ("$.control[0]", 6),
        ("$.control[0].id", 7),
        ("$.control[0].title.fr", 9),
        ("$.control[0].route[0].surface", 15),
        ("$.control[0].route[1].surface", 18),
        ("$.control[0].route[1].path.en[0]", 19),
        ("$.control[1]", 21),
        ("$.control[1].id", 22),
        ("$.control[1].route[0].surface", 24),
        ("$.schedule", 26),
        ("$.schedule.every", 27),
    ],
)
def test_a_place_has_its_line(place: str, line: int) -> None:
    assert line_of(TEXT, place) == line


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("$.control[0].needs[0].fr", 10),
        ("$.control[0].title.de", 8),
        ("$.control[0].nothing", 6),
        ("$.control[1].title", 21),
        ("$.control[0].route[2].surface", 6),
        ("$.schedule.day", 26),
        ("$.control[1].route[5].surface", 21),
        ("$.control[7]", 1),
        ("$.nothing", 1),
        ("$", 1),
    ],
)
def test_a_place_that_is_not_written_has_the_line_of_what_encloses_it(place: str, line: int) -> None:
    assert line_of(TEXT, place) == line


def test_a_table_of_a_later_item_is_not_taken_for_this_ones() -> None:
    text = "[[control]]\nid = 1\n[[control]]\n[control.title]\nen = 2\n[[control.route]]\n"
    assert line_of(text, "$.control[0].title.en") == 1
    assert line_of(text, "$.control[0].route[0]") == 1
    assert line_of(text, "$.control[1].title.en") == 5


def test_the_key_of_a_table_is_not_taken_for_one_of_the_file() -> None:
    assert line_of("[[control]]\nname = 1\n", "$.name") == 1


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_what_a_string_over_several_lines_holds_is_no_key_and_no_table(quotes: str) -> None:
    text = f'name = {quotes}\nid = 1\n[[control]]\nid = 2\n{quotes} # "\nid = 3\n[[control]]\nid = 4\n'
    assert line_of(text, "$.id") == 6
    assert line_of(text, "$.control[0].id") == 8


@pytest.mark.parametrize("line", ['# it\'s """', 'name = "# \\""', "name = '\\'"])
def test_a_quote_in_a_comment_or_in_a_string_begins_no_string(line: str) -> None:
    assert line_of(f"{line}\nid = 1\n", "$.id") == 2


def test_an_empty_text_has_one_line() -> None:
    assert line_of("", "$.control[0].id") == 1


@given(st.text(), st.from_regex(r"\$(\.[a-z]{1,9}(\[[0-9]{1,3}\])?){0,4}", fullmatch=True))
def test_a_line_always_exists_in_the_text(text: str, place: str) -> None:
    assert 1 <= line_of(text, place) <= text.count("\n") + 1

"""Rows of columns, and progress bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.tui.shared.columns import Cell, bar, heading, row

texts = st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=40)


def test_a_text_is_padded_to_its_column() -> None:
    assert row(Cell("abc", 5), Cell("d", 2)).plain == "abc  d "


def test_a_text_may_stand_at_the_right_of_its_column() -> None:
    assert row(Cell("abc", 5, align="right")).plain == "  abc"


def test_a_text_that_does_not_fit_ends_with_an_ellipsis() -> None:
    assert row(Cell("Training", 5)).plain == "Trai…"


def test_a_column_without_width_is_left_out() -> None:
    assert row(Cell("abc", 0), Cell("x", 1), Cell("y", -3)).plain == "x"


def test_wide_characters_take_two_cells() -> None:
    assert row(Cell("日本", 5)).plain == "日本 "


def test_markup_in_a_text_is_text() -> None:
    assert row(Cell("[b]x[/b] [/]", 14)).plain == "[b]x[/b] [/]  "


@given(st.lists(st.tuples(texts, st.integers(1, 30)), max_size=5))
def test_a_row_is_as_wide_as_its_columns_whatever_the_texts(columns: list[tuple[str, int]]) -> None:
    cells = [Cell(text, width) for text, width in columns]
    assert row(*cells).cell_length == sum(width for _text, width in columns)


def test_a_heading_is_in_capitals() -> None:
    assert heading("To do · à faire").plain == "TO DO · À FAIRE"


@pytest.mark.parametrize(
    ("done", "of", "drawn"),
    [
        (0, 0, "░░░░░░░░░░"),
        (0, 4, "░░░░░░░░░░"),
        (2, 4, "█████░░░░░"),
        (4, 4, "██████████"),
        (1, 1000, "█░░░░░░░░░"),
        (999, 1000, "█████████░"),
    ],
)
def test_progress_is_drawn_in_blocks(done: int, of: int, drawn: str) -> None:
    assert bar(done, of) == drawn


@given(st.integers(1, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.integers(2, 40))
def test_some_progress_is_seen_and_only_all_of_it_is_full(progress: tuple[int, int], width: int) -> None:
    done, of = progress
    drawn = bar(done, of, width)
    assert len(drawn) == width
    assert ("█" in drawn) == (done > 0)
    assert ("░" in drawn) == (done < of)


def test_a_name_is_cut_inside_so_that_its_end_tells_it_apart() -> None:
    names = [row(Cell(f"a-brand-with-a-long-name-{number}", 15, cut="middle")).plain for number in (1, 2)]
    assert names == ["a-brand-…name-1", "a-brand-…name-2"]
    assert row(Cell("short", 15, cut="middle")).plain == "short          "


@given(texts, st.integers(min_value=1, max_value=30))
def test_wherever_it_is_cut_a_cell_is_as_wide_as_its_column(text: str, width: int) -> None:
    assert row(Cell(text, width, cut="middle")).cell_length == width

"""Cleaning foreign text and folding text for search, for any input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consentui.text import capitalised, clean, clean_line, findable, shorten, wrapped_under

BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
ANY_TEXT = st.text(
    st.one_of(
        st.characters(categories=None, exclude_categories=()),
        st.sampled_from("\x00\x07\x1b\r\n\t\x7f\x85\x9b\u061c\u200e\u200f\u202e\u2066\u2028\ufeff\ud800\U000e0041"),
    )
)


def is_inert(char: str) -> bool:
    """Whether the character is inert, by Unicode's own tables and not by the pattern that cleans."""
    if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
        return char in "\n\t"
    return unicodedata.bidirectional(char) not in BIDI_CONTROLS and char not in "\u061c\u200e\u200f\ufeff"


@given(ANY_TEXT)
@example("\ud800\x1b]0;title\x07")
def test_clean_text_cannot_drive_a_terminal(text: str) -> None:
    assert all(is_inert(char) for char in clean(text))


@given(ANY_TEXT)
def test_a_clean_line_is_clean_and_one_line_with_single_spaces(text: str) -> None:
    line = clean_line(text)
    assert all(is_inert(char) for char in line)
    assert line == " ".join(line.split())


@given(ANY_TEXT)
@example("\r\x00\n")
@example("\r\r\n")
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n\t\u00a0\u202f")))
def test_what_can_be_seen_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("family", ["👨\u200d👩\u200d👧", "نمی\u200cخواهم", "क्\u200dष"])
def test_joiners_that_make_up_letters_and_emoji_are_kept(family: str) -> None:
    assert clean(family) == family


@pytest.mark.parametrize(("typed", "expected"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb")])
def test_every_line_end_becomes_a_newline(typed: str, expected: str) -> None:
    assert clean(typed) == expected


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Paramètres", "parametres"),
        ("L’IA", "l'ia"),
        ("« Œuvre »", '" oeuvre "'),
        ("Vie privée\u202f: X", "vie privee : x"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("𝐆𝐫𝐨𝐤 ℂ", "grok c"),
        ("  two\n words ", "two words"),
    ],
)
def test_search_sees_no_case_accents_or_typography(written: str, folded: str) -> None:
    assert findable(written) == folded


@given(st.text())
def test_what_was_folded_for_search_is_plain_already(text: str) -> None:
    folded = findable(text)
    assert not any(unicodedata.combining(char) for char in folded)
    assert folded == " ".join(folded.split())


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text if len(text) <= width else short.endswith("…")


def test_a_cut_leaves_no_space_before_the_ellipsis() -> None:
    assert shorten("one two three", 5) == "one…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the switch", "The switch"), ("été", "Été"), ("iPhone", "iPhone"), ("X", "X"), ("", ""), ("à faire", "À faire")],
)
def test_a_sentence_begins_with_a_capital_but_names_keep_theirs(text: str, expected: str) -> None:
    assert capitalised(text) == expected


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("one two three four", ["one two", "three four"]),
        ("  · one two three four", ["  · one two", "    three", "    four"]),
        ("", [""]),
    ],
)
def test_further_lines_of_an_item_stand_under_its_text(line: str, lines: list[str]) -> None:
    assert wrapped_under(line, 12).split("\n") == lines

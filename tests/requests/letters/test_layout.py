"""Sentences of templates become paragraphs and lists."""

from __future__ import annotations

import pytest

from consentui.requests.letters.layout import ended, is_sentence, lines_of, one_line, run_on, set_out, unended


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("One.\nTwo.\n", "One. Two."),
        ("One.\n\n\n  \nTwo.", "One.\n\nTwo."),
        ("Do.\n1. This.\n2. That.\nThen.", "Do.\n1. This.\n2. That.\nThen."),
        ("- a.\n- b.", "- a.\n- b."),
        ("", ""),
        ("  One  word.  ", "One word."),
    ],
)
def test_text_is_set_out(text: str, set_as: str) -> None:
    assert set_out(text) == set_as


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\r\nb\tc", "a b c"), (" a ", "a"), ("«\u202fa\u202f»", "«\u202fa\u202f»"), ("\x1b[0ma\u202e", "[0ma")],
)
def test_foreign_text_comes_on_one_line_and_keeps_narrow_spaces(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("I write", "I write."),
        ("I write.", "I write."),
        ("Why?", "Why?"),
        ("«\u202fOui.\u202f»", "«\u202fOui.\u202f»"),
        ("and so,", "and so."),
        ("Ainsi\u202f:", "Ainsi."),
        (" ", ""),
    ],
)
def test_words_become_a_sentence(text: str, sentence: str) -> None:
    assert ended(text) == sentence


@pytest.mark.parametrize(("text", "quoted"), [("A.", "A"), ("A", "A"), ("A...", "A..."), ("A?", "A?")])
def test_a_sentence_loses_its_full_stop_within_another(text: str, quoted: str) -> None:
    assert unended(text) == quoted


@pytest.mark.parametrize(("line", "is_one"), [("Facts", False), ("It is.", True), ("Is it?", True), ("(See 1.)", True)])
def test_headings_are_no_sentences(line: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_sentence(line) is is_one


def test_the_lines_of_an_address_are_those_with_words() -> None:
    assert lines_of("a\r\n \n b \n\x07\n") == ["a", "b"]


def test_nothing_runs_on_to_nothing() -> None:
    assert run_on(()) == ""

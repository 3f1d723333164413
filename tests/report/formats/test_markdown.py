"""The report as Markdown, parsed by a Markdown parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from consentui.i18n import Language
from consentui.report.formats.markdown import inert
from consentui.text import clean_line
from tests.builders import a_control, a_platform, a_text, an_account, an_event, decided, noted, proof_added, recorded
from tests.report.kinds.test_accounts import report
from tests.report.kinds.test_day import written

Speak = Callable[[Language], None]

READERS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]
"""Parsers of CommonMark, and of Markdown as most programs read it."""

HOSTILE = [
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "`code` ``more``",
    "| a | b |",
    "# heading",
    "## heading ##",
    "- item",
    "1. item",
    "1)",
    "---",
    "+",
    "===",
    "> quote",
    "***",
    "**bold** _em_ ~~gone~~",
    "[x]: https://evil.example",
    "<https://evil.example>",
    "&lt;script&gt;",
    "back\\slash\\",
    "line\n\n# heading\n\n    code\n",
    "a\n---",
    "$x$ {a} =b=",
]


def tokens(text: str, reader: MarkdownIt = READERS[0]) -> Iterator[Token]:
    """Every token of a text, including inline ones."""
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def words(text: str, reader: MarkdownIt = READERS[0]) -> str:
    """The text that a person sees."""
    return "".join(token.content for token in tokens(text, reader) if token.type == "text")


def kinds(text: str, reader: MarkdownIt = READERS[0]) -> set[str]:
    return {token.type for token in tokens(text, reader)}


# Foreign text


PLACES = ["{}", "Note: {}", "- {}", "- **{}**", "## {}"]
"""Places in a document where a foreign text may be."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_nothing_but_text(text: str, reader: MarkdownIt, place: str) -> None:
    said = place.format(inert(text))
    assert kinds(said, reader) == kinds(place.format("harmless"), reader)
    assert " ".join(text.split()) in words(said, reader)


@given(text=st.text().map(clean_line).filter(bool))
def test_any_text_reads_as_it_was_written(text: str) -> None:
    assert words(f"Note: {inert(text)}") == f"Note: {text}"


@given(
    text=st.text(st.sampled_from("[]()<>!`*_#|~&;\\ab1.-+={}$:/ \n"), max_size=20).filter(str.strip),
    place=st.sampled_from(PLACES),
)
def test_no_mix_of_marks_becomes_markdown(text: str, place: str) -> None:
    said = place.format(inert(text))
    assert kinds(said, READERS[1]) == kinds(place.format("harmless"), READERS[1])
    assert " ".join(text.split()) in words(said, READERS[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_handles_notes_labels_and_platforms_cannot_break_the_report(text: str) -> None:
    harmless = report_with("harmless")
    hostile = report_with(text)
    assert [token.type for token in MarkdownIt("commonmark").parse(hostile)] == [
        token.type for token in MarkdownIt("commonmark").parse(harmless)
    ]
    assert kinds(hostile) == kinds(harmless)
    assert words(hostile).count(" ".join(text.split())) == words(harmless).count("harmless")


def report_with(text: str) -> str:
    """A report with the text in every place that can hold a foreign one."""
    control = a_control(title=a_text(text))
    platform = a_platform(control, a_control(id="abroad", title=a_text(text), regions=("US",)), name=text)
    event = an_event(what=a_text(text))
    entries = (
        recorded("switched-off", 1, seen=text, note=text),
        noted(text, 2, seen=text),
        decided("refuse", 3, note=text),
        proof_added(4, name=text, note=text),
    )
    made = report(
        *entries,
        platform=replace(platform, event=(event,)),
        account=an_account(handle=text),
        names="full",
    )
    return written(made)

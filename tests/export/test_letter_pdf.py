"""A letter as PDF, read back, says what the letter says, whatever text it contains."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from consentui.errors import UsageError
from consentui.export.letter_pdf import letter_pdf
from consentui.i18n import LANGUAGES, Language
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import Letter, letter
from tests.pdfs import bare, read, words
from tests.requests.letter_facts import SITUATIONS, full

LETTER = letter(Kind.OBJECT_TRAINING, full(), "en")
A4 = (595, 842)
"""In points, the unit of PDF."""


def with_body(body: str) -> Letter:
    return replace(LETTER, body=body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.OBJECT_TRAINING, Kind.ACCESS, Kind.REMINDER, Kind.COMPLAINT])
def test_it_says_what_the_letter_says(kind: Kind, language: Language) -> None:
    text = letter(kind, full(language), language)
    assert words(letter_pdf(text, language)) == bare(text.body)


@pytest.mark.parametrize("facts", SITUATIONS.values(), ids=SITUATIONS)
def test_so_it_does_in_every_situation_even_a_hostile_one(facts: Callable[[], Facts]) -> None:
    text = letter(Kind.OBJECT_TRAINING, facts(), "en")
    assert words(letter_pdf(text, "en")) == bare(text.body)


def test_pages_are_a4_numbered_and_the_document_has_a_title_and_a_language() -> None:
    long = with_body("\n\n".join(f"Paragraph {number}." for number in range(80)))
    document = read(letter_pdf(long, "fr"))
    assert len(document.pages) == 3
    for at, page in enumerate(document.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert page.extract_text().strip().endswith(f"{at} / 3")
    assert document.metadata is not None
    assert document.metadata.title == LETTER.subject
    assert str(document.root_object["/Lang"]) == "fr"


def test_lines_of_an_address_stay_lines() -> None:
    text = read(letter_pdf(with_body("Marie Lefèvre\n12 rue des Lilas\n31000 Toulouse\n\nDear all,"), "en")).pages[0]
    assert text.extract_text().splitlines()[:3] == ["Marie Lefèvre", "12 rue des Lilas", "31000 Toulouse"]


HOSTILE = [
    '#read("/etc/passwd")',
    "#panic()",
    '#set page(width: 1mm)\n#import "@preview/x:1.0.0"',
    "= Heading\n\n== Another",
    "*bold* _italics_ `raw` $x^2$ <label> @reference",
    "https://evil.example // not a comment /* nor this */",
    '\\ "] } ) \\u{41} ~ --- ...',
    "[/] {{ 7 * 7 }} <b>x</b>",
    "#sys.inputs.letter",
]


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_in_a_letter_is_markup_or_is_run(body: str) -> None:
    content = letter_pdf(replace(LETTER, subject=body, body=body), "en")
    assert words(content) == bare(body)
    document = read(content)
    assert all("/Annots" not in page for page in document.pages)
    assert {"/OpenAction", "/AA", "/Names"}.isdisjoint(document.root_object)
    assert document.metadata is not None
    assert document.metadata.title == body


@pytest.mark.parametrize("body", ["", "\n\n\n", "a\n\n\n\nb", "a\n\n \n\nb", "🦊 日本 \u0301"])
def test_a_letter_of_any_shape_becomes_a_document(body: str) -> None:
    assert len(read(letter_pdf(with_body(body), "en")).pages) == 1


@pytest.mark.parametrize("count", range(24, 36))
def test_no_name_stands_alone_on_a_page(count: int) -> None:
    body = "\n\n".join((*(f"Fact {number}." for number in range(count)), "Yours faithfully,", "Signature", "Marie"))
    last = read(letter_pdf(with_body(body), "en")).pages[-1].extract_text()
    assert "Yours faithfully," in last
    assert "Marie" in last


@pytest.mark.parametrize("word", ["x" * 300, "é" * 61, "https://help.example/" + "x" * 200, "W" * 61])
def test_a_word_too_long_for_a_line_goes_on_in_the_next_and_can_be_copied_whole(word: str) -> None:
    content = letter_pdf(with_body(f"See {word}, please."), "en")
    lines = read(content).pages[0].extract_text().splitlines()
    assert max(map(len, lines)) < 110
    assert "".join(lines).startswith(f"See {word}, please.")


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as refused:
        letter_pdf(LETTER, "en")
    assert refused.value.title == "PDF needs typst, which is not installed."
    assert "consentui[pdf]" in refused.value.way_out

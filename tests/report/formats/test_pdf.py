"""A document as PDF, read back, says what the document says, to sighted people and to screen readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, get_args

import pytest
import typst
from hypothesis import given, settings
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, Destination, DictionaryObject

from consentui.bundled import data_folder
from consentui.errors import UsageError
from consentui.i18n import LANGUAGES, Language
from consentui.report.document import (
    Bar,
    Block,
    Chart,
    Document,
    Heading,
    Paragraph,
    Particulars,
    Point,
    Points,
    Table,
    Verbatim,
)
from consentui.report.formats.pdf import Look, render, typeset, unset_in
from consentui.report.kinds import day
from tests.journal.strategies import texts
from tests.pdfs import bare, read, words
from tests.report.formats.test_markdown import HOSTILE as MARKDOWN
from tests.report.kinds.test_accounts import report

DAY = date(2026, 11, 21)
A4 = (595, 842)
"""In points, the unit of PDF."""


def of(*blocks: Block, **changes: Any) -> Document:
    return replace(Document("Report for today", "en", DAY, blocks), **changes)


def said(*blocks: Block, **changes: Any) -> str:
    """The text of the pages after the title."""
    title = bare(of(**changes).title)
    text = words(render(of(*blocks, **changes)))
    assert text.startswith(title)
    return text.removeprefix(title)


EVERYTHING = (
    Heading("Accounts"),
    Paragraph("Two lines,\none paragraph."),
    Heading("What is known", 3),
    Particulars((("From", "Marie"), ("To", "Chirp\nDublin"))),
    Points((Point("Training", "settled", ("Decision: refuse", "Facts: documented"), "https://chirp.example/x"),)),
    Heading("To do"),
    Points((Point("Write to them"), Point("Wait")), to_tick=True),
    Table(("Account", "Settled"), (("@marie", "7"), ("@paul", "11")), (1,)),
    Heading("Letter"),
    Verbatim("Dear all,\n\n    indented  twice\n"),
    Chart("Settled", (Bar("Chirp", 7, 10, "7 of 10"), Bar("Other", 0, 0, "0 of 0"))),
)


TRUE = BooleanObject(value=True)


# Content


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading("Accounts"), "Accounts"),
        (Heading("Still open", 3), "Stillopen"),
        (Paragraph("Two lines,\none paragraph."), "Twolines,oneparagraph."),
        (
            Particulars((("From", "Marie"), ("A name " * 12, "Chirp\nDublin"))),
            "FromMarie" + "Aname" * 12 + "ChirpDublin",
        ),
        (Particulars(()), ""),
        (Points(()), ""),
        (Paragraph(""), ""),
        (Points((Point("Only this"), Point("Training", "settled", ("a", "b")))), "•Onlythis•Training:settled–a–b"),
        (Points((Point("Write"), Point("Wait")), to_tick=True), "☐Write☐Wait"),
        (Table(("Account", "Settled"), (("@a", "7"), ("@b", "")), (1,)), "AccountSettled@a7@b"),
        (Table(("Account", "Settled"), ()), "AccountSettled"),
        (Verbatim("Dear all,\n\n    #indented\n"), "Dearall,#indented"),
        (Chart("Settled", (Bar("Chirp", 7, 10, "7 of 10"), Bar("X", 0, 0, "none"))), "SettledChirp7of10Xnone"),
        (Chart("Settled", ()), "Settled"),
    ],
    ids=str,
)
def test_every_block_says_all_that_it_holds(block: Block, expected: str) -> None:
    assert said(block) == expected


def test_blocks_come_in_their_order() -> None:
    assert (
        said(*EVERYTHING)
        .replace(".", "")
        .endswith(
            "AccountsTwolines,oneparagraphWhatisknownFromMarieToChirpDublin"
            "•Training:settled–Decision:refuse–Facts:documented–https://chirpexample/x"
            "Todo☐Write to them☐WaitAccountSettled@marie7@paul11"
            "LetterDearall,indentedtwiceSettledChirp7of10Other0of0".replace(" ", "")
        )
    )


def test_lines_stay_lines() -> None:
    text = read(render(of(Paragraph("Marie\n31000 Toulouse"), Verbatim("a  b\n    c")))).pages[0].extract_text()
    assert [line.rstrip() for line in text.splitlines()][1:5] == ["Marie", "31000 Toulouse", "a  b", "    c"]


def test_a_point_with_words_has_the_colon_of_the_language() -> None:
    assert "Entraînement\N{NARROW NO-BREAK SPACE}: réglé" in read(
        render(of(Points((Point("Entraînement", "réglé"),)), language="fr"))
    ).pages[0].extract_text().replace("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")


def test_a_document_without_blocks_is_its_title() -> None:
    assert said() == ""


# Pages


def test_pages_are_a4_and_numbered() -> None:
    pages = read(render(of(*map(Paragraph, map(str, range(150)))))).pages
    assert len(pages) > 2
    for at, page in enumerate(pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert page.extract_text().strip().endswith(f"{at} / {len(pages)}")


def test_every_page_says_what_it_is_part_of_and_whom_it_is_for() -> None:
    document = of(*map(Paragraph, map(str, range(150))), confidential="Between us.")
    for page in read(render(document)).pages:
        assert bare(page.extract_text()).startswith("ReportfortodayBetweenus.")


def test_the_first_page_does_not_say_it_twice() -> None:
    assert said(Paragraph("x"), confidential="Between us.") == "Betweenus.x"


def test_a_table_that_goes_on_has_its_header_on_every_page() -> None:
    table = Table(("Account", "Settled"), tuple((f"@{number}", str(number)) for number in range(120)), (1,))
    pages = read(render(of(table))).pages
    assert len(pages) > 2
    assert all("Account Settled" in page.extract_text().replace("\n", " ") for page in pages)


@pytest.mark.parametrize(("language", "title"), [("en", "Contents"), ("fr", "Table des matières")])
def test_three_parts_have_a_table_of_contents_after_what_comes_before_them(language: Language, title: str) -> None:
    parts = [Heading(name) for name in ("One", "Two", "Three")]
    text = read(render(of(Paragraph("Before."), *parts, language=language))).pages[0].extract_text()
    contents = text.partition(f"Before.\n{title}\n")[2].splitlines()
    assert [line.replace(".", "").split()[0] for line in contents[:3]] == ["One", "Two", "Three"]
    assert contents[3:6] == ["One", "Two", "Three"]


def test_two_parts_have_none_however_many_stand_below_them() -> None:
    parts = (Heading("One"), *(Heading(f"Below {number}", 3) for number in range(5)), Heading("Two"))
    assert "Contents" not in said(*parts)


# For programs that read it


def outline(document: PdfReader) -> list[Any]:
    """The titles of the bookmarks, with nested ones in nested lists."""

    def titles(entries: list[Any]) -> list[Any]:
        return [one.title if isinstance(one, Destination) else titles(one) for one in entries]

    return titles(document.outline)


def tags(document: PdfReader) -> Iterator[str]:
    """The structure tags of the document, in reading order."""

    def below(node: Any) -> Iterator[str]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for one in node:
                yield from below(one)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            yield str(node["/S"])
            yield from below(node["/K"]) if "/K" in node else ()

    root = document.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    return below(root["/K"])


def structure(document: PdfReader) -> list[str]:
    """The tags of whole parts, without those of single items and lines."""
    parts = {"/Title", "/TOC", "/H1", "/H2", "/H3", "/L", "/Table", "/Code", "/Link", "/Figure", "/Formula", "/Note"}
    return [tag for tag in tags(document) if tag in parts]


def marked(document: PdfReader) -> bool:
    """Whether the document is marked as tagged."""
    mark = document.root_object["/MarkInfo"]
    assert isinstance(mark, DictionaryObject)
    return mark["/Marked"] == TRUE


def standards(document: PdfReader) -> str:
    """The standards that the metadata claim, such as `PDF/UA-1 PDF/A-2A`; empty if none."""
    metadata = document.xmp_metadata
    assert metadata is not None
    ua = metadata.rdf_root.getElementsByTagNameNS("http://www.aiim.org/pdfua/ns/id/", "part")
    level = f"{metadata.pdfaid_part}{metadata.pdfaid_conformance}"
    return f"PDF/UA-{''.join(node.toxml() for node in ua[0].childNodes)} PDF/A-{level}" if ua else ""


def test_headings_are_bookmarks() -> None:
    assert outline(read(render(of(*EVERYTHING)))) == ["Accounts", ["What is known"], "To do", "Letter"]


def test_a_long_heading_is_a_bookmark_in_full() -> None:
    assert outline(read(render(of(Heading("x" * 200))))) == ["x" * 200]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_title_language_and_day(language: Language) -> None:
    document = read(render(of(*EVERYTHING, language=language)))
    assert document.metadata is not None
    assert document.metadata.title == "Report for today"
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date() == DAY
    assert str(document.root_object["/Lang"]) == language
    preferences = document.root_object["/ViewerPreferences"]
    assert isinstance(preferences, DictionaryObject)
    assert preferences["/DisplayDocTitle"] == TRUE


@pytest.mark.parametrize("look", get_args(Look))
def test_it_is_accessible_and_fit_for_an_archive(look: Look) -> None:
    document = read(typeset(of(Paragraph("Dear all,")), look))
    assert "/StructTreeRoot" in document.root_object
    assert marked(document)
    assert standards(document) == "PDF/UA-1 PDF/A-2A"


def test_everything_is_tagged_as_what_it_is() -> None:
    document = read(render(of(*EVERYTHING)))
    assert standards(document) == "PDF/UA-1 PDF/A-2A"
    assert structure(document) == [
        "/Title",
        *("/H1", "/TOC", "/Link", "/Link", "/Link"),
        *("/H1", "/H2", "/L", "/L", "/L", "/Link"),
        *("/H1", "/L", "/Table"),
        *("/H1", "/Code"),
    ]
    found = list(tags(document))
    assert [found.count(tag) for tag in ("/TH", "/TD", "/TOCI", "/LI")] == [2, 4, 3, 2 + 1 + 3 + 2]


@pytest.mark.parametrize("levels", [(3,), (3, 2, 3), (3, 3, 2)])
def test_no_level_of_headings_is_missing_to_those_who_listen(levels: tuple[Any, ...]) -> None:
    document = read(render(of(*(Heading("x", level) for level in levels))))
    assert next(tag for tag in tags(document) if tag.startswith("/H")) == "/H1"
    assert standards(document) == "PDF/UA-1 PDF/A-2A"


def test_the_same_document_gives_the_same_bytes() -> None:
    document = of(*EVERYTHING)
    first = render(document)
    render(of(Paragraph("something else")))
    assert render(document) == first


# Links


def links(content: bytes) -> list[str]:
    return [
        str(one.get_object()["/A"]["/URI"])
        for page in read(content).pages
        for one in page.get("/Annots", ())
        if "/A" in one.get_object() and "/URI" in one.get_object()["/A"]
    ]


def test_an_address_is_shown_and_opens() -> None:
    content = render(of(Points((Point("Form", link="https://chirp.example/form?a=1&b=(2)#c"),))))
    assert links(content) == ["https://chirp.example/form?a=1&b=(2)#c"]
    assert "https://chirp.example/form?a=1&b=(2)#c" in words(content)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://x.example", "file:///etc/passwd", " https://x", "#x"])
def test_anything_but_https_is_text(link: str) -> None:
    content = render(of(Points((Point("Form", link=link),)), Paragraph("https://chirp.example")))
    assert links(content) == []
    assert bare(link) in words(content)


# Foreign text

HOSTILE = [
    *MARKDOWN,
    '#read("/etc/passwd")',
    "#panic()",
    '#set page(width: 1mm)\n#import "@preview/x:1.0.0"',
    "= Heading\n== Another\n/ Term: x\n+ one",
    "*bold* _italics_ `raw` $x^2$ <label> @reference",
    "// not a comment /* nor this */",
    '\\ "] } ) \\u{41} ~ --- ...',
    "#sys.inputs.document",
]


def everywhere(text: str) -> Document:
    """A document with the text in every place that can hold one."""
    return Document(
        text,
        "en",
        DAY,
        (
            Heading(text),
            Paragraph(text),
            Particulars(((text, text),)),
            Points((Point(text, text, (text,), text),)),
            Table((text,), ((text,),)),
            Verbatim(text),
            Chart(text, (Bar(text, 1, 2, text),)),
        ),
        text,
    )


PLACES = 15


@pytest.mark.parametrize("text", [f"{text} end" for text in HOSTILE])
def test_nothing_in_a_text_is_markup_or_is_run(text: str) -> None:
    content = render(everywhere(text))
    document = read(content)
    assert words(content).count(bare(text)) >= PLACES
    assert links(content) == []
    assert {"/OpenAction", "/AA", "/Names"}.isdisjoint(document.root_object)
    assert standards(document) == "PDF/UA-1 PDF/A-2A"
    assert structure(document) == structure(read(render(everywhere("harmless"))))
    assert document.metadata is not None
    assert document.metadata.title == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("🦊 of Marie", "[U+1F98A]ofMarie"),
        ("日本 e\u0301", "[U+65E5][U+672C]e\u0301"),
        ("private \ue000\U000f0000", "private[U+E000][U+F0000]"),
        ("\u0378\uffff", "[U+0378][U+FFFF]"),
        ("\u0f77 \u1100\u1161 é", "[U+0F77][U+1100][U+1161]é"),
    ],
    ids=ascii,
)
@pytest.mark.parametrize("look", get_args(Look))
def test_what_no_font_here_has_is_given_by_number(
    text: str, shown: str, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_bundled_fonts_alone(monkeypatch)
    content = typeset(of(Paragraph(f"<{text}>")), look)
    assert f"<{shown}>" in words(content)
    assert standards(read(content)) == "PDF/UA-1 PDF/A-2A"


def test_what_no_font_here_has_is_known_before_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    with_bundled_fonts_alone(monkeypatch)
    assert unset_in(of(Paragraph("Marie 🦊 Лев 李"))) == {"🦊", "李"}
    assert unset_in(of(Paragraph("Marie Lefèvre, Ọlọ́run"))) == frozenset()


def with_bundled_fonts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use only the bundled fonts, as on a machine without any."""
    monkeypatch.setattr(typst, "compile", partial(typst.compile, ignore_system_fonts=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_explains_such_numbers(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    with_bundled_fonts_alone(monkeypatch)
    assert said(Paragraph("🦊"), language=language).count("[U+1F98A]") == 2
    assert "Unicode" not in said(Paragraph("é → ☐"), language=language)


def test_what_typst_refuses_comes_without_a_promise() -> None:
    document = read(render(of(Paragraph("Dear all,"), title="")))
    assert standards(document) == ""
    assert "Dear all," in document.pages[0].extract_text()


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "Привет", "Ελλάδα", "œuvre, cœur, Ŀ, ẞ"])
def test_texts_of_other_scripts_stay_text(text: str) -> None:
    assert sorted(said(Paragraph(text))) == sorted(bare(text))


@given(text=texts)
@settings(max_examples=25, deadline=None)
def test_any_text_makes_a_document(text: str) -> None:
    document = read(render(everywhere(f"{text} end")))
    assert structure(document) == structure(read(render(everywhere("harmless"))))
    assert standards(document) == "PDF/UA-1 PDF/A-2A"


@pytest.mark.parametrize("word", ["x" * 300, "é" * 61, "https://help.example/" + "x" * 200, "W" * 100])
def test_a_word_too_long_for_its_place_goes_on_in_the_next_line(word: str) -> None:
    blocks = everywhere(word).blocks
    content = render(of(*blocks, Table(("a", "b", "c", "d"), ((word, word, word, word),))))
    page = read(content).pages[0]
    lines = page.extract_text().splitlines()
    assert max(map(len, lines)) < 120
    assert words(content).count(word) >= len(blocks)


# Typst and its errors


def test_the_account_of_the_day_becomes_pages() -> None:
    text = words(render(day.document(report())))
    assert text.startswith(bare("Report on consent and objections As of 21 November 2026."))
    assert text.endswith(bare("Written by consentui 1.2."))


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as refused:
        render(of())
    assert refused.value.title == "PDF needs typst, which is not installed."
    assert "consentui[pdf]" in refused.value.way_out


@pytest.mark.parametrize("look", get_args(Look))
def test_every_look_is_there(look: Look) -> None:
    assert (data_folder() / "report" / f"{look}.typ").is_file()

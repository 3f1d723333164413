"""A document as HTML, parsed as a browser would."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import Element, JustHTML

from consentui.i18n import LANGUAGES, Language, language
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
from consentui.report.formats.html import render
from consentui.report.kinds.day import document as account_of_the_day
from consentui.text import clean
from tests.builders import recorded
from tests.report.documents import LINK, document_of, every_block, rich
from tests.report.formats.test_markdown import HOSTILE
from tests.report.kinds.test_accounts import report

Speak = Callable[[Language], None]

MARKUP = [
    *HOSTILE,
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "--></pre></textarea><svg/onload=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "{{ 7 * 7 }}{% raw %}{# gone #}",
    "\n\n  <![CDATA[ x ]]> \n",
    "&amp;&#x3c;&nbsp",
]


def page(document: Document, *, strict: bool = True) -> JustHTML:
    """The page parsed by the HTML standard; with `strict`, any parse error fails the test."""
    return JustHTML(render(document), sanitize=False, strict=strict)


def page_of(*blocks: Block, confidential: str = "", language: Language = "en") -> JustHTML:
    return page(Document("Title", language, date(2026, 11, 21), blocks, confidential))


def found(where: JustHTML | Element, selector: str) -> list[Element]:
    return [node for node in where.query(selector) if isinstance(node, Element)]


def the(where: JustHTML | Element, selector: str) -> Element:
    [one] = found(where, selector)
    return one


def text_of(node: Element) -> str:
    """All text inside the element, unchanged."""
    return "".join(child.data for child in below(node) if isinstance(child.data, str))


def below(node: object) -> Iterator[Element]:
    for child in getattr(node, "children", None) or ():
        yield child
        yield from below(child)


def said(where: JustHTML | Element, selector: str) -> list[str]:
    return [text_of(element) for element in found(where, selector)]


def attribute(element: Element, name: str) -> str:
    return element.attrs[name] or ""


def shapes(where: JustHTML) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, except line breaks."""
    return [(node.name, tuple(sorted(node.attrs))) for node in found(where, "*") if node.name != "br"]


# The page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_valid_in_the_language_of_its_document(language: Language) -> None:
    read = page(rich(language))
    assert render(rich(language)).startswith("<!doctype html>\n")
    assert attribute(the(read, "html"), "lang") == language
    assert said(read, "title") == said(read, "h1") == [rich(language).title]
    assert len(found(read, "body > main")) == 1


def test_a_page_fetches_nothing_runs_nothing_and_tells_nobody_where_a_reader_comes_from() -> None:
    read = page(rich("en"))
    digest = b64encode(sha256(text_of(the(read, "style")).encode()).digest()).decode()
    assert attribute(the(read, "meta[http-equiv='Content-Security-Policy']"), "content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert attribute(the(read, "meta[name=referrer]"), "content") == "no-referrer"
    assert found(read, "script, link, img, iframe, object, embed, form, base, [src], [style], [srcset]") == []
    assert re.findall(r"url\(|@import|http:", text_of(the(read, "style"))) == []


def test_the_style_is_read_whatever_the_width_and_the_light() -> None:
    read = page_of()
    assert attribute(the(read, "meta[name=viewport]"), "content") == "width=device-width, initial-scale=1"
    assert attribute(the(read, "meta[name=color-scheme]"), "content") == "light dark"


def test_ids_are_ours_and_stand_once() -> None:
    ids = [attribute(element, "id") for element in found(page(document_of("a b")), "[id]")]
    assert ids == ["part-1"]


def test_a_confidential_document_says_so_before_anything_else() -> None:
    read = page_of(Paragraph("text"), confidential="For you alone.")
    assert text_of(the(read, "body")).split("\n")[2] == "For you alone."
    assert said(read, "header .confidential") == ["For you alone."]
    assert found(page_of(Paragraph("text")), ".confidential") == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(rich("en")) == render(rich("en"))


def test_our_own_words_come_in_the_language_of_the_document_and_ours_is_spoken_on(speak: Speak) -> None:
    speak("en")
    assert "<strong>S’opposer à l’entraînement</strong>\u202f: " in render(rich("fr"))
    assert language() == "en"


# Parts


def test_what_stands_under_a_title_is_a_section() -> None:
    read = page_of(Paragraph("before"), Heading("A"), Paragraph("one"), Heading("B", 3), Paragraph("two"), Heading("C"))
    assert [said(section, "h2, h3, p") for section in found(read, "main > section")] == [
        ["before"],
        ["A", "one", "B", "two"],
        ["C"],
    ]


def test_three_parts_have_a_table_of_contents_that_leads_to_them() -> None:
    read = page_of(Heading("A"), Heading("not listed", 3), Heading("B"), Heading("C"))
    links = found(read, "nav li a")
    assert [text_of(link) for link in links] == ["A", "B", "C"]
    assert [said(read, attribute(link, "href")) for link in links] == [["A"], ["B"], ["C"]]


def test_two_parts_have_none() -> None:
    assert found(page_of(Heading("A"), Heading("B")), "nav") == []


# Blocks


def test_every_kind_of_block_is_written() -> None:
    kinds = {type(block) for block in every_block("x")}
    assert kinds == set(get_args(Block))
    assert len(found(page(document_of("x")), "h2, h3, p, dl, main li, table, pre, figure")) > len(kinds)


def test_the_lines_of_a_paragraph_are_kept() -> None:
    assert the(page_of(Paragraph("a\nb\nc")), "main p").to_html(pretty=False) == "<p>a<br>b<br>c</p>"


def test_facts_are_names_and_what_each_of_them_is() -> None:
    read = page_of(Particulars((("From", "me"), ("To", "you"))))
    assert [(said(row, "dt"), said(row, "dd")) for row in found(read, "dl > div")] == [
        (["From"], ["me"]),
        (["To"], ["you"]),
    ]


def test_a_point_has_its_details_below_it() -> None:
    read = page_of(Points((Point("Title", "settled", ("a", "b"), LINK), Point("Alone"))))
    first, second = found(read, "main > section > ul > li")
    assert said(first, "strong") == ["Title"]
    assert text_of(first).startswith("Title: settled\n")
    assert said(first, "ul > li") == ["a", "b", LINK]
    assert text_of(second).strip() == "Alone"


def test_only_a_list_to_tick_has_boxes() -> None:
    read = page_of(Points((Point("look"),)), Points((Point("do"),), to_tick=True))
    assert [text_of(box).strip() for box in found(read, "ul.tick > li")] == ["do"]


def test_an_https_link_is_open_to_a_click_and_names_nobody() -> None:
    link = the(page_of(Points((Point("Form", link=LINK),))), "main a")
    assert link.attrs == {"href": LINK, "rel": "noreferrer noopener"}
    assert text_of(link) == LINK


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://good.example",
        "data:text/html,<script>alert(1)</script>",
        "http://plain.example",
        "https:",
        "https://",
        "https:///nobody",
        "https://good.example@evil.example/",
        "https://two.example words",
        "https://two.example\njavascript:alert(1)",
        " https://blank.example",
        "//evil.example",
        "file:///etc/passwd",
    ],
)
def test_any_other_address_is_text(link: str) -> None:
    read = page_of(Points((Point("Form", link=link),)))
    assert found(read, "a") == []
    assert said(read, "li > ul > li") == [link]


def test_a_table_says_what_its_rows_and_columns_are_and_names_each_cell() -> None:
    read = page_of(Table(("Account", "Settled"), (("x", "7"), ("y", "12")), numbers=(1,)))
    assert said(read, "thead th[scope=col]") == ["Account", "Settled"]
    assert said(read, "tbody th[scope=row]") == ["x", "y"]
    assert [(attribute(cell, "data-label"), text_of(cell)) for cell in found(read, "td")] == [
        ("Settled", "7"),
        ("Settled", "12"),
    ]
    assert said(read, ".number") == ["Settled", "7", "12"]


def test_a_first_column_may_hold_numbers() -> None:
    assert said(page_of(Table(("No.", "What"), (("1", "x"),), numbers=(0,))), ".number") == ["No.", "1"]


@pytest.mark.parametrize("text", ["\n\nafter two lines", "  indented\n\ttab\n", "end\n\n", "<b>&lt;"])
def test_a_text_stands_letter_for_letter(text: str) -> None:
    assert said(page_of(Verbatim(text)), "pre") == [text]


def test_a_chart_is_drawn_and_said() -> None:
    read = page_of(Chart("Settled", (Bar("X", 7, 10, "7 of 10"),)))
    assert said(read, "figcaption") == ["Settled"]
    row = the(read, "figure li")
    assert said(row, "span") == ["X", "7 of 10"]
    assert (attribute(the(row, "svg"), "role"), attribute(the(row, "svg"), "aria-label")) == ("img", "7 of 10")
    assert attribute(the(row, "rect.done"), "width") == "70%"


@pytest.mark.parametrize(
    ("done", "whole", "width"),
    [(0, 0, "0%"), (0, 3, "0%"), (1, 3, "33.33%"), (3, 3, "100%"), (5, 3, "100%"), (-1, 3, "0%"), (1, 10**6, "0%")],
)
def test_a_bar_never_leaves_its_chart(done: int, whole: int, width: str) -> None:
    read = page_of(Chart("", (Bar("", done, whole, ""),)))
    assert attribute(the(read, "rect.done"), "width") == width


def test_the_account_of_the_day_is_a_page() -> None:
    made = report(recorded("switched-off", surface="web"), names="full")
    read = page(account_of_the_day(made))
    assert said(read, "h2")[0] == "Chirp · @marie_l"
    assert said(read, ".confidential") == ["Confidential: names accounts in full."]


# Foreign text


@pytest.mark.parametrize("text", MARKUP)
def test_foreign_text_is_nothing_but_text(text: str) -> None:
    assert shapes(page(document_of(text))) == shapes(page(document_of("harmless")))


@pytest.mark.parametrize("text", MARKUP)
def test_foreign_text_is_shown_as_it_was_written_wherever_it_stands(text: str) -> None:
    read = page(document_of(text))
    places = ("title", "h1", "h2", "h3", ".confidential", "dt", "dd", "strong", "li > ul > li", "thead th", "td")
    for place in (*places, "pre", "figcaption", "figure span"):
        assert text in said(read, place), place
    assert attribute(found(read, "td")[0], "data-label") == text
    assert attribute(found(read, "svg")[0], "aria-label") == text


@given(text=st.text(min_size=1))
def test_any_text_reads_as_it_was_written(text: str) -> None:
    read = page(document_of(text), strict=False)
    assert shapes(read) == shapes(page(document_of("harmless")))
    assert said(read, "pre") == said(read, "h2") == [clean(text)]


@given(text=st.text(st.sampled_from("<>/!-?&;#\"'= \nabx{}%[]"), min_size=1, max_size=30))
def test_no_mix_of_marks_becomes_markup(text: str) -> None:
    read = page(document_of(text, link=text))
    harmless = page(document_of("harmless", link="harmless"))
    assert shapes(read) == shapes(harmless)
    assert said(read, "pre") == said(read, "dd")[:1] == [text]


@pytest.mark.parametrize("unseen", ["\x00", "\x1b[31m", "\x85", "\ud800", "\u202e", "\ufeff"])
def test_what_nobody_sees_does_not_reach_the_page(unseen: str) -> None:
    written = render(document_of(f"a{unseen}b", link=f"{LINK}{unseen}"))
    assert unseen[0] not in written
    assert written.encode()

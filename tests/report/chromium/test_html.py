"""A report as a page in a real browser: accessible, on every screen size, on paper, and without network requests."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Page
from pypdf import PdfReader

from consentui.i18n import LANGUAGES, Language
from consentui.report.document import Document, Paragraph, Point, Points, Table
from tests.report.chromium.conftest import Show
from tests.report.documents import LINK, document_of, every_block, plain_texts, rich
from tests.report.formats.test_html import MARKUP

pytestmark = pytest.mark.chromium

NARROW = 320
"""The width of the smallest phones in CSS pixels, or of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
ZOOMED = 640
"""The width in CSS pixels of 1280 at 200 %."""
LONG = "x" * 300


def together(text: str) -> str:
    """The text without white space, with ligatures decomposed."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed(page: Page, folder: Path) -> list[str]:
    """The text of each printed page."""
    page.pdf(path=folder / "report.pdf", format="A4")
    return [together(sheet.extract_text()) for sheet in PdfReader(folder / "report.pdf").pages]


# For everyone


@pytest.mark.parametrize("width", [1280, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_in_the_way_of_anyone(language: Language, scheme: str, width: int, show: Show) -> None:
    found = Axe().run(show(rich(language), width=width, scheme=scheme).page, options={"resultTypes": []})
    assert found.violations_count == 0, found.generate_report()
    assert {"color-contrast", "list", "html-has-lang", "svg-img-alt"} <= {
        rule["id"] for rule in found.response["passes"]
    }
    assert [rule["id"] for rule in found.response["incomplete"]] == []


def test_dark_and_light_differ(show: Show) -> None:
    colours = [
        show(rich("en"), scheme=scheme).page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(253, 253, 251)", "rgb(21, 24, 26)"]


# On every screen


WIDE = Table(tuple("Platform" for _ in range(9)), (tuple("December" for _ in range(9)),))


@pytest.mark.parametrize(
    "document",
    [rich("en"), rich("fr"), document_of(LONG, f"{LINK}{LONG}"), replace(rich("en"), blocks=(WIDE,))],
    ids=["en", "fr", "long words", "many columns"],
)
def test_nobody_has_to_scroll_sideways(document: Document, show: Show) -> None:
    page = show(document).page
    outside = """[...document.querySelectorAll("main *:not(thead *), header *")]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5).map(one => one.outerHTML)"""
    for width in (NARROW, ZOOMED, ZOOMED + 1, 1119, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(outside) == []


def test_a_cell_says_its_column_where_columns_have_no_room(show: Show) -> None:
    label = "getComputedStyle(document.querySelector('td'), '::before').content"
    assert show(rich("en"), width=NARROW).page.evaluate(label) == '"Platform"'
    assert show(rich("en"), width=ZOOMED + 1).page.evaluate(label) == "none"


def test_the_contents_lead_to_each_part(show: Show) -> None:
    page = show(rich("en")).page
    for title in ("To do on paper", "Messages"):
        page.get_by_role("navigation").get_by_role("link", name=title).click()
        assert page.evaluate("document.querySelector(':target').textContent") == title


# No network


HOSTILE = replace(document_of("<b>"), blocks=tuple(block for text in MARKUP for block in every_block(text)))


@pytest.mark.parametrize("document", [rich("en"), rich("fr"), HOSTILE], ids=["en", "fr", "hostile"])
def test_a_page_asks_for_nothing_and_breaks_no_rule(document: Document, show: Show) -> None:
    shown = show(document)
    shown.page.wait_for_load_state("networkidle")
    assert shown.requests == [shown.address]
    assert shown.console == []


INTRUDERS = {
    "img-src": "<img src='https://evil.example/x.png'>",
    "style-src-elem": "<style>p { color: red }</style>",
    "style-src-attr": "<p style='color: red'>",
    "script-src-attr": "<p onclick='alert(1)'>",
    "frame-src": "<iframe src='https://evil.example'></iframe>",
    "form-action": "<form action='https://evil.example'></form>",
    "base-uri": "<base href='https://evil.example'>",
}


@pytest.mark.parametrize("rule", INTRUDERS)
def test_what_should_not_be_in_a_page_would_not_work(rule: str, show: Show) -> None:
    shown = show(rich("en"))
    shown.page.evaluate(
        """intruder => {
            window.refused = new Promise(tell => {
                document.addEventListener("securitypolicyviolation", event => tell(event.effectiveDirective));
                setTimeout(tell, 10_000, "nothing");
            });
            document.querySelector("main").innerHTML = intruder;
            document.querySelector("form")?.submit();
            document.querySelector("[onclick]")?.click();
        }""",
        INTRUDERS[rule],
    )
    assert shown.page.evaluate("window.refused") == rule


# On paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_page_says_everything(language: Language, show: Show, tmp_path: Path) -> None:
    text = "".join(printed(show(rich(language), scheme="dark").page, tmp_path))
    wanted = [together(line) for one in plain_texts(rich(language)) for line in one.splitlines()]
    assert len(wanted) > 30
    assert [line for line in wanted if line not in text] == []


def test_every_sheet_says_for_whom_it_is_and_which_it_is(show: Show, tmp_path: Path) -> None:
    blocks = tuple(Paragraph(f"Paragraph {number}") for number in range(200))
    sheets = printed(show(Document("Title", "en", date(2026, 11, 21), blocks, "For you alone.")).page, tmp_path)
    assert len(sheets) > 3
    assert [sheet for sheet in sheets if "Foryoualone." not in sheet] == []
    assert [sheet for number, sheet in enumerate(sheets, 1) if f"{number}/{len(sheets)}" not in sheet] == []


def test_no_point_is_torn_apart(show: Show, tmp_path: Path) -> None:
    points = tuple(
        Point(f"Point {number}.", details=tuple(f"Detail {number}.{line}." for line in range(number % 7)))
        for number in range(100, 200)
    )
    sheets = printed(show(Document("Title", "en", date(2026, 11, 21), (Points(points),))).page, tmp_path)
    numbers = [set(re.findall(r"(?:Point|Detail)(\d+)\.", sheet)) for sheet in sheets]
    assert len(numbers) > 3
    assert sum(map(len, numbers)) == len(set.union(*numbers)) == len(points)


def test_boxes_to_tick_are_lines_that_a_printer_prints(show: Show) -> None:
    page = show(rich("en"), scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    box = """(() => { const {borderTopStyle, borderTopWidth, borderTopColor, width, display} =
        getComputedStyle(document.querySelector(".tick > li"), "::before");
        return [borderTopStyle, parseFloat(borderTopWidth) >= 1, borderTopColor, parseFloat(width) > 10, display]})()"""
    assert page.evaluate(box) == ["solid", True, "rgb(29, 31, 33)", True, "block"]
    assert page.evaluate("getComputedStyle(document.body).display") == "table"

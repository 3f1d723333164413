"""The preview of a report shows it as it will look: no markup, nothing cut, nothing left out."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Static

from consentui.profile.session import Session
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
from consentui.tui.reports.preview import as_it_will_look
from tests.tui.driving import opened

WORDS = "Meta keeps what was sent before, and says so in a sentence that is longer than a line of the window."
TABLE = Table(("Account", "Settled"), (("@marie", "5"), ("@atelier", "12")), numbers=(1,))


def lines(*blocks: Block, width: int = 40, files: tuple[str, ...] = ()) -> list[str]:
    document = Document("Report", "en", date(2026, 11, 21), blocks, "For you alone")
    return as_it_will_look(document, width, files).plain.split("\n")


def test_every_kind_of_block_is_drawn_without_marks() -> None:
    assert lines(
        Heading("Part"),
        Paragraph("A sentence with * and #."),
        Particulars((("From", "Marie"),)),
        Points((Point("One", "said", ("a detail",), "https://x.com"),)),
        Points((Point("To do"),), to_tick=True),
        TABLE,
        Verbatim("as it was\n  sent"),
        Chart("Done", (Bar("X", 5, 10, "5 of 10"),)),
        files=("dossier.md",),
    ) == [
        "· dossier.md",
        "Report",
        "For you alone",
        "",
        "Part",
        "",
        "A sentence with * and #.",
        "",
        "From: Marie",
        "",
        "· One: said",
        "  – a detail",
        "  – https://x.com",
        "",
        "☐ To do",
        "",
        "Account   Settled",
        "@marie          5",
        "@atelier       12",
        "",
        "  as it was",
        "    sent",
        "",
        "Done",
        "X  █████░░░░░  5 of 10" + " " * 33,
    ]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_what_is_longer_than_a_line_goes_on_below_and_loses_no_word(width: int) -> None:
    blocks: tuple[Block, ...] = (
        Heading(WORDS, 3),
        Paragraph(WORDS),
        Particulars((("About", WORDS),)),
        Points((Point(WORDS, WORDS, (WORDS,)),)),
        Table(("Control", "What is said"), ((WORDS, WORDS),)),
        Verbatim(WORDS),
    )
    drawn = lines(*blocks, width=width)
    assert all(len(line) <= width for line in drawn)
    assert " ".join(" ".join(drawn).split()).count("Meta keeps") == 9


def test_a_table_that_is_wider_than_the_page_is_a_list_of_its_rows() -> None:
    assert lines(TABLE, width=13)[-4:] == ["@marie", "  Settled: 5", "@atelier", "  Settled: 12"]


async def test_the_report_on_the_screen_has_no_mark_of_markdown(demo: Session) -> None:
    async with opened(demo, (100, 200)) as it:
        await it.press("r")
        for _format in range(3):
            assert "\n  Report on consent and objections\n" in it.text
            assert "**" not in it.text
            await it.press("f")


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_no_line_of_the_report_is_broken_a_second_time(demo: Session, width: int) -> None:
    async with opened(demo, (width, 24)) as it:
        await it.press("r")
        text = it.app.screen.query_one("#text", Static)
        assert text.size.height == str(text.content).count("\n") + 1

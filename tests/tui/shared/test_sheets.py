"""The sheets for reading: the sources, a QR code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Label

from consentui.i18n import Language
from consentui.profile.session import Session
from consentui.tui.requests.request import PickAuthorityAnswer
from consentui.tui.settings.pick_country import PickCountry
from consentui.tui.shared.qr import qr_text
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from tests.tui.all_screens import go_to
from tests.tui.driving import opened

URL = "https://help.instagram.com/contact/767264225370182"
DOTS = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def dots(text: str) -> list[list[int]]:
    """The dots of a code drawn with half blocks; 1 means dark."""
    lines = text.split("\n")
    return [[DOTS[char][half] for char in line] for line in lines for half in (0, 1)]


def test_a_code_is_drawn_dot_by_dot() -> None:
    expected = [list(line) for line in segno.make(URL, error="l", micro=False).matrix_iter(border=2)]
    drawn = dots(qr_text(URL))
    assert drawn[: len(expected)] == expected
    assert not any(any(row) for row in drawn[len(expected) :])


@given(st.text("abcdefghijklmnopqrstuvwxyz/?=&-0123456789", max_size=400))
@settings(max_examples=20)
def test_a_code_has_a_quiet_border_all_round_and_its_three_corners(path: str) -> None:
    drawn = dots(qr_text(f"https://x.com/{path}"))
    width = len(drawn[0])
    assert {len(row) for row in drawn} == {width}
    assert len(drawn) - width in {0, 1}
    assert (width - 4 - 17) % 4 == 0
    edge = [*drawn[:2], *drawn[width - 2 :], *(row[:2] for row in drawn), *(row[-2:] for row in drawn)]
    assert not any(any(row) for row in edge)
    finder = [1] * 7
    assert drawn[2][2:9] == drawn[8][2:9] == drawn[2][width - 9 : width - 2] == drawn[width - 3][2:9] == finder


async def test_the_code_of_the_shown_way_stands_with_its_address(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await go_to(it, "qr")
        assert "For the phone" in it.text
        assert URL in it.text
        assert all(line in it.text for line in qr_text(URL).strip().split("\n"))


async def test_a_code_needs_no_more_than_a_usual_terminal(demo: Session) -> None:
    longest = max(
        (route.url or "" for platform in demo.knowledge for control in platform.control for route in control.route),
        key=len,
    )
    lines = qr_text(longest).split("\n")
    assert max(map(len, lines)) <= 72
    assert len(qr_text(URL).split("\n")) <= 18


async def test_every_platform_has_someone_to_write_to(session: Session) -> None:
    assert [one.id for one in session.knowledge if session.knowledge.controller(one.controller) is None] == []


async def test_sources_are_named_with_their_address(demo: Session) -> None:
    async with opened(demo, (140, 80)) as it:
        await go_to(it, "sources")
        control = demo.knowledge.control("instagram/ai-objection")
        shown = "".join(it.sheet.split())
        for source in control.source:
            assert source.url in shown
            assert "".join(source.publisher.split()) in shown


@pytest.mark.parametrize(("language", "words"), [("en", "What happened"), ("fr", "Ce qui s’est passé")])
async def test_sources_tell_what_happened_latest_first(
    demo_in: Callable[[Language], Session], language: Language, words: str
) -> None:
    session = demo_in(language)
    events = [one for one in session.knowledge.platform("x").event if "grok-training" in one.touches]
    latest = max(events, key=lambda one: one.date)
    async with opened(session, (140, 120)) as it:
        await it.choose("account:x-7k3f")
        await it.choose("grok-training")
        await it.press("s")
        assert words in it.sheet
        shown = "".join(it.sheet.split(words)[1].split())
        assert "".join(latest.what.in_language(language).split())[:30] in shown[:90]


async def test_the_end_of_a_sheet_is_not_hidden_behind_its_keys(demo: Session) -> None:
    async with opened(demo, (60, 12)) as it:
        await go_to(it, "why")
        assert "Score:" not in it.sheet
        await it.press("end")
        await it.settled()
        assert "Score:" in it.sheet


@pytest.mark.parametrize(
    "screen",
    ["answer", "form", "sent", "extension", "sources", "qr", "note", "rename", "country", "help", "credentials"],
)
async def test_escape_closes_every_sheet(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        below = it.app.screen_stack[-2]
        await it.press("escape")
        assert it.app.screen is below


@pytest.mark.parametrize("screen", ["own platform", "rename", "check"])
async def test_words_over_a_line_that_are_wider_than_the_sheet_go_on_below(
    demo_in: Callable[[Language], Session], screen: str
) -> None:
    async with opened(demo_in("de"), (60, 24)) as it:
        await go_to(it, screen)
        for label in it.app.screen.query(Label):
            if label.region:
                assert label.region.right <= label.parent.region.right  # type: ignore[union-attr]


async def test_a_sheet_lies_in_the_middle_of_what_it_covers(demo: Session) -> None:
    async with opened(demo, (120, 40)) as it:
        await it.app.push_screen(PickCountry())
        await it.settled()
        sheet = it.app.screen.query_one(Vertical).region
        assert sheet.x == (120 - sheet.width) // 2
        assert sheet.y == (40 - sheet.height) // 2


async def test_a_short_list_takes_no_more_room_than_it_needs(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.app.push_screen(PickAuthorityAnswer())
        await it.settled()
        assert it.app.screen.query_one(Rows).size.height == len(PickAuthorityAnswer().choices)


class SlowSheet(Sheet[None]):
    """A sheet whose field gets the focus before its layout, as on a busy machine."""

    AUTO_FOCUS = ""
    scrolled = False

    def compose_body(self) -> ComposeResult:
        yield Input()

    def begin(self) -> None:
        self.set_focus(self.query_one(Input))

    def can_view_entire(self, widget: Widget) -> bool:
        return False

    def scroll_to_center(self, *_: object, **__: object) -> None:
        self.scrolled = True


async def test_a_sheet_opens_at_its_top_however_late_its_lines_get_their_places(demo: Session) -> None:
    async with opened(demo) as it:
        sheet = SlowSheet()
        await it.app.push_screen(sheet)
        await it.settled()
        assert sheet.focused is sheet.query_one(Input)
        assert not sheet.scrolled

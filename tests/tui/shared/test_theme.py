"""Contrast by WCAG 2.2: criterion 1.4.3 requires 4.5:1 for every text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from consentui.profile.preferences import write_setting
from consentui.profile.session import Session
from consentui.tui.app import ConsentuiApp
from consentui.tui.shared.sheet import Sheet
from consentui.tui.shared.theme import CONTRAST, DARK, LIGHT, PLAIN_DARK, PLAIN_LIGHT, SIXTEEN_DARK, SIXTEEN_LIGHT
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import Driver, opened

ENOUGH = 4.5
TEXTS = ("foreground", "muted", "accent", "primary", "secondary", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")
CURSORS = ("block-cursor", "block-cursor-blurred")

every_theme = pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
MUCH = 7
"""The contrast that criterion 1.4.6 requires."""


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.r / 255, colour.g / 255, colour.b / 255)
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colour(theme: Theme, name: str) -> Color:
    variables = theme.to_color_system().generate() | theme.variables
    return Color.parse(variables[name])


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(0x77, 0x77, 0x77), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_colour_for_texts_is_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour(theme, text), colour(theme, ground)) >= ENOUGH


@every_theme
@pytest.mark.parametrize("cursor", CURSORS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_colour_for_texts_is_read_in_the_highlighted_row(theme: Theme, text: str, cursor: str) -> None:
    ground = colour(theme, f"{cursor}-background")
    assert contrast(colour(theme, f"{cursor}-foreground"), ground) >= ENOUGH
    assert contrast(colour(theme, text), ground) >= ENOUGH


@every_screen
async def test_every_letter_on_every_screen_is_read_in_every_theme(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        for theme in (DARK, LIGHT, CONTRAST):
            it.app.theme = theme.name
            await it.settled()
            enough = MUCH if theme is CONTRAST else ENOUGH
            assert [found for found in letters(it) if contrast(found[1], found[2]) < enough] == []


def letters(it: Driver) -> Iterator[tuple[str, Color, Color]]:
    """The pieces of text on the screen with their colour and background; what is dimmed behind a sheet is left out."""
    seen = it.app.screen
    part: Widget = seen.query_one("Sheet > Vertical") if isinstance(seen, Sheet) else seen
    region = part.region
    strips = seen._compositor.render_strips()
    for strip in strips[region.y : region.bottom]:
        for text, style, _control in strip.crop(region.x, region.right):
            if style and style.color and style.bgcolor and any(char.isalnum() for char in text):
                colour, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                yield (text, ground, colour) if style.reverse else (text, colour, ground)


async def test_a_toast_is_read(demo: Session) -> None:
    async with opened(demo) as it:
        it.app.warn("Something happened", "It was set aside.")
        await it.settled()
        assert "Something happened" in it.text
        assert [found for found in letters(it) if contrast(found[1], found[2]) < ENOUGH] == []


def test_the_terminals_own_ground_decides_when_nothing_else_is_wanted(session: Session) -> None:
    assert ConsentuiApp(session).theme == DARK.name
    assert ConsentuiApp(session, light=True).theme == LIGHT.name


@pytest.mark.parametrize("wanted", ["dark", "light", "contrast"])
def test_a_look_that_was_chosen_stands_against_the_terminals(session: Session, wanted: str) -> None:
    write_setting(session.folders.config_file, "theme", wanted)
    session.preferences.reload()
    assert ConsentuiApp(session, light=wanted == "dark").theme == f"consentui-{wanted}"


def test_without_colour_the_terminals_own_colours_are_used(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert ConsentuiApp(session).theme == PLAIN_DARK.name
    assert ConsentuiApp(session, light=True).theme == PLAIN_LIGHT.name


async def test_without_colour_the_chosen_row_and_the_place_of_typing_are_reversed(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(demo) as it:
        chosen, other = ("reverse" in _styles_of(it, it.rows.region.y + row) for row in (it.rows.highlighted or 0, 4))
        assert chosen
        assert not other
        await it.press("slash")
        await it.type("x")
        await it.press("home")
        assert "reverse" in _styles_of(it, it.app.screen.query_one("Input").region.y + 1)


def _styles_of(it: Driver, row: int) -> str:
    """The styles of the pieces of text in a line, as words."""
    strip = it.app.screen._compositor.render_strips()[row]
    return " ".join(str(style) for text, style, _control in strip if any(char.isalnum() for char in text))


@pytest.mark.parametrize(("light", "name"), [(False, SIXTEEN_DARK.name), (True, SIXTEEN_LIGHT.name)])
async def test_with_sixteen_colours_they_are_the_terminals_and_the_chosen_row_stands_out(
    demo: Session,
    light: bool,  # noqa: FBT001
    name: str,
) -> None:
    async with opened(demo) as it:
        it.app._light, it.app.has_few_colours = light, True
        it.app.apply_theme()
        await it.settled()
        assert it.app.theme == name
        grounds = [_ground_of(it, it.rows.region.y + row) for row in ((it.rows.highlighted or 0), 4)]
        assert grounds[0] != grounds[1]


def _ground_of(it: Driver, row: int) -> set[str]:
    """The names of the background colours of the text in a line."""
    strip = it.app.screen._compositor.render_strips()[row]
    pieces = [(text, style) for text, style, _control in strip if any(char.isalnum() for char in text)]
    assert pieces
    return {style.bgcolor.name for _text, style in pieces if style and style.bgcolor}


XTERM = {
    "ansi_black": Color(0, 0, 0),
    "ansi_red": Color(205, 0, 0),
    "ansi_blue": Color(0, 0, 238),
    "ansi_bright_green": Color(0, 255, 0),
    "ansi_bright_yellow": Color(255, 255, 0),
    "ansi_bright_cyan": Color(0, 255, 255),
    "ansi_bright_white": Color(255, 255, 255),
}
"""The colours used of xterm's sixteen."""


@pytest.mark.parametrize(
    ("theme", "ground"), [(SIXTEEN_DARK, "ansi_black"), (SIXTEEN_LIGHT, "ansi_bright_white")], ids=["dark", "light"]
)
def test_sixteen_colours_are_read_as_xterm_has_them(theme: Theme, ground: str) -> None:
    chosen = XTERM[theme.variables["block-cursor-background"]]
    assert contrast(XTERM[theme.variables["block-cursor-foreground"]], chosen) >= ENOUGH
    for name in (theme.accent, theme.warning, theme.success):
        assert name is not None
        assert contrast(XTERM[name], XTERM[ground]) >= ENOUGH
        assert contrast(XTERM[name], chosen) >= ENOUGH


@pytest.mark.parametrize(("wanted", "allowed", "level"), [
    (False, "full", "none"), (True, "full", "full"), (True, "none", "none"), (False, "none", "none")
])  # fmt: skip
def test_nothing_moves_unless_it_is_wanted_and_the_environment_allows_it(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    wanted: bool,  # noqa: FBT001
    allowed: str,
    level: str,
) -> None:
    monkeypatch.setattr("consentui.tui.shared.window.TEXTUAL_ANIMATIONS", allowed)
    write_setting(session.folders.config_file, "animation", str(wanted).lower())
    session.preferences.reload()
    assert ConsentuiApp(session).animation_level == level


def test_nothing_moves_from_the_start(session: Session) -> None:
    assert ConsentuiApp(session).animation_level == "none"

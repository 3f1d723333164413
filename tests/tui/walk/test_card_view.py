"""A card drawn for a width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from consentui.tui.walk.card_view import Hints, card_content
from consentui.words.cards import Card, card
from tests.builders import TODAY, a_control, a_platform, a_route, a_text

CONTROL = a_control(
    about=a_text("Chirp trains its models on what you write. " * 6),
    route=(
        a_route(),
        a_route("ios", url=None),
        a_route("post", url=None, address="1 Road\nDublin", path=a_route().path),
    ),
)


def a_card(**changes: object) -> Card:
    control = a_control(**changes) if changes else CONTROL
    return card(a_platform(control), control, control.route, TODAY)


def lines(shown: Card, chosen: int = 0, width: int = 80, said: str = "", hints: Hints | None = None) -> list[str]:
    return card_content(shown, chosen, width, said, hints or Hints()).plain.split("\n")


def test_a_card_begins_with_its_title_and_how_the_platform_leaves_it() -> None:
    assert lines(a_card())[0].startswith("Training on your chirps")
    assert lines(a_card())[0].endswith("on by default")


@pytest.mark.parametrize("width", [20, 40, 47, 48, 60, 80, 120])
def test_no_sentence_is_wider_than_the_card(width: int) -> None:
    shown = lines(
        a_card(does_not_cover=a_text("What was trained already. " * 9)), width=width, said="Settled so. " * 20
    )
    sentences = [line for line in shown if line.count(".") or line.startswith(" ")]
    assert len(sentences) > 5
    assert [line for line in sentences if len(line) > width and "https://" not in line] == []


def test_the_chosen_way_stands_out_and_is_the_one_described() -> None:
    web, app = "\n".join(lines(a_card(), 0)), "\n".join(lines(a_card(), 1))
    assert "ON THE WEB   iPhone app" in web
    assert "on the web   IPHONE APP" in app
    assert "https://chirp.example/web" in web
    assert "https://chirp.example/web" not in app


def test_an_address_is_never_broken() -> None:
    url = "https://chirp.example/" + "a" * 150
    assert any(url in line for line in lines(a_card(route=(a_route(url=url),)), width=40))


def test_a_postal_address_keeps_its_lines() -> None:
    shown = [line.strip() for line in lines(a_card(), 2)]
    assert shown[shown.index("1 Road") + 1] == "Dublin"


def test_what_was_recorded_comes_before_the_ways() -> None:
    shown = "\n".join(lines(a_card(), said="Settled: switched off, yesterday."))
    assert shown.index("Settled: switched off") < shown.index("ON THE WEB")


def test_a_control_without_ways_still_has_its_facts() -> None:
    shown = "\n".join(lines(a_card(route=())))
    assert "What you write from now on." in shown


def test_hints_stand_beside_what_they_are_for() -> None:
    shown = lines(a_card(), hints=Hints(link=Content("o open"), age=Content("s sources")))
    assert any("https://chirp.example/web" in line and line.endswith("o open") for line in shown)
    assert any(line.startswith("Facts checked on") and line.endswith("s sources") for line in shown)


def test_hints_that_do_not_fit_get_a_line_of_their_own() -> None:
    shown = lines(a_card(), width=20, hints=Hints(link=Content("o open")))
    assert "o open" in [line.strip() for line in shown]


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=300), st.integers(1, 200))
@settings(max_examples=30)
def test_any_text_fits_any_width(text: str, width: int) -> None:
    control = a_control(title=a_text(text), about=a_text(text), covers=a_text(text))
    shown = card(a_platform(control), control, control.route, TODAY)
    assert card_content(shown, 0, width, text).plain

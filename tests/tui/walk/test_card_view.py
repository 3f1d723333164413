"""A card drawn for a width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from consentui.checklist.ways import routes_for
from consentui.i18n import Language
from consentui.knowledge.base import bundled
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


def test_a_card_that_fits_is_whole_and_says_nothing_of_more() -> None:
    hints = Hints(more=Content("space more"))
    whole = card_content(a_card(), 0, 80).plain
    assert card_content(a_card(), 0, 80, hints=hints, height=99).plain == whole


LONG = a_text("The first sentence. " + "Another that says more of it. " * 40)


@pytest.mark.parametrize("height", [24, 20, 16])
def test_a_card_that_does_not_fit_keeps_how_it_is_done_and_the_first_sentences(height: int) -> None:
    shown = a_card(about=LONG, covers=LONG, does_not_cover=LONG, doubt=LONG)
    found = card_content(shown, 0, 80, hints=Hints(more=Content("space more")), height=height).plain
    assert found.count("\n") < height
    assert found.count("The first sentence.") == 3
    assert shown.ways[0].url in found
    assert shown.ways[0].label in found
    assert "In doubt" not in found
    assert found.endswith("space more")


def test_a_long_sentence_is_cut_where_a_word_ends() -> None:
    shown = a_card(about=a_text("word " * 400), covers=LONG)
    found = card_content(shown, 0, 80, height=20).plain.split("\n")
    assert any(line.endswith("word …") for line in found)
    assert max(map(len, found[1:])) <= 80


def test_a_long_sentence_is_cut_where_a_clause_ends_that_leaves_most_of_the_line() -> None:
    about = a_text("posts of others, pictures of them, " * 20)
    found = card_content(a_card(about=about, covers=LONG), 0, 60, height=16).plain.split("\n")
    (end,) = (line for line in found if line.endswith(" …") and "others" in line)
    assert end.endswith(("posts of others …", "pictures of them …"))


@pytest.mark.parametrize(("spoken", "country"), [("fr", "FR"), ("en", "IE")])
def test_nine_of_ten_cards_are_one_screen_at_80_by_24(
    spoken: Language, country: str, speak: Callable[[Language], None]
) -> None:
    speak(spoken)
    known = bundled()
    heights = [
        card_content(card(platform, one, routes_for(one, country), TODAY), 0, 76, height=20).plain.count("\n") + 1
        for platform in map(known.platform, known.ids)
        for one in platform.control
    ]
    assert len(heights) > 300
    assert sum(height <= 20 for height in heights) >= 0.9 * len(heights)

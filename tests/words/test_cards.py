"""What a person reads about a control."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consentui.checklist.availability import as_found_in
from consentui.i18n import Language
from consentui.knowledge.base import bundled
from consentui.knowledge.records import DefaultIn, Menus, Printed, PrintedPath, Route
from consentui.words.cards import Card, Fact, Way, card
from tests.builders import TODAY, a_control, a_platform, a_route, a_source, a_testimony, a_text

Speak = Callable[[Language], None]

IN_ENGLISH = "Les mots en anglais"
IN_FRENCH = "The words in French are Chirp’s own: no source gives the ones you may see."


def card_of(**changes: object) -> Card:
    """The card of a control with all its routes."""
    control = a_control(**changes)
    return card(a_platform(control), control, control.route, TODAY)


def way_of(route: Route) -> Way:
    return card_of(route=(route,)).ways[0]


def fact(shown: Card, name: str) -> str:
    return next(one.text for one in shown.facts if one.name == name)


def test_a_card_has_title_default_explanation_ways_and_age() -> None:
    shown = card_of()
    assert shown.title == "Training on your chirps"
    assert shown.remark == "on by default"
    assert shown.about == "Chirp trains its models on what you write."
    assert shown.age == "Facts checked on 2 October 2026 · 1 source · documented"
    assert not shown.is_old
    assert shown.ways == (
        Way(
            surface="web",
            name="on the web",
            menu=("Settings", "Privacy"),
            crumbs="Settings › Privacy",
            label="Train our models",
            steps="",
            url="https://chirp.example/web",
            address="",
            is_in_own_words=True,
            remarks=(),
        ),
    )


def test_a_card_comes_in_french(speak: Speak) -> None:
    speak("fr")
    shown = card_of()
    assert shown.title == "Entraînement sur vos pépiements"
    assert shown.about == "Chirp entraîne ses modèles avec vos textes."
    assert shown.ways[0].crumbs == "Réglages › Confidentialité"
    assert shown.ways[0].label == "Entraîner nos modèles"
    assert shown.ways[0].remarks == ()
    assert "2 octobre 2026" in shown.age


def test_only_the_routes_that_are_given_are_ways() -> None:
    control = a_control(route=(a_route("web"), a_route("ios")))
    shown = card(a_platform(control), control, control.route[1:], TODAY)
    assert [way.surface for way in shown.ways] == ["ios"]


def test_ways_of_one_name_are_told_apart_by_a_number() -> None:
    form = a_route(surface="form", path=PrintedPath())
    shown = card(a_platform(), a_control(), (form, form, a_route(surface="web"), form), TODAY)
    assert [way.name for way in shown.ways] == ["form", "form 2", "on the web", "form 3"]


def test_what_it_stops_and_does_not_stop_is_always_said() -> None:
    assert card_of().facts == (
        Fact("Stops", "What you write from now on.", is_needed=True),
        Fact("Does not stop", "What was trained already.", is_needed=True),
        Fact("Check", "cannot be checked: no file of the platform is known to show it"),
    )


@pytest.mark.parametrize(
    ("grade", "words"),
    [("A", "the platform’s download shows it"), ("C", "the platform’s download mentions it, too vaguely")],
)
def test_a_card_says_whether_a_download_can_show_it(grade: str, words: str) -> None:
    facts = card_of(testimony=(a_testimony(grade=grade, limits=a_text("Six months only.")),)).facts
    (check,) = [one.text for one in facts if one.name == "Check"]
    assert check.startswith(words)
    assert check.endswith("Six months only.")


def test_a_message_has_no_state_that_could_be_checked() -> None:
    assert "Check" not in {one.name for one in card_of(kind="request").facts}


def test_all_that_is_known_is_said_in_a_fixed_order() -> None:
    control = a_control(
        desired="chosen",
        choose=a_text("Never"),
        needs=(a_text("a password"), a_text("a phone")),
        reply=a_text("An e-mail."),
        proof=a_text("The switch is grey."),
        doubt=a_text("Sources disagree."),
        effect_from="2025-05-27",
    )
    shown = card(a_platform(control), control, (), TODAY, ("Nest: Training", "Nest: Ads"))
    assert [one.name for one in shown.facts] == [
        "Choose",
        "Covers",
        "Does not cover",
        "Do these too",
        "You need",
        "Check",
        "Answer",
        "Proof",
        "In doubt",
        "In use since",
    ]
    assert fact(shown, "Do these too") == "Nest: Training; Nest: Ads"
    assert fact(shown, "You need") == "a password; a phone"


@pytest.mark.parametrize(
    ("kind", "desired", "headings"),
    [
        ("setting", "off", ("Stops", "Does not stop")),
        ("setting", "on", ("Stops", "Does not stop")),
        ("setting", "chosen", ("Covers", "Does not cover")),
        ("setting", "done", ("Covers", "Does not cover")),
        ("request", "sent", ("Covers", "Does not cover")),
        ("objection-form", "objected", ("Covers", "Does not cover")),
        ("technical", "done", ("Covers", "Does not cover")),
        ("deletion", "done", ("Deletes", "Does not delete")),
        ("account-visibility", "on", ("What it changes", "What it does not change")),
    ],
)
def test_only_a_switch_is_said_to_stop_something(kind: str, desired: str, headings: tuple[str, str]) -> None:
    facts = card_of(kind=kind, desired=desired).facts
    assert (facts[0].name, facts[1].name) == headings


@pytest.mark.parametrize("desired", ["off", "objected", "sent"])
def test_that_refusing_still_works_is_said_where_something_is_refused(desired: str) -> None:
    shown = card_of(desired=desired, effect_from="2025-05-27")
    assert fact(shown, "In use since") == "27 May 2025; refusing still works"


def test_of_a_mere_choice_only_the_beginning_is_told() -> None:
    assert fact(card_of(desired="chosen", effect_from="2025-05-27"), "In use since") == "27 May 2025"


def test_where_the_country_is_not_known_the_defaults_of_all_regions_are_told() -> None:
    shown = card_of(default_in=(DefaultIn(("EEA", "UK"), "off"), DefaultIn(("CH",), "unknown")))
    assert shown.remark == "default differs by country"
    told = "EEA, United Kingdom: off by default; Switzerland: default not known; elsewhere: on by default"
    assert fact(shown, "Default") == told


@pytest.mark.parametrize(("country", "remark"), [("FR", "off by default"), ("CH", "on by default")])
def test_where_it_is_known_the_card_has_the_default_of_the_country(country: str, remark: str) -> None:
    control = as_found_in(a_control(default_in=(DefaultIn(("EEA",), "off"),)), country)
    shown = card(a_platform(control), control, (), TODAY)
    assert shown.remark == remark
    assert [one.name for one in shown.facts] == ["Stops", "Does not stop", "Check"]


@pytest.mark.parametrize(("today", "old"), [(date(2027, 1, 1), False), (date(2027, 1, 2), True)])
def test_old_facts_are_said_to_be_old(*, today: date, old: bool) -> None:
    control = a_control(source=(a_source(), a_source()))
    shown = card(a_platform(control), control, (), today)
    assert shown.is_old is old
    assert ("old: check with care" in shown.age) is old
    assert "2 sources" in shown.age


# Printed words


def test_a_missing_french_label_is_shown_in_english_and_marked(speak: Speak) -> None:
    speak("fr")
    way = way_of(a_route(label=Printed(en="Train our models")))
    assert way.label == "Train our models"
    assert way.crumbs == "Réglages › Confidentialité"
    assert [remark.startswith(IN_ENGLISH) for remark in way.remarks] == [True]


def test_missing_french_menu_steps_are_shown_in_english_and_marked(speak: Speak) -> None:
    speak("fr")
    path = PrintedPath(en=("Settings", "Privacy", "Data"), fr=("Réglages",), fr_complete=False)
    way = way_of(a_route(path=path))
    assert way.crumbs == "Réglages › Privacy › Data"
    assert [remark.startswith(IN_ENGLISH) for remark in way.remarks] == [True]


@pytest.mark.parametrize(
    "route",
    [
        a_route(label=Printed()),
        a_route(label=Printed(), path=PrintedPath()),
        a_route(path=PrintedPath(fr=("Réglages",), fr_complete=False)),
    ],
)
def test_where_no_english_word_is_shown_none_is_spoken_of(route: Route, speak: Speak) -> None:
    speak("fr")
    assert way_of(route).remarks == ()


@pytest.mark.parametrize(
    ("route", "crumbs", "label"),
    [
        (a_route(label=Printed(fr="Entraîner"), path=PrintedPath(fr=("Réglages",))), "Réglages", "Entraîner"),
        (a_route(label=Printed(fr="Entraîner")), "Settings › Privacy", "Entraîner"),
        (a_route(path=PrintedPath(fr=("Réglages",))), "Réglages", "Train our models"),
    ],
)
def test_words_that_are_known_in_french_alone_are_shown_and_marked(route: Route, crumbs: str, label: str) -> None:
    way = way_of(route)
    assert (way.crumbs, way.label, way.remarks) == (crumbs, label, (IN_FRENCH,))


def test_menus_that_exist_in_english_alone_lack_no_french_words(speak: Speak) -> None:
    speak("fr")
    route = a_route(label=Printed(en="Train our models"), path=PrintedPath(en=("Settings",)))
    menus = Menus(("en",), "https://chirp.example/languages", "Chirp")
    platform = a_platform(control := a_control(route=(route,)), menus=menus)
    shown = card(platform, control, control.route, TODAY)
    assert shown.ways[0].remarks == ("Les menus de Chirp existent en anglais, pas en français.",)
    speak("de")
    shown = card(platform, control, control.route, TODAY)
    assert shown.ways[0].remarks == ("Chirp hat seine Menüs auf Englisch, nicht auf Deutsch.",)


@pytest.mark.parametrize(
    ("printed", "said"), [(Printed(en="Train", fr="Entraîner"), "Englisch"), (Printed(fr="Entraîner"), "Französisch")]
)
def test_in_a_third_language_the_words_shown_are_said_to_be_of_another(
    printed: Printed, said: str, speak: Speak
) -> None:
    speak("de")
    way = way_of(a_route(label=printed, path=PrintedPath()))
    assert way.label == (printed.en or printed.fr)
    assert [remark.startswith(f"Die Worte auf {said} sind die von Chirp selbst") for remark in way.remarks] == [True]


def test_english_words_need_no_mark_in_english() -> None:
    assert way_of(a_route(label=Printed(en="Train our models"))).remarks == ()


def test_an_older_french_label_says_its_age(speak: Speak) -> None:
    route = a_route(label_fr_until="2024-12")
    assert way_of(route).remarks == ()
    speak("fr")
    assert "décembre 2024" in " ".join(way_of(route).remarks)


def test_a_way_that_only_some_people_see_says_so() -> None:
    assert way_of(a_route(sure=False)).remarks == ("Not everyone sees this route.",)


def test_an_address_and_steps_are_part_of_a_way(speak: Speak) -> None:
    route = Route(surface="post", address="Chirp Ltd\nDublin", steps=a_text("Write.", "Écrivez."))
    assert (way_of(route).address, way_of(route).steps, way_of(route).url) == ("Chirp Ltd\nDublin", "Write.", "")
    speak("fr")
    assert way_of(route).steps == "Écrivez."


# The label of a control


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_control_of_the_knowledge_base_has_a_full_card(language: Language, speak: Speak) -> None:
    speak(language)
    for platform in bundled():
        for control in platform.control:
            shown = card(platform, control, control.route, TODAY)
            assert all((shown.title, shown.remark, shown.about, shown.age)), control.id
            assert all(one.name and one.text for one in shown.facts), control.id
            assert all(way.crumbs or way.label or way.steps or way.url or way.address for way in shown.ways), control.id

"""The format of the knowledge base: what its keys accept and refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w

from consentui.errors import KnowledgeError
from consentui.knowledge.load import parse_record
from consentui.knowledge.records import Platform, Text
from tests.builders import a_control, a_platform, a_route, an_event
from tests.knowledge.files import as_toml

PATH = Path("chirp.toml")


def with_value(place: str, value: Any) -> str:
    """A sound platform as TOML with one value replaced, or removed if None."""
    platform = a_platform(a_control(route=(a_route(),)), event=(an_event(),))
    tree: Any = tomli.loads(as_toml(platform))
    *way, last = place.split(".")
    here = tree
    for step in way:
        here = here[step][0] if isinstance(here[step], list) else here[step]
    if value is None:
        del here[last]
    else:
        here[last] = value
    return tomli_w.dumps(tree)


def test_a_platform_is_the_same_after_a_turn_through_its_file() -> None:
    platform = a_platform(a_control(fallback=("x/grok-training",), optional=True), name_fr="Gazouillis")
    assert parse_record(as_toml(platform), Platform, PATH) == platform


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("id", "Chirp"),
        ("id", "chirp--two"),
        ("id", "-chirp"),
        ("id", "chirp/two"),
        ("category", "birds"),
        ("researched", "2026-02-30"),
        ("researched", "2026-02"),
        ("control.id", "été"),
        ("control.kind", "switch"),
        ("control.purpose", "fun"),
        ("control.default", "yes"),
        ("control.desired", "gone"),
        ("control.evidence", "certain"),
        ("control.minutes", 0),
        ("control.minutes", 241),
        ("control.minutes", "5"),
        ("control.regions", ["FRANCE"]),
        ("control.regions", "EU"),
        ("control.account_types", ["pro"]),
        ("control.fallback", ["grok-training"]),
        ("control.effect_from", "May 2024"),
        ("control.effect_from", "2024-5"),
        ("control.source.url", "http://chirp.example"),
        ("control.source.url", "https://chirp.example/a b"),
        ("control.source.url", "javascript:alert(1)"),
        ("control.source.supports", ["everything"]),
        ("control.source.date", "10/12/2024"),
        ("control.route.surface", "phone"),
        ("control.route.url", "chirp.example"),
        ("event.kind", "rumour"),
    ],
)
def test_a_value_outside_the_format_is_refused(place: str, value: Any) -> None:
    with pytest.raises(KnowledgeError, match=r"chirp\.toml, line \d+"):
        parse_record(with_value(place, value), Platform, PATH)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("id", "chirp-2"),
        ("control.minutes", 1),
        ("control.minutes", 240),
        ("control.effect_from", "2024"),
        ("control.effect_from", "2024-05"),
        ("control.effect_from", "2024-05-07"),
        ("control.regions", ["EEA", "UK", "CH"]),
        ("control.route.surface", "post"),
    ],
)
def test_a_value_at_the_edge_of_the_format_is_accepted(place: str, value: Any) -> None:
    parse_record(with_value(place, value), Platform, PATH)


@pytest.mark.parametrize(
    "place",
    [
        "name",
        "controller",
        "about.fr",
        "control.title.fr",
        "control.title.en",
        "control.covers",
        "control.does_not_cover",
        "control.evidence",
        "control.verified_on",
        "control.review_after",
        "control.source",
        "control.source.publisher",
        "control.source.supports",
        "control.route.surface",
        "event.what.fr",
    ],
)
def test_what_every_record_must_say_cannot_be_left_out(place: str) -> None:
    with pytest.raises(KnowledgeError, match="is missing"):
        parse_record(with_value(place, None), Platform, PATH)


@pytest.mark.parametrize(
    "place",
    ["alias", "about.it", "control.deadline", "control.source.ur", "control.route.paths", "control.route.path.de"],
)
def test_a_key_outside_the_format_is_refused(place: str) -> None:
    with pytest.raises(KnowledgeError, match="is not known"):
        parse_record(with_value(place, "x"), Platform, PATH)


def test_a_text_of_ours_speaks_both_languages() -> None:
    text = Text(en="Refuse", fr="Refuser")
    assert (text.in_language("en"), text.in_language("fr")) == ("Refuse", "Refuser")


def test_a_platform_has_its_french_name_where_it_has_one() -> None:
    assert a_platform(name="Chirp", name_fr="Gazouillis").name_in("fr") == "Gazouillis"
    assert a_platform(name="Chirp", name_fr="Gazouillis").name_in("en") == "Chirp"
    assert a_platform(name="Chirp", name_de="Zwitschern").name_in("de") == "Zwitschern"
    assert a_platform(name="Chirp").name_in("fr") == "Chirp"


def test_what_is_not_said_holds_everywhere_and_for_everyone() -> None:
    control = parse_record(with_value("control.minutes", 5), Platform, PATH).control[0]
    assert (control.regions, control.except_regions, control.account_types) == (("*",), (), ("*",))
    assert not control.optional
    assert control.route[0].sure
    assert not parse_record(with_value("control.source.primary", None), Platform, PATH).control[0].source[0].primary


@pytest.mark.parametrize(
    "url",
    [
        "https://a/><script>alert(1)</script>",
        "https://chirp.example/><script>",
        "https://apple.com@evil.example/",
        "https://chirp.example/ ![](https://evil.example/x.png)",
        "https://chirp.example/`x`",
        "https://chirp.example/\n# a heading",
        "https://chirp.example/\\",
        "https://\u0430pple.com/",
        "https://chirp.example/a\n",
        "javascript:alert(1)",
    ],
)
def test_an_address_names_a_host_and_nothing_ends_it_in_a_report(url: str) -> None:
    with pytest.raises(KnowledgeError):
        parse_record(with_value("control.route.url", url), Platform, PATH)


@pytest.mark.parametrize(
    "url", ["https://chirp.example", "https://help.chirp.example:8443/a/@b?c=d&e=f#g(1)", "https://cnil.fr./le-droit"]
)
def test_any_usual_address_is_taken(url: str) -> None:
    assert parse_record(with_value("control.route.url", url), Platform, PATH).control[0].route[0].url == url

"""Controls found by any words of theirs: of today or of an old article, mistyped, without accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.knowledge.base import bundled
from consentui.knowledge.records import FormerLabel, Platform, Printed, PrintedPath
from consentui.knowledge.search import Index
from tests.builders import a_control, a_platform, a_route, a_text

LABEL_2024_EN = (
    "Allow your posts as well as your interactions, inputs, and results with Grok "
    "to be used for training and fine-tuning"
)
LABEL_2024_FR = (
    "Permettre à vos posts ainsi qu’à vos interactions, saisies dans Grok et résultats associés "
    "d’être utilisés à des fins de formation et d’ajustement"
)


@pytest.fixture(scope="module")
def index() -> Index:
    """The bundled knowledge base, indexed."""
    return Index(bundled())


def refs(index: Index, query: str) -> list[str]:
    return [f"{hit.platform.id}/{hit.control.id}" for hit in index.search(query)]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(LABEL_2024_EN, id="English label of 2024"),
        pytest.param(LABEL_2024_FR, id="French label of 2024"),
        pytest.param(LABEL_2024_FR.replace("’", "'"), id="typewriter quotes"),
        pytest.param("permettre a vos posts ainsi qu'a vos interactions d'etre utilises", id="no accents"),
        pytest.param(LABEL_2024_EN.upper(), id="capitals"),
        pytest.param("allow your post and interactions with grok to be used for training", id="quoted by heart"),
        pytest.param(
            "Allow your public data as well as your interactions, inputs, and results with Grok and xAI",
            id="label of today",
        ),
        pytest.param("grok training twitter", id="a name of yesterday"),
        pytest.param("Twiter grok", id="a slip"),
        pytest.param("Grok traning", id="another slip"),
    ],
)
def test_the_words_people_have_lead_to_the_control_of_today(index: Index, query: str) -> None:
    assert refs(index, query)[0] == "x/grok-training"


@pytest.mark.parametrize("query", ["entraînement grok", "entrainement Grok", "entraînements grok", "ENTRAÎNEMENT GROK"])
def test_the_noun_finds_what_the_verb_names(index: Index, query: str) -> None:
    assert {"x/grok-training", "grok/improve-model"} <= set(refs(index, query)[:4])


@pytest.mark.parametrize(
    ("query", "platform"),
    [
        ("Twitter", "x"),
        ("FB", "facebook"),
        ("Insta", "instagram"),
        ("instagramm", "instagram"),
        ("Espace Comptes", "meta"),
        ("Accounts Center", "meta"),
    ],
)
def test_a_platform_is_found_by_its_other_names(index: Index, query: str, platform: str) -> None:
    assert {hit.platform.id for hit in index.search(query)[:3]} == {platform}


@pytest.mark.parametrize("query", ["", "   ", "?!", "zqxj", "zqxj vwkp", "grok zqxj"])
def test_nothing_is_found_where_nothing_fits(index: Index, query: str) -> None:
    assert index.search(query) == ()


def test_no_more_is_given_than_was_asked_for(index: Index) -> None:
    assert len(index.search("data", limit=3)) == 3
    assert index.search("data")[:3] == index.search("data", limit=3)


def test_an_empty_base_finds_nothing() -> None:
    assert Index(()).search("grok") == ()


@given(st.text())
def test_any_query_is_answered(query: str) -> None:
    scores = [hit.score for hit in SMALL.search(query)]
    assert all(score > 0 for score in scores)


def a_base(**where: object) -> tuple[Platform, ...]:
    """Two platforms, of which the second has the word `nightingale` at one place."""
    plain = a_platform(a_control(id="other"), id="plain", name="Plain")
    return (plain, a_platform(a_control(id="sought", **where), id="second", name="Second"))


SMALL = Index(a_base(title=a_text("A nightingale")))


@pytest.mark.parametrize(
    "where",
    [
        {"title": a_text("A nightingale", "Un oiseau")},
        {"title": a_text("A bird", "Un nightingale")},
        {"about": a_text("About the nightingale.", "Un oiseau.")},
        {"about": a_text("A bird.", "Du nightingale.")},
        {"route": (a_route(label=Printed(en="Nightingale mode")),)},
        {"route": (a_route(label=Printed(fr="Mode nightingale")),)},
        {"route": (a_route(path=PrintedPath(en=("Settings", "Nightingale"))),)},
        {"route": (a_route(path=PrintedPath(fr=("Réglages", "Nightingale"))),)},
        {"former_label": (FormerLabel(until="2024", en="Old nightingale"),)},
        {"former_label": (FormerLabel(until="2024", fr="Vieux nightingale"),)},
    ],
)
@pytest.mark.parametrize("query", ["nightingale", "nightin", "NIGHTINGALE", "nightingales", "nihtingale"])
def test_a_word_is_found_wherever_it_stands(where: dict[str, object], query: str) -> None:
    assert refs(Index(a_base(**where)), query) == ["second/sought"]


def test_a_name_weighs_more_than_a_label_and_a_label_more_than_a_text() -> None:
    text = a_control(id="text", about=a_text("The nightingale."))
    label = a_control(id="label", route=(a_route(label=Printed(en="Nightingale")),))
    path = a_control(id="path", route=(a_route(path=PrintedPath(en=("Nightingale",))),))
    name = a_control(id="nightingale")
    found = refs(Index([a_platform(text, path, label, name)]), "nightingale")
    assert found == ["chirp/nightingale", "chirp/label", "chirp/path", "chirp/text"]


def test_a_platform_comes_before_one_that_has_its_name_as_another_name() -> None:
    alias = a_platform(id="alias", name="Alias", aliases=("Nest",))
    assert refs(Index([alias, a_platform(id="nest", name="Nest")]), "nest") == ["nest/training", "alias/training"]


def test_a_french_name_is_a_name() -> None:
    platform = a_platform(id="nest", name="Nest", name_fr="Le Nid")
    assert refs(Index([a_platform(), platform]), "nid") == ["nest/training"]


def test_the_whole_word_comes_before_a_longer_one() -> None:
    longer = a_control(id="longer", title=a_text("Postal mail"))
    whole = a_control(id="whole", title=a_text("Post mail"))
    assert refs(Index([a_platform(longer, whole)]), "post") == ["chirp/whole", "chirp/longer"]


def test_a_control_with_more_of_the_words_comes_first() -> None:
    few = a_control(id="training", title=a_text("Training of models"), about=a_text("Nothing else here."))
    many = a_control(id="many", title=a_text("Stop"), about=a_text("Training of models on old voice letters."))
    query = "training models voice letters"
    assert refs(Index([a_platform(few, many)]), query) == ["chirp/many"]

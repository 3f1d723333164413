"""Controls are found by any of their words: current or from an old article, mistyped, without accents."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.knowledge.base import bundled
from consentui.knowledge.records import FormerLabel, Platform, Printed, PrintedPath
from consentui.knowledge.records.search_words import SearchWords, Synonyms
from consentui.knowledge.search.documents import Passage, controls_of, documents_of
from consentui.knowledge.search.find import find
from consentui.knowledge.search.index import Index
from tests.builders import a_control, a_platform, a_route, a_text, an_event

LABEL_2024_EN = (
    "Allow your posts as well as your interactions, inputs, and results with Grok "
    "to be used for training and fine-tuning"
)
LABEL_2024_FR = (
    "Permettre à vos posts ainsi qu’à vos interactions, saisies dans Grok et résultats associés "
    "d’être utilisés à des fins de formation et d’ajustement"
)


def index_of(platforms: Iterable[Platform]) -> Index:
    """The index of the controls of some platforms."""
    return Index(controls_of(platforms))


@pytest.fixture(scope="module")
def index() -> Index:
    """The bundled knowledge base, indexed."""
    knowledge = bundled()
    return Index(documents_of(knowledge), knowledge.search_words())


def refs(index: Index, query: str) -> list[str]:
    return [hit.found.ref for hit in find(index, query).hits]


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
    assert {ref.split("/")[0] for ref in refs(index, query)[:3]} == {platform}


@pytest.mark.parametrize("query", ["", "   ", "?!", "zqxj", "zqxj vwkp"])
def test_nothing_is_found_where_nothing_fits(index: Index, query: str) -> None:
    assert refs(index, query) == []


def test_words_that_stand_nowhere_are_told_and_do_not_hide_what_the_others_find(index: Index) -> None:
    answer = find(index, "grok zqxj")
    assert answer.unknown == ("zqxj",)
    assert "grok/improve-model" in [hit.found.ref for hit in answer.hits]


@pytest.mark.parametrize(
    ("query", "read_as", "missing"),
    [
        pytest.param("grok training", (), "nothing", id="all is known"),
        pytest.param("linkdin ai", (("linkdin", "linkedin"),), "nothing", id="a slip in a name"),
        pytest.param("watsapp ia", (("watsapp", "whatsapp"),), "nothing", id="a slip in what people call a control"),
        pytest.param("vimeo", (("vimeo", "video"),), "perhaps something", id="perhaps the name of something else"),
        pytest.param("hinge dating", (), "perhaps something", id="a name that is like no word"),
        pytest.param("zqxj", (), "perhaps something", id="nothing at all"),
    ],
)
def test_what_a_word_was_read_as_is_told_and_whether_something_may_be_missing(
    index: Index, query: str, read_as: tuple[tuple[str, str], ...], missing: str
) -> None:
    answer = find(index, query)
    assert answer.read_as == read_as
    assert answer.may_miss == (missing == "perhaps something")


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        pytest.param("viber", "perhaps something", id="like a name, but too unlike it"),
        pytest.param("twiter", "nothing", id="a slip in a name"),
        pytest.param("ameli", "perhaps something", id="only the beginning of longer words"),
        pytest.param("entraînements", "nothing", id="a plural that nothing prints"),
        pytest.param("midjourney", "perhaps something", id="a name that is only mentioned"),
        pytest.param("opera browser", "perhaps something", id="the beginning of a name"),
    ],
)
def test_a_name_that_was_hardly_recognised_may_be_that_of_something_else(
    index: Index, query: str, missing: str
) -> None:
    assert find(index, query).may_miss == (missing == "perhaps something")


def test_a_name_that_is_only_mentioned_is_told(index: Index) -> None:
    assert find(index, "midjourney opt out").mentioned == ("midjourney",)
    assert find(index, "grok").mentioned == ()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("supprimer compte chat gpt", "chatgpt/delete-account", id="a part of a name means nothing else"),
        pytest.param("lechat supprimer compte", "le-chat/export-delete", id="a name written in one"),
        pytest.param("Auskunft über meine Daten", "law:gdpr-15", id="a small word with accents is not Uber"),
        pytest.param("couper meta ai sur messenger", "messenger/mute-meta-ai", id="a title with the other name"),
        pytest.param("séparer facebook et instagram", "meta/separate-accounts", id="what two platforms share"),
        pytest.param("grok private chat", "grok/private-chat", id="printed beside the name"),
        pytest.param("porter plainte à la cnil", "authority:FR", id="an authority by its short name"),
        pytest.param("EDÖB", "authority:CH", id="an authority by another short name"),
        pytest.param("delete tiktok", "tiktok/delete-account", id="to delete a platform is to delete the account"),
        pytest.param("notion ia google", "notion/ai-training-baseline", id="an ordinary name that comes first"),
    ],
)
def test_what_a_query_is_about_comes_first(index: Index, query: str, first: str) -> None:
    assert refs(index, query)[0] == first


def test_of_equals_what_most_people_have_comes_before_what_begins_with_a(index: Index) -> None:
    packed = list(dict.fromkeys(one for pack in bundled().packs() for one in pack.platforms))
    ordered = list(dict.fromkeys(one.platform.id for one in index.documents if one.platform))
    assert ordered[: len(packed)] == packed
    assert ordered[len(packed) :] == sorted(ordered[len(packed) :])


def test_a_question_about_training_alone_is_answered_by_many_platforms(index: Index) -> None:
    hits = find(index, "ki training ausschalten", limit=8).hits
    assert len({hit.found.platform.id for hit in hits if hit.found.platform}) == 8
    assert hits[0].found.ref == "x/grok-training"


def test_of_equal_authorities_ones_own_comes_first(index: Index) -> None:
    answers = [find(index, "Aufsichtsbehörde", followed={f"authority:{code}"}) for code in ("CH", "FR", "DE-HH")]
    first = [next(hit.found.ref for hit in one.hits if hit.found.kind == "authority") for one in answers]
    assert first == ["authority:CH", "authority:FR", "authority:DE-HH"]


@pytest.mark.parametrize("query", ["hinge", "piquer"])
def test_no_word_is_taken_for_one_that_begins_with_another_letter(index: Index, query: str) -> None:
    assert find(index, query).unknown == (query,)


def test_no_more_is_given_than_was_asked_for(index: Index) -> None:
    few = find(index, "grok", limit=3).hits
    assert len(few) == 3
    assert find(index, "grok").hits[:3] == few


def test_an_empty_base_finds_nothing() -> None:
    assert refs(Index(()), "grok") == []


@given(st.text())
def test_any_query_is_answered(query: str) -> None:
    scores = [hit.score for hit in find(SMALL, query).hits]
    assert all(score > 0 for score in scores)


def a_base(**where: object) -> tuple[Platform, ...]:
    """Two platforms, of which the second has a control with these fields."""
    plain = a_platform(a_control(id="other"), id="plain", name="Plain")
    return (plain, a_platform(a_control(id="sought", **where), id="second", name="Second"))


SMALL = index_of(a_base(title=a_text("A nightingale")))


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
    assert refs(index_of(a_base(**where)), query) == ["second/sought"]


def test_a_name_weighs_more_than_a_label_and_a_label_more_than_a_text() -> None:
    text = a_control(id="text", about=a_text("The nightingale."))
    label = a_control(id="label", route=(a_route(label=Printed(en="Nightingale")),))
    path = a_control(id="path", route=(a_route(path=PrintedPath(en=("Nightingale",))),))
    name = a_control(id="nightingale")
    found = refs(index_of([a_platform(text, path, label, name)]), "nightingale")
    assert found == ["chirp/nightingale", "chirp/label", "chirp/path", "chirp/text"]


def test_a_platform_comes_before_one_that_has_its_name_as_another_name() -> None:
    alias = a_platform(id="alias", name="Alias", aliases=("Nest",))
    assert refs(index_of([alias, a_platform(id="nest", name="Nest")]), "nest") == ["nest/training", "alias/training"]


def test_a_french_name_is_a_name() -> None:
    platform = a_platform(id="nest", name="Nest", name_fr="Le Nid")
    assert refs(index_of([a_platform(), platform]), "nid") == ["nest/training"]


def test_the_whole_word_comes_before_a_longer_one() -> None:
    longer = a_control(id="longer", title=a_text("Postal mail"))
    whole = a_control(id="whole", title=a_text("Post mail"))
    assert refs(index_of([a_platform(longer, whole)]), "post") == ["chirp/whole", "chirp/longer"]


def test_a_control_with_more_of_the_words_comes_first() -> None:
    few = a_control(id="training", title=a_text("Training of models"), about=a_text("Nothing else here."))
    many = a_control(id="many", title=a_text("Stop"), about=a_text("Training of models on old voice letters."))
    query = "training models voice letters"
    assert refs(index_of([a_platform(few, many)]), query) == ["chirp/many", "chirp/training"]


@pytest.mark.parametrize("field", ["covers", "does_not_cover", "minors", "doubt", "proof", "reply", "choose"])
def test_a_word_is_found_in_every_text_of_a_control(field: str) -> None:
    assert refs(index_of(a_base(**{field: a_text("Nightingale")})), "nightingale") == ["second/sought"]


def test_what_is_said_of_a_platform_stands_with_its_first_control() -> None:
    platform = a_platform(a_control(id="first"), a_control(id="second"), about=a_text("A nightingale sings."))
    assert refs(index_of([platform]), "nightingale") == ["chirp/first"]


def test_an_event_stands_with_the_controls_that_it_touches() -> None:
    event = an_event(what=a_text("A nightingale sang."), touches=("second",))
    platform = a_platform(a_control(id="first"), a_control(id="second"), event=(event,))
    assert refs(index_of([platform]), "nightingale") == ["chirp/second"]


def test_each_result_says_where_its_words_stand(index: Index) -> None:
    (hit,) = find(SMALL, "nightingale").hits
    assert hit.why[0] == Passage("title", "A nightingale", "en")
    best = find(index, "rond bleu").hits[0]
    assert best.why[0] == Passage("saying", "rond bleu")


def test_what_prints_the_words_in_that_order_comes_first() -> None:
    apart = a_control(id="apart", title=a_text("Learn song by song"))
    together = a_control(id="together", title=a_text("By song, song learn by song"))
    assert refs(index_of([a_platform(apart, together)]), "song learn by")[0] == "chirp/together"


def test_several_platforms_in_one_query_take_turns(index: Index) -> None:
    platforms = [ref.split("/")[0] for ref in refs(index, "linkedin facebook chatgpt IA")[:3]]
    assert sorted(platforms) == ["chatgpt", "facebook", "linkedin"]


WORDS = SearchWords(
    small=("the", "my"),
    refuse=("stop", "refus*"),
    meaning=(
        Synonyms(("delet*", "effac*"), kind=("deletion",)),
        Synonyms(("advert*",), purpose=("advertising",)),
        Synonyms(("blue circle",), control=("chirp/circle",)),
        Synonyms(("minor*", "child*")),
    ),
)
CHIRP = Index(
    controls_of(
        [
            a_platform(
                a_control(id="training", about=a_text("Children are left out.", "Sans les enfants.")),
                a_control(id="gone", kind="deletion", purpose="retention"),
                a_control(id="shown", purpose="advertising"),
                a_control(id="circle", purpose="visibility"),
            )
        ]
    ),
    WORDS,
)


@pytest.mark.parametrize(
    ("query", "control"),
    [
        ("delete the rest", "gone"),
        ("EFFACEMENT", "gone"),
        ("stop the adverts", "shown"),
        ("the Blue Circle", "circle"),
        ("refuse the blue circle", "circle"),
        ("minors", "training"),
    ],
)
def test_the_words_that_people_use_lead_to_what_they_mean(query: str, control: str) -> None:
    assert refs(CHIRP, query)[0] == f"chirp/{control}"


def test_a_platform_named_among_small_words_and_refusals_gives_its_training_first() -> None:
    assert refs(CHIRP, "stop my chirp")[0] == "chirp/training"


def test_everything_that_can_be_found_has_a_name_of_its_own(index: Index) -> None:
    names = [one.ref for one in index.documents]
    assert [name for name in names if names.count(name) > 1] == []

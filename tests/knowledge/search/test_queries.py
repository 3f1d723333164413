"""What people ask leads to what they look for: a list of queries, and ten phrasings for every platform."""

from __future__ import annotations

from pathlib import Path
from statistics import quantiles
from time import process_time

import msgspec
import pytest

from consentui.errors import KnowledgeError
from consentui.knowledge.base import bundled
from consentui.knowledge.records import Platform
from consentui.knowledge.search.documents import documents_of
from consentui.knowledge.search.find import find
from consentui.knowledge.search.index import Index
from consentui.storage.toml import parse_trusted_tree

GOAL = 0.98
PHRASINGS = (
    "désactiver IA {name}",
    "comment empêcher {name} d’entraîner son IA avec mes données",
    "refuser que {name} utilise mes données pour l’IA",
    "{name} entraînement",
    "couper l’IA de {name}",
    "opt out of {name} ai",
    "disable {name} ai training",
    "turn off {name}",
    "stop {name} using my data for AI",
    "how do I stop {name} training on my posts?",
)


class Queries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`queries.toml`: for each reference, the queries and pasted notices that should find it; and what is missing."""

    missing: tuple[str, ...]
    expected: dict[str, tuple[str, ...]]
    notices: dict[str, tuple[str, ...]]


def _queries() -> Queries:
    path = Path(__file__).with_name("queries.toml")
    return msgspec.convert(parse_trusted_tree(path.read_text(encoding="utf-8"), path, KnowledgeError), Queries)


QUERIES = _queries()
TRAINERS = tuple(one for one in bundled() if any(control.purpose == "ai-training" for control in one.control))


@pytest.fixture(scope="module")
def index() -> Index:
    """The bundled knowledge base, indexed."""
    knowledge = bundled()
    return Index(documents_of(knowledge), knowledge.search_words())


def first_three(index: Index, query: str) -> list[str]:
    return [hit.found.ref for hit in find(index, query, limit=3).hits]


def spoken_name(platform: Platform) -> str:
    """What people call a platform: its name without explanations."""
    return platform.name.partition(" (")[0].partition(",")[0]


def test_what_people_ask_comes_in_the_first_three(index: Index) -> None:
    asked = [(query, ref) for ref, queries in QUERIES.expected.items() for query in queries]
    missed = [(query, ref) for query, ref in asked if ref not in first_three(index, query)]
    assert len(asked) >= 1000
    assert len(missed) <= (1 - GOAL) * len(asked), missed


def test_what_is_missing_is_not_passed_over_in_silence(index: Index) -> None:
    silent = [query for query in QUERIES.missing if not find(index, query).may_miss]
    assert len(QUERIES.missing) >= 30
    assert not silent


@pytest.mark.parametrize(("ref", "notice"), [(ref, one) for ref, some in QUERIES.notices.items() for one in some])
def test_a_notice_pasted_whole_leads_to_the_control(index: Index, ref: str, notice: str) -> None:
    assert ref in first_three(index, notice)


def test_every_platform_that_trains_is_found_by_ten_phrasings_in_two_languages(index: Index) -> None:
    asked = [(phrasing.format(name=spoken_name(one)), one) for one in TRAINERS for phrasing in PHRASINGS]
    missed = [query for query, one in asked if not trains(one) & set(first_three(index, query))]
    not_first = [query for query, one in asked if not trains(one) & set(first_three(index, query)[:1])]
    assert len(TRAINERS) >= 57
    assert len(missed) <= (1 - GOAL) * len(asked), missed
    assert len(not_first) <= (1 - GOAL) * len(asked), not_first


def trains(platform: Platform) -> set[str]:
    """The references of the platform's controls on training; for Grok also that of X, which most people mean."""
    own = {f"{platform.id}/{control.id}" for control in platform.control if control.purpose == "ai-training"}
    return own | {"x/grok-training"} if platform.id == "grok" else own


def test_an_answer_comes_while_one_types(index: Index) -> None:
    """The goal is 10 ms for 95 of 100 queries; the test allows five times that on a busy machine."""
    taken = []
    for query in (one for queries in QUERIES.expected.values() for one in queries):
        start = process_time()
        find(index, query)
        taken.append(process_time() - start)
    assert quantiles(taken, n=20)[-1] <= 0.05


def test_an_account_to_delete_is_found_without_a_platform(index: Index) -> None:
    for query in ("delete my account", "supprimer mon compte"):
        found = [hit.found for hit in find(index, query).hits]
        assert {one.kind for one in found[:5]} == {"deletion"}
        assert len({one.platform.id for one in found[:5] if one.platform}) == 5


@pytest.mark.parametrize(
    "query",
    [
        *("mineur", "mineurs", "child", "children", "parental", "parents", "enfant", "under 18", "teenager", "ados"),
        *("contrôle parental", "contrôles parentaux", "parental control", "parental controls"),
    ],
)
def test_what_differs_for_minors_is_found_by_whatever_they_are_called(index: Index, query: str) -> None:
    differing = {f"{one.id}/{control.id}" for one in bundled() for control in one.control if control.minors}
    hits = find(index, query, limit=len(differing) + 4).hits
    assert differing
    assert differing <= {hit.found.ref for hit in hits}
    assert all(hit.why[0].field == "minors" for hit in hits if hit.found.ref in differing)


def test_the_law_that_words_are_another_name_of_is_there() -> None:
    known = {rule.id for rule in bundled().law().rule}
    assert {name for meaning in bundled().search_words().meaning for name in meaning.law} <= known


def test_a_number_is_not_the_start_of_a_longer_one(index: Index) -> None:
    for query in ("GDPR article 17", "article 17 RGPD"):
        assert first_three(index, query)[0] == "law:gdpr-17"

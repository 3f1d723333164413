"""Sentences about items and ways."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from consentui.checklist.items import Item, items_of
from consentui.checklist.ways import AnotherControl, AnotherRoute, WriteToController
from consentui.i18n import set_language
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.records import Printed, Text
from consentui.profile.session import Session
from consentui.words.items import failure_sentence, said_of, way_words
from tests.builders import (
    TODAY,
    a_control,
    a_ledger,
    a_moment,
    a_platform,
    a_route,
    an_account,
    an_event,
    decided,
    recorded,
)

YESTERDAY = datetime.fromisoformat("2026-11-20T10:00:00+00:00")


@pytest.fixture
def knowledge(session: Session) -> KnowledgeBase:
    return session.knowledge


def the_item(*entries: object, **platform: object) -> Item:
    """The only item of the checklist after these entries."""
    return items_of(an_account(), a_platform(**platform), a_ledger(*entries), "FR", TODAY)[0]  # type: ignore[arg-type]


def test_nothing_is_said_of_what_was_never_touched() -> None:
    assert said_of(the_item()) == ""


def test_what_was_said_stands_with_where_when_and_by_whom() -> None:
    item = the_item(recorded("switched-off", at=YESTERDAY, surface="web"))
    assert said_of(item) == "Settled: switched off (on the web), yesterday, said by you."


def test_a_form_that_is_unavailable_is_not_said_twice_to_be_a_form() -> None:
    item = the_item(recorded("form-unavailable", at=YESTERDAY, surface="form"))
    assert said_of(item) == "Another way needed: form unavailable, yesterday."


def test_a_decision_without_an_outcome_leaves_no_loose_colon() -> None:
    assert said_of(the_item(decided("allow", at=YESTERDAY))) == "Allowed by you, yesterday."


def test_a_decision_in_french_leaves_no_loose_colon_either() -> None:
    set_language("fr")
    said = said_of(the_item(decided("allow", at=YESTERDAY)))
    assert ":" not in said
    assert "\u202f," not in said


def test_an_event_since_then_is_told() -> None:
    item = the_item(recorded("switched-off"), event=(an_event(),))
    assert said_of(item).endswith("The policy changed.")


def test_after_a_year_one_is_asked_to_look() -> None:
    item = the_item(recorded("switched-off", at=a_moment(0).replace(year=2025)))
    assert said_of(item).endswith("A year has passed: check whether it is still so.")


def test_what_failed_heads_the_ways_that_remain() -> None:
    item = the_item(recorded("not-found", surface="web"))
    assert failure_sentence(item) == "Not found (on the web). Try, in this order:"


def test_the_last_of_several_failures_heads_them() -> None:
    item = the_item(recorded("not-found", 1, surface="web"), recorded("not-offered", 2, surface="ios"))
    assert failure_sentence(item) == "Not offered here (iPhone app). Try, in this order:"


def test_without_a_failure_the_ways_have_a_plain_heading() -> None:
    assert failure_sentence(the_item()) == "Try, in this order:"


def test_a_route_is_named_by_its_surface_and_menu(knowledge: KnowledgeBase) -> None:
    assert way_words(AnotherRoute(a_route("ios")), knowledge) == "iPhone app: Settings › Privacy"
    set_language("fr")
    assert way_words(AnotherRoute(a_route("ios")), knowledge).endswith("Réglages › Confidentialité")


def test_a_route_without_a_menu_is_named_by_its_link(knowledge: KnowledgeBase) -> None:
    route = replace(a_route("form"), path=replace(a_route().path, en=(), fr=()))
    assert way_words(AnotherRoute(route), knowledge) == "Form: https://chirp.example/form"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"steps": Text(en="Swipe it away.", fr="Balayez.")}, "iPhone app: Swipe it away."),
        ({"label": Printed(en="Share data")}, "iPhone app: look for “Share data”"),
        ({"address": "1 Main Street\nDublin\nIreland"}, "iPhone app: 1 Main Street, Dublin, Ireland"),
        ({}, "iPhone app: the same may exist there"),
    ],
)
def test_a_route_with_neither_says_what_to_do_there(
    knowledge: KnowledgeBase, known: dict[str, Any], words: str
) -> None:
    bare = replace(a_route("ios"), path=replace(a_route().path, en=(), fr=()), url=None, label=Printed(), steps=None)
    assert way_words(AnotherRoute(replace(bare, **known)), knowledge) == words


def test_another_control_is_named_by_its_title(knowledge: KnowledgeBase) -> None:
    title = knowledge.control("x/protected-posts").title
    assert way_words(AnotherControl("x/protected-posts"), knowledge) == title.en
    set_language("fr")
    assert way_words(AnotherControl("x/protected-posts"), knowledge) == title.fr


def test_the_last_way_is_a_letter(knowledge: KnowledgeBase) -> None:
    assert way_words(WriteToController("x"), knowledge) == "Write to the company responsible for your data"


def test_a_control_put_off_says_so() -> None:
    item = items_of(an_account(), a_platform(a_control()), a_ledger(recorded("later", at=YESTERDAY)), "FR", TODAY)[0]
    assert said_of(item) == "Postponed: later, yesterday."


OLD, NEW = (an_event(date=day, in_force=True, touches=()) for day in ("2026-01-15", "2026-07-16"))


def test_what_was_recorded_says_under_which_policy_and_what_came_since() -> None:
    june = datetime.fromisoformat("2026-06-20T10:00:00+00:00")
    item = the_item(recorded("switched-off", at=june), event=(OLD, NEW))
    assert said_of(item).endswith(
        "In force on that day: the policy or terms of 15 January 2026. "
        "Another since then, of 16 July 2026: The policy changed."
    )


def test_a_policy_that_opened_it_again_is_said_once() -> None:
    june = datetime.fromisoformat("2026-06-20T10:00:00+00:00")
    touching = replace(NEW, touches=("training",))
    text = said_of(the_item(recorded("switched-off", at=june), event=(OLD, touching)))
    assert text.count("The policy changed.") == 1
    assert "In force on that day: the policy or terms of 15 January 2026." in text


def test_nothing_is_said_of_policies_where_none_is_known_or_nothing_was_recorded() -> None:
    assert "policy" not in said_of(the_item(recorded("switched-off", at=YESTERDAY)))
    assert "policy" not in said_of(the_item(decided("allow", at=YESTERDAY), event=(OLD,)))


def test_the_policy_of_the_day_is_said_in_french() -> None:
    set_language("fr")
    said = said_of(the_item(recorded("switched-off", at=YESTERDAY), event=(OLD,)))
    assert said.endswith("En vigueur ce jour-là\u202f: la politique ou les conditions (15 janvier 2026).")

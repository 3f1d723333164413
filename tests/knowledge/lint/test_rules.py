"""Each rule of the knowledge base: what breaks it, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from consentui.knowledge.lint import rules
from consentui.knowledge.lint.finding import Rule, Subject
from consentui.knowledge.records import FormerLabel, Platform, Printed, PrintedPath, Revision, Route, Tombstone
from tests.builders import TODAY, a_control, a_platform, a_route, a_source, a_text, an_event

TOMORROW = TODAY + timedelta(days=1)
OTHER = a_platform(a_control(id="switch", fallback=("other/second",)), a_control(id="second"), id="other")

Case = tuple[Rule, Platform, set[str]]
"""A rule, a platform, and the places at which the rule finds fault with it."""


def a_tombstone(**changes: Any) -> Tombstone:
    return Tombstone(**{"id": "gone", "removed": TODAY, "reason": a_text("It was taken out."), **changes})


def controls(*changes: dict[str, Any]) -> Platform:
    """A platform with a control for each set of changes."""
    return a_platform(*(a_control(**{"id": f"c{number}", **change}) for number, change in enumerate(changes)))


def titled(en: str = "Refuse", fr: str = "Refuser") -> Platform:
    return controls({"title": a_text(en, fr)})


def about(en: str = "Words.", fr: str = "Des mots.") -> Platform:
    return controls({"about": a_text(en, fr)})


def looping() -> Platform:
    return controls({"fallback": ("chirp/c1",)}, {"fallback": ("chirp/c2",)}, {"fallback": ("chirp/c0",)})


BROKEN: list[Case] = [
    (rules.control_has_source, controls({}, {"source": ()}), {"$.control[1]"}),
    (rules.evidence_is_earned, controls({"source": (a_source(primary=False),)}), {"$.control[0].evidence"}),
    (rules.evidence_is_earned, controls({"source": ()}), {"$.control[0].evidence"}),
    (rules.control_ids_differ, controls({"id": "a"}, {"id": "b"}, {"id": "a"}), {"$.control[2].id"}),
    (rules.control_ids_differ, a_platform(a_control(id="gone"), tombstone=(a_tombstone(),)), {"$.control[0].id"}),
    (rules.route_leads_somewhere, controls({"route": (a_route(), Route("ios"))}), {"$.control[0].route[1]"}),
    (rules.control_has_route, controls({"route": ()}), {"$.control[0]"}),
    (rules.references_resolve, controls({"fallback": ("chirp/gone",)}), {"$.control[0].fallback"}),
    (rules.references_resolve, controls({"pairs_with": ("gone/switch",)}), {"$.control[0].pairs_with"}),
    (rules.fallbacks_end, looping(), {f"$.control[{number}].fallback" for number in range(3)}),
    (rules.fallbacks_end, controls({"fallback": ("chirp/c0",)}), {"$.control[0].fallback"}),
    (rules.companion_exists, a_platform(companion="gone"), {"$.companion"}),
    (rules.events_name_controls, a_platform(event=(an_event(touches=("gone",)),)), {"$.event[0].touches"}),
    (
        rules.events_name_controls,
        a_platform(event=(an_event(), an_event(touches=("chirp/training",)))),
        {"$.event[1].touches"},
    ),
    (rules.dates_are_past, a_platform(researched=TOMORROW), {"$.researched"}),
    (rules.dates_are_past, controls({"verified_on": TOMORROW}), {"$.control[0].verified_on"}),
    (rules.dates_are_past, controls({"effect_from": "2027"}), {"$.control[0].effect_from"}),
    (rules.dates_are_past, controls({"source": (a_source(date="2026-12"),)}), {"$.control[0].source[0].date"}),
    (rules.dates_are_past, controls({"source": (a_source(about="2026-13"),)}), {"$.control[0].source[0].about"}),
    (rules.dates_are_past, controls({"route": (a_route(since="2024-02-30"),)}), {"$.control[0].route[0].since"}),
    (
        rules.dates_are_past,
        controls({"route": (a_route(label_fr_until="2099"),)}),
        {"$.control[0].route[0].label_fr_until"},
    ),
    (
        rules.dates_are_past,
        controls({"former_label": (FormerLabel(until="2024-00"),)}),
        {"$.control[0].former_label[0].until"},
    ),
    (
        rules.dates_are_past,
        controls({"revision": (Revision(date=TOMORROW, what=a_text("New.")),)}),
        {"$.control[0].revision[0].date"},
    ),
    (
        rules.dates_are_past,
        a_platform(event=(an_event(date="2026-12-01", end="2027"),)),
        {"$.event[0].date", "$.event[0].end"},
    ),
    (rules.dates_are_past, a_platform(tombstone=(a_tombstone(removed=TOMORROW),)), {"$.tombstone[0].removed"}),
    (
        rules.review_follows_check,
        controls({"verified_on": TODAY, "review_after": TODAY}),
        {"$.control[0].review_after"},
    ),
    (rules.facts_are_fresh, controls({"review_after": TODAY}), {"$.control[0].review_after"}),
    (rules.title_is_short, titled("x" * 61, "x" * 61), {"$.control[0].title.en", "$.control[0].title.fr"}),
    (rules.texts_are_written, titled(en=" "), {"$.control[0].title.en"}),
    (rules.texts_are_written, controls({"needs": (a_text("A login", ""),)}), {"$.control[0].needs[0].fr"}),
    (rules.texts_are_written, a_platform(event=(an_event(what=a_text("Now", "\n")),)), {"$.event[0].what.fr"}),
    *(
        (rules.french_is_typeset, about(fr=french), {"$.control[0].about.fr"})
        for french in (
            "Où ?",
            "Où?",
            "Où\u00a0?",
            "Voici : une case.",
            "Voici: une case.",
            "Le 15 novembre 2024: une case.",
            "Oui ; non.",
            "Oui; non.",
            "Oui!",
            "« Plus\u202f»",
            "«\u00a0Plus\u202f»",
            "«Plus\u202f»",
            "«\u202fPlus »",
            "«\u202fPlus»",
        )
    ),
    (rules.quotes_are_curly, about(en="Don't."), {"$.control[0].about.en"}),
    (rules.quotes_are_curly, about(fr="L'IA."), {"$.control[0].about.fr"}),
    (rules.quotes_are_curly, about('The "box".', 'La "case".'), {"$.control[0].about.en", "$.control[0].about.fr"}),
    *(
        (rules.nothing_is_promised, about(en=english), {"$.control[0].about.en"})
        for english in ("You are protected.", "Then you will be safe.", "It is GUARANTEED.", "Fully protected")
    ),
    *(
        (rules.nothing_is_promised, about(fr=french), {"$.control[0].about.fr"})
        for french in ("Vous êtes protégée.", "Vous serez désormais protégés.", "C’est garanti.", "En toute sécurité.")
    ),
    (rules.chosen_value_is_named, controls({"desired": "chosen"}), {"$.control[0].choose"}),
    (rules.chosen_value_is_named, controls({"choose": a_text("Friends", "Amis")}), {"$.control[0].choose"}),
]

SOUND: list[tuple[Rule, Platform]] = [
    (rules.control_has_source, controls({"source": (a_source(primary=False),)})),
    (rules.evidence_is_earned, controls({"source": (a_source(primary=False), a_source())})),
    (rules.evidence_is_earned, controls({"evidence": "reported", "source": (a_source(primary=False),)})),
    (rules.control_ids_differ, a_platform(a_control(id="a"), a_control(id="b"), tombstone=(a_tombstone(),))),
    *(
        (rules.route_leads_somewhere, controls({"route": (route,)}))
        for route in (
            Route("web", url="https://chirp.example"),
            Route("email", address="dpo@chirp.example"),
            Route("ios", path=PrintedPath(en=("Settings",))),
            Route("ios", label=Printed(en="Train")),
            Route("ios", steps=a_text("Ask.")),
        )
    ),
    (rules.control_has_route, controls({"route": (a_route(),)})),
    (rules.references_resolve, controls({"fallback": ("other/switch",), "pairs_with": ("chirp/c1",)}, {})),
    (rules.fallbacks_end, controls({"fallback": ("chirp/c1", "chirp/c2")}, {"fallback": ("chirp/c2",)}, {})),
    (rules.fallbacks_end, controls({"fallback": ("other/switch", "gone/gone")})),
    (rules.companion_exists, a_platform(companion="other")),
    (rules.companion_exists, a_platform(companion=None)),
    (rules.events_name_controls, a_platform(event=(an_event(), an_event(touches=())))),
    (
        rules.dates_are_past,
        a_platform(a_control(verified_on=TODAY, review_after=TOMORROW), researched=TODAY, event=(an_event(end=None),)),
    ),
    (rules.dates_are_past, controls({"effect_from": "2026", "source": (a_source(date="2026-11", about=None),)})),
    (rules.review_follows_check, controls({"verified_on": TODAY, "review_after": TOMORROW})),
    (rules.facts_are_fresh, controls({"review_after": TOMORROW})),
    (rules.title_is_short, titled("x" * 60, "é" * 60)),
    (rules.texts_are_written, titled()),
    *(
        (rules.french_is_typeset, about(fr=french))
        for french in (
            "Où\u202f? Là\u202f: «\u202fPlus\u202f»\u202f; voilà\u202f!",
            "À 10:30, par https://chirp.example/a?b=c.",
            "Une case (ou deux), à 50\u202f%.",
        )
    ),
    (rules.french_is_typeset, about(en="Where? Here: there; “now”!")),
    (rules.quotes_are_curly, about("Don’t tick the “box”.", "L’IA, la «\u202fcase\u202f».")),
    (rules.nothing_is_promised, about("It stops training. Protected posts.", "Cela arrête l’entraînement.")),
    (rules.chosen_value_is_named, controls({"desired": "chosen", "choose": a_text("Friends")}, {"desired": "off"})),
]


def numbered(cases: Sequence[tuple[Any, ...]]) -> list[str]:
    return [f"{number}-{case[0].__name__}" for number, case in enumerate(cases)]


def places(rule: Rule, platform: Platform) -> set[str]:
    subject = Subject(platform, {platform.id: platform, OTHER.id: OTHER}, TODAY)
    return {fault.place for fault in rule(subject)}


@pytest.mark.parametrize(("rule", "platform", "where"), BROKEN, ids=numbered(BROKEN))
def test_a_broken_rule_is_found_at_its_place(rule: Rule, platform: Platform, where: set[str]) -> None:
    assert places(rule, platform) == where


@pytest.mark.parametrize(("rule", "platform"), SOUND, ids=numbered(SOUND))
def test_a_sound_platform_is_left_in_peace(rule: Rule, platform: Platform) -> None:
    assert places(rule, platform) == set()


@pytest.mark.parametrize("cases", [BROKEN, SOUND], ids=["broken", "sound"])
def test_every_rule_is_tried(cases: list[Case]) -> None:
    assert {case[0] for case in cases} == {rule for rule, _severity in rules.RULES}


def test_a_loop_is_found_across_platforms() -> None:
    here = controls({"fallback": ("other/switch",)})
    there = a_platform(a_control(id="switch", fallback=("chirp/c0",)), id="other")
    (fault,) = rules.fallbacks_end(Subject(here, {"chirp": here, "other": there}, TODAY))
    assert fault.message == "chirp/c0 leads back to itself"


def test_a_control_that_only_leads_into_a_loop_is_not_blamed() -> None:
    platform = controls({"fallback": ("chirp/c1",)}, {"fallback": ("chirp/c1",)})
    assert places(rules.fallbacks_end, platform) == {"$.control[1].fallback"}


def test_old_facts_are_a_warning_and_all_else_is_an_error() -> None:
    assert [rule for rule, severity in rules.RULES if severity == "warning"] == [rules.facts_are_fresh]


@pytest.mark.parametrize("rule", [rule for rule, _severity in rules.RULES])
def test_every_rule_explains_itself_to_contributors(rule: Rule) -> None:
    assert rule.__doc__


def test_every_fault_says_what_would_mend_it() -> None:
    for rule, platform, _places in BROKEN:
        subject = Subject(platform, {platform.id: platform, OTHER.id: OTHER}, TODAY)
        assert all(fault.message and fault.fix for fault in rule(subject))

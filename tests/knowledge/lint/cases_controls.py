"""Cases of the rules about the facts of a control."""

from __future__ import annotations

from consentui.knowledge.lint import rules_controls as rules
from consentui.knowledge.records import DefaultIn
from tests.builders import a_platform, a_route, a_text, an_event
from tests.knowledge.lint.cases import broken, controls, sound

FORM = {"id": "form", "kind": "objection-form", "default": "n/a", "desired": "objected"}

CASES = (
    broken(rules.chosen_value_is_named, controls({"desired": "chosen"}), "$.control[0].choose"),
    broken(rules.chosen_value_is_named, controls({"choose": a_text("Friends", "Amis")}), "$.control[0].choose"),
    sound(
        rules.chosen_value_is_named, controls({"desired": "chosen", "choose": a_text("Friends")}, {"desired": "off"})
    ),
    *(
        broken(rules.regions_are_plain, controls({"regions": regions}), "$.control[0].regions")
        for regions in ((), ("*", "EU"), ("EU", "UK", "EU"))
    ),
    broken(rules.regions_are_plain, controls({"route": (a_route(regions=()),)}), "$.control[0].route[0].regions"),
    sound(rules.regions_are_plain, controls({"regions": ("*",)}, {"regions": ("EU", "UK")})),
    *(
        broken(rules.exceptions_are_regions, controls({"except_regions": regions}), "$.control[0].except_regions")
        for regions in (("*",), ("EU", "EU"))
    ),
    sound(rules.exceptions_are_regions, controls({"except_regions": ("EU", "UK")}, {})),
    *(
        broken(rules.defaults_by_region_differ, controls({"default_in": there}), "$.control[0].default_in")
        for there in (
            (DefaultIn(("*",), "off"),),
            (DefaultIn((), "off"),),
            (DefaultIn(("EU",), "on"),),
            (DefaultIn(("EU",), "off"), DefaultIn(("EU",), "unknown")),
        )
    ),
    broken(
        rules.defaults_by_region_differ,
        controls({"regions": ("EU",), "default_in": (DefaultIn(("UK",), "off"),)}),
        "$.control[0].default_in",
    ),
    sound(
        rules.defaults_by_region_differ,
        controls({"default_in": (DefaultIn(("EU", "UK"), "off"), DefaultIn(("CH",), "unknown"))}, {}),
    ),
    *(
        broken(rules.account_types_are_plain, controls({"account_types": types}), "$.control[0].account_types")
        for types in ((), ("*", "work"), ("work", "work"))
    ),
    sound(
        rules.account_types_are_plain,
        controls({"account_types": ("*", "none")}, {"account_types": ("work", "admin")}, {}),
    ),
    broken(rules.answer_is_foretold, controls(FORM), "$.control[0]"),
    broken(rules.answer_is_foretold, controls({"kind": "request"}), "$.control[0]"),
    sound(rules.answer_is_foretold, controls({**FORM, "reply": a_text("A mail.")}, {"kind": "setting"})),
    sound(rules.answer_is_foretold, controls({**FORM, "proof": a_text("A page.")})),
    broken(rules.training_has_fallback, controls({}, FORM), "$.control[0]"),
    sound(rules.training_has_fallback, controls({"fallback": ("chirp/form",)}, FORM)),
    sound(rules.training_has_fallback, controls({"default": "off"}, {"purpose": "advertising"}, FORM)),
    sound(rules.training_has_fallback, controls({})),
    broken(
        rules.titles_differ,
        controls({"title": a_text("A", "B")}, {"title": a_text("A", "C")}, {"title": a_text("D", "C")}),
        "$.control[1].title.en",
        "$.control[2].title.fr",
    ),
    sound(rules.titles_differ, controls({"title": a_text("A", "B")}, {"title": a_text("B", "A")})),
    broken(rules.events_differ, a_platform(event=(an_event(), an_event(kind="law"))), "$.event[1]"),
    sound(rules.events_differ, a_platform(event=(an_event(), an_event(date="2026-06-02")))),
    sound(rules.events_differ, a_platform(event=(an_event(), an_event(url="https://chirp.example/more")))),
)

"""Cases of the rules about dates."""

from __future__ import annotations

from datetime import date, timedelta

from consentui.knowledge.lint import rules_dates as rules
from consentui.knowledge.records import Revision
from tests.builders import TODAY, a_control, a_platform, a_route, a_source, a_text, an_event
from tests.knowledge.lint.cases import a_former_label, a_tombstone, authorities, broken, companies, controls, sound

TOMORROW = TODAY + timedelta(days=1)
TOO_LATE = a_text("Since then it is too late.", "Depuis, c’est Trop tard.")
NOT_TOO_LATE = a_text("It is not too late; it is never too late.", "Il n’est pas trop tard, ni jamais trop tard.")

CASES = (
    broken(
        rules.only_policies_come_into_force,
        a_platform(event=(an_event(in_force=True), an_event(kind="court", in_force=True))),
        "$.event[1].in_force",
    ),
    sound(rules.only_policies_come_into_force, a_platform(event=(an_event(in_force=True), an_event(kind="court")))),
    broken(rules.dates_are_past, a_platform(researched=TOMORROW), "$.researched"),
    broken(rules.dates_are_past, controls({"verified_on": TOMORROW}), "$.control[0].verified_on"),
    broken(rules.dates_are_past, controls({"effect_from": "2027"}), "$.control[0].effect_from"),
    broken(rules.dates_are_past, controls({"source": (a_source(date="2026-12"),)}), "$.control[0].source[0].date"),
    broken(rules.dates_are_past, controls({"source": (a_source(about="2026-13"),)}), "$.control[0].source[0].about"),
    broken(rules.dates_are_past, controls({"route": (a_route(since="2024-02-30"),)}), "$.control[0].route[0].since"),
    broken(
        rules.dates_are_past,
        controls({"route": (a_route(label_fr_until="2099"),)}),
        "$.control[0].route[0].label_fr_until",
    ),
    *(
        broken(
            rules.dates_are_past,
            controls({"former_label": (a_former_label(until=until),)}),
            "$.control[0].former_label[0].until",
        )
        for until in ("2024-00", "2027-01")
    ),
    broken(
        rules.dates_are_past,
        controls({"revision": (Revision(date=TOMORROW, what=a_text("New.")),)}),
        "$.control[0].revision[0].date",
    ),
    broken(
        rules.dates_are_past,
        a_platform(event=(an_event(date="2026-12-01", end="2027"),)),
        "$.event[0].date",
        "$.event[0].end",
    ),
    broken(rules.dates_are_past, a_platform(tombstone=(a_tombstone(removed=TOMORROW),)), "$.tombstone[0].removed"),
    broken(rules.dates_are_past, companies({"verified_on": TOMORROW}), "$.controller[0].verified_on"),
    broken(rules.dates_are_past, authorities({"recorded_on": TOMORROW}), "$.authority[0].recorded_on"),
    sound(
        rules.dates_are_past,
        a_platform(a_control(verified_on=TODAY, review_after=TOMORROW), researched=TODAY, event=(an_event(end=None),)),
    ),
    sound(rules.dates_are_past, controls({"effect_from": "2026", "source": (a_source(date="2026-11", about=None),)})),
    broken(
        rules.review_follows_check,
        controls({"verified_on": TODAY, "review_after": TODAY}),
        "$.control[0].review_after",
    ),
    sound(rules.review_follows_check, controls({"verified_on": TODAY, "review_after": TOMORROW})),
    broken(
        rules.review_comes_within_a_year,
        controls({"verified_on": TODAY, "review_after": date(2027, 11, 23)}),
        "$.control[0].review_after",
    ),
    sound(rules.review_comes_within_a_year, controls({"verified_on": TODAY, "review_after": date(2027, 11, 21)})),
    broken(rules.facts_are_fresh, controls({"review_after": TODAY}), "$.control[0].review_after"),
    sound(rules.facts_are_fresh, controls({"review_after": TOMORROW})),
    broken(
        rules.beginning_is_no_deadline,
        controls({}, {"effect_from": "2025-11-03", "doubt": TOO_LATE, "proof": a_text("It is too late.", "Non.")}),
        "$.control[1].doubt",
        "$.control[1].proof",
    ),
    sound(rules.beginning_is_no_deadline, controls({"effect_from": "2025-11-03", "doubt": NOT_TOO_LATE})),
    sound(rules.beginning_is_no_deadline, controls({"doubt": TOO_LATE})),
)

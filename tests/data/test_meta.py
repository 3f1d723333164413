"""Meta, Facebook and Instagram: complete, and correct on what people come for."""

from __future__ import annotations

import pytest

from consentui.checklist.items import items_of
from tests.builders import TODAY, a_ledger, an_account
from tests.data.shelf import PLATFORMS, control, urls

CONTROLS = {
    "meta": {
        "ai-objection": "objected",
        "third-party-information": "sent",
        "general-objection": "sent",
        "less-personalised-ads": "on",
        "activity-from-partners": "off",
        "off-meta-activity": "off",
        "ad-topics-and-categories": "off",
        "separate-accounts": "done",
        "export-information": "done",
    },
    "facebook": {
        "ai-objection": "objected",
        "limit-past-posts": "done",
        "future-posts-audience": "chosen",
        "search-engines": "off",
        "camera-roll": "off",
        "apps-and-websites": "done",
        "delete-account": "done",
    },
    "instagram": {
        "ai-objection": "objected",
        "private-account": "on",
        "search-engines": "off",
        "sharing-and-reuse": "off",
        "ads": "off",
        "search-history-contacts": "done",
        "delete-account": "done",
    },
}
OBJECTIONS = ("meta/ai-objection", "facebook/ai-objection", "instagram/ai-objection")

FACEBOOK_FORM = "https://www.facebook.com/help/contact/712876720715583"
INSTAGRAM_FORM = "https://help.instagram.com/contact/767264225370182"
OLDER_FORM = "https://www.facebook.com/help/contact/6359191084165019"


@pytest.mark.parametrize("platform_id", CONTROLS)
def test_every_control_is_there_with_what_a_person_who_refuses_wants(platform_id: str) -> None:
    assert {control.id: control.desired for control in PLATFORMS[platform_id].control} == CONTROLS[platform_id]


@pytest.mark.parametrize("platform_id", CONTROLS)
def test_the_history_reaches_the_policy_of_july_2026(platform_id: str) -> None:
    (event,) = (event for event in PLATFORMS[platform_id].event if event.date == "2026-07-23")
    assert (event.kind, event.primary) == ("policy", True)
    assert "ai-objection" in event.touches


@pytest.mark.parametrize("platform_id", ["facebook", "instagram"])
def test_shared_settings_are_found_with_meta(platform_id: str) -> None:
    assert PLATFORMS[platform_id].companion == "meta"
    assert PLATFORMS[platform_id].controller == "meta"


@pytest.mark.parametrize(
    ("ref", "url"),
    [
        ("meta/ai-objection", FACEBOOK_FORM),
        ("meta/ai-objection", INSTAGRAM_FORM),
        ("meta/ai-objection", OLDER_FORM),
        ("facebook/ai-objection", FACEBOOK_FORM),
        ("facebook/ai-objection", OLDER_FORM),
        ("instagram/ai-objection", INSTAGRAM_FORM),
        ("meta/third-party-information", "https://www.facebook.com/help/contact/510058597920541"),
        ("meta/general-objection", "https://www.facebook.com/help/contact/1994830130782319"),
        ("meta/general-objection", "https://help.instagram.com/contact/117037592428568"),
    ],
)
def test_a_form_is_reached_at_its_address(ref: str, url: str) -> None:
    assert url in urls(control(ref), "form")


@pytest.mark.parametrize("ref", OBJECTIONS)
def test_the_objection_is_reached_through_the_privacy_center_too(ref: str) -> None:
    assert {"form", "web", "ios", "android"} <= {route.surface for route in control(ref).route}
    assert any("Privacy Center" in route.path.en for route in control(ref).route)


@pytest.mark.parametrize("ref", OBJECTIONS)
def test_the_day_the_training_began_is_no_deadline(ref: str) -> None:
    objection = control(ref)
    assert (objection.kind, objection.default, objection.effect_from) == ("objection-form", "on", "2025-05-27")
    platform = PLATFORMS[ref.partition("/")[0]]
    items = items_of(an_account(platform=platform.id), platform, a_ledger(), "FR", TODAY, frozenset())
    assert {item.control.id: item.standing for item in items}["ai-objection"] == "open"


def test_that_one_can_object_at_any_time_is_said_in_both_languages() -> None:
    doubt = control("meta/ai-objection").doubt
    assert doubt is not None
    assert "one can object at any time" in doubt.en
    assert "on peut s’opposer à tout moment" in doubt.fr


@pytest.mark.parametrize("ref", ["facebook/ai-objection", "instagram/ai-objection"])
def test_an_unavailable_form_leads_to_the_shared_request_then_to_the_general_objection(ref: str) -> None:
    assert control(ref).fallback[:2] == ("meta/ai-objection", "meta/general-objection")


def test_the_last_resort_is_a_letter_to_ireland() -> None:
    (letter,) = (route for route in control("meta/general-objection").route if route.surface == "post")
    assert letter.address is not None
    assert letter.address.startswith("Meta Platforms Ireland Limited\n")
    assert "Merrion Road" in letter.address


@pytest.mark.parametrize(
    ("day", "kind", "en", "fr"),
    [
        ("2024-06-06", "complaint", "eleven countries", "onze pays"),
        ("2024-06-14", "regulator", "Meta pauses the plan in the EU", "suspend"),
        ("2025-05-23", "court", "OLG Köln, 15 UKl 2/25", "OLG Köln, 15 UKl 2/25"),
        ("2025-05-27", "policy", "Training on EU public content starts", "entraînement"),
    ],
)
def test_an_event_is_told_on_its_day(day: str, kind: str, en: str, fr: str) -> None:
    (event,) = (event for event in PLATFORMS["meta"].event if event.date == day)
    assert event.kind == kind
    assert en in event.what.en
    assert fr in event.what.fr


@pytest.mark.parametrize("platform_id", ["meta", "facebook"])
def test_the_start_of_the_training_reopens_the_objection(platform_id: str) -> None:
    (event,) = (event for event in PLATFORMS[platform_id].event if event.date == "2025-05-27")
    assert event.touches == ("ai-objection",)

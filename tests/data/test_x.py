"""X: complete, and correct on what people come for."""

from __future__ import annotations

import pytest

from consentui.checklist.items import items_of
from consentui.knowledge.records import FormerLabel, Platform
from tests.builders import TODAY, a_ledger, an_account
from tests.data.shelf import PLATFORMS, control, urls

CONTROLS = {
    "grok-training": "off",
    "grok-personalisation": "off",
    "grok-memory": "off",
    "grok-history-delete": "done",
    "business-partners": "off",
    "third-party-collaborators": "off",
    "protected-posts": "on",
    "personalised-ads": "off",
    "inferred-identity": "off",
    "off-x-activity-cookies": "off",
    "location-personalisation": "off",
    "post-location": "off",
    "discoverability-contacts": "off",
    "block-grok-edits": "on",
    "connected-apps": "done",
    "archive": "done",
    "privacy-form": "sent",
    "your-x-data": "done",
    "deactivate": "done",
}
OPTIONAL = {"protected-posts", "archive", "your-x-data", "deactivate"}
LABEL_FR_2024 = (
    "Permettre à vos posts ainsi qu’à vos interactions, saisies dans Grok et résultats associés "
    "d’être utilisés à des fins de formation et d’ajustement"
)


@pytest.fixture
def x() -> Platform:
    return PLATFORMS["x"]


def test_every_control_is_there_with_what_a_person_who_refuses_wants(x: Platform) -> None:
    assert {control.id: control.desired for control in x.control} == CONTROLS
    assert {control.id for control in x.control if control.optional} == OPTIONAL


def test_x_answers_to_its_former_name(x: Platform) -> None:
    assert "Twitter" in x.aliases


def test_grok_training_is_on_by_default_and_reached_on_every_surface() -> None:
    training = control("x/grok-training")
    assert (training.default, training.desired, training.purpose) == ("on", "off", "ai-training")
    assert urls(training, "web") == ["https://x.com/settings/grok_settings"]
    assert [route.surface for route in training.route] == ["web", "ios", "android"]
    assert all(route.path.en and route.path.fr and route.label.en for route in training.route)


def test_the_switch_in_the_apps_is_not_promised() -> None:
    web, ios, android = control("x/grok-training").route
    assert (web.sure, ios.sure, android.sure) == (True, False, False)
    assert ios.steps is not None
    assert "use the web link" in ios.steps.en
    assert "passez par le lien web" in ios.steps.fr


def test_the_label_of_an_article_of_2024_is_kept_in_both_languages() -> None:
    assert control("x/grok-training").former_label == (
        FormerLabel(
            until="2024-12-10",
            en="Allow your posts as well as your interactions, inputs, and results with Grok "
            "to be used for training and fine-tuning",
            fr=LABEL_FR_2024,
        ),
    )


def test_the_french_label_that_is_shown_stands_beside_the_english_of_today() -> None:
    for route in control("x/grok-training").route:
        assert route.label.en is not None
        assert route.label.fr is not None
        assert route.label.en.startswith("Allow your public data as well as")
        assert route.label.fr.startswith("Autoriser l’utilisation de mes données publiques")
        assert route.label_fr_until is None


def test_the_day_the_use_began_is_no_deadline() -> None:
    training = control("x/grok-training")
    assert training.effect_from == "2024-05-07"
    assert "it still serves today" in training.about.en
    assert "il reste donc utile aujourd’hui" in training.about.fr


def test_refusing_is_still_open_years_after_the_use_began(x: Platform) -> None:
    account = an_account(platform="x")
    standing = {item.control.id: item.standing for item in items_of(account, x, a_ledger(), "FR", TODAY, frozenset())}
    assert standing["grok-training"] == "open"


def test_a_refusal_that_fails_leads_to_protected_posts_then_to_the_form() -> None:
    training = control("x/grok-training")
    assert training.fallback == ("x/protected-posts", "x/privacy-form")
    assert "x/third-party-collaborators" in training.pairs_with


@pytest.mark.parametrize(
    ("ref", "surface", "url"),
    [
        ("x/grok-personalisation", "web", "https://x.com/settings/grok_settings"),
        ("x/third-party-collaborators", "web", "https://x.com/settings/grok_settings"),
        ("x/business-partners", "web", "https://x.com/settings/data_sharing_with_business_partners"),
        ("x/privacy-form", "form", "https://help.x.com/forms/privacy"),
    ],
)
def test_a_control_is_reached_at_its_address(ref: str, surface: str, url: str) -> None:
    assert url in urls(control(ref), surface)


def test_the_history_reaches_the_sentence_of_july_2026_on_authorities(x: Platform) -> None:
    (event,) = (event for event in x.event if event.date == "2026-07-16")
    assert (event.kind, event.primary, event.touches) == ("policy", True, ("privacy-form",))


def test_the_policy_of_15_november_2024_reopens_what_it_changed(x: Platform) -> None:
    (event,) = (event for event in x.event if event.date == "2024-11-15")
    assert event.kind == "policy"
    assert event.primary
    assert set(event.touches) == {"third-party-collaborators", "business-partners", "grok-training"}
    assert control("x/third-party-collaborators").effect_from == "2024-11-15"


def test_noyb_complained_in_nine_countries(x: Platform) -> None:
    (event,) = (one for one in x.event if one.kind == "complaint" and one.publisher == "noyb")
    assert event.date == "2024-08-12"
    assert event.url == "https://noyb.eu/en/twitters-ai-plans-hit-9-more-gdpr-complaints"
    assert "nine countries" in event.what.en
    assert "neuf pays" in event.what.fr
    countries = ("Austria", "Belgium", "France", "Greece", "Ireland", "Italy", "the Netherlands", "Spain", "Poland")
    assert all(country in event.what.en for country in countries)


@pytest.mark.parametrize("day", ["2024-08-08", "2024-09-04"])
def test_the_irish_court_case_is_told_from_the_authority_itself(x: Platform, day: str) -> None:
    (event,) = (one for one in x.event if one.date == day)
    assert event.kind == "court"
    assert event.publisher == "Irish DPC"
    assert event.primary
    assert "High Court" in event.what.en


def test_the_irish_inquiry_of_april_2025_is_told(x: Platform) -> None:
    (event,) = (one for one in x.event if one.date == "2025-04-11")
    assert event.kind == "regulator"
    assert "DPC" in event.what.en
    assert "inquiry" in event.what.en

"""What changed on a platform, in words."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.i18n import speaking
from consentui.knowledge.changes import Change
from consentui.words.changes import change_lines
from tests.builders import a_control, a_platform, a_text, an_event

EVENT = an_event(date="2026-06", touches=("training", "ads"))
PLATFORM = a_platform(
    a_control(), a_control(id="ads", title=a_text("Ads", "Publicités")), a_control(id="other"), name_fr="Gazouillis"
)
CHANGE = Change(EVENT.date, PLATFORM, EVENT.what, EVENT.touches, EVENT.url)


def test_a_change_says_when_and_where_what_to_look_at_and_who_says_so() -> None:
    assert list(change_lines(CHANGE)) == [
        "June 2026 · Chirp",
        "The policy changed.",
        "Review: Training on your chirps; Ads",
        "https://chirp.example/news",
    ]


def test_it_says_so_in_french() -> None:
    with speaking("fr"):
        when, what, again, url = change_lines(CHANGE)
    assert (when, what, url) == ("juin 2026 · Gazouillis", "La politique a changé.", EVENT.url)
    assert again.endswith("Entraînement sur vos pépiements\u202f; Publicités")


def test_what_touches_no_control_and_has_no_source_is_two_lines() -> None:
    change = replace(CHANGE, on="2026", controls=(), url="")
    assert list(change_lines(change)) == ["2026 · Chirp", "The policy changed."]


def test_controls_that_are_gone_are_not_named() -> None:
    assert len(list(change_lines(replace(CHANGE, controls=("gone",))))) == 3


def test_what_changed_on_a_platform_of_ones_own_says_whose_it_is() -> None:
    own = replace(PLATFORM, is_own=True)
    assert next(change_lines(replace(CHANGE, platform=own))) == "June 2026 · Chirp (your file)"


def test_a_new_policy_says_which_one_was_in_force_until_then() -> None:
    assert list(change_lines(replace(CHANGE, replaces="2026-03-10")))[2] == (
        "Until then the policy or terms of 10 March 2026 were in force."
    )

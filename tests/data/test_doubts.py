"""What a control's doubt says was not found is not there."""

from __future__ import annotations

from consentui.knowledge.base import bundled
from consentui.knowledge.records import Control

CONTROLS = [(f"{one.id}/{control.id}", control) for one in bundled() for control in one.control]
NO_FRENCH = ("French words were not found", "Only English words were found", "only the English words were found")


def doubt_of(control: Control) -> str:
    return control.doubt.en if control.doubt else ""


def has_french(control: Control) -> bool:
    """Whether every label of the control is known in French."""
    labels = [route.label for route in control.route if route.label.en]
    return bool(labels) and all(label.fr for label in labels)


def test_a_doubt_does_not_miss_french_words_that_stand_there() -> None:
    missing = [(ref, one) for ref, one in CONTROLS if any(words in doubt_of(one) for words in NO_FRENCH)]
    assert missing
    assert not [ref for ref, one in missing if has_french(one)]


def test_a_default_that_was_not_found_is_unknown() -> None:
    sought = [(ref, one) for ref, one in CONTROLS if "default was not found" in doubt_of(one)]
    assert sought
    assert not [ref for ref, one in sought if one.default != "unknown" or one.kind == "deletion"]

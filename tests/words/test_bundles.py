"""What a knowledge bundle changes, in words."""

from __future__ import annotations

from consentui.i18n import speaking
from consentui.knowledge.bundles.changes import Difference, differences
from consentui.knowledge.records import Platform
from consentui.words.bundles import difference_line
from tests.builders import a_control, a_platform, an_event

OLD, NEW = an_event(date="2025-01-01"), an_event(date="2026-06")


def the_difference(before: Platform, after: Platform) -> Difference:
    (one,) = differences({"chirp": before}, {"chirp": after})
    return one


def test_what_happened_is_told_where_nothing_else_is_said_otherwise() -> None:
    one = the_difference(a_platform(event=(OLD,)), a_platform(event=(OLD, NEW)))
    assert one.events == (NEW,)
    assert difference_line(one) == "chirp\tchanged\tChirp: The policy changed. (June 2026)"


def test_it_is_told_in_french() -> None:
    with speaking("fr"):
        line = difference_line(the_difference(a_platform(), a_platform(event=(NEW,))))
    assert line.endswith("La politique a changé. (juin 2026)")


def test_a_platform_of_which_something_else_is_said_otherwise_too_is_named_as_a_whole() -> None:
    one = the_difference(a_platform(), a_platform(name="Chirrup", event=(NEW,)))
    assert difference_line(one) == "chirp\tchanged\tChirrup: what is said about the platform"


def test_an_event_that_is_only_taken_back_leaves_nothing_to_tell() -> None:
    one = the_difference(a_platform(event=(OLD,)), a_platform())
    assert difference_line(one) == "chirp\tchanged\tChirp: what is said about the platform"


def test_a_control_goes_by_its_title() -> None:
    one = the_difference(a_platform(), a_platform(a_control(default="off")))
    assert difference_line(one) == "chirp/training\tchanged\tTraining on your chirps"

"""Which outcomes are offered for a control."""

from __future__ import annotations

import pytest

from consentui.checklist.outcomes import is_written, suitable_outcomes
from consentui.knowledge.records import Surface
from tests.builders import a_control, a_route

SWITCH_FAILURES = ["not-found", "not-offered", "later"]
WRITTEN_FAILURES = ["form-unavailable", "not-found", "not-offered", "refused", "later"]


@pytest.mark.parametrize(
    ("desired", "expected"),
    [
        ("off", ["switched-off", "already", *SWITCH_FAILURES]),
        ("on", ["switched-on", "already", *SWITCH_FAILURES]),
        ("chosen", ["chosen", "already", *SWITCH_FAILURES]),
        ("done", ["done", "already", *SWITCH_FAILURES]),
        ("objected", ["sent", "confirmed", "already", *WRITTEN_FAILURES]),
        ("sent", ["sent", "confirmed", *WRITTEN_FAILURES]),
    ],
)
def test_what_succeeds_comes_first_then_what_fails_then_later(desired: str, expected: list[str]) -> None:
    assert [str(outcome) for outcome in suitable_outcomes(a_control(desired=desired))] == expected


@pytest.mark.parametrize("surface", ["form", "email", "post"])
def test_a_switch_that_is_also_asked_for_in_writing_can_be_refused(surface: Surface) -> None:
    control = a_control(desired="off", route=(a_route("web"), a_route(surface)))
    assert is_written(control)
    assert [str(outcome) for outcome in suitable_outcomes(control)] == ["switched-off", "already", *WRITTEN_FAILURES]


@pytest.mark.parametrize("surface", ["web", "ios", "android", "desktop", "device"])
def test_a_switch_on_a_screen_is_not_written(surface: Surface) -> None:
    assert not is_written(a_control(desired="off", route=(a_route(surface),)))

"""What to try next when something failed."""

from __future__ import annotations

import pytest

from consentui.checklist.ways import (
    AnotherControl,
    AnotherRoute,
    WriteToController,
    routes_for,
    untried_routes,
    ways_on,
)
from consentui.journal.entries import Recorded
from tests.builders import a_control, a_route, recorded

WEB, APP = a_route("web"), a_route("ios")
FORM_A = a_route("form", url="https://chirp.example/a")
FORM_B = a_route("form", url="https://chirp.example/b")
ABROAD = a_route("web", regions=("US",))


def failures(*surfaces: str | None) -> tuple[Recorded, ...]:
    return tuple(recorded("not-found", number, surface=surface) for number, surface in enumerate(surfaces, 1))


def test_routes_of_other_countries_are_left_out() -> None:
    control = a_control(route=(ABROAD, WEB))
    assert routes_for(control, "FR") == (WEB,)
    assert routes_for(control, "US") == (ABROAD, WEB)
    assert routes_for(control, "") == (ABROAD, WEB)


@pytest.mark.parametrize(
    ("tried", "left"),
    [
        ((), (WEB, FORM_A, FORM_B, APP)),
        (("web",), (FORM_A, FORM_B, APP)),
        (("form",), (WEB, FORM_B, APP)),
        (("form", "form"), (WEB, APP)),
        (("form", "form", "form"), (WEB, APP)),
        (("web", "form", "ios", "form"), ()),
        ((None,), (WEB, FORM_A, FORM_B, APP)),
        (("android",), (WEB, FORM_A, FORM_B, APP)),
    ],
)
def test_each_failure_rules_out_the_first_route_left_on_its_surface(
    tried: tuple[str | None, ...], left: tuple[object, ...]
) -> None:
    control = a_control(route=(WEB, FORM_A, FORM_B, APP))
    assert untried_routes(control, "FR", failures(*tried)) == left


def test_a_failure_on_a_surface_says_nothing_of_a_route_that_is_not_there() -> None:
    control = a_control(route=(ABROAD, WEB, APP))
    assert untried_routes(control, "FR", failures("web")) == (APP,)


def test_ways_on_are_other_routes_then_other_controls_then_a_letter() -> None:
    control = a_control(route=(WEB, APP), fallback=("chirp/visibility", "nest/objection"))
    assert ways_on(control, "chirp-ltd", "FR", failures("web"), frozenset()) == (
        AnotherRoute(APP),
        AnotherControl("chirp/visibility"),
        AnotherControl("nest/objection"),
        WriteToController("chirp-ltd"),
    )


def test_a_control_that_needs_no_more_doing_is_no_way_on() -> None:
    control = a_control(route=(), fallback=("chirp/visibility", "nest/objection"))
    assert ways_on(control, "chirp-ltd", "FR", (), frozenset({"chirp/visibility"})) == (
        AnotherControl("nest/objection"),
        WriteToController("chirp-ltd"),
    )


def test_in_the_end_there_is_always_a_letter() -> None:
    assert ways_on(a_control(route=()), "chirp-ltd", "", (), frozenset()) == (WriteToController("chirp-ltd"),)

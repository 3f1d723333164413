"""The ways that remain after a failed attempt: another route, another control, and as a last resort a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from consentui.checklist.availability import exists_in
from consentui.journal.entries import Recorded
from consentui.knowledge.records import Control, Route


class AnotherRoute(Struct, frozen=True):
    """The same control by a route that was not tried."""

    route: Route


class AnotherControl(Struct, frozen=True):
    """Another control that serves the same end, as `platform/control`."""

    ref: str


class WriteToController(Struct, frozen=True):
    """An objection or a request by letter to the controller, the last resort."""

    controller: str


Way = AnotherRoute | AnotherControl | WriteToController


def routes_for(control: Control, country: str) -> tuple[Route, ...]:
    """The routes that exist in the country, in the order of the knowledge base."""
    return tuple(route for route in control.route if exists_in(route.regions, country))


def ways_on(
    control: Control, controller: str, country: str, failed: Sequence[Recorded], settled: frozenset[str]
) -> tuple[Way, ...]:
    """What to try next, best first, after these failed attempts.

    `settled` holds the references of the person's settled controls, which are not suggested again.
    """
    routes = (AnotherRoute(route) for route in untried_routes(control, country, failed))
    controls = (AnotherControl(ref) for ref in control.fallback if ref not in settled)
    return (*routes, *controls, WriteToController(controller))


def untried_routes(control: Control, country: str, failed: Sequence[Recorded]) -> tuple[Route, ...]:
    """The routes in the country that no failed attempt rules out.

    Several routes may share a surface (two forms): each failure there rules out the first remaining one. A
    failure recorded without a surface rules out none.
    """
    failures = Counter(attempt.surface for attempt in failed)
    untried = []
    for route in routes_for(control, country):
        if failures[route.surface] > 0:
            failures[route.surface] -= 1
        else:
            untried.append(route)
    return tuple(untried)

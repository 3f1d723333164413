"""How much the knowledge base holds."""

from __future__ import annotations

from consentui.knowledge.records import Printed
from consentui.knowledge.stats import Stats, count
from tests.builders import a_control, a_platform, a_route, a_source, an_event


def test_nothing_counts_for_nothing() -> None:
    assert count(()) == Stats(0, 0, 0, 0, 0, 0, 0)


def test_controls_sources_and_events_are_counted_over_all_platforms() -> None:
    first = a_platform(
        a_control(source=(a_source(), a_source(primary=False))),
        a_control(source=(a_source(primary=False),)),
        event=(an_event(), an_event(), an_event()),
    )
    found = count(iter((first, a_platform())))
    assert (found.platforms, found.controls, found.sources, found.primary, found.events) == (2, 3, 4, 2, 3)


def test_a_label_counts_once_a_control_and_language() -> None:
    both, english, none = Printed(en="Train", fr="Entraîner"), Printed(en="Train"), Printed()
    platform = a_platform(
        a_control(route=(a_route("web", label=both), a_route("ios", label=both))),
        a_control(route=(a_route("web", label=none), a_route("ios", label=english))),
        a_control(route=(a_route("web", label=none),)),
        a_control(route=()),
    )
    found = count([platform])
    assert (found.labels_en, found.labels_fr) == (2, 1)

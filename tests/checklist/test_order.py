"""The order in which to act."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from consentui.checklist.items import Item
from consentui.checklist.order import (
    DEFAULT,
    EVIDENCE,
    FREE_MINUTES,
    USE,
    in_order,
    reasons,
    score,
    walk_order,
)
from consentui.checklist.standing import Position, Standing
from consentui.knowledge.records import Default, Evidence, Purpose
from tests.builders import a_control, a_platform, an_account


def an_item(name: str, standing: str = "open", **changes: Any) -> Item:
    """An item whose control has this id."""
    control = a_control(id=name, **changes)
    return Item(an_account(), a_platform(control), control, Standing(standing), Position())


def names(items: tuple[Item, ...]) -> str:
    return " ".join(item.control.id for item in items)


def test_the_score_is_effect_by_effort() -> None:
    control = a_control(purpose="advertising", default="unknown", evidence="reported", minutes=7)
    assert score(control) == pytest.approx(6 * 1.5 * 0.9 / (7 + FREE_MINUTES))


def test_every_purpose_default_and_evidence_has_its_figure() -> None:
    assert set(USE) == set(get_args(Purpose))
    assert set(DEFAULT) == set(get_args(Default))
    assert set(EVIDENCE) == set(get_args(Evidence))


def test_the_score_is_the_product_of_its_reasons_over_the_effort() -> None:
    control = a_control(purpose="ai-training", default="on", evidence="contested", minutes=5)
    factors = {weight.reason: weight.factor for weight in reasons(control)}
    assert factors == {"use": 7, "reach": 1, "lasting": 1.5, "default": 2, "evidence": 0.8}
    assert score(control) == pytest.approx(7 * 1.5 * 2 * 0.8 / 10)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"purpose": "ai-training"}, {"purpose": "advertising"}),
        ({"purpose": "third-party-sharing"}, {"purpose": "retention"}),
        ({"default": "on"}, {"default": "unknown"}),
        ({"default": "unknown"}, {"default": "off"}),
        ({"evidence": "documented"}, {"evidence": "contested"}),
        ({"evidence": "reported"}, {"evidence": "unresolved"}),
        ({"minutes": 2}, {"minutes": 20}),
    ],
)
def test_what_does_more_for_less_comes_first(first: dict[str, Any], second: dict[str, Any]) -> None:
    items = (an_item("second", **second), an_item("first", **first))
    assert names(in_order(items)) == "first second"


def test_what_is_to_look_at_again_comes_where_its_weight_puts_it_and_last_what_was_put_off() -> None:
    items = (
        an_item("put-off", "postponed"),
        an_item("small", purpose="retention", minutes=240),
        an_item("to-look-at", "review", minutes=20),
        an_item("stuck", "blocked"),
    )
    assert names(in_order(items)) == "stuck to-look-at small put-off"


def test_equals_keep_the_order_of_the_knowledge_base() -> None:
    items = tuple(an_item(name) for name in ("one", "two", "three"))
    assert names(in_order(items)) == "one two three"


@pytest.mark.parametrize("standing", ["settled", "allowed", "covered", "not-offered", "waiting"])
def test_what_is_not_open_is_not_in_the_order(standing: str) -> None:
    assert in_order((an_item("closed", standing),)) == ()


def test_a_walk_passes_by_everything_open_things_first() -> None:
    items = (
        an_item("settled", "settled"),
        an_item("optional", optional=True),
        an_item("put-off", "postponed"),
        an_item("open"),
    )
    assert names(walk_order(items)) == "open put-off settled optional"


def test_a_walk_tells_the_same_control_of_two_accounts_apart() -> None:
    control = a_control()
    platform = a_platform(control)
    items = [
        Item(an_account(id=account), platform, control, Standing(standing), Position())
        for account, standing in (("chirp-0001", "settled"), ("chirp-0002", "open"))
    ]
    assert [item.account.id for item in walk_order(items)] == ["chirp-0002", "chirp-0001"]

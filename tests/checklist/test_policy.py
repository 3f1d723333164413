"""The policy: what is wanted of controls, and which deviate from it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.checklist.items import Item, items_of
from consentui.checklist.policy import Policy, PolicyRule, Want, compared
from tests.builders import TODAY, a_control, a_ledger, a_platform, an_account, in_turn


def an_item(*words: str, optional: bool = False, **account: Any) -> Item:
    """The item of a control after these outcomes and decisions."""
    kind = "objection-form" if "sent" in words else "setting"
    platform = a_platform(a_control(kind=kind, optional=optional))
    (item,) = items_of(an_account(**account), platform, a_ledger(*in_turn(words)), "FR", TODAY)
    return item


@pytest.mark.parametrize(
    ("words", "refused", "allowed"),
    [
        ((), False, True),
        (("switched-off",), True, False),
        (("already",), True, False),
        (("sent",), True, False),
        (("not-found",), False, True),
        (("later",), False, True),
        (("allow",), False, True),
    ],
)
def test_what_stands_as_it_is_wanted_is_no_deviation(words: tuple[str, ...], *, refused: bool, allowed: bool) -> None:
    item = an_item(*words)
    for want, is_so in (("refuse", refused), ("allow", allowed)):
        found = compared(Policy((PolicyRule(want),)), (item,))  # type: ignore[arg-type]
        assert found.named == 1
        assert [one.item for one in found.deviations] == ([] if is_so else [item])


@pytest.mark.parametrize(
    ("words", "is_to_look_at"),
    [((), True), (("later",), True), (("allow",), False), (("not-found",), False), (("allow", "refuse"), True)],
)
def test_what_nobody_looked_at_yet_is_told_apart_from_what_stands_otherwise(
    words: tuple[str, ...], *, is_to_look_at: bool
) -> None:
    found = compared(Policy((PolicyRule("refuse"),)), (an_item(*words),))
    assert (found.deviating, found.to_look_at) == ((0, 1) if is_to_look_at else (1, 0))


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (PolicyRule("refuse"), True),
        (PolicyRule("refuse", control=("chirp/training",)), True),
        (PolicyRule("refuse", control=("chirp/other",)), False),
        (PolicyRule("refuse", platform=("x", "chirp")), True),
        (PolicyRule("refuse", platform=("x",)), False),
        (PolicyRule("refuse", purpose=("ai-training",)), True),
        (PolicyRule("refuse", purpose=("advertising",)), False),
        (PolicyRule("refuse", type=("business",)), True),
        (PolicyRule("refuse", type=("personal",)), False),
        (PolicyRule("refuse", client=("Dupont",)), True),
        (PolicyRule("refuse", client=("Durand",)), False),
        (PolicyRule("refuse", platform=("chirp",), client=("Durand",)), False),
    ],
)
def test_a_rule_is_about_what_has_all_that_it_names(rule: PolicyRule, *, fits: bool) -> None:
    assert rule.fits(an_item(account_type="business", client="Dupont")) is fits


def test_an_optional_measure_counts_only_where_it_is_named() -> None:
    item = an_item(optional=True)
    assert not PolicyRule("refuse", platform=("chirp",)).fits(item)
    assert PolicyRule("refuse", control=("chirp/training",)).fits(item)


@given(st.lists(st.sampled_from(["refuse", "allow"]), min_size=1, max_size=5))
def test_of_the_rules_that_fit_the_last_one_counts(wants: list[Want]) -> None:
    rules = tuple(map(PolicyRule, wants))
    elsewhere = PolicyRule("allow" if wants[-1] == "refuse" else "refuse", platform=("elsewhere",))
    assert Policy((*rules, elsewhere)).wanted(an_item()) == wants[-1]


def test_what_no_rule_is_about_is_not_compared() -> None:
    assert compared(Policy(), (an_item(),)).named == 0

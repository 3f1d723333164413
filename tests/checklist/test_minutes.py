"""What is best done in a few minutes, and what it gained."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.checklist.items import Item, items_of
from consentui.checklist.minutes import best_within, gained, minutes_of
from consentui.checklist.order import in_order
from tests.builders import TODAY, a_control, a_ledger, a_platform, an_account, in_turn, recorded


def items(minutes: Sequence[int]) -> tuple[Item, ...]:
    """The checklist of an account with a control for each of these numbers of minutes."""
    controls = [a_control(id=f"c{number}", minutes=one) for number, one in enumerate(minutes)]
    return items_of(an_account(), a_platform(*controls), a_ledger(), "FR", TODAY)


EFFORTS = st.lists(st.integers(1, 30), min_size=1, max_size=12)


@given(EFFORTS, st.integers(1, 60))
def test_together_they_never_take_longer_and_come_in_the_order_of_all(efforts: list[int], minutes: int) -> None:
    everything = items(efforts)
    best = best_within(everything, minutes)
    assert minutes_of(best) <= minutes
    assert [item for item in in_order(everything) if item in best] == list(best)


@given(EFFORTS, st.integers(1, 60))
def test_what_was_passed_over_did_not_fit_when_its_turn_came(efforts: list[int], minutes: int) -> None:
    everything = items(efforts)
    best = best_within(everything, minutes)
    taken = 0
    for item in in_order(everything):
        if item in best:
            taken += item.control.minutes
        else:
            assert taken + item.control.minutes > minutes


def test_the_best_of_several_accounts_are_taken_together() -> None:
    platform = a_platform(a_control(id="best", minutes=4), a_control(id="next", minutes=4, purpose="retention"))
    both = [
        item
        for account in ("chirp-0001", "chirp-0002")
        for item in items_of(an_account(id=account), platform, a_ledger(), "FR", TODAY)
    ]
    assert [(item.account.id, item.control.id) for item in best_within(both, 10)] == [
        ("chirp-0001", "best"),
        ("chirp-0002", "best"),
    ]


def test_what_is_settled_is_not_among_them() -> None:
    ledger = a_ledger(recorded("switched-off"))
    assert best_within(items_of(an_account(), a_platform(), ledger, "FR", TODAY), 60) == ()


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("switched-off", "settled"),
        ("already", "settled"),
        ("sent", "waiting"),
        ("not-found", "blocked"),
        ("later", "later"),
        ("allow", "allowed"),
    ],
)
def test_what_stands_otherwise_than_before_was_gained(word: str, part: str) -> None:
    kind = "objection" if word == "sent" else "setting"
    platform = a_platform(a_control(kind=kind, minutes=3))
    before = items_of(an_account(), platform, a_ledger(), "FR", TODAY)
    now = items_of(an_account(), platform, a_ledger(*in_turn([word])), "FR", TODAY)
    gain = gained(before, now)
    assert [item.control.id for item in getattr(gain, part)] == ["training"]
    assert gain.minutes == (0 if part in {"blocked", "later"} else 3)
    assert not gain.is_nothing


def test_what_stood_as_it_stands_was_not_gained() -> None:
    before = items_of(an_account(), a_platform(), a_ledger(recorded("switched-off")), "FR", TODAY)
    assert gained(before, before).is_nothing


def test_what_was_not_there_before_was_not_gained() -> None:
    now = items_of(an_account(), a_platform(), a_ledger(recorded("switched-off")), "FR", TODAY)
    assert gained((), now).is_nothing

"""Controls that are alike on several accounts are grouped."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.checklist.groups import SEVERAL, grouped
from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.standing import Position, Standing
from tests.builders import a_control, a_platform, an_account


def an_item(account: str, control: str = "training", standing: Standing = Standing.OPEN, minutes: int = 2) -> Item:
    platform = a_platform(a_control(id=control, minutes=minutes))
    return Item(
        replace(an_account(), id=account, platform=platform.id),
        platform,
        platform.control[0],
        standing,
        Position(),
    )


def test_one_control_of_several_accounts_is_one_group_where_its_first_item_stands() -> None:
    items = [an_item("a"), an_item("a", "sharing"), an_item("b"), an_item("c")]
    groups = grouped(items)
    assert [[item.account.id for item in group.items] for group in groups] == [["a", "b", "c"], ["a"]]
    assert [group.is_of_several for group in groups] == [True, False]
    assert groups[0].minutes == 6


def test_what_stands_otherwise_is_a_group_of_its_own() -> None:
    groups = grouped([an_item("a"), an_item("b", standing=Standing.BLOCKED), an_item("c"), an_item("d")])
    assert [[item.account.id for item in group.items] for group in groups] == [["a", "c", "d"], ["b"]]


def test_two_accounts_are_not_put_together_and_keep_their_places() -> None:
    groups = grouped([an_item("a"), an_item("b", "sharing"), an_item("b")])
    assert [group.first.ref for group in groups] == ["chirp/training", "chirp/sharing", "chirp/training"]
    assert not any(group.is_of_several for group in groups)


def test_every_item_is_in_one_group() -> None:
    items = [an_item(account, control) for account in "abcd" for control in ("training", "sharing")]
    together = [item for group in grouped(items) for item in group.items]
    assert sorted(map(id, together)) == sorted(map(id, items))


def test_nothing_makes_no_group() -> None:
    assert grouped(()) == ()


_MINUTES = {"training": 2, "sharing": 2, "adverts": 9}
_items = st.builds(
    lambda account, control, standing: an_item(account, control, standing, _MINUTES[control]),
    st.sampled_from("abcdefgh"),
    st.sampled_from(list(_MINUTES)),
    st.sampled_from([Standing.OPEN, Standing.BLOCKED, Standing.POSTPONED, Standing.SETTLED, Standing.WAITING]),
)


def in_order_first(items: Sequence[Item]) -> list[list[Item]]:
    """The groups by a slow way: order all items, then put each with those alike, at the place of the first."""
    ordered = in_order(items)
    groups: list[list[Item]] = []
    for item in ordered:
        alike = [one for one in ordered if (one.ref, one.standing) == (item.ref, item.standing)]
        if len(alike) < SEVERAL:
            groups.append([item])
        elif item is alike[0]:
            groups.append(alike)
    return groups


@given(st.lists(_items, max_size=20))
def test_groups_are_as_if_all_had_been_put_in_order_first(items: list[Item]) -> None:
    assert [list(group.items) for group in grouped(items)] == in_order_first(items)

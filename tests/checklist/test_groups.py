"""What is the same on several accounts, put together."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.checklist.groups import grouped
from consentui.checklist.items import Item
from consentui.checklist.standing import Position, Standing
from tests.builders import a_control, a_platform, an_account


def an_item(account: str, control: str = "training", standing: Standing = Standing.OPEN) -> Item:
    platform = a_platform(a_control(id=control, minutes=2))
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

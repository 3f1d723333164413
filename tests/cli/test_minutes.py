"""`walk --minutes` and `next --minutes`: what is best done in a few minutes, on all accounts."""

from __future__ import annotations

import pytest

from consentui.checklist.minutes import best_within, minutes_of
from consentui.journal.entries import Recorded
from consentui.profile.session import open_session
from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("accounts")


@pytest.fixture
def accounts(call: Call) -> None:
    """The ids of an account on X and one on LinkedIn."""
    call("account", "add", "x")
    call("account", "add", "linkedin")


def refs(minutes: int) -> list[str]:
    return [item.control.id for item in best_within(open_session().checklist.all_items(), minutes)]


def test_next_shows_what_fits_into_the_minutes_on_whichever_account(call: Call) -> None:
    said = call("next", "--minutes", "10")
    assert [row[1] for row in said.rows] == refs(10)
    assert len({row[0] for row in said.rows}) == 2


def test_next_as_json_adds_up_to_the_minutes_at_most(call: Call) -> None:
    found = call("next", "--minutes", "10", "--json").json["next"]
    assert 0 < sum(one["minutes"] for one in found) <= 10


def test_where_nothing_fits_it_says_what_the_shortest_takes(call: Call) -> None:
    for arguments in (("next", "--minutes", "1"), ("walk", "--plain", "--minutes", "1")):
        said = call(*arguments)
        assert said.out == ""
        assert said.err == "Nothing open fits into 1 minute; the shortest takes 2.\n"
    assert call("next", "--minutes", "1").code == 1


def test_a_plain_walk_of_ten_minutes_goes_over_all_accounts_and_says_what_was_gained(call: Call) -> None:
    best = best_within(open_session().checklist.all_items(), 10)
    said = call("walk", "--plain", "--minutes", "10", typed="d\n" * len(best))
    assert said.code == 0
    recorded = [one.control for one in open_session().journal.entries if isinstance(one, Recorded)]
    assert recorded == [item.control.id for item in best]
    assert f"Done for today: {len(best)} things, about {minutes_of(best)} min" in said.err
    assert "In all: " in said.err.splitlines()[-1]


def test_a_walk_of_ten_minutes_that_is_stopped_says_what_was_gained(call: Call) -> None:
    said = call("walk", "--plain", "--minutes", "10", typed="q\n")
    assert said.code == 0
    assert "Done for today\nNothing was settled this time.\n" in said.err


def test_minutes_and_an_account_do_not_go_together(call: Call) -> None:
    account = open_session().accounts.called("x").id
    assert call("walk", account, "--minutes", "10").code == 2


def test_without_plain_it_opens_the_interface_there(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []

    def opened(_profile: str, walk: str | None = None, minutes: int | None = None) -> int:
        asked.append(minutes)
        return 0

    monkeypatch.setattr("consentui.cli.walk.open_interface", opened)
    assert call("walk", "--minutes", "10").code == 0
    assert asked == [10]

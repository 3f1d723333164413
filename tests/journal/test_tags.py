"""Tags of accounts: their form, and the effect of entries about them."""

from __future__ import annotations

import pytest

from consentui.journal.fold import fold
from consentui.journal.tags import tags_in
from tests.builders import ACCOUNT, account_added, account_removed, account_tagged, an_entry_id, undone


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("press", ("press",)),
        ("Press, #brand;  old", ("press", "brand", "old")),
        ("press PRESS #press", ("press",)),
        ("+press -old", ("press", "old")),
        ("e\u0301te\u0301 \u202eétés\x1b[1m", ("été", "étés[1m")),
        ("+ # ,", ()),
    ],
)
def test_tags_are_words_in_small_letters_each_once(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_in(typed) == tags


def test_an_account_carries_what_it_was_given_and_not_taken() -> None:
    added = account_added(0)
    given = account_tagged("press", "brand", number=1)
    taken = account_tagged("new", number=2, removed=("press", "never"))
    assert fold([added, given]).accounts[ACCOUNT].tags == ("brand", "press")
    assert fold([added, given, taken]).accounts[ACCOUNT].tags == ("brand", "new")
    assert fold([added, given, taken, undone(taken, 3)]).accounts[ACCOUNT].tags == ("brand", "press")


def test_two_copies_that_each_gave_one_keep_both() -> None:
    added = account_added(0)
    here = account_tagged("press", number=1)
    there = account_tagged("brand", id=an_entry_id(2), number=1)
    assert fold([added, here, there]).accounts[ACCOUNT].tags == ("brand", "press")
    assert fold([added, there, here]).accounts[ACCOUNT].tags == ("brand", "press")


def test_tags_of_an_account_that_is_gone_change_nothing() -> None:
    assert fold([account_tagged("press")]).accounts == {}
    assert fold([account_added(0), account_removed(1), account_tagged("press", number=2)]).accounts == {}

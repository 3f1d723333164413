"""The ledger that a journal adds up to."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.journal.entries import AboutControl, Entry, Undone
from consentui.journal.fold import account_ids, extended, fold, in_force
from tests.builders import (
    ACCOUNT,
    BEGINNING,
    CONTROL,
    account_added,
    account_edited,
    account_removed,
    an_account,
    an_entry_id,
    decided,
    noted,
    recorded,
    undone,
)
from tests.journal.strategies import journals, newest_about_controls


def is_in_force(entry: Entry, journal: list[Entry]) -> bool:
    """Whether an entry is in force, by a slow definition: no later entry that is in force takes it back."""
    later = [other for other in journal if isinstance(other, Undone) and other.id > entry.id]
    return not any(other.entry == entry.id and is_in_force(other, journal) for other in later)


# Accounts


def test_an_empty_journal_adds_up_to_nothing() -> None:
    ledger = fold(())
    assert (ledger.accounts, ledger.by_account) == ({}, {})


def test_an_account_is_what_was_said_when_it_was_added() -> None:
    added = account_added(handle="@marie_l", account_type="work")
    assert fold([added]).accounts == {ACCOUNT: an_account(account_type="work", added=BEGINNING)}


def test_accounts_stand_in_the_order_they_were_added() -> None:
    ledger = fold([account_added(2, account="chirp-0002"), account_added(1), account_added(3, account="a-0003")])
    assert list(ledger.accounts) == [ACCOUNT, "chirp-0002", "a-0003"]


@pytest.mark.parametrize(
    ("edit", "handle", "account_type"),
    [
        ({"handle": "@new"}, "@new", "work"),
        ({"account_type": "creator"}, "@marie_l", "creator"),
        ({"handle": ""}, "", "work"),
        ({}, "@marie_l", "work"),
    ],
)
def test_an_edit_changes_what_it_names_alone(edit: dict[str, str], handle: str, account_type: str) -> None:
    ledger = fold([account_added(0, account_type="work"), account_edited(1, **edit)])
    account = ledger.accounts[ACCOUNT]
    assert (account.handle, account.account_type, account.added) == (handle, account_type, BEGINNING)


def test_a_removed_account_is_off_the_list_and_what_was_recorded_of_it_stays() -> None:
    ledger = fold([account_added(0), recorded("switched-off", 1), account_removed(2)])
    assert ledger.accounts == {}
    assert ledger.about(ACCOUNT, CONTROL) == (recorded("switched-off", 1),)


@pytest.mark.parametrize("entry", [account_edited(1), account_removed(1)])
def test_an_account_that_never_was_can_be_edited_and_removed_without_effect(entry: Entry) -> None:
    assert fold([entry]).accounts == {}


def test_every_id_ever_given_is_known_for_good() -> None:
    journal: list[Entry] = [
        account_added(0),
        account_removed(1),
        account_added(2, account="x-0002"),
        undone(account_added(2), 3),
    ]
    assert account_ids(journal) == {ACCOUNT, "x-0002"}


# Controls


def test_entries_about_a_control_are_kept_apart_from_others_oldest_first() -> None:
    ours: list[Entry] = [recorded("not-found", 1), decided("refuse", 3), noted("later", 5)]
    others: list[Entry] = [recorded("done", 2, control="sharing"), noted("", 4, account="chirp-0002")]
    ledger = fold([*reversed(ours), *others])
    assert ledger.about(ACCOUNT, CONTROL) == tuple(ours)
    assert ledger.about(ACCOUNT, "sharing") == (others[0],)
    assert ledger.about("chirp-0002", CONTROL) == (others[1],)
    assert ledger.about("chirp-0002", "sharing") == ()


# Undo


def test_what_was_undone_counts_no_more() -> None:
    assert fold([recorded("done", 1), undone(recorded("done", 1), 2)]).about(ACCOUNT, CONTROL) == ()


def test_the_undo_of_an_undo_puts_the_entry_in_force_again() -> None:
    entry = recorded("done", 1)
    undo = undone(entry, 2)
    assert in_force([entry, undo, undone(undo, 3)]) == [entry]
    assert in_force([entry, undo, undone(undo, 3), undone(undone(undo, 3), 4)]) == []


def test_undoing_a_removal_brings_the_account_back_as_it_was() -> None:
    journal: list[Entry] = [account_added(0), account_edited(1, handle="@new"), account_removed(2)]
    assert fold([*journal, undone(journal[2], 3)]) == fold(journal[:2])


def test_an_undo_of_what_is_not_there_changes_nothing() -> None:
    assert in_force([recorded("done", 1), undone(noted("", 7), 8)]) == [recorded("done", 1)]


def test_an_entry_that_came_twice_counts_once() -> None:
    assert fold([noted("one", 1), noted("one", 1)]).about(ACCOUNT, CONTROL) == (noted("one", 1),)


@given(journals)
def test_an_entry_is_in_force_unless_an_undo_in_force_takes_it_back(journal: list[Entry]) -> None:
    aimed_back = [entry for entry in journal if not isinstance(entry, Undone) or entry.entry < entry.id]
    expected = [entry for entry in aimed_back if not isinstance(entry, Undone) and is_in_force(entry, aimed_back)]
    assert in_force(aimed_back) == expected


@given(journals, st.randoms(use_true_random=False))
def test_entries_add_up_to_the_same_in_whatever_order_they_come(journal: list[Entry], random: Random) -> None:
    shuffled = random.sample(journal, len(journal))
    ledger = fold(shuffled)
    assert ledger == fold(journal)
    assert list(ledger.accounts) == list(fold(journal).accounts)


@given(journals, newest_about_controls)
def test_a_ledger_extended_by_a_newer_entry_is_what_folding_anew_gives(journal: list[Entry], new: AboutControl) -> None:
    # An undo of an entry that is written later has no meaning; the program never writes one.
    before = [entry for entry in journal if not isinstance(entry, Undone) or entry.entry != new.id]
    assert extended(fold(before), [new]) == fold([*before, new])


@given(journals, newest_about_controls)
def test_extending_a_ledger_leaves_the_one_before_as_it_was(journal: list[Entry], new: AboutControl) -> None:
    before = fold(journal)
    extended(before, [new])
    assert before == fold(journal)


def test_a_ledger_extended_one_by_one_for_hundreds_of_accounts_is_what_folding_anew_gives() -> None:
    accounts = [f"x-{number}" for number in (*range(250), *range(0, 250, 3))]
    entries = [recorded("later", number, account=account) for number, account in enumerate(accounts)]
    ledgers = [fold(())]
    for entry in entries:
        ledgers.append(extended(ledgers[-1], [entry]))
    assert ledgers[-1] == fold(entries)
    assert ledgers[120] == fold(entries[:120])


@given(journals)
def test_every_account_on_the_list_was_added_once(journal: list[Entry]) -> None:
    accounts = fold(journal).accounts
    assert accounts.keys() <= account_ids(journal)
    assert all(account.id == key for key, account in accounts.items())


def test_ids_are_what_orders_entries_not_their_times() -> None:
    late_first = [noted("b", 2, at=BEGINNING), noted("a", 1)]
    assert [entry.id for entry in in_force(late_first)] == [an_entry_id(1), an_entry_id(2)]


def test_what_was_written_at_once_is_taken_back_at_once_and_comes_back_so() -> None:
    first, second, third = (recorded("switched-off", number) for number in (1, 2, 3))
    batch = [first, replace(second, batch=first.id)]
    back = undone(first, 4)
    assert in_force([*batch, third, back]) == [third]
    assert in_force([*batch, third, back, undone(back, 5)]) == [*batch, third]


def test_four_times_as_many_entries_on_one_control_take_four_times_as_long() -> None:
    entries: list[Entry] = [account_added(0), *(noted(f"Note {number}.", number) for number in range(1, 40_001))]

    def seconds(count: int) -> float:
        """The processor time of folding so many entries, the best of three to reduce noise."""
        measured = []
        for _turn in range(3):
            since = process_time()
            fold(entries[:count])
            measured.append(process_time() - since)
        return min(measured)

    assert seconds(40_000) < 9 * seconds(10_000)

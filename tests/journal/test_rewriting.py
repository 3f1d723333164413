"""A journal with entries removed adds up to the same ledger, except for what was to go."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from consentui.errors import StorageError
from consentui.journal import file
from consentui.journal.entries import Entry, MailChecked
from consentui.journal.fold import account_ids, fold, in_force
from consentui.journal.mail_verdicts import MailVerdict
from consentui.journal.merge import missing
from consentui.journal.newer import Newer
from consentui.journal.rewriting import compacted, rewrite, without_account
from tests.builders import (
    account_added,
    an_entry_id,
    decided,
    noted,
    proof_added,
    request_opened,
    request_proof,
    request_sent,
    undone,
)
from tests.journal.strategies import ACCOUNTS, journals

GONE, STAYS = "x-0001", "facebook-0002"


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    """Two accounts, each with a request and a proof, and a note that was undone."""
    note = noted("Private.", 12, account=GONE)
    return (
        account_added(1, account=GONE, platform="x"),
        account_added(2, account=STAYS, platform="facebook"),
        opened := request_opened(3, account=GONE, request="CU-2026-001"),
        request_opened(4, account=STAYS, request="CU-2026-002"),
        request_sent(5, request="CU-2026-001", opening=opened.id, file="requests/CU-2026-001/01-objection.txt"),
        request_proof(6, request="CU-2026-001"),
        request_proof(7, request="CU-2026-002"),
        proof_added(8, account=STAYS),
        decided("refuse", 11, account=STAYS),
        note,
        back := undone(note, 13),
        undone(back, 14),
    )


def test_all_that_is_about_an_account_goes_and_nothing_else(entries: tuple[Entry, ...]) -> None:
    left = without_account(entries, GONE)
    assert [entries.index(one) for one in left] == [1, 3, 6, 7, 8]


@given(journals)
def test_what_is_left_adds_up_to_the_ledger_without_that_account(entries: tuple[Entry, ...]) -> None:
    left = without_account(entries, ACCOUNTS[0])
    before, after = fold(entries), fold(left)
    assert after.accounts == {one: facts for one, facts in before.accounts.items() if one != ACCOUNTS[0]}
    assert after.by_account == {one: facts for one, facts in before.by_account.items() if one != ACCOUNTS[0]}
    assert not [one for one in left if getattr(one, "account", "") == ACCOUNTS[0]]


@given(journals)
def test_a_compacted_journal_adds_up_to_the_same(entries: tuple[Entry, ...]) -> None:
    left = compacted(entries)
    assert fold(left) == fold(entries)
    assert in_force(left) == in_force(entries)
    assert account_ids(left) == account_ids(entries)
    assert compacted(left) == left


@given(journals)
def test_merging_another_copy_into_a_compacted_journal_changes_nothing(entries: tuple[Entry, ...]) -> None:
    left = compacted(entries)
    assert fold((*left, *missing(left, entries))) == fold(entries)


def test_what_was_checked_of_a_mail_goes_with_the_mail(entries: tuple[Entry, ...]) -> None:
    proof = request_proof(6, request="CU-2026-001", sha256="ab" * 32)
    checked = MailChecked(
        at=proof.at,
        id=an_entry_id(30),
        mail=proof.sha256,
        verdict=MailVerdict.GENUINE,
        domain="example.org",
        question="k._x.org",
    )
    assert checked not in without_account((*entries, proof, checked), GONE)
    other = request_proof(7, request="CU-2026-002", sha256=proof.sha256)
    assert checked in without_account((*entries, proof, other, checked), GONE)


def test_what_took_back_several_at_once_holds_for_those_that_stay() -> None:
    first = noted("Of both.", 3, account=GONE)
    both = (first, noted("Of both.", 4, account=STAYS, batch=first.id), undone(first, 5))
    left = without_account(both, GONE)
    assert left == [both[1], both[2]]
    assert in_force(left) == []


def test_a_journal_that_a_newer_version_wrote_to_is_left_alone(tmp_path: Path, entries: tuple[Entry, ...]) -> None:
    path = tmp_path / "journal.toml"
    file.append(path, entries)
    with file.held(path) as journal:
        journal.add([Newer(at=entries[0].at, id=an_entry_id(40), what="dreamt", facts={"account": GONE})])
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer consentui"):
        rewrite(path, lambda entries: without_account(entries, GONE), keeping_copy=False)
    assert path.read_bytes() == before


def test_a_copy_is_kept_of_what_was_compacted(tmp_path: Path, entries: tuple[Entry, ...]) -> None:
    path = tmp_path / "journal.toml"
    note = noted("Private.", 20, account=STAYS)
    file.append(path, (*entries, note, undone(note, 21)))
    before = path.read_bytes()
    copy = rewrite(path, compacted, keeping_copy=True)
    assert copy
    assert copy.read_bytes() == before
    assert file.read(path).entries == entries
    assert rewrite(path, compacted, keeping_copy=True) is None


def test_where_it_cannot_be_written_the_journal_is_as_it_was(
    tmp_path: Path, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.toml"
    file.append(path, entries)
    before = path.read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("consentui.journal.rewriting.put_in_place", full)
    with pytest.raises(StorageError, match="could not be saved"):
        rewrite(path, lambda entries: without_account(entries, GONE), keeping_copy=False)
    assert path.read_bytes() == before

"""Entries written as one batch: all or none are written, and one undo takes back all of them."""

from __future__ import annotations

import pytest

from consentui.errors import UsageError
from consentui.journal import file
from consentui.journal.entries import AccountAdded
from consentui.profile.accounts import NewAccount
from consentui.profile.input import MAX_HANDLE
from consentui.profile.session import Session, open_session


def some(session: Session, count: int) -> list[NewAccount]:
    platform = session.knowledge.platform("x")
    return [NewAccount(platform, f"@brand-{number}", owner="Marie", client="Acme") for number in range(count)]


def test_accounts_added_at_once_are_told_apart_and_say_whose_they_are(session: Session) -> None:
    added = session.accounts.add_all(some(session, 3))
    assert [account.handle for account in added] == ["@brand-0", "@brand-1", "@brand-2"]
    assert len({account.id for account in added}) == 3
    assert {(account.owner, account.client) for account in added} == {("Marie", "Acme")}
    assert tuple(open_session().accounts) == added


def test_one_undo_takes_all_of_them_back_and_nothing_else(session: Session) -> None:
    before = session.accounts.add(session.knowledge.platform("x"), "@before")
    session.accounts.add_all(some(session, 3))
    last = session.journal.undo()
    assert isinstance(last, AccountAdded)
    assert session.journal.together_with(last) == 2
    assert tuple(session.accounts) == (before,)
    session.journal.undo()
    assert tuple(session.accounts) == ()
    assert session.journal.undo() is None


def test_a_name_that_cannot_be_leaves_none_of_them(session: Session) -> None:
    wanted = [*some(session, 2), NewAccount(session.knowledge.platform("x"), "m" * (MAX_HANDLE + 1))]
    with pytest.raises(UsageError):
        session.accounts.add_all(wanted)
    assert session.journal.is_new


def test_they_are_written_in_one_go(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    add = file.Held.add

    def counted(held: file.Held, entries: list[AccountAdded], known_length: int = 0) -> file.Span:
        written.append(len(entries))
        return add(held, entries, known_length)

    monkeypatch.setattr(file.Held, "add", counted)
    session.accounts.add_all(some(session, 300))
    assert written == [300]


def test_nothing_at_all_is_nothing_written(session: Session) -> None:
    assert session.accounts.add_all(()) == ()
    assert session.journal.is_new

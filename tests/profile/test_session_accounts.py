"""Accounts in a session: found by name, added, edited, removed."""

from __future__ import annotations

import pytest

from consentui.checklist.standing import Standing
from consentui.errors import UsageError
from consentui.journal import file
from consentui.journal.entries import Outcome
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile.accounts import NewAccount
from consentui.profile.session import Session, open_session
from tests.builders import account_added, an_account
from tests.profile.test_session import item_of


@pytest.fixture
def account(session: Session) -> Account:
    """An account on X."""
    return session.accounts.add(session.knowledge.platform("x"), "@marie_l")


@pytest.fixture
def control(session: Session) -> Control:
    """A switch on X that should be off."""
    return session.knowledge.control("x/grok-training")


def test_the_platforms_a_person_is_on_are_those_we_know_each_once(session: Session, account: Account) -> None:
    for platform in ("x", "facebook"):
        session.accounts.add(session.knowledge.platform(platform))
    file.append(session.folders.journal, [account_added(0)])
    session.journal.reload()
    assert session.accounts.platform_ids == ("facebook", "x")


def test_an_account_is_found_by_id_by_handle_and_by_its_platform(session: Session, account: Account) -> None:
    for word in (account.id, "@marie_l", "marie_l", "@MARIE_L", "x"):
        assert session.accounts.called(word) == account


def test_an_account_without_an_at_is_found_with_one(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "Élodie")
    assert session.accounts.called("@éLODIE") == account


def test_several_accounts_of_one_name_are_told_apart_by_their_ids(session: Session, account: Account) -> None:
    other = session.accounts.add(session.knowledge.platform("facebook"), "Marie_L")
    for word, found in {"marie_l": (account, other), "facebook": (other,)}.items():
        if len(found) == 1:
            assert session.accounts.called(word) == other
            continue
        with pytest.raises(UsageError, match="Several accounts are called “marie_l”") as raised:
            session.accounts.called(word)
        assert raised.value.detail == f"{account.id}  {account.handle}\n{other.id}  Marie_L"
        assert raised.value.way_out == "Use its id."


def test_a_platform_with_two_accounts_names_neither(session: Session, account: Account) -> None:
    other = session.accounts.add(session.knowledge.platform("x"), "@second")
    with pytest.raises(UsageError, match="Several accounts") as raised:
        session.accounts.called("x")
    assert account.id in raised.value.detail
    assert other.id in raised.value.detail


def test_a_handle_wins_over_a_platform_of_the_same_name(session: Session, account: Account) -> None:
    named_so = session.accounts.add(session.knowledge.platform("facebook"), "x")
    assert session.accounts.called("x") == named_so


@pytest.mark.parametrize(("word", "way_out"), [("marie_k", "Did you mean “@marie_l”?"), ("zzzz", "account list")])
def test_an_account_that_is_not_there_is_an_error_with_the_nearest(
    session: Session, account: Account, word: str, way_out: str
) -> None:
    with pytest.raises(UsageError, match=f"There is no account called “{word}”") as raised:
        session.accounts.called(word)
    assert way_out in raised.value.way_out


@pytest.mark.parametrize("word", ["", "@"])
def test_no_name_is_not_the_name_of_an_account_without_a_handle(session: Session, word: str) -> None:
    session.accounts.add(session.knowledge.platform("x"))
    with pytest.raises(UsageError, match="There is no account"):
        session.accounts.called(word)


def test_a_new_handle_leaves_the_type_and_a_new_type_the_handle(session: Session, account: Account) -> None:
    assert session.accounts.edit(account, handle="  @new\n").handle == "@new"
    edited = session.accounts.edit(account, account_type="work")
    assert edited == session.accounts.called(account.id)
    assert (edited.handle, edited.account_type, edited.added) == ("@new", "work", account.added)


def test_another_type_of_account_is_another_checklist(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("facebook"))
    before = session.checklist.items(account)
    assert session.checklist.items(session.accounts.edit(account, account_type="business")) != before


def test_a_removed_account_is_gone_and_undo_brings_it_back_with_all_that_was_recorded(
    session: Session, account: Account, control: Control
) -> None:
    session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    session.accounts.remove(account)
    assert (tuple(session.accounts), session.checklist.all_items()) == ((), ())
    session.journal.undo()
    assert tuple(session.accounts) == (account,)
    assert item_of(session, account, control.id).standing is Standing.SETTLED


def test_an_account_that_another_program_removed_cannot_be_edited(session: Session, account: Account) -> None:
    open_session().accounts.remove(account)
    with pytest.raises(UsageError, match="There is no account"):
        session.accounts.edit(account, handle="@new")
    assert tuple(session.accounts) == ()


def test_an_account_on_a_platform_that_is_not_known_is_kept_with_an_empty_checklist(session: Session) -> None:
    file.append(session.folders.journal, [account_added(0)])
    assert session.journal.reload_if_changed()
    assert tuple(session.accounts) == (an_account(),)
    assert session.accounts.platform_of(an_account()) is None
    assert session.checklist.items(an_account()) == ()
    assert session.checklist.settled_refs(an_account()) == frozenset()
    with pytest.raises(UsageError, match="There is no platform"):
        session.accounts.control(an_account(), "training")


@pytest.mark.parametrize("word", ["grok-training", "x/grok-training"])
def test_a_control_is_found_by_its_name_on_the_accounts_platform(session: Session, account: Account, word: str) -> None:
    assert session.accounts.control(account, word).id == "grok-training"


def test_a_control_that_is_not_there_is_an_error_with_the_nearest(session: Session, account: Account) -> None:
    with pytest.raises(UsageError) as raised:
        session.accounts.control(account, "grok-trainig")
    assert raised.value.way_out == "Did you mean “grok-training”?"


def test_the_control_tells_which_of_the_accounts_of_one_name_is_meant(session: Session, account: Account) -> None:
    handle = account.handle
    session.accounts.add(session.knowledge.platform("facebook"), handle)
    for word in ("grok-training", "x/grok-training"):
        found, control = session.accounts.with_control(handle, word)
        assert (found, control.id) == (account, "grok-training")
    with pytest.raises(UsageError, match="Several accounts"):
        session.accounts.with_control(handle, "no-such-control")


def test_a_mistyped_control_or_client_brings_the_nearest(session: Session, account: Account) -> None:
    with pytest.raises(UsageError) as raised:
        session.accounts.having("x/grok-trainin")
    assert raised.value.way_out == "Did you mean “x/grok-training”?"
    session.accounts.add_all([NewAccount(session.knowledge.platform("x"), "@b", client="Client 3")])
    with pytest.raises(UsageError) as raised:
        session.accounts.of_client("Client 33")
    assert raised.value.way_out == "Did you mean “Client 3”?"


def test_of_many_accounts_of_one_name_some_are_listed(session: Session, account: Account) -> None:
    x = session.knowledge.platform("x")
    session.accounts.add_all([NewAccount(x, f"@{number}") for number in range(30)])
    with pytest.raises(UsageError) as raised:
        session.accounts.called("x")
    assert len(raised.value.detail.splitlines()) == 13
    assert raised.value.detail.endswith("and 19 others")

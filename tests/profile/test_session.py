"""The session of a profile: everything done is written down first and shown afterwards."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl
from consentui.errors import StorageError, UsageError
from consentui.journal import file
from consentui.journal.entries import AccountAdded, AccountType, Decision, Noted, Outcome, Recorded, Undone
from consentui.journal.fold import Account, fold
from consentui.knowledge.records import Control
from consentui.profile.input import MAX_HANDLE, MAX_NOTE
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.rights import Right
from consentui.storage.leftovers import new_file
from consentui.storage.places import private_folder, profile_folders
from tests.builders import noted

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def account(session: Session) -> Account:
    """An account on X."""
    return session.accounts.add(session.knowledge.platform("x"), "@marie_l")


@pytest.fixture
def control(session: Session) -> Control:
    """A switch on X that should be off."""
    return session.knowledge.control("x/grok-training")


def item_of(session: Session, account: Account, control_id: str) -> Item:
    return next(item for item in session.checklist.items(account) if item.control.id == control_id)


# Opening


def test_a_profile_that_was_never_used_is_new_and_nothing_is_written_by_looking(session: Session) -> None:
    assert session.journal.is_new
    assert (
        tuple(session.accounts),
        session.checklist.all_items(),
        list(session.journal.entries),
        session.journal.undo(),
    ) == (
        (),
        (),
        [],
        None,
    )
    assert not session.folders.data.exists()


def test_what_was_done_is_there_when_the_profile_is_opened_again(
    session: Session, account: Account, control: Control
) -> None:
    session.checklist.record(account, control, Outcome.SWITCHED_OFF, surface="web", seen="Grok", note="done")
    session.checklist.decide(account, control, Decision.REFUSE, "for good")
    session.checklist.note(account, control, "look again", seen="Grok 4")
    again = open_session()
    assert list(again.journal.entries) == list(session.journal.entries)
    assert again.journal.ledger == session.journal.ledger == fold(session.journal.entries)
    assert tuple(again.accounts) == (account,)
    assert not again.journal.is_new


def test_profiles_know_nothing_of_each_other(session: Session, account: Account) -> None:
    assert tuple(open_session("client-7").accounts) == ()
    assert tuple(open_session().accounts) == (account,)


def test_language_and_country_are_the_persons_choice_else_the_systems_guess(session: Session) -> None:
    assert (session.preferences.language, session.preferences.country) == ("en", "GB")
    for key, value in {"language": "fr", "country": "BE"}.items():
        write_setting(session.folders.config_file, key, value)
    session.preferences.reload()
    assert (session.preferences.language, session.preferences.country) == ("fr", "BE")


def test_where_neither_person_nor_system_say_the_country_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C")
    session = open_session()
    assert (session.preferences.language, session.preferences.country) == ("en", "")


def test_another_country_is_another_checklist(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("facebook"))
    write_setting(session.folders.config_file, "country", "FR")
    session.preferences.reload()
    assert "ai-objection" in {item.control.id for item in session.checklist.items(account)}
    write_setting(session.folders.config_file, "country", "US")
    session.preferences.reload()
    assert "ai-objection" not in {item.control.id for item in session.checklist.items(account)}


def test_a_torn_journal_is_reported_until_the_session_ends(session: Session, account: Account) -> None:
    with session.folders.journal.open("ab") as journal:
        journal.write(b"\n[[entry]]\nat = 2026")
    again = open_session()
    assert again.journal.torn is not None
    assert again.journal.torn.read_bytes() == b"[[entry]]\nat = 2026"
    again.journal.reload()
    assert again.journal.torn is not None
    assert tuple(again.accounts) == (account,)
    assert open_session().journal.torn is None


def test_what_a_killed_write_left_goes_when_the_profile_is_opened() -> None:
    folders = profile_folders()
    places = (folders.data, folders.requests, folders.proofs, folders.config)
    left = [private_folder(folder) / ".identity.toml.abc.consentui-new" for folder in places]
    for path in left:
        path.write_text("Marie Lefèvre")
    written, path = new_file(folders.data, "identity.toml")
    open_session()
    assert not any(one.exists() for one in left)
    assert path.exists()
    written.close()


def test_mistakes_in_journal_and_preferences_are_errors_when_opening(session: Session, account: Account) -> None:
    session.folders.config_file.parent.mkdir(parents=True)
    session.folders.config_file.write_text("colour = 3\n")
    with pytest.raises(StorageError, match="config.toml"):  # noqa: RUF043 -- any character will do
        open_session()
    session.folders.config_file.unlink()
    session.folders.journal.write_text("schema = 1\ncolour = 3\n")
    with pytest.raises(StorageError, match="journal.toml"):  # noqa: RUF043 -- any character will do
        open_session()


# What is written down


def test_every_entry_is_written_with_the_time_and_an_id_after_the_one_before(
    session: Session, account: Account, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.checklist.note(account, control, "one")
    monkeypatch.setenv("CONSENTUI_NOW", "2025-01-01T00:00:00+00:00")
    session.checklist.note(account, control, "the clock went back")
    ids = [entry.id for entry in open_session().journal.entries]
    assert ids == sorted(set(ids))
    assert [entry.at.year for entry in session.journal.entries] == [2026, 2026, 2025]
    assert session.journal.entries[0].at == NOON


def test_an_outcome_that_does_not_suit_the_control_is_refused_with_those_that_do(
    session: Session, account: Account, control: Control
) -> None:
    with pytest.raises(UsageError, match="“sent” is not a possible outcome for “grok-training”") as raised:
        session.checklist.record(account, control, Outcome.SENT)
    assert raised.value.way_out == "Use one of: switched-off, already, not-found, not-offered, later."
    assert len(session.journal.entries) == 1


def test_nothing_is_shown_as_saved_before_it_is_on_the_disk(
    session: Session, account: Account, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, Standing]] = []
    fsync = os.fsync

    def seen_fsync(descriptor: int) -> None:
        seen.append((len(session.journal.entries), item_of(session, account, control.id).standing))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    assert seen == [(1, Standing.OPEN)]
    assert (len(session.journal.entries), item_of(session, account, control.id).standing) == (2, Standing.SETTLED)


def test_what_could_not_be_saved_is_not_shown_and_can_be_tried_again(
    session: Session, account: Account, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as no_room:
        no_room.setattr(os, "write", full)
        with pytest.raises(StorageError, match="could not be saved"):
            session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    assert item_of(session, account, control.id).standing is Standing.OPEN
    assert not session.journal.reload_if_changed()
    session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    assert item_of(session, account, control.id).standing is Standing.SETTLED
    assert len(open_session().journal.entries) == 2


def test_handles_and_notes_may_be_long_and_no_longer(session: Session, account: Account, control: Control) -> None:
    session.accounts.edit(account, handle="h" * MAX_HANDLE)
    session.checklist.note(account, control, "n" * MAX_NOTE)
    written = len(session.journal.entries)
    with pytest.raises(UsageError, match="too long") as handle:
        session.accounts.edit(account, handle="h" * (MAX_HANDLE + 1))
    assert handle.value.detail == f"It has {MAX_HANDLE + 1} characters; {MAX_HANDLE} are allowed."
    with pytest.raises(UsageError, match="too long"):
        session.accounts.add(session.knowledge.platform("x"), "h" * (MAX_HANDLE + 1))
    too_long = "n" * (MAX_NOTE + 1)
    for write in (
        lambda: session.checklist.note(account, control, too_long),
        lambda: session.checklist.note(account, control, "", seen=too_long),
        lambda: session.checklist.decide(account, control, Decision.ALLOW, too_long),
        lambda: session.checklist.record(account, control, Outcome.ALREADY, note=too_long),
        lambda: session.checklist.record(account, control, Outcome.ALREADY, seen=too_long),
    ):
        with pytest.raises(UsageError, match="too long"):
            write()
    assert len(session.journal.entries) == written


def test_what_is_typed_is_cleaned_before_it_is_written(session: Session, control: Control) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "@ma\x1b[31mrie\u202e \n l")
    session.checklist.note(account, control, "a\x9bb\r\nc", seen="\u2066Grok")
    added, note = open_session().journal.entries
    assert isinstance(added, AccountAdded)
    assert isinstance(note, Noted)
    assert (added.handle, note.note, note.seen) == ("@ma[31mrie l", "ab\nc", "Grok")


# Undo


def test_undo_takes_back_one_entry_after_the_other_the_last_first(
    session: Session, account: Account, control: Control
) -> None:
    done = session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    note = session.checklist.note(account, control, "a note")
    assert [session.journal.undo(), session.journal.undo()] == [note, done]
    assert item_of(session, account, control.id).standing is Standing.OPEN
    assert isinstance(session.journal.undo(), AccountAdded)
    assert session.journal.undo() is None
    assert (tuple(session.accounts), len(session.journal.entries)) == ((), 6)
    assert open_session().journal.ledger == session.journal.ledger


def test_what_is_done_after_an_undo_is_what_the_next_undo_takes_back(
    session: Session, account: Account, control: Control
) -> None:
    session.checklist.record(account, control, Outcome.NOT_FOUND)
    session.journal.undo()
    done = session.checklist.record(account, control, Outcome.SWITCHED_OFF)
    assert session.journal.undo() == done
    assert [type(entry) for entry in session.journal.entries] == [AccountAdded, Recorded, Undone, Recorded, Undone]


# Two programs at once


def test_what_another_program_wrote_is_seen_when_asked_for(
    session: Session, account: Account, control: Control
) -> None:
    assert not session.journal.reload_if_changed()
    open_session().checklist.record(account, control, Outcome.SWITCHED_OFF)
    assert item_of(session, account, control.id).standing is Standing.OPEN
    assert session.journal.reload_if_changed()
    assert item_of(session, account, control.id).standing is Standing.SETTLED
    assert not session.journal.reload_if_changed()


def test_what_another_program_wrote_is_seen_when_the_next_entry_is_written(
    session: Session, account: Account, control: Control
) -> None:
    other = open_session()
    other.checklist.record(account, control, Outcome.SWITCHED_OFF)
    session.checklist.note(account, control, "mine")
    other.checklist.note(account, control, "theirs")
    assert list(session.journal.entries) == list(open_session().journal.entries)[:3]
    assert list(other.journal.entries) == list(open_session().journal.entries)
    assert item_of(session, account, control.id).standing is Standing.SETTLED


def test_a_journal_that_went_away_is_noticed(session: Session, account: Account) -> None:
    session.folders.journal.unlink()
    assert session.journal.reload_if_changed()
    assert tuple(session.accounts) == ()


# Settings that platforms share


def test_a_control_settled_where_settings_are_shared_is_settled_for_every_account_that_shares_them(
    session: Session,
) -> None:
    write_setting(session.folders.config_file, "country", "FR")
    session.preferences.reload()
    meta, instagram = (session.accounts.add(session.knowledge.platform(one)) for one in ("meta", "instagram"))
    unrelated = session.accounts.add(session.knowledge.platform("x"))
    ads = session.accounts.control(instagram, "ads")
    (shared, *_others) = [ref for ref in ads.fallback if ref.startswith("meta/")]
    session.checklist.record(instagram, ads, Outcome.NOT_FOUND)
    assert item_of(session, instagram, "ads").standing is Standing.BLOCKED
    assert shared not in session.checklist.settled_refs(instagram)
    session.checklist.decide(meta, session.accounts.control(meta, shared), Decision.ALLOW)
    assert item_of(session, instagram, "ads").standing is Standing.BLOCKED
    session.checklist.record(meta, session.accounts.control(meta, shared), Outcome.ALREADY)
    assert item_of(session, instagram, "ads").standing is Standing.COVERED
    assert shared in session.checklist.settled_refs(instagram)
    assert shared not in session.checklist.settled_refs(unrelated)
    session.journal.undo()
    assert item_of(session, instagram, "ads").standing is Standing.BLOCKED


def test_what_failed_leads_on_to_what_was_not_tried(session: Session, account: Account, control: Control) -> None:
    session.checklist.record(account, control, Outcome.NOT_FOUND, surface="web")
    before = session.checklist.ways_on(item_of(session, account, control.id))
    assert before
    session.checklist.record(account, control, Outcome.NOT_FOUND, surface="ios")
    assert session.checklist.ways_on(item_of(session, account, control.id)) != before


def test_what_to_try_next_is_something_the_account_has(session: Session) -> None:
    def leads_to_private_account(account_type: AccountType) -> bool:
        instagram = session.accounts.add(session.knowledge.platform("instagram"), "@marie_l", account_type)
        ways = session.checklist.ways_on(item_of(session, instagram, "ai-objection"))
        return AnotherControl("instagram/private-account") in ways

    assert leads_to_private_account("personal")
    assert not leads_to_private_account("business")


def test_the_label_that_was_noted_last_is_the_one_to_look_for(
    session: Session, account: Account, control: Control
) -> None:
    def seen() -> str:
        return session.checklist.label_seen(item_of(session, account, control.id))

    assert not seen()
    session.checklist.record(account, control, Outcome.ALREADY, seen="Grok 3")
    session.checklist.note(account, control, "renamed", seen="Grok 4")
    session.checklist.decide(account, control, Decision.REFUSE)
    session.checklist.note(account, control, "nothing seen")
    assert seen() == "Grok 4"
    session.journal.undo()
    session.journal.undo()
    session.journal.undo()
    assert seen() == "Grok 3"


def test_all_items_are_those_of_every_account_in_turn(session: Session, account: Account) -> None:
    second = session.accounts.add(session.knowledge.platform("facebook"))
    assert session.checklist.all_items() == (*session.checklist.items(account), *session.checklist.items(second))


def test_an_entry_about_an_account_that_is_gone_does_not_disturb_the_others(
    session: Session, account: Account, control: Control
) -> None:
    gone = session.accounts.add(session.knowledge.platform("x"))
    session.accounts.remove(gone)
    before = session.checklist.items(account)
    session.journal.write(Noted, account=gone.id, control=control.id, note="after the end, on another machine")
    assert session.checklist.items(account) == before


def test_nothing_is_written_about_an_account_that_another_program_removed(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    (tmp_path / "proof").write_bytes(b"proof")
    other = open_session()
    other.accounts.remove(other.accounts[0])
    acts: list[Callable[[], object]] = [
        lambda: session.accounts.edit(account, "@new"),
        lambda: session.accounts.remove(account),
        lambda: session.checklist.record(account, control, Outcome.LATER),
        lambda: session.checklist.decide(account, control, Decision.ALLOW),
        lambda: session.checklist.note(account, control, "too late"),
        lambda: session.proofs.attach(account, control, tmp_path / "proof"),
        lambda: session.requests.draft(account, Right.ACCESS, "en", None),
    ]
    for act in acts:
        with pytest.raises(UsageError, match="There is no account called"):
            act()
    assert list(open_session().journal.entries) == list(other.journal.entries)
    assert not session.folders.proofs.exists()


def test_entries_merged_from_elsewhere_with_later_ids_are_what_ours_come_after(
    session: Session, account: Account, control: Control
) -> None:
    ahead = noted("from a clock that is ahead", 0, id="70" + "0" * 24)
    file.append(session.folders.journal, [ahead])
    session.journal.reload()
    assert session.checklist.note(account, control, "ours").id > ahead.id

"""Copies of one profile on a laptop and a desktop are merged: nothing is lost and nothing is mixed up."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from consentui.errors import StorageError, UsageError
from consentui.journal import file
from consentui.journal.entries import RequestSent
from consentui.profile.copies import Merged, merge
from consentui.profile.proofs import find_altered, proofs_in
from consentui.profile.session import Session, open_session
from consentui.profile.texts import altered_texts
from consentui.requests.cases import Case
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from consentui.storage.places import profile_folders

GIVEN = "CU-2026-001"
TODAY = date(2026, 11, 21)


@pytest.fixture
def laptop(session: Session) -> Session:
    """A profile with an account on X and one on Facebook."""
    for platform in ("x", "facebook"):
        session.accounts.add(session.knowledge.platform(platform), f"me on {platform}")
    return session


@pytest.fixture
def desktop(laptop: Session) -> Session:
    """A copy of the laptop's profile on another machine."""
    shutil.copytree(laptop.folders.data, profile_folders("desktop").data)
    return open_session("desktop")


def begun(session: Session, platform: str, *grounds: str) -> Case:
    case = session.requests.draft(session.accounts.called(platform), Right.OBJECT_TRAINING, "en", None)
    session.texts.keep_said(case.reference, Said(grounds=grounds))
    return case


def sent(session: Session, case: Case) -> RequestSent:
    text = letter(Kind.OBJECT_TRAINING, session.facts.of(case, Person("Marie"), "email"), "en")
    return session.requests.record_sent(case, Kind.OBJECT_TRAINING, text, "email", "", TODAY)


def brought(here: Session, there: Session) -> Merged:
    return merge(here.journal, here.folders, there.folders.data)


def of(session: Session, platform: str) -> Case:
    (found,) = (case for case in session.requests.cases() if case.opened.account.startswith(platform))
    return found


def test_both_requests_are_there_with_their_own_letters_on_both_machines(laptop: Session, desktop: Session) -> None:
    letters = {"x": sent(laptop, begun(laptop, "x")), "facebook": sent(desktop, begun(desktop, "facebook"))}
    assert letters["x"].file == letters["facebook"].file
    texts = {"x": laptop.texts.frozen(letters["x"]), "facebook": desktop.texts.frozen(letters["facebook"])}
    first = brought(laptop, desktop)
    brought(desktop, laptop)
    assert first.files == 1
    assert [(one.before, one.now) for one in first.renamed] == [(GIVEN, of(laptop, "x").reference)]
    for session in (laptop, desktop):
        assert len({case.reference for case in session.requests.cases()}) == 2
        for platform in ("x", "facebook"):
            (message,) = of(session, platform).messages
            assert session.texts.frozen(message) == texts[platform]
    assert laptop.journal.ledger == desktop.journal.ledger
    assert brought(laptop, desktop) == Merged(())


def test_what_both_copies_have_is_not_parsed_again(
    laptop: Session, desktop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(desktop, "x")
    (*_shared, new) = desktop.journal.entries
    parsed: list[bytes] = []
    whole = file.parse

    def parse(content: bytes, path: Path) -> file.JournalContent:
        parsed.append(content)
        return whole(content, path)

    monkeypatch.setattr(file, "parse", parse)
    assert list(brought(laptop, desktop).entries) == [new]
    assert parsed[0].count(b"[[entry]]") == 1


def test_a_reference_that_two_have_is_asked_about_and_never_given_again(laptop: Session, desktop: Session) -> None:
    begun(laptop, "x")
    begun(desktop, "facebook")
    brought(laptop, desktop)
    for word in ("1", GIVEN):
        with pytest.raises(UsageError, match="Two copies") as raised:
            laptop.requests.called(word)
        assert of(laptop, "x").reference in raised.value.way_out
    assert laptop.requests.called(of(laptop, "facebook").reference) == of(laptop, "facebook")
    assert begun(laptop, "x", "mine").reference == "CU-2026-002"


def test_what_happens_after_the_merge_is_written_of_the_right_request(laptop: Session, desktop: Session) -> None:
    sent(laptop, begun(laptop, "x"))
    sent(desktop, begun(desktop, "facebook"))
    brought(laptop, desktop)
    laptop.requests.record_answer(of(laptop, "facebook"), "refused", TODAY)
    assert [len(of(laptop, platform).answers) for platform in ("x", "facebook")] == [0, 1]
    brought(desktop, laptop)
    assert [len(of(desktop, platform).answers) for platform in ("x", "facebook")] == [0, 1]


def test_grounds_stay_with_the_request_they_were_written_for(laptop: Session, desktop: Session) -> None:
    begun(laptop, "x", "For X alone.")
    begun(desktop, "facebook", "For Facebook alone.")
    brought(laptop, desktop)
    for platform, words in (("x", "For X alone."), ("facebook", "For Facebook alone.")):
        assert laptop.texts.said(of(laptop, platform).reference).grounds == (words,)


def test_where_only_the_journal_was_merged_no_request_has_anothers_grounds(laptop: Session, desktop: Session) -> None:
    begun(laptop, "x", "For X alone.")
    begun(desktop, "facebook")
    desktop.journal.add(laptop.journal.entries[-1:])
    shutil.copytree(laptop.folders.requests, desktop.folders.requests, dirs_exist_ok=True)
    again = open_session("desktop")
    assert [again.texts.said(case.reference).grounds for case in again.requests.cases()] == [(), ()]


def test_proofs_are_brought_and_what_neither_has_is_named(laptop: Session, desktop: Session, tmp_path: Path) -> None:
    account = desktop.accounts.called("x")
    for name in ("kept", "lost"):
        (tmp_path / name).write_text(name)
        desktop.proofs.attach(account, desktop.accounts.control(account, "grok-training"), tmp_path / name)
    kept, lost = proofs_in(desktop.journal.entries)
    (desktop.folders.data / lost.file).write_text("another")
    found = brought(laptop, desktop)
    assert (found.files, found.lacking) == (1, (lost.file,))
    assert [one.proof for one in find_altered(laptop.folders, proofs_in(laptop.journal.entries))] == [lost]
    assert find_altered(laptop.folders, (kept,)) == ()


def test_a_copy_that_has_a_text_heals_one_that_lost_it(laptop: Session, desktop: Session) -> None:
    message = sent(laptop, begun(laptop, "x"))
    brought(desktop, laptop)
    (laptop.folders.data / message.file).write_text("something else")
    assert brought(laptop, desktop).files == 1
    assert altered_texts(laptop.folders.data, (message,)) == ()
    assert (laptop.folders.data / message.file).read_text() == "something else"


def test_a_journal_alone_may_be_merged_with_the_files_beside_it(laptop: Session, desktop: Session) -> None:
    message = sent(desktop, begun(desktop, "x"))
    assert merge(laptop.journal, laptop.folders, desktop.folders.journal).files == 1
    assert laptop.texts.frozen(message)


def test_a_folder_without_a_journal_and_a_broken_journal_are_refused(laptop: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no journal"):
        merge(laptop.journal, laptop.folders, tmp_path)
    (tmp_path / "journal.toml").write_text("nonsense")
    with pytest.raises(StorageError, match="line 1"):
        merge(laptop.journal, laptop.folders, tmp_path)

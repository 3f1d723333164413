"""A backup is restored unchanged on another machine, and into a profile in use without replacing anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
import tomli_w

from consentui.backup.read import opened
from consentui.backup.restore import Plan, plan, restore
from consentui.backup.words import plan_lines
from consentui.backup.write import back_up
from consentui.errors import StorageError
from consentui.knowledge.records import Platform
from consentui.profile.copies import Merged
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.profile.own_merging import put_together
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from tests.backup.conftest import GROUNDS, PASSPHRASE, forged, sums
from tests.builders import a_control, a_controller, a_platform
from tests.foreign.planting import without_nothing
from tests.knowledge.files import as_toml


def planned(session: Session, path: Path) -> Plan:
    with opened(path) as backup:
        return plan(session.journal, session.folders, backup)


def restored(session: Session, path: Path) -> Merged:
    with opened(path) as backup:
        return restore(session.journal, session.folders, backup)


def test_an_empty_profile_on_another_machine_becomes_what_was_kept(
    full: Session, archive: Path, elsewhere: Session
) -> None:
    found = planned(elsewhere, archive)
    assert (found.entries, found.texts) == (len(full.journal.entries), 2)
    assert "data/identity.toml" in found.files
    assert "config/config.toml" in found.files
    assert "config/knowledge/ours.toml" in found.files
    assert not elsewhere.folders.data.exists()
    assert restored(elsewhere, archive).lacking == ()
    assert sums(elsewhere) == sums(full)
    again = open_session()
    assert again.journal.ledger == full.journal.ledger
    assert again.preferences.country == "FR"
    for case in again.requests.cases():
        assert again.texts.said(case.reference).grounds == full.texts.said(case.reference).grounds
    assert planned(again, archive).is_empty


def test_a_sealed_backup_comes_back_with_its_passphrase(full: Session, elsewhere: Session, tmp_path: Path) -> None:
    back_up(full.folders, tmp_path / "sealed.zip", "default", PASSPHRASE)
    with opened(tmp_path / "sealed.zip") as backup:
        backup.unlock(PASSPHRASE)
        restore(elsewhere.journal, elsewhere.folders, backup)
    assert sums(elsewhere) == sums(full)


def test_into_a_profile_in_use_entries_are_joined_and_nothing_is_replaced(
    full: Session, archive: Path, elsewhere: Session
) -> None:
    account = elsewhere.accounts.add(elsewhere.knowledge.platform("facebook"))
    mine = elsewhere.requests.draft(account, Right.ERASE, "en", None)
    elsewhere.texts.keep_said(mine.reference, Said(grounds=("For Facebook alone.",)))
    keep_identity(elsewhere.folders.identity, Identity("Someone Else"))
    write_setting(elsewhere.folders.config_file, "country", "BE")
    write_setting(full.folders.config_file, "theme", "dark")
    back_up(full.folders, archive, "default", replace=True)
    found = planned(elsewhere, archive)
    assert (found.settings, found.other_settings) == (("theme",), ("country",))
    assert found.stay == ("data/identity.toml",)
    restored(elsewhere, archive)
    again = open_session()
    assert {entry.id for entry in again.journal.entries} >= {entry.id for entry in full.journal.entries}
    assert again.preferences.country == "BE"
    assert again.preferences.config.theme == "dark"
    kept = read_identity(again.folders.identity)
    assert kept
    assert kept.name == "Someone Else"
    grounds = [(case.opened.account, again.texts.said(case.reference).grounds) for case in again.requests.cases()]
    assert (account.id, ("For Facebook alone.",)) in grounds
    assert [words for of, words in grounds if of != account.id] == [(), (GROUNDS,)]


def test_what_was_lost_here_comes_back(full: Session, archive: Path) -> None:
    before = sums(full)
    shutil.rmtree(full.folders.proofs)
    full.folders.identity.unlink()
    full.folders.config_file.unlink()
    restored(open_session(), archive)
    assert sums(full) == before


def test_private_grounds_never_come_under_another_requests_reference(
    full: Session, archive: Path, elsewhere: Session
) -> None:
    account = elsewhere.accounts.add(elsewhere.knowledge.platform("facebook"))
    for right in (Right.OBJECT_TRAINING, Right.ERASE):
        elsewhere.requests.draft(account, right, "en", None)
    restored(elsewhere, archive)
    again = open_session()
    for case in again.requests.cases():
        grounds = again.texts.said(case.reference).grounds
        assert grounds == (() if case.opened.account == account.id else full.texts.said(case.reference[:11]).grounds)


def test_a_damaged_file_is_never_brought(archive: Path, elsewhere: Session, tmp_path: Path) -> None:
    files = {"data/journal.toml": b"schema = 1\n", "data/identity.toml": b'name = "Marie"\n'}
    path = forged(tmp_path / "b.zip", {**files, "data/identity.toml": b'name = "Mario"\n'}, listed=files)
    with pytest.raises(StorageError, match="damaged"):
        restored(elsewhere, path)
    assert not elsewhere.folders.identity.exists()


def test_preferences_that_another_version_wrote_are_not_brought_into_ours(elsewhere: Session, tmp_path: Path) -> None:
    write_setting(elsewhere.folders.config_file, "country", "FR")
    path = forged(tmp_path / "b.zip", {"config/config.toml": b'flavour = "new"\ntheme = "dark"\n'})
    assert planned(elsewhere, path).settings == ()
    restored(elsewhere, path)
    assert open_session().preferences.config.theme == "auto"


def test_a_link_in_the_way_is_never_followed(archive: Path, elsewhere: Session, tmp_path: Path) -> None:
    elsewhere.folders.data.mkdir(parents=True)
    elsewhere.folders.identity.symlink_to(tmp_path / "outside.toml")
    restored(elsewhere, archive)
    assert not (tmp_path / "outside.toml").exists()


def test_own_platforms_and_companies_get_what_only_the_backup_has(
    full: Session, archive: Path, elsewhere: Session
) -> None:
    theirs = a_platform(a_control(), a_control(id="sharing"), controller="ours")
    write_own(full, theirs, "ours", "shared")
    back_up(full.folders, archive, "default", replace=True)
    write_own(elsewhere, a_platform(a_control(minutes=9), a_control(id="mine"), controller="mine"), "mine", "shared")
    folder = elsewhere.folders.own_knowledge
    (folder / "chirp.toml").write_text("# my remark\n" + (folder / "chirp.toml").read_text())
    found = planned(elsewhere, archive)
    assert found.grow == ("config/knowledge/chirp.toml", "config/knowledge/companies.toml")
    assert "what only the backup has for companies.toml" in "\n".join(plan_lines(found))
    restored(elsewhere, archive)
    assert (folder / "chirp.toml").read_text().startswith("# my remark\n")
    knowledge = open_session().knowledge
    assert not [fault for fault in knowledge.faults if "ours.toml" not in str(fault)]
    assert [one.id for one in knowledge.platform("chirp").control] == ["training", "mine", "sharing"]
    assert knowledge.platform("chirp").control[0].minutes == 9
    assert all(knowledge.controller(company) for company in ("mine", "shared", "ours"))
    assert planned(open_session(), archive).grow == ()


def write_own(session: Session, platform: Platform, *companies: str) -> None:
    """Write a platform file and a company file of the person's own."""
    folder = session.folders.own_knowledge
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "chirp.toml").write_text(as_toml(platform))
    tables = [msgspec.to_builtins(a_controller(id=company, name=company.capitalize())) for company in companies]
    (folder / "companies.toml").write_text(tomli_w.dumps({"controller": without_nothing(tables)}))


@pytest.mark.parametrize("theirs", ["not = [toml", 'id = "other"\n', "", "[[control]]\nid = 7\n"])
def test_what_cannot_be_put_together_leaves_mine_as_it_is(theirs: str) -> None:
    mine = as_toml(a_platform())
    assert put_together("config/knowledge/chirp.toml", mine, theirs) == mine

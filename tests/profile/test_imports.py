"""Accounts imported from files: known platforms, accounts that exist already, all added at once."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from consentui.backup.write import back_up
from consentui.errors import UsageError
from consentui.profile.imports import Looked
from consentui.profile.session import Session
from tests.imports import exports


@pytest.fixture
def look(session: Session, tmp_path: Path) -> Look:
    return Look(session, tmp_path)


class Look:
    """Writes these texts to files and looks into them."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        self.folder = folder

    def __call__(self, *texts: str) -> Looked:
        paths = [self.folder / f"file-{number}" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return self.session.imports.look(paths)


def rows(looked: Looked) -> list[tuple[str, str, str]]:
    return [(one.account.platform.id, one.account.handle, one.state) for one in looked.candidates]


def test_hosts_lead_to_platforms_and_what_is_not_known_is_listed(look: Look) -> None:
    looked = look(exports.BITWARDEN)
    assert rows(looked) == [
        ("facebook", "marie@example.org", "new"),
        ("meta", "", "new"),
        ("x", "marie@example.org", "new"),
    ]
    assert looked.unknown == ("bank.example",)
    assert looked.passed == 1
    assert [path.name for path in looked.with_secrets] == ["file-0"]


def test_the_platform_whose_settings_are_shared_comes_with_its_reason(look: Look) -> None:
    shares = {one.account.platform.id: one.shares.id for one in look(exports.BITWARDEN).candidates if one.shares}
    assert shares == {"meta": "facebook"}


def test_one_account_is_one_whatever_files_speak_of_it(look: Look) -> None:
    looked = look(exports.CHROME, exports.KEEPASSXC, exports.BOOKMARKS)
    assert [row for row in rows(looked) if row[0] == "x"] == [("x", "marie@example.org", "new")]
    assert ("linkedin", "", "new") in rows(looked)


def test_names_differ_by_more_than_capitals_and_a_sign(look: Look) -> None:
    assert rows(look("platform,name\nx,@Acme\nx,acme\nx,other\n")) == [("x", "@Acme", "new"), ("x", "other", "new")]


def test_accounts_that_are_there_are_recognised(look: Look) -> None:
    x = look.session.knowledge.platform("x")
    look.session.accounts.add(x, "@acme")
    assert rows(look("platform,name\nx,ACME\nx,@other\nx,marie@example.org\nx,\n")) == [
        ("x", "ACME", "there"),
        ("x", "marie@example.org", "unsure"),
        ("x", "@other", "new"),
    ]
    look.session.accounts.add(look.session.knowledge.platform("reddit"))
    assert rows(look("platform,name\nreddit,marie\n")) == [("reddit", "marie", "unsure")]
    assert rows(look("platform,name\nreddit,\n")) == [("reddit", "", "there")]


def test_what_is_added_is_what_was_found_and_is_there_the_next_time(look: Look) -> None:
    looked = look(exports.LIST)
    added = look.session.imports.add([one.account for one in looked.candidates])
    assert [(one.platform, one.handle, one.account_type, one.owner, one.client) for one in added] == [
        ("instagram", "acme", "personal", "", "Acme"),
        ("meta", "", "personal", "", ""),
        ("x", "@acme", "business", "Marie", "Acme"),
    ]
    assert {state for _platform, _name, state in rows(look(exports.LIST))} == {"there"}


def test_a_platforms_own_download_says_which_account_it_is(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "user_data_tiktok.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "user_data_tiktok.json",
            '{"Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "marie_l"}}, "Settings":'
            ' {"SettingsMap": {}}}}',
        )
    looked = session.imports.look([path])
    assert [(one.account.platform.id, one.state) for one in looked.candidates] == [("tiktok", "new")]
    assert looked.with_secrets == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("platform,type\nx,work\nx,boss\n", "file-0, line 3: there is no type “boss”"),
        ("platform,name\nx," + "m" * 300 + "\n", "file-0, line 2: this account name is too long"),
        ("a,b\n1,2\n", "file-0, line 1: no column says where an account is"),
    ],
)
def test_a_file_with_a_fault_gives_nothing_and_says_where(look: Look, text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        look(exports.LIST, text) if said.startswith("file-1") else look(text)
    assert said in raised.value.detail
    assert look.session.journal.is_new


def test_markup_and_what_drives_terminals_come_as_plain_text(look: Look) -> None:
    looked = look("platform,name\nx,[/]\x1b]0;owned\x07 acme\n[b]no[/b],y\n")
    assert rows(looked) == [("x", "[/]]0;owned acme", "new")]
    assert looked.unknown == ("[b]no[/b]",)


def packed(path: Path, members: dict[str, str]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize(
    "members",
    [
        {"export.attributes": '{"version": 3}', "export.data": exports.ONE_PASSWORD_DATA, "files/a.pdf": "%PDF"},
        {"Proton Pass/data.json": exports.PROTON_JSON},
        {"credentials.csv": exports.DASHLANE, "securenotes.csv": "title,note\nSafe,4711\n"},
        {"Signets.html": exports.BOOKMARKS, "Mots de passe.csv": exports.CHROME, "Historique.json": '{"history": []}'},
    ],
    ids=["1pux", "proton", "dashlane", "safari"],
)
def test_what_a_password_manager_packs_is_read_in_its_archive(look: Look, members: dict[str, str]) -> None:
    looked = look.session.imports.look([packed(look.folder / "export.zip", members)])
    assert ("x", "marie@example.org", "new") in rows(looked)
    assert [path.name for path in looked.with_secrets] == ["export.zip"]


def test_an_archive_that_holds_no_accounts_is_refused(look: Look) -> None:
    with pytest.raises(UsageError, match="nothing known here"):
        look.session.imports.look([packed(look.folder / "export.zip", {"a.json": "{}", "b.csv": "a,b\n", "c.txt": ""})])


@pytest.mark.parametrize("passphrase", [None, "a long one"])
def test_a_backup_leads_to_restoring_it(look: Look, passphrase: str | None) -> None:
    path = look.folder / "backup.zip"
    look.session.accounts.add(look.session.knowledge.platform("x"), "@a")
    back_up(look.session.folders, path, look.session.profile, passphrase)
    with pytest.raises(UsageError, match="backup that consentui wrote") as refused:
        look.session.imports.look([path])
    assert "consentui restore" in refused.value.way_out


def test_a_fault_in_a_packed_file_keeps_the_others_from_being_half_imported(look: Look) -> None:
    members = {"credentials.csv": exports.DASHLANE, "more.csv": "platform,name\nx,a\nx\n"}
    with pytest.raises(UsageError, match="too few columns"):
        look.session.imports.look([packed(look.folder / "export.zip", members)])


def test_what_is_not_known_is_shown_without_what_may_be_secret_in_its_address(look: Look) -> None:
    places = [
        "marie:hunter2@bank",
        "ftp://marie:hunter2@bank.example/4711",
        "http://box/login?token=hunter2",
        "file:///a",
    ]
    looked = look("url,username,password\n" + "".join(f"{place},marie,\n" for place in places))
    assert looked.unknown == ("bank", "bank.example", "box")

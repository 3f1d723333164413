"""A journal left ambiguous by two copies: `doctor` finds it, `doctor --mend` repairs it, `merge-driver` prevents it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consentui.journal.blocks import as_block
from consentui.journal.file import append, read
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.builders import account_added, noted, request_answered, request_opened, request_sent
from tests.cli.conftest import Call

GIT = shutil.which("git")
X = request_opened(2, account="x-0001", controller="x", right="object-training")
META = request_opened(3, account="facebook-0001", controller="meta", right="object-training")
ACCOUNTS = (
    account_added(0, account=X.account, platform="x"),
    account_added(1, account=META.account, platform="facebook"),
)


@pytest.fixture
def unclear() -> Path:
    """A journal merged by an older version from two copies that had used the same reference."""
    path = profile_folders().journal
    append(path, [*ACCOUNTS, X, META, request_answered("refused", 5)])
    return path


def test_doctor_names_what_is_unclear(call: Call, unclear: Path) -> None:
    said = call("doctor")
    assert said.code == 1
    found = [row for row in said.rows if row[1:2] == ["references"]]
    assert found[0][0] == "ok"
    assert "CU-2026-001-0002, CU-2026-001-0003" in found[0][2]
    assert found[1][0] == "FAULT"
    assert "1 entry may be about one of several requests" in found[1][2]


def test_the_person_is_asked_and_then_each_request_has_what_is_its_own(call: Call, unclear: Path) -> None:
    assert "is about CU-2026-001-0003" in call("doctor", "--mend", typed="2\n").err
    assert [row[0] for row in call("request", "list").rows] == ["CU-2026-001-0002", "CU-2026-001-0003"]
    assert not open_session().journal.ledger.unclear


def test_who_does_not_know_leaves_it_open(call: Call, unclear: Path) -> None:
    before = unclear.read_bytes()
    assert call("doctor", "--mend", typed="\n").code == 1
    assert unclear.read_bytes() == before


def test_a_letter_is_known_by_the_company_it_went_to(call: Call, unclear: Path) -> None:
    to = open_session().knowledge.controller("meta")
    assert to
    assert to.contact.address
    append(unclear, [request_sent(4, to=", ".join(to.contact.address.splitlines()), letter="object-training")])
    assert "is about CU-2026-001-0003" in call("doctor", "--mend", typed="0\n").err


def test_markers_are_taken_out(call: Call, unclear: Path) -> None:
    with unclear.open("a") as file:
        file.write(f"<<<<<<< HEAD\n{as_block(noted('a', 6))}=======\n{as_block(noted('b', 7))}>>>>>>> b\n")
    assert "two versions" in call("status").err
    call("doctor", "--mend", typed="1\n")
    assert len(read(unclear).entries) == 8
    assert list(unclear.parent.glob("journal.before-mending-*.toml"))


def test_a_copy_beside_the_journal_is_offered_until_it_was_merged(call: Call, account: str) -> None:
    journal = profile_folders().journal
    copy = journal.with_name("journal.sync-conflict-20261128-101112-ABCDEFG.toml")
    shutil.copy(journal, copy)
    assert call("status").err == ""
    append(copy, [account_added(1, account="x-0002", platform="x")])
    assert f"consentui merge '{copy}'" in call("status").err
    assert call("doctor").code == 1
    assert call("merge", str(copy)).code == 0
    assert call("status").err == ""
    assert call("doctor").code == 0


def test_an_emptied_journal_is_noticed_and_nothing_of_before_is_read(call: Call, account: str) -> None:
    folders = profile_folders()
    call("request", "draft", account, "--ground", "For X alone.")
    before = folders.journal.read_bytes()
    folders.journal.write_bytes(b"")
    for arguments in (("status",), ("account", "add", "facebook")):
        assert "There is data here" in call(*arguments).err
    said = call("doctor")
    assert (said.code, "requests/CU-2026-001" in said.out) == (1, True)
    assert call("request", "draft", "facebook").out == "CU-2026-002\n"
    folders.journal.write_bytes(before)
    assert "requests/CU-2026-001" not in call("doctor").out


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=M", "-c", "user.email=m@example.org")
    assert GIT
    done = subprocess.run([GIT, *names, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of a repository with a profile's folder, set up as the README says."""
    if GIT is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("Copies cannot be merged here without git.")
    laptop, desktop = tmp_path / "laptop", tmp_path / "desktop"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "bare")
    for clone in (laptop, desktop):
        git(tmp_path, "clone", "--quiet", "bare", clone.name)
        driver = f"{sys.executable} -m consentui merge-driver %O %A %B %P"
        git(clone, "config", "merge.consentui.driver", driver)
    (laptop / ".gitattributes").write_text("journal.toml merge=consentui\nrequests/** merge=consentui\n")
    append(laptop / "journal.toml", [account_added(0)])
    committed(laptop)
    git(laptop, "push", "--quiet", "origin", "HEAD:main")
    git(desktop, "pull", "--quiet", "origin", "main")
    return laptop, desktop


def committed(clone: Path) -> None:
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "more")


def test_two_clones_are_merged_by_git_without_a_conflict(clones: tuple[Path, Path]) -> None:
    laptop, desktop = clones
    for number, clone in enumerate(clones, 1):
        append(clone / "journal.toml", [noted(clone.name, number)])
        text = clone / "requests" / "CU-2026-001" / "01-object-training.txt"
        text.parent.mkdir(parents=True)
        text.write_text(clone.name)
        committed(clone)
    git(laptop, "push", "--quiet", "origin", "HEAD:main")
    git(desktop, "pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main")
    assert sorted(entry.id[-1] for entry in read(desktop / "journal.toml").entries) == ["0", "1", "2"]
    texts = (desktop / "requests" / "CU-2026-001").iterdir()
    assert {path.read_text() for path in texts} == {"laptop", "desktop"}

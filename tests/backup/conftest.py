"""Fixtures: a profile with something of everything, and backups of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from consentui.backup.contents import files_of
from consentui.backup.write import back_up
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from consentui.storage.saving import save_text

PASSPHRASE = "correct horse battery staple"
GROUNDS = "I am a nurse on the night shift."


@pytest.fixture
def full(session: Session, tmp_path: Path) -> Session:
    """A profile with a sent letter, a draft, a proof, an identity, preferences and a platform file of its own."""
    account = session.accounts.add(session.knowledge.platform("x"), "@marie_l")
    first = session.requests.draft(account, Right.OBJECT_TRAINING, "en", None)
    text = letter(Kind.OBJECT_TRAINING, session.facts.of(first, Person("Marie"), "email"), "en")
    session.requests.record_sent(first, Kind.OBJECT_TRAINING, text, "email", "", date(2026, 11, 21))
    second = session.requests.draft(account, Right.ERASE, "en", None)
    session.texts.keep_said(second.reference, Said(grounds=(GROUNDS,)))
    (tmp_path / "seen.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    session.proofs.attach(account, session.accounts.control(account, "grok-training"), tmp_path / "seen.png")
    keep_identity(session.folders.identity, Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse"))
    write_setting(session.folders.config_file, "country", "FR")
    session.folders.own_knowledge.mkdir()
    save_text(session.folders.data / "issues" / "x-grok-training.md", "It has moved.")
    (session.folders.own_knowledge / "ours.toml").write_text("# a platform of our own\n")
    return session


@pytest.fixture
def archive(full: Session, tmp_path: Path) -> Path:
    """A backup of the full profile."""
    path = tmp_path / "backup.zip"
    back_up(full.folders, path, "default")
    return path


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Session]:
    """The default profile of another machine, still empty."""
    with monkeypatch.context() as machine:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            machine.setenv(f"XDG_{name}_HOME", str(tmp_path / "elsewhere" / name.lower()))
        yield open_session()


def sums(session: Session) -> dict[str, str]:
    """The SHA-256 of each file of a profile, by file name."""
    found = files_of(session.folders).kept
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found}


def forged(path: Path, files: dict[str, bytes], *, listed: dict[str, bytes] | None = None, schema: int = 1) -> Path:
    """An archive in the format of a backup with these files, whose contents list names them, or `listed` instead."""
    entries = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in (files if listed is None else listed).items()
    ]
    contents = {
        "schema": schema,
        "made": "2026-11-21T12:00:00Z",
        "program": "1.0",
        "profile": "default",
        "files": entries,
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("README.txt", "")
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr("contents.json", json.dumps(contents))
    return path

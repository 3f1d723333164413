"""No error in another language repeats English messages of the system, a parser or a library."""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from consentui.storage.places import Folders, profile_folders
from tests.cli.conftest import Call

Arrange = Callable[[Folders, Path], None]
SAID = {os.strerror(number) for number in errno.errorcode} | {
    "codec can't",
    "zip file",
    "Errno",
    "at line",
    "end of document",
    "Invalid",
    "Expected",
    "Cannot",
    "Unterminated",
    "isoformat",
    "not known",
    "timed out",
    "certificate verify",
}
"""Messages, or parts of them, from the system, the TOML parser, Python and its libraries."""


def folder_for(name: str) -> Arrange:
    def arrange(folders: Folders, _elsewhere: Path) -> None:
        path: Path = getattr(folders, name)
        path.unlink(missing_ok=True)
        path.mkdir(parents=True)

    return arrange


def content_for(name: str, content: bytes) -> Arrange:
    def arrange(folders: Folders, _elsewhere: Path) -> None:
        path: Path = getattr(folders, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return arrange


def file_elsewhere(name: str, content: bytes = b"") -> Arrange:
    def arrange(_folders: Folders, elsewhere: Path) -> None:
        (elsewhere / name).write_bytes(content)

    return arrange


def circle(_folders: Folders, elsewhere: Path) -> None:
    (elsewhere / "ring").symlink_to(elsewhere / "ring")


def nothing(_folders: Folders, _elsewhere: Path) -> None:
    """Change nothing."""


REFUSALS: dict[str, tuple[Arrange, tuple[str, ...]]] = {
    "journal is a folder": (folder_for("journal"), ("status",)),
    "journal is no TOML": (content_for("journal", b"schema = 1\n\n[[entry]]\nkind = a\nid = '01'\n"), ("status",)),
    "journal is no UTF-8": (content_for("journal", b"schema = 1\n# \xff\n"), ("status",)),
    "journal takes nothing": (folder_for("journal"), ("account", "add", "x")),
    "preferences are a folder": (folder_for("config_file"), ("config", "set", "language", "fr")),
    "preferences are no TOML": (content_for("config_file", b"language 'fr'"), ("status",)),
    "preferences are no UTF-8": (content_for("config_file", b"language = '\xff'"), ("status",)),
    "identity is a folder": (folder_for("identity"), ("identity", "show")),
    "identity is no TOML": (content_for("identity", b"[[a]\n"), ("identity", "show")),
    "policy is no TOML": (content_for("policy", b"a = 2026-02-30"), ("report", "--kind", "board")),
    "policy is a folder": (folder_for("policy"), ("report", "--kind", "board")),
    "a proof that is none": (nothing, ("proof", "add", "ACCOUNT", "grok-training", "ELSEWHERE/none.png")),
    "a proof that is a folder": (nothing, ("proof", "add", "ACCOUNT", "grok-training", "ELSEWHERE")),
    "a proof in a circle": (circle, ("proof", "add", "ACCOUNT", "grok-training", "ELSEWHERE/ring")),
    "a proof with too long a name": (
        nothing,
        ("proof", "add", "ACCOUNT", "grok-training", f"ELSEWHERE/{'a' * 300}"),
    ),
    "a copy that is none": (nothing, ("merge", "ELSEWHERE/none")),
    "a copy that is no TOML": (file_elsewhere("a.toml", b"a = [1,"), ("merge", "ELSEWHERE/a.toml")),
    "a copy that is no UTF-8": (file_elsewhere("a.toml", b"a = '\xff'"), ("merge", "ELSEWHERE/a.toml")),
    "a backup that is none": (nothing, ("restore", "ELSEWHERE/none")),
    "a backup that is a folder": (nothing, ("restore", "ELSEWHERE")),
    "a backup that is no archive": (file_elsewhere("a.zip", b"PK"), ("restore", "ELSEWHERE/a.zip")),
    "a backup under a file": (file_elsewhere("file"), ("backup", "ELSEWHERE/file/a.zip")),
    "a download that is none": (nothing, ("verify", "export", "ACCOUNT", "ELSEWHERE/none")),
    "a download that is no archive": (
        file_elsewhere("a.zip", b"PK\3\4"),
        ("verify", "export", "ACCOUNT", "ELSEWHERE/a.zip"),
    ),
    "a download that is a text": (file_elsewhere("a.zip", b"a"), ("verify", "export", "ACCOUNT", "ELSEWHERE/a.zip")),
    "a download in a circle": (circle, ("verify", "export", "ACCOUNT", "ELSEWHERE/ring")),
    "passwords that are none": (nothing, ("import", "ELSEWHERE/none.csv")),
    "passwords that are no text": (file_elsewhere("a.csv", b"url,\xff\0"), ("import", "ELSEWHERE/a.csv")),
    "a bundle that is none": (nothing, ("kb", "install", "ELSEWHERE/none")),
    "a bundle that is a folder": (nothing, ("kb", "install", "ELSEWHERE")),
    "a bundle that is a text": (file_elsewhere("a.kb", b"a"), ("kb", "install", "ELSEWHERE/a.kb")),
    "facts that are none": (nothing, ("kb", "lint", "ELSEWHERE/none.toml")),
    "facts that are no TOML": (file_elsewhere("a.toml", b"a = {b = 1"), ("kb", "lint", "ELSEWHERE/a.toml")),
    "facts that are no UTF-8": (file_elsewhere("a.toml", b"\xff"), ("kb", "lint", "ELSEWHERE/a.toml")),
    "a report into a folder": (nothing, ("report", "-o", "ELSEWHERE", "--force")),
    "a report under a file": (file_elsewhere("file"), ("report", "-o", "ELSEWHERE/file/a.md")),
    "a report in a circle": (circle, ("report", "-o", "ELSEWHERE/ring")),
    "a report with too long a name": (nothing, ("report", "-o", f"ELSEWHERE/{'a' * 300}.md")),
    "a report on a full disk": (nothing, ("report", "-o", "/dev/full")),
    "a calendar under a file": (file_elsewhere("file"), ("calendar", "-o", "ELSEWHERE/file/a.ics")),
    "a text that is none": (nothing, ("request", "sent", "1", "--text", "ELSEWHERE/none.txt")),
    "a text that is a folder": (nothing, ("request", "sent", "1", "--text", "ELSEWHERE/folder.txt")),
    "a text that is no UTF-8": (
        file_elsewhere("a.txt", b"\xff"),
        ("request", "sent", "1", "--text", "ELSEWHERE/a.txt"),
    ),
    "a name that no host has": (nothing, ("kb", "update", "https://none.example/facts.kb")),
    "a site that no host has": (nothing, ("verify", "site", "https://none.example", "--yes")),
}


@pytest.fixture
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_options: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    (folder / "folder.txt").mkdir(parents=True)
    return folder


@pytest.mark.usefixtures("_no_network")
@pytest.mark.parametrize("refusal", REFUSALS)
def test_what_was_refused_is_told_in_the_language_spoken(
    call: Call, account: str, elsewhere: Path, refusal: str
) -> None:
    call("request", "draft", account)
    arrange, words = REFUSALS[refusal]
    arrange(profile_folders("default"), elsewhere)
    places = {"ACCOUNT": account, "ELSEWHERE": str(elsewhere)}
    arguments = [re.sub("ACCOUNT|ELSEWHERE", lambda found: places[found[0]], word) for word in words]
    english = call("--language", "en", *arguments)
    assert english.code not in {0, 70}, english.out
    assert english.err
    for language in ("fr", "de"):
        said = call("--language", language, *arguments)
        assert said.code == english.code
        assert not {one for one in SAID if one in said.err}, said.err
        same = set(said.err.splitlines()) & set(english.err.splitlines()) - {""}
        assert not {line for line in same if not Path(line).is_absolute() or ": " in line}, said.err


def test_a_certificate_of_nobody_is_refused_in_the_language_spoken(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def untrusted(*_arguments: object, **_options: object) -> None:
        raise ssl.SSLCertVerificationError(1, "certificate verify failed: self-signed certificate")

    monkeypatch.setattr("consentui.profile.fetching.connected", untrusted)
    said = call("--language", "de", "kb", "update", "https://none.example/facts.kb")
    assert said.code == 3
    assert "Zertifikat" in said.err
    assert "certificate" not in said.err

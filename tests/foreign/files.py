"""Input through files: every file that the program reads, with a foreign text wherever it can hold one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import tomli_w

from consentui.checklist.policy import Policy, PolicyRule
from consentui.journal.entries import AccountDue, Checked, Entry, MailChecked, RequestAssigned, Stated, Verdict
from consentui.journal.mail_verdicts import MailVerdict
from consentui.profile.identity import Identity
from consentui.profile.preferences import Config
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.requests.letters.said import AccountDetails, Said
from consentui.storage.places import Folders, profile_folders
from consentui.text import clean
from tests.builders import (
    ACCOUNT,
    CONTROL,
    REQUEST,
    a_control,
    a_download,
    a_moment,
    a_platform,
    a_revision,
    a_route,
    a_statement,
    a_testimony,
    account_added,
    account_edited,
    account_removed,
    account_tagged,
    an_entry_id,
    an_event,
    authority_answered,
    decided,
    noted,
    proof_added,
    recorded,
    request_answered,
    request_checked,
    request_closed,
    request_opened,
    request_proof,
    request_received,
    request_reopened,
    request_sent,
    undone,
)
from tests.foreign.planting import planted, planted_whole

LETTER = "requests/CU-2026-001/01-object-training.txt"


def write_world(texts: Iterator[str]) -> Folders:
    """Write a profile in whose files every free text is one of these; its account is `ACCOUNT`."""
    folders = profile_folders()
    for write in WRITTEN.values():
        write(folders, texts)
    return folders


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_bytes(content.encode(errors="replace") if isinstance(content, str) else content)


def write_own_platform(folders: Folders, texts: Iterator[str]) -> None:
    """Write a platform of the person's own, with foreign texts wherever it stays readable, and an unreadable one."""
    control = a_control(
        route=(a_route(), a_route("form"), a_route("email", url=None, address="privacy@chirp.example")),
        revision=(a_revision(),),
        testimony=(a_testimony(),),
    )
    platform = a_platform(
        control, a_control(id="copy"), controller="x", event=(an_event(),), download=(a_download(),),
        statement=(a_statement(),),
    )  # fmt: skip
    _put(folders.own_knowledge / "chirp.toml", tomli_w.dumps(planted_whole(platform, texts)))
    tree: dict[str, Any] = msgspec.to_builtins(a_platform(a_control(), id="bad"))
    tree["control"][0]["route"] = [{"surface": "web", "url": next(texts)}]
    _put(folders.own_knowledge / "bad.toml", tomli_w.dumps(tree))


def _journal(folders: Folders, texts: Iterator[str]) -> None:
    """Write a journal with each kind of entry, once for each of its text fields."""
    letter = clean(next(texts))
    content = letter.encode()
    _put(folders.data / LETTER, content)
    proof = next(texts).encode(errors="surrogatepass")
    digest = sha256(proof).hexdigest()
    _put(folders.data / f"proofs/{digest}.txt", proof)
    attached: dict[str, Any] = {"file": f"proofs/{digest}.txt", "sha256": digest, "size": len(proof)}
    trees = [msgspec.to_builtins(one) for one in (account_added(), request_opened(1, controller="x"))]
    number = len(trees)
    for entry in entries(attached, sha256(content).hexdigest()):
        for tree in planted(entry, texts):
            trees.append(tree | {"id": an_entry_id(number), "at": a_moment(number).isoformat()})
            number += 1
    trees.append(msgspec.to_builtins(account_added(number, handle="@last")) | {"account": "chirp-0002"})
    _put(folders.journal, tomli_w.dumps({"schema": 1, "entry": trees}))


def entries(attached: dict[str, Any], letter_hash: str) -> Iterator[Entry]:
    """One of each kind of entry."""
    seen: dict[str, Any] = {"at": a_moment(9), "id": an_entry_id(9), "account": ACCOUNT, "source": "chirp", "name": "a"}
    yield account_added(account="chirp-0003")
    yield account_edited()
    yield AccountDue(at=a_moment(9), id=an_entry_id(9), account=ACCOUNT)
    yield account_tagged("press", "brand", removed=("brand",))
    yield account_removed(account="chirp-0003")
    yield recorded("switched-off")
    yield decided("refuse")
    yield noted("words")
    yield proof_added(**attached)
    yield request_opened(request="CU-2026-002")
    yield request_sent(sha256=letter_hash)
    yield request_received()
    yield request_answered("partly")
    yield request_checked()
    yield authority_answered("acknowledged")
    yield request_proof(**attached)
    yield request_closed()
    yield request_reopened()
    yield undone(account_added(999))
    yield RequestAssigned(at=a_moment(9), id=an_entry_id(9), entry=an_entry_id(998), opening=an_entry_id(1))
    yield Checked(**seen, control=CONTROL, verdict=Verdict.SHOWS_OFF)
    yield Stated(**seen, statement="notice")
    yield MailChecked(
        at=a_moment(9),
        id=an_entry_id(9),
        mail="0" * 64,
        verdict=MailVerdict.UNCHECKED,
        domain="x.example",
        question="q",
    )


def _identity(folders: Folders, texts: Iterator[str]) -> None:
    identity = Identity("Marie", "1 rue", "marie@example.org", Mandate("Paul", Capacity.MANDATE, "paper"))
    _put(folders.identity, tomli_w.dumps(planted_whole(identity, texts)))


def _said(folders: Folders, texts: Iterator[str]) -> None:
    details = AccountDetails("1", "a@b.example", "https://a.example")
    said = Said(grounds=("a",), consent="a", data="a", accounts={ACCOUNT: details})
    tree = planted_whole(said, texts)
    tree["accounts"] = {ACCOUNT: {"user_id": next(texts), "email": next(texts), "profile": next(texts)}}
    tree["changed"] = {"object-training": {"indexed": next(texts)}}
    _put(folders.requests / REQUEST / "said.toml", tomli_w.dumps(tree))


def _config(folders: Folders, texts: Iterator[str]) -> None:
    tree = planted_whole(Config(language="en", country="IE"), texts)
    _put(folders.config_file, tomli_w.dumps(tree | {"keys": {"home.report": next(texts), next(texts): "f8"}}))


def _drafts(folders: Folders, texts: Iterator[str]) -> None:
    fields = ("note", "seen", "name", "address", "ground", "handle", "text")
    places = ("identity", f"note/{ACCOUNT}/{CONTROL}", f"compose/{ACCOUNT}", next(texts))
    drafts = {place: {field: next(texts) for field in fields} for place in places}
    _put(folders.drafts, json.dumps(drafts))


def _memory(folders: Folders, texts: Iterator[str]) -> None:
    _put(folders.state / "place.json", json.dumps({"account": next(texts), "control": next(texts)}))
    _put(folders.state / "news.json", json.dumps(next(texts)))


def _policy(folders: Folders, texts: Iterator[str]) -> None:
    policy = Policy(rule=(PolicyRule(want="refuse", client=("a",)),))
    _put(folders.policy, tomli_w.dumps(planted_whole(policy, texts)))


WRITTEN: dict[str, Callable[[Folders, Iterator[str]], None]] = {
    "own platforms": write_own_platform,
    "journal": _journal,
    "identity": _identity,
    "said": _said,
    "config": _config,
    "drafts": _drafts,
    "memory": _memory,
    "policy": _policy,
}
"""The functions that write the files of a profile, by file."""


def write_files(folder: Path, texts: Iterator[str]) -> None:
    """Write to a folder the files that commands import, verify, merge, attach or install."""
    for name, content in FILES.items():
        _put(folder / name, content(texts))


def _table(texts: Iterator[str]) -> bytes:
    """A list of accounts as a CSV file."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(("platform", "name", "type", "owner", "client", "tags"))
    for _number in range(5):
        rows.writerow(("x", next(texts), "personal", *islice(texts, 3)))
        rows.writerow((next(texts), next(texts), next(texts), "", "", ""))
    return text.getvalue().encode(errors="replace")


def _passwords(texts: Iterator[str]) -> bytes:
    items = [{"login": {"uris": [{"uri": uri}], "username": next(texts)}} for uri in ("https://x.com", next(texts))]
    return json.dumps({"encrypted": False, "items": items}).encode()


def _bookmarks(texts: Iterator[str]) -> bytes:
    links = "".join(f'<DT><A HREF="{next(texts)}">{next(texts)}</A>' for _number in range(4))
    return f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="https://x.com/a">X</A>{links}</DL>'.encode(
        errors="replace"
    )


def _mail(texts: Iterator[str]) -> bytes:
    """A mail with arbitrary headers, written as bytes because no library would write them."""
    made = EmailMessage(policy=SMTP)
    made["From"] = "privacy@x.com"
    made.set_content(clean(next(texts)).encode(errors="replace").decode())
    heads = "".join(f"{name}: {next(texts)}\r\n" for name in ("Subject", "To", "Date", "Message-ID", "DKIM-Signature"))
    return heads.encode(errors="replace") + bytes(made)


def _download(texts: Iterator[str]) -> bytes:
    """A download of X with foreign texts as its account, file names and values."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        account = json.dumps([{"account": {"username": next(texts), "accountId": next(texts)}}])
        archive.writestr("data/account.js", f"window.YTD.account.part0 = {account}")
        archive.writestr("data/manifest.js", f'window.__THAR_CONFIG = {{"archiveInfo": {json.dumps(next(texts))}}}')
        archive.writestr("data/grok-chat-item.js", f"window.YTD.grok_chat_item.part0 = [{json.dumps(next(texts))}]")
        for _number in range(3):
            name = next(texts).replace("\x00", "").encode(errors="replace").decode()[:99]
            archive.writestr(name or "a", _any(texts))
    return made.getvalue()


def _copy(texts: Iterator[str]) -> bytes:
    """Another copy of the journal, with foreign texts in its notes."""
    trees = [tree | {"id": an_entry_id(500 + n)} for n, tree in enumerate(planted(noted("words"), texts))]
    return tomli_w.dumps({"schema": 1, "entry": trees}).encode(errors="replace")


def _broken_copy(texts: Iterator[str]) -> bytes:
    return f'[[entry]]\nwhat = "{next(texts)}"\nnote = {next(texts)}\n'.encode(errors="replace")


def _any(texts: Iterator[str]) -> bytes:
    return next(texts).encode(errors="surrogatepass")


FILES: dict[str, Callable[[Iterator[str]], bytes]] = {
    "list.csv": _table,
    "passwords.json": _passwords,
    "bookmarks.html": _bookmarks,
    "mail.eml": _mail,
    "export.zip": _download,
    "backup.zip": _download,
    "other.toml": _copy,
    "ours.toml": _copy,
    "theirs.toml": _broken_copy,
    "broken.toml": _broken_copy,
    "proof.txt": _any,
    "bundle.kb": _any,
    "site/robots.txt": _any,
    "site/index.html": _any,
    "site/ai.txt": _any,
    "site/.well-known/tdmrep.json": _any,
}
"""The functions that make files which a person gets from others, by file name."""
READ: tuple[tuple[str, ...], ...] = (
    ("import", "list.csv", "--yes"),
    ("import", "passwords.json", "--yes"),
    ("import", "bookmarks.html", "--yes"),
    ("import", "mail.eml", "list.csv"),
    ("request", "reply", REQUEST, "granted", "--mail", "mail.eml"),
    ("proof", "add", ACCOUNT, CONTROL, "mail.eml"),
    ("proof", "add", ACCOUNT, CONTROL, "proof.txt"),
    ("proof", "add", "--request", REQUEST, "mail.eml", "--check-signature"),
    ("verify", "export", "export.zip"),
    ("verify", "site", "site"),
    ("merge", "other.toml"),
    ("merge", "broken.toml"),
    ("merge-driver", "other.toml", "ours.toml", "theirs.toml", "journal.toml"),
    ("restore", "backup.zip", "--yes"),
    ("backup", "backup.zip", "--verify"),
    ("kb", "install", "bundle.kb"),
    ("kb", "lint", "broken.toml"),
    ("request", "sent", REQUEST, "--letter", "reminder", "--how", "form", "--text", "proof.txt"),
    ("status", "--policy"),
)
"""The commands that read these files."""

OURS = "the program's own files, or what it wrote itself"
READERS = {
    "backup/read": "backup.zip",
    "backup/restore": "own platforms",
    "backup/write": OURS,
    "export/archive": OURS,
    "imports/packed": "list.csv",
    "journal/file": "journal",
    "journal/cache": OURS,
    "knowledge/base": "own platforms",
    "knowledge/cache": OURS,
    "knowledge/lint/in_step": OURS,
    "knowledge/lint/accepting": OURS,
    "knowledge/lint/released": OURS,
    "knowledge/lint/run": "broken.toml",
    "knowledge/load": "own platforms",
    "knowledge/own": "own platforms",
    "profile/bases": OURS,
    "profile/bundles": "bundle.kb",
    "profile/copies": "other.toml",
    "profile/drafts": "drafts",
    "profile/hashes": "proof.txt",
    "profile/identity": "identity",
    "profile/imports": "list.csv",
    "profile/mails": "mail.eml",
    "profile/memory": "memory",
    "profile/own_files": "own platforms",
    "profile/own_merging": "own platforms",
    "profile/policy": "policy",
    "profile/preferences": "config",
    "profile/spoken": "config",
    "profile/proofs": "proof.txt",
    "profile/sent_text": "proof.txt",
    "profile/sites": "site/robots.txt",
    "profile/texts": "said",
    "requests/letters/grounds": OURS,
    "verify/archive": "export.zip",
    "verify/nested": "export.zip",
}
"""The file with foreign texts that each reading module reads; a module that is missing here fails a test."""

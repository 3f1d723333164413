"""The files to corrupt, in their sound form, and functions that read everything in them as the program would."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consentui.backup.read import opened
from consentui.backup.restore import plan
from consentui.backup.write import back_up
from consentui.errors import ConsentuiError
from consentui.imports.read import read as read_import
from consentui.journal import cache, file
from consentui.knowledge.base import bundled
from consentui.knowledge.bundles.form import bundle_file, read_bundle
from consentui.knowledge.own import own_companies
from consentui.profile.copies import merge
from consentui.profile.drafts import Drafts
from consentui.profile.journal import Journal
from consentui.profile.own_merging import put_together
from consentui.profile.policy import read_policy
from consentui.profile.preferences import write_setting
from consentui.storage.places import profile_folders
from consentui.verify.mail import mails_in, read_mail
from consentui.verify.preferences import preferences_in
from consentui.verify.signatures import verdict_on_mail
from tests.builders import a_platform
from tests.imports import exports
from tests.knowledge.files import as_toml
from tests.profile import test_spoilt_files as spoilt
from tests.verify.downloads import MAKERS, USER, write_zip
from tests.verify.mails import KEYS, mail
from tests.verify.test_downloads import examined

_PREFERENCES = b'user_pref("privacy.globalprivacycontrol.enabled", true);\nuser_pref("a.count", 12);\n'
KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)


class Read(NamedTuple):
    """A kind of file: its name, sound contents, and the function that reads it."""

    name: str
    whole: tuple[bytes, ...]
    read: Callable[[Path], object]
    weight: int = 1
    """How often it is chosen, relative to others; kinds that are slow to read have less weight."""


def all_readers(folder: Path) -> tuple[Read, ...]:
    """Every kind of file; files needed to make the sound contents are written to the folder."""
    as_before = (Read(name, (content,), read, 4) for name, content, read in spoilt.READERS.values())
    return (
        *as_before,
        Read("other.toml", (spoilt.JOURNAL,), _merge, 2),
        Read("journal.kept", (_kept(folder),), _recall, 2),
        Read("drafts.json", (b'{"note/x-0001/training":{"note":"typed"}}',), _drafts, 2),
        Read("policy.toml", (b'[[rule]]\nwant = "refuse"\nplatform = ["x"]\n',), _policy),
        Read("companies.toml", (_companies(),), _read_companies, 4),
        Read("own.toml", (as_toml(a_platform()).encode(),), _put_together, 2),
        Read("mail.eml", tuple(mail(name) for name in ("genuine", "forwarded", "unsigned")), _mail, 4),
        Read(
            "list.csv", (exports.BITWARDEN.encode(), exports.KEEPASSXC.encode(), exports.FIREFOX.encode()), _import, 4
        ),
        Read("list.json", (exports.BITWARDEN_JSON.encode(),), _import, 4),
        Read("box.mbox", (b"From a\n" + mail("unsigned") + b"\n\nFrom b\n" + mail("genuine"),), _mail, 2),
        Read("prefs.js", (_PREFERENCES,), lambda path: preferences_in(path.read_bytes()), 2),
        Read("member.json", tuple(_members()), _member),
        Read("export.zip", tuple(_downloads(folder)), examined, 1),
        Read("backup.zip", (_backup(folder),), _backup_read, 2),
        Read("bundle.kb", (bundle_file("2030-01-01", {"law.toml": b"rule = []\n"}, KEY),), _bundle, 2),
    )


def _merge(path: Path) -> None:
    folders = profile_folders()
    with TemporaryDirectory() as there:
        journal = Journal(Path(there, "journal.toml"))
        merge(journal, folders, path)
        journal.reload()


def _kept(folder: Path) -> bytes:
    path = folder / "kept"
    cache.keep(path, spoilt.JOURNAL, file.parse(spoilt.JOURNAL, path).entry)
    return path.read_bytes()


def _recall(path: Path) -> None:
    known = cache.recall(path, spoilt.JOURNAL)
    assert known.entries in {(), tuple(file.parse(spoilt.JOURNAL, path).entry)}


def _drafts(path: Path) -> None:
    drafts = Drafts(path)
    for fields in map(drafts.kept, ("note/x-0001/training", "identity")):
        assert all(isinstance(text, str) for text in fields.values())


def _policy(path: Path) -> None:
    read_policy(path, bundled())


def _companies() -> bytes:
    return (
        b'[[controller]]\nid = "chirp"\nname = "Chirp Ltd"\nevidence = "documented"\nverified_on = 2026-10-02\n'
        b'contact.email = "privacy@chirp.example"\nsource = []\n'
    )


def _read_companies(path: Path) -> None:
    own_companies(path, frozenset)


def _put_together(path: Path) -> None:
    mine = as_toml(a_platform())
    text = path.read_bytes().decode(errors="replace")
    put_together("config/knowledge/chirp.toml", mine, text)
    put_together("config/knowledge/chirp.toml", text, mine)


def _mail(path: Path) -> None:
    for content in mails_in(path.read_bytes()):
        read_mail(content)
        verdict_on_mail(content, ("mail.example",), KEYS)


def _import(path: Path) -> None:
    read_import(io.BytesIO(path.read_bytes()))


def _downloads(folder: Path) -> list[bytes]:
    makers = [maker for maker in MAKERS if maker.platform in {"x", "tiktok", "reddit"}]
    return [write_zip(folder / one.name, one.files("new", "en", "on", USER)).read_bytes() for one in makers]


def _members() -> Iterator[bytes]:
    """The contents of the files in downloads."""
    for maker in MAKERS:
        yield from maker.files("new", "en", "on", USER).values()


def _member(path: Path) -> None:
    """Examine each platform's download with the content in the place of every file."""
    content = path.read_bytes()
    for number, maker in enumerate(MAKERS):
        files = dict.fromkeys(maker.files("new", "en", "on", USER), content)
        examined(write_zip(path.with_name(f"{number}-{maker.name}"), files))


def _backup(folder: Path) -> bytes:
    folders = profile_folders()
    write_setting(folders.config_file, "country", "FR")
    path = folder / "whole.zip"
    back_up(folders, path, "default")
    return path.read_bytes()


def _backup_read(path: Path) -> None:
    folders = profile_folders()
    with TemporaryDirectory() as there, opened(path) as backup:
        assert list(backup.damaged()) is not None
        plan(Journal(Path(there, "journal.toml")), folders, backup)


def _bundle(path: Path) -> None:
    read_bundle(path.read_bytes(), (b64encode(KEY.public_key().public_bytes_raw()).decode(),))


REFUSED = (ConsentuiError, OSError)
"""The errors with which a file may be refused: the program's own, or the system's."""

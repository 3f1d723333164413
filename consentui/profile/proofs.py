"""Files that show something, attached to a control or a request: copied once, named by their hash, never opened.

Nothing that is attached is ever run or opened by another program: it is copied, hashed and measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import asdict

from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.journal.entries import Attached, Entry, ProofAdded, RequestProof
from consentui.journal.fold import Account, in_force
from consentui.knowledge.records import Control
from consentui.profile.accounts import Accounts
from consentui.profile.input import cleaned_note
from consentui.profile.journal import Journal
from consentui.profile.requests import Requests
from consentui.requests.cases import Case
from consentui.storage.files import TempFile, failing_as, put_in_free_place, put_in_place, written_aside
from consentui.storage.media_types import HEAD, suffix_of, type_of
from consentui.storage.places import Folders
from consentui.storage.reading import blocks_of, hash_inside, open_regular, opened_inside
from consentui.text import clean_line, shorten
from consentui.words.proofs import size_words

MOST_BYTES = 20_000_000
LONGEST_NAME = 200
"""In characters."""


class Kept(Struct, frozen=True):
    """A file in the profile's folder, as its entry describes it."""

    file: str
    sha256: str
    size: int
    name: str
    type: str


class Altered(Struct, frozen=True):
    """A proof whose file is missing, or is no longer what was attached."""

    proof: Attached
    is_missing: bool


class Proofs:
    """The files that were attached in a profile."""

    def __init__(self, journal: Journal, accounts: Accounts, requests: Requests, folders: Folders) -> None:
        self._journal = journal
        self._accounts = accounts
        self._requests = requests
        self._folders = folders

    def attach(self, account: Account, control: Control, path: Path, note: str = "") -> ProofAdded:
        """Keep a copy of the file, and record that it shows something about a control.

        Raises UsageError for anything but a regular file, one that is empty or larger than `MOST_BYTES`, and if the
        account was removed meanwhile; StorageError if it cannot be kept. Nothing is recorded then.
        """
        remark = cleaned_note(note)
        with self._accounts.held(account):
            kept = keep(self._folders, path)
            return self._journal.write(ProofAdded, account=account.id, control=control.id, note=remark, **asdict(kept))

    def attach_to_request(self, case: Case, path: Path, note: str = "") -> RequestProof:
        """Keep a copy of the file, and record that it shows something about a request; raises as `attach` does."""
        remark = cleaned_note(note)
        with self._requests.held(case) as held:
            kept = keep(self._folders, path)
            return self._journal.write(
                RequestProof, request=held.reference, opening=held.opened.id, note=remark, **asdict(kept)
            )

    def attach_content(self, case: Case, content: bytes, name: str, note: str = "") -> RequestProof:
        """Attach content taken out of a file, such as one mail of a mailbox, to a request; raises as `attach` does."""
        with self._requests.held(case) as held:
            kept = keep_content(self._folders, content, name)
            return self._journal.write(
                RequestProof, request=held.reference, opening=held.opened.id, note=note, **asdict(kept)
            )

    def attach_beside(self, proof: ProofAdded | RequestProof, content: bytes, name: str, note: str) -> Attached:
        """Attach what belongs to a proof, such as the key of its signature, to the same control or request."""
        if isinstance(proof, RequestProof):
            return self.attach_content(self._requests.called(proof.request), content, name, note)
        kept = keep_content(self._folders, content, name)
        return self._journal.write(ProofAdded, account=proof.account, control=proof.control, note=note, **asdict(kept))

    def all(self) -> tuple[ProofAdded | RequestProof, ...]:
        """Everything attached and not taken back, oldest first, with the current references of requests."""
        called = map(self._journal.as_called, self._journal.entries)
        return proofs_in(called)

    def content(self, proof: Attached) -> bytes:
        """The content of a proof; raises StorageError if its file is missing or was altered."""
        path = self._folders.data / proof.file
        try:
            with opened_inside(self._folders.data, proof.file) as file:
                content = file.read()
        except OSError:
            content = b""
        if sha256(content).hexdigest() != proof.sha256:
            raise altered_proof(path, proof)
        return content

    def about(self, account: str, control: str) -> tuple[ProofAdded, ...]:
        """The proofs attached to a control, oldest first."""
        entries = self._journal.ledger.about(account, control)
        return tuple(entry for entry in entries if isinstance(entry, ProofAdded))


def proofs_in(entries: Iterable[Entry]) -> tuple[ProofAdded | RequestProof, ...]:
    """Everything attached and not taken back, oldest first."""
    return tuple(entry for entry in in_force(entries) if isinstance(entry, ProofAdded | RequestProof))


def altered_proof(path: Path, proof: Attached) -> StorageError:
    """The error for a proof whose file is missing or was altered."""
    return StorageError(
        _("A proof is missing or has changed."),
        str(path),
        _("Restore the file from a copy: its SHA-256 is {hash}.").format(hash=proof.sha256),
    )


def find_altered(folders: Folders, proofs: Iterable[Attached]) -> tuple[Altered, ...]:
    """The proofs whose file is missing or, by its hash, was altered; each file once."""
    by_file = {proof.file: proof for proof in proofs}
    return tuple(_faults(folders, by_file.values()))


def keep(folders: Folders, path: Path) -> Kept:
    """Copy a file into the folder of proofs, in one step, under its hash; raises as `attach` does.

    The same content is kept only once, and never replaced unless its file was altered since: then it is restored.
    """
    with open_regular(path) as source:
        return _kept(folders, source, path)


def keep_content(folders: Folders, content: bytes, name: str) -> Kept:
    """Keep content that is not a file of its own, as `keep` does."""
    return _kept(folders, BytesIO(content), Path(name))


def _kept(folders: Folders, source: BinaryIO, path: Path) -> Kept:
    with failing_as(_("The proof could not be saved."), folders.proofs), written_aside(folders.proofs, "proof") as new:
        digest, size, head = _copy(source, new, path)
        kind = type_of(head)
        target = folders.proofs / f"{digest}{suffix_of(kind)}"
        try:
            put_in_free_place(new, target)
        except FileExistsError:
            if hash_inside(folders.data, f"{folders.proofs.name}/{target.name}") != digest:
                put_in_place(new, target)
    name = shorten(clean_line(path.name), LONGEST_NAME) or target.name
    return Kept(target.relative_to(folders.data).as_posix(), digest, size, name, kind)


def _faults(folders: Folders, proofs: Iterable[Attached]) -> Iterator[Altered]:
    for proof in proofs:
        if hash_inside(folders.data, proof.file) != proof.sha256:
            yield Altered(proof, is_missing=not (folders.data / proof.file).exists())


def _copy(source: BinaryIO, new: TempFile, path: Path) -> tuple[str, int, bytes]:
    """Copy the source, and return the hash, size and beginning of what was copied."""
    digest, size, head = sha256(), 0, b""
    for block in _read(source, path):
        size += len(block)
        if size > MOST_BYTES:
            raise _too_large(path)
        head = head or block[:HEAD]
        digest.update(block)
        new.file.write(block)
    if not size:
        raise UsageError(_("This file is empty: it shows nothing."), clean_line(str(path)))
    return digest.hexdigest(), size, head


def _read(source: BinaryIO, path: Path) -> Iterator[bytes]:
    with failing_as(_("The file cannot be read."), path, error=UsageError):
        yield from blocks_of(source)


def _too_large(path: Path) -> UsageError:
    return UsageError(
        _("This file is too large to be attached."),
        _("{path} is larger than {most}.").format(path=clean_line(str(path)), most=size_words(MOST_BYTES)),
        _("Attach a part of it, or a screenshot."),
    )

"""The files that make up the evidence of a dossier: the dossier itself, the texts as they were sent, the proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from consentui.export.archive import Content
from consentui.journal.entries import Attached, ProofAdded
from consentui.profile import proofs
from consentui.profile.session import Session
from consentui.report.document import Document
from consentui.report.formats import html, markdown, pdf
from consentui.report.kinds.mask import Hidden, Names, hidden, without_handles
from consentui.requests.cases import Case
from consentui.storage.media_types import suffix_of
from consentui.storage.names import safe_name

Files = tuple[tuple[str, Content], ...]
"""File names, each with its content or its path."""


def of_request(session: Session, case: Case, document: Document) -> Files:
    """The files of one request; raises StorageError if a text or proof is missing or was altered."""
    _check(session, case.proofs)
    return (*_to_read(document), *_case(session, case, "", None))


def of_account(session: Session, account: str, document: Document, names: Names) -> Files:
    """The files of an account and of the requests about it; raises like `of_request`.

    If names are masked, so are the names of files; their contents stay unchanged.
    """
    handles = (one.handle for one in session.accounts)
    hide = hidden(handles) if names == "masked" else None
    cases = [case for case in session.requests.cases() if case.opened.account == account]
    about = chain.from_iterable(session.journal.ledger.by_account.get(account, {}).values())
    attached = [entry for entry in about if isinstance(entry, ProofAdded)]
    _check(session, (*attached, *(proof for case in cases for proof in case.proofs)))
    theirs = (file for case in cases for file in _case(session, case, f"{case.reference}/", hide))
    return (*_to_read(document), *_attached(session, attached, "", hide), *theirs)


def _to_read(document: Document) -> Files:
    """The dossier as Markdown, as HTML and, if typst is installed, as PDF."""
    made = (("dossier.md", markdown.render(document).encode()), ("dossier.html", html.render(document).encode()))
    return (*made, ("dossier.pdf", pdf.render(document))) if find_spec("typst") else made


def _case(session: Session, case: Case, folder: str, hide: Hidden) -> Iterator[tuple[str, Content]]:
    for message in case.messages:
        yield f"{folder}sent/{Path(message.file).name}", session.texts.frozen(message).encode()
    yield from _attached(session, case.proofs, folder, hide)


def _attached(
    session: Session, several: Iterable[Attached], folder: str, hide: Hidden
) -> Iterator[tuple[str, Content]]:
    """Attached files under their original names, but with the suffix that fits their content."""
    for number, proof in enumerate(several, 1):
        name = safe_name(without_handles(Path(proof.name).stem, hide))
        yield f"{folder}proofs/{number:02d}-{name}{suffix_of(proof.type)}", session.folders.data / proof.file


def _check(session: Session, several: Iterable[Attached]) -> None:
    if wrong := proofs.find_altered(session.folders, several):
        raise proofs.altered_proof(session.folders.data / wrong[0].proof.file, wrong[0].proof)

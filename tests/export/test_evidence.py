"""The files that are evidence for a request, or for an account."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.export.archive import README, SUMS, evidence_zip
from consentui.export.evidence import of_account, of_request
from consentui.export.models import Wanted, document_of, model_of
from consentui.export.request_dossier import dossier
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.letters import Drafted
from consentui.profile.session import Session
from consentui.report.formats import markdown
from consentui.report.kinds.dossier import AccountDossier
from consentui.report.kinds.mask import Names
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import Kind
from tests.export.test_archive import DAY, Unpack, unpack
from tests.export.test_request_dossier import MARIE, late, now

__all__ = ["unpack"]


def complaint(session: Session, case: Case) -> Drafted:
    keep_identity(session.folders.identity, Identity(MARIE.name, MARIE.address))
    return session.letters.draft(Kind.COMPLAINT, case)


def attached(session: Session, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    session.proofs.attach_to_request(session.requests.called("1"), path)


def test_the_evidence_of_a_request_is_its_dossier_its_texts_and_its_proofs(
    session: Session, tmp_path: Path, unpack: Unpack
) -> None:
    case = late(session)
    attached(session, tmp_path, "reçu.png", b"PK\x03\x04")
    attached(session, tmp_path, "note.txt", b"read")
    case = now(session, case)
    document = dossier(session, case, complaint(session, case))
    files = of_request(session, case, document)
    evidence_zip(tmp_path / "e.zip", files, day=DAY, language=case.opened.language)
    folder = unpack(tmp_path / "e.zip")
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert found == sorted(
        (
            *(README, SUMS, "dossier.html", "dossier.md", "dossier.pdf", "proofs/01-recu.zip", "proofs/02-note.txt"),
            *("sent/01-object-training.txt", "sent/02-reminder.txt"),
        )
    )
    text = (folder / "dossier.md").read_text(encoding="utf-8")
    assert text == markdown.render(document)
    sums = (folder / SUMS).read_text(encoding="utf-8")
    for digest in (*(one.sha256 for one in case.messages), *(one.sha256 for one in case.proofs)):
        assert digest in text
        assert digest in sums


def test_a_proof_that_is_not_what_it_was_is_no_evidence(session: Session, tmp_path: Path) -> None:
    case = late(session)
    attached(session, tmp_path, "note.txt", b"read")
    case = now(session, case)
    (session.folders.data / case.proofs[0].file).write_bytes(b"altered")
    document = dossier(session, case, complaint(session, case))
    with pytest.raises(StorageError, match="A proof is missing or has changed") as raised:
        of_request(session, case, document)
    assert case.proofs[0].sha256 in raised.value.way_out


def test_the_evidence_of_an_account_has_that_of_its_requests(session: Session, tmp_path: Path) -> None:
    case = late(session)
    account = session.accounts.called(case.opened.account)
    (tmp_path / f"as {account.handle}.txt").write_bytes(b"seen")
    platform = session.accounts.platform_of(account)
    assert platform
    session.proofs.attach(account, platform.control[0], tmp_path / f"as {account.handle}.txt")
    attached(session, tmp_path, "note.txt", b"read")
    document = document_of(model_of(session, Wanted("dossier", accounts=(account.id,))))
    masked = [name for name, _content in of_account(session, account.id, document, "masked")]
    assert masked[:2] == ["dossier.md", "dossier.html"]
    assert f"{case.reference}/sent/01-object-training.txt" in masked
    assert f"{case.reference}/proofs/01-note.txt" in masked
    bare = account.handle.removeprefix("@")
    assert len(bare) > 1
    assert not any(bare in name for name in masked)
    assert any(bare in name for name, _content in of_account(session, account.id, document, "full"))


def test_the_dossier_of_an_account_has_what_was_sent_as_it_was_where_names_are_full(session: Session) -> None:
    case = late(session)
    kinds: tuple[Names, ...] = ("full", "masked")
    full, masked = (model_of(session, Wanted("dossier", names, (case.opened.account,))) for names in kinds)
    assert isinstance(full, AccountDossier)
    assert isinstance(masked, AccountDossier)
    assert [one.text for one in full.sent] == [session.texts.frozen(one) for one in case.messages]
    assert [one.sha256 for one in masked.sent] == [one.sha256 for one in case.messages]
    assert {one.text for one in masked.sent} == {""}

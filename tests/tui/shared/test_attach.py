"""The sheet that attaches a file to a control or a request."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from consentui.journal.entries import ProofAdded, RequestProof
from consentui.profile import proofs
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.session import Session, open_session
from consentui.requests.rights import Right
from consentui.tui.requests.request import RequestScreen
from consentui.tui.shared.attach import AttachSheet
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.walk.opening import open_walk
from consentui.tui.walk.walk import Walk
from tests.tui.driving import Driver, opened

ACCOUNT, CONTROL = "x-7k3f", "grok-training"
MAIL = b"From: noreply@x.example\nDate: today\n\nWe got it.\n"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "their answer.eml"
    path.write_bytes(MAIL)
    return path


async def open_sheet(it: Driver) -> None:
    open_walk(it.app, it.app.session.journal.ledger.accounts[ACCOUNT], CONTROL)
    await it.settled()
    await it.press("t")
    await it.reached(AttachSheet)


def attached() -> tuple[ProofAdded | RequestProof, ...]:
    return proofs.proofs_in(open_session().journal.entries)


async def test_a_file_dragged_onto_the_sheet_is_attached_to_the_card_and_counted_there(
    demo: Session, mail: Path
) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        await it.type(f"'{mail}' ")
        await it.press("enter")
        await it.type("of 21 November")
        await it.press("enter")
        await it.reached(TextSheet)
        assert it.said == "Attached: their answer.eml, e-mail, 48 bytes"
        await it.press("escape")
        await it.reached(Walk)
        assert "1 proof attached." in it.text
    (entry,) = attached()
    assert isinstance(entry, ProofAdded)
    assert (entry.account, entry.control, entry.name) == (ACCOUNT, CONTROL, "their answer.eml")
    assert entry.note == "of 21 November"


@pytest.mark.parametrize("typed", ["", "nowhere.png", "/"])
async def test_a_path_that_leads_to_no_file_can_be_mended(demo: Session, mail: Path, typed: str) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        await it.type(typed)
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, AttachSheet)
        assert it.toasts
        assert attached() == ()
        it.app.screen.query_one("#path", Input).value = str(mail)
        await it.press("ctrl+s")
        await it.reached(TextSheet)
    assert len(attached()) == 1


async def test_a_mail_shows_who_wrote_it_and_when_its_signature_and_what_it_suggests(
    demo: Session, tmp_path: Path
) -> None:
    path = tmp_path / "answer.eml"
    path.write_bytes(
        b"From: X <noreply@x.com>\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nSubject: Your request\n\n"
        b"We have received your request and will respond within one month.\n"
    )
    async with opened(demo, size=(80, 24)) as it:
        await open_sheet(it)
        await it.type(str(path))
        await it.press("ctrl+s")
        await it.reached(TextSheet)
        assert "From: X <noreply@x.com>" in it.text
        assert "Sent: 20 November 2026" in it.text
        assert "Its signature: not signed" in it.text
        assert "What the text suggests" in it.text
        assert "receipt acknowledged" in it.text


async def test_a_file_that_is_no_mail_closes_the_sheet(demo: Session, tmp_path: Path) -> None:
    path = tmp_path / "seen.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    async with opened(demo) as it:
        await open_sheet(it)
        await it.type(str(path))
        await it.press("ctrl+s")
        await it.reached(Walk)


async def test_escape_attaches_nothing(demo: Session, mail: Path) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        await it.type(str(mail))
        await it.press("escape")
        await it.reached(Walk)
        assert "proof attached" not in it.text
    assert attached() == ()
    assert not demo.folders.proofs.exists()


async def test_undo_takes_the_attachment_back(demo: Session, mail: Path) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        await it.type(str(mail))
        await it.press("ctrl+s")
        await it.reached(TextSheet)
        await it.press("escape")
        await it.reached(Walk)
        await it.press("u")
        assert "proof attached, “their answer.eml”" in it.said
        assert "1 proof attached." not in it.text
    assert attached() == ()


async def test_a_file_attached_to_a_request_stands_in_its_timeline(demo: Session, mail: Path) -> None:
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre"))
    case = demo.requests.draft(demo.journal.ledger.accounts[ACCOUNT], Right.ACCESS, "en", None)
    async with opened(demo) as it:
        it.app.push_screen(RequestScreen(case.reference))
        await it.settled()
        assert it.keys["request.proof"] == "attach a proof"
        await it.press("t")
        await it.reached(AttachSheet)
        assert case.reference in it.sheet
        await it.type(f"file://{mail.as_uri().removeprefix('file://')}")
        await it.press("ctrl+s")
        await it.reached(TextSheet)
        await it.press("escape")
        await it.reached(RequestScreen)
        assert "proof attached, “their answer.eml”" in it.text
        assert "e-mail · 48 bytes · SHA-256" in it.text
    (entry,) = attached()
    assert isinstance(entry, RequestProof)
    assert entry.request == case.reference

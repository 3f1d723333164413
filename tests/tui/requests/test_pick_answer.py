"""An answer from a mail whose file is dropped on the sheet: it is read, checked on request, and saved after a yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.events import Paste

from consentui.i18n import Language
from consentui.journal.entries import Entry, MailChecked, RequestAnswered, RequestProof
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.mails import Mails
from consentui.profile.session import Session, open_session
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Right
from consentui.tui.requests.answer import AnswerSheet
from consentui.tui.requests.pick_answer import PickAnswer
from consentui.tui.requests.request import RequestScreen
from tests.tui.driving import Driver, opened
from tests.verify.mails import DOMAIN, QUESTION, asked_of, mail

REFERENCE = "CU-2026-001"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that the stub DNS got."""
    return asked_of(Mails.with_key, monkeypatch)


@pytest.fixture
def session(demo_in: Callable[[Language], Session], monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session with a request sent on 10 November to a company whose mails come from mail.example."""
    monkeypatch.setattr("consentui.knowledge.records.Controller.domains", (DOMAIN,))
    demo = demo_in("en")
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre"))
    account = next(one for one in demo.accounts if one.platform == "facebook")
    case = demo.requests.draft(account, Right.OBJECT_TRAINING, "en", None)
    assert case.reference == REFERENCE
    text = letter(Kind.OBJECT_TRAINING, demo.facts.of(case, Person("Marie"), "email"), "en")
    demo.requests.record_sent(case, Kind.OBJECT_TRAINING, text, "email", "privacy@mail.example", date(2026, 11, 10))
    return demo


def file(tmp_path: Path, name: str) -> str:
    path = tmp_path / f"{name}.eml"
    path.write_bytes(mail(name))
    return str(path)


def written(*kinds: type[Entry]) -> list[Entry]:
    return [entry for entry in open_session().journal.entries if isinstance(entry, kinds)]


async def to_sheet(it: Driver) -> None:
    it.app.push_screen(RequestScreen(REFERENCE))
    await it.reached(RequestScreen)
    await it.press("a")
    await it.reached(PickAnswer)


async def drop(it: Driver, path: str) -> None:
    """Drag a file onto the sheet, while its list has the focus."""
    it.app.post_message(Paste(path))
    await it.settled()
    await it.press("enter")
    await it.settled()


async def test_a_mail_proposes_what_it_is_and_the_day_and_nothing_is_kept_before_it_is_saved(
    session: Session, tmp_path: Path, asked: list[str]
) -> None:
    async with opened(session, (80, 24)) as it:
        await to_sheet(it)
        await drop(it, file(tmp_path, "genuine"))
        assert "<privacy@mail.example>" in it.text
        assert "Its signature: signature not checked" in it.text
        assert f"F7 asks the DNS for {QUESTION} (TXT)" in it.text
        assert "suggested by “avons acceptee”" in it.line
        assert it.ids[0] == "granted"
        await it.press("enter")
        await it.reached(AnswerSheet)
        assert "Friday 20 November 2026" in it.text
        assert "Attached to it: e-mail from privacy@mail.example of 20 November 2026" in " ".join(it.text.split())
        assert written(RequestAnswered, RequestProof) == []
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    (answer,) = written(RequestAnswered)
    (proof,) = written(RequestProof)
    assert isinstance(answer, RequestAnswered)
    assert isinstance(proof, RequestProof)
    assert (answer.answer, answer.on, proof.type) == ("granted", date(2026, 11, 20), "message/rfc822")
    assert answer.proof.startswith("e-mail from privacy@mail.example of 20 November 2026")
    assert (asked, written(MailChecked)) == ([], [])


async def test_the_signature_is_checked_when_it_is_asked_for_and_the_check_is_kept_with_the_mail(
    session: Session, tmp_path: Path, asked: list[str]
) -> None:
    async with opened(session, (80, 24)) as it:
        await to_sheet(it)
        await drop(it, file(tmp_path, "genuine"))
        await it.press("f7")
        await it.settled()
        assert asked == [QUESTION]
        assert f"Its signature: signed by {DOMAIN}, unaltered" in it.text
        assert written(MailChecked) == []
        await it.press("enter")
        await it.reached(AnswerSheet)
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    (checked,) = written(MailChecked)
    assert isinstance(checked, MailChecked)
    assert checked.verdict == "genuine"
    assert checked.key
    assert asked == [QUESTION]


async def test_an_altered_mail_is_said_to_be_one_before_anything_is_asked(
    session: Session, tmp_path: Path, asked: list[str]
) -> None:
    async with opened(session, (80, 24)) as it:
        await to_sheet(it)
        await drop(it, file(tmp_path, "altered-body"))
        assert f"altered: its text is not what {DOMAIN} signed" in it.text
        await it.press("f7")
        assert asked == []


async def test_closing_it_keeps_nothing(session: Session, tmp_path: Path) -> None:
    async with opened(session) as it:
        await to_sheet(it)
        await drop(it, file(tmp_path, "genuine"))
        await it.press("enter")
        await it.reached(AnswerSheet)
        await it.press("escape")
        await it.reached(RequestScreen)
    assert written(RequestAnswered, RequestProof) == []


async def test_a_day_that_cannot_be_is_told_and_a_second_try_attaches_the_mail_once(
    session: Session, tmp_path: Path
) -> None:
    async with opened(session) as it:
        await to_sheet(it)
        await drop(it, file(tmp_path, "genuine"))
        await it.press("enter")
        await it.reached(AnswerSheet)
        it.app.screen.query_one("#on").value = "01/11/2026"  # type: ignore[attr-defined]
        await it.press("ctrl+s")
        assert written(RequestAnswered) == []
        it.app.screen.query_one("#on").value = "20/11/2026"  # type: ignore[attr-defined]
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    assert len(written(RequestAnswered)) == len(written(RequestProof)) == 1


async def test_what_is_no_mail_is_told_and_the_list_stays(session: Session, tmp_path: Path) -> None:
    async with opened(session) as it:
        await to_sheet(it)
        await drop(it, str(tmp_path / "nothing.eml"))
        assert it.toasts
        assert type(it.app.screen) is PickAnswer
        assert it.ids[0] == "acknowledged"

"""The screen of a request: from the form that does not open to the complaint."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import TextArea

from consentui.i18n import Language
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.rights import Right
from consentui.requests.status import Status
from consentui.tui.requests.letter import LetterScreen
from consentui.tui.requests.pick_answer import PickAnswer
from consentui.tui.requests.request import PickRegion, PickReply, RequestScreen
from consentui.tui.walk.walk import Walk
from tests.tui.driving import Driver, opened

REFERENCE = "CU-2027-001"
FACEBOOK = "facebook-5c1d"


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function that sets the current day."""
    return lambda day: monkeypatch.setenv("CONSENTUI_NOW", f"{day}T12:00:00+00:00")


@pytest.fixture
def session(demo_in: Callable[[Language], Session], on: Callable[[str], None]) -> Session:
    """The demonstration on 31 January 2027, by someone in France who speaks English and whose name is known."""
    session = demo_in("en")
    write_setting(session.folders.config_file, "country", "FR")
    session.preferences.reload()
    keep_identity(session.folders.identity, Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse"))
    on("2027-01-31")
    return session


def status_now() -> Status:
    session = open_session()
    return session.requests.status_of(session.requests.called(REFERENCE))


async def sent(it: Driver) -> None:
    """Send a request by post about Facebook's form, which did not open, and open its screen."""
    await it.choose(f"account:{FACEBOOK}")
    await it.choose("ai-objection")
    await it.press("end", "enter")
    it.app.screen.query_one("#grounds", TextArea).text = "I am a nurse."
    await it.press("f2")
    await it.reached(LetterScreen)
    while not it.text.split("\n")[0].rstrip().endswith(("letter by post", "courrier postal")):
        await it.press("h")
    await it.press("s", "ctrl+s")
    await it.reached(RequestScreen)


async def home(it: Driver) -> None:
    while type(it.app.screen).__name__ != "Home":
        await it.press("escape")


async def test_the_case_of_the_article(session: Session, on: Callable[[str], None]) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("r", "ctrl+s")
        await it.reached(RequestScreen)
        assert "29 days left" in it.text
        for words in ("request sent, letter by post", "received by the company", "answer due", "28 February 2027 is"):
            assert words.replace(" 2027", "") in it.text or words in it.text
        assert "GDPR Art. 12(3)" in it.text
        assert it.options == ["wait"]

        on("2027-03-02")
        await home(it)
        it.app.refresh_screens()
        await it.settled()
        assert "overdue · objection to AI training" in it.text
        assert "1 day late" in it.text
        await it.choose(f"request:{REFERENCE}")
        assert it.options == ["remind them", "complain to the authority"]
        await it.press("enter")
        assert "CU-2027-001 · reminder" in it.text
        await it.press("s", "ctrl+s")
        await it.reached(RequestScreen)
        assert it.options == ["wait", "complain to the authority"]
        assert "end of the time set in the reminder" in it.text

        on("2027-03-17")
        it.app.refresh_screens()
        await it.settled()
        assert it.options == ["complain to the authority", "close the request"]
        await it.press("enter")
        assert "CU-2027-001 · complaint" in it.text
        assert "To: https://www.cnil.fr/fr/plaintes" in it.text
        await it.press("s", "ctrl+s")
        await it.reached(RequestScreen)
        assert "with the authority" in it.text
        await it.choose("close")
        await it.press("ctrl+s")
        assert "satisfied" in it.text
        assert it.options == ["nothing", "reopen it"]
        await it.press("escape")
        assert not isinstance(it.app.screen, RequestScreen)  # one screen for the request, however many letters
    assert status_now() is Status.SATISFIED


async def test_each_step_is_taken_back_with_u(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("r", "ctrl+s", "u")
        assert it.said.startswith("Undone: CU-2027-001: received by the company")
        await it.reached(RequestScreen)
        await it.press("u")
        assert status_now() is Status.DRAFT
        assert it.options == ["send the letter"]
        await it.press("enter")
        await it.reached(LetterScreen)
        await it.press("escape", "u", "enter")
        await it.reached(Walk)
    assert open_session().requests.cases() == ()


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("acknowledged", Status.WAITING),
        ("identity-asked", Status.IDENTITY_ASKED),
        ("granted", Status.GRANTED),
        ("refused", Status.UNSETTLED),
    ],
)
async def test_what_they_said_is_chosen_from_a_list(session: Session, answer: str, status: Status) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("a")
        await it.reached(PickAnswer)
        await it.choose(answer)
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    assert status_now() is status


async def test_an_extension_with_reasons_moves_the_date(session: Session) -> None:
    async with opened(session, (100, 40)) as it:
        await sent(it)
        await it.press("a")
        await it.choose("extended")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
        assert "30 April" in it.text


async def test_a_reply_is_chosen_for_what_they_said(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("a")
        await it.choose("canned")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
        assert it.options[0] == "reply: canned answer"
        await it.press("enter")
        await it.reached(LetterScreen)
        assert "reply: canned answer" in it.text
        await it.press("escape")
        await it.choose("reply")
        await it.reached(PickReply)
        await it.choose("public-data")
        await it.reached(LetterScreen)
        await it.press("s", "ctrl+s")
        await it.reached(RequestScreen)
    assert status_now() is Status.WAITING


@pytest.mark.parametrize(
    ("answers", "move", "status"),
    [
        (("identity-asked",), "give-identity", Status.WAITING),
        (("signature-asked",), "sign", Status.WAITING),
        (("fee-asked",), "pay", Status.WAITING),
        (("granted",), "check", Status.GRANTED),
        (("not-delivered",), "send-again", Status.NOT_DELIVERED),
    ],
)
async def test_every_move_is_taken_from_the_list(
    session: Session, answers: tuple[str, ...], move: str, status: Status
) -> None:
    async with opened(session) as it:
        await sent(it)
        for answer in answers:
            await it.press("a")
            await it.choose(answer)
            await it.press("ctrl+s")
            await it.reached(RequestScreen)
        await it.choose(move)
        await it.press("escape" if move == "send-again" else "ctrl+s")
        await it.reached(RequestScreen)
    assert status_now() is status


async def test_a_closed_request_is_taken_up_again(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("a")
        await it.choose("granted")
        await it.press("ctrl+s")
        await it.choose("close")
        await it.press("ctrl+s")
        await it.choose("reopen")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    assert status_now() is Status.GRANTED


async def test_escape_from_a_list_changes_nothing(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        before = len(open_session().journal.entries)
        await it.press("a", "escape")
        for keys in (("r", "escape"), ("a", "enter", "escape")):
            await it.press(*keys)
        await it.reached(RequestScreen)
    assert len(open_session().journal.entries) == before


async def test_while_there_is_nothing_to_do_enter_says_so(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        await it.press("enter")
        assert it.said == "There is nothing to do for now."


async def test_what_they_say_is_asked_only_once_it_went_out(session: Session) -> None:
    async with opened(session) as it:
        await sent(it)
        assert {"request.received", "request.answered"} <= set(it.keys)
        await it.press("u")
        assert not {"request.received", "request.answered"} & set(it.keys)


async def test_in_germany_the_land_is_asked_for(session: Session, on: Callable[[str], None]) -> None:
    write_setting(session.folders.config_file, "country", "DE")
    session.preferences.reload()
    async with opened(session, (100, 60)) as it:
        await sent(it)
        await it.press("r", "ctrl+s")
        await it.reached(RequestScreen)
        on("2027-03-02")
        it.app.refresh_screens()
        await it.settled()
        await it.choose("complain")
        await it.reached(PickRegion)
        await it.choose("HH")
        await it.reached(LetterScreen)
        assert "Hamburg" in it.text
        await it.press("escape")
        await it.choose("complain")
        await it.press("escape")
        await it.reached(RequestScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_all_of_the_timeline_can_be_reached_in_a_small_window(session: Session, size: tuple[int, int]) -> None:
    async with opened(session, (100, 40)) as it:
        await sent(it)
        await it.press("r", "ctrl+s")
        await it.reached(RequestScreen)
        await it.resize(*size)
        assert "wait" in it.text
        await it.press("shift+tab", "end")
        assert "3(4))" in it.text


async def test_the_screen_in_french(session: Session) -> None:
    async with opened(session, (80, 24)) as it:
        it.app.speak("fr")
        await sent(it)
        await it.press("r", "ctrl+s")
        await it.reached(RequestScreen)
        for words in ("demande envoyée (courrier postal)", "reçue par l’entreprise", "réponse attendue", "attendre"):
            assert words in it.text
        assert [line for line in it.text.split("\n") if line.strip()[:1] in {":", ";", "»"}] == []


async def test_a_request_of_which_nothing_was_sent_begins_with_its_move(demo: Session) -> None:
    account = demo.accounts.called("x-7k3f")
    case = demo.requests.draft(account, Right.ACCESS, "en", None)
    async with opened(demo, (80, 24)) as it:
        await it.app.push_screen(RequestScreen(case.reference))
        await it.settled()
        assert it.text.split("\n")[3].strip() == "send the letter"

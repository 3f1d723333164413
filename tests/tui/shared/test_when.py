"""The sheet that asks when something happened, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from consentui.i18n import Language
from consentui.journal.entries import RequestClosed, RequestReceived, RequestSent
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.session import Session, open_session
from consentui.profile.texts import altered_texts
from consentui.requests.letters.kinds import Kind
from consentui.requests.rights import Right
from consentui.tui.requests.letter import LetterScreen
from consentui.tui.requests.request import RequestScreen
from consentui.tui.shared.area import Area
from consentui.tui.shared.when import WhenSheet
from tests.tui.driving import Driver, opened

REFERENCE = "CU-2026-001"
TODAY = date(2026, 11, 21)


def begin(session: Session) -> None:
    """Draft a request of Marie's to X."""
    keep_identity(session.folders.identity, Identity("Marie Lefèvre"))
    session.requests.draft(session.accounts.called("x-7k3f"), Right.ACCESS, "en", None)


def send(session: Session, on: date) -> None:
    """Record the request as sent."""
    from consentui.requests.letters.facts import Person
    from consentui.requests.letters.letters import letter

    case = session.requests.called(REFERENCE)
    text = letter(Kind.ACCESS, session.facts.of(case, Person("Marie"), "email"), "en")
    session.requests.record_sent(case, Kind.ACCESS, text, "email", "", on)


@pytest.fixture
def session(demo: Session) -> Session:
    """A session with a request sent on 2 November 2026."""
    begin(demo)
    send(demo, date(2026, 11, 2))
    return demo


async def request(it: Driver) -> None:
    """Open the request's screen."""
    it.app.push_screen(RequestScreen(REFERENCE))
    await it.settled()


async def fill(it: Driver, **lines: str) -> None:
    """Replace the texts of the fields with these names."""
    for name, text in lines.items():
        field = it.app.screen.query_one(f"#{name}")
        assert isinstance(field, Input | Area)
        field.value = text
    await it.settled()


def last() -> object:
    return open_session().journal.entries[-1]


async def test_day_and_proof_are_written_down_with_enter_from_line_to_line(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("r")
        await it.reached(WhenSheet)
        assert "21/11/2026" in it.sheet
        assert "Saturday 21 November 2026, today" in it.sheet
        await it.press(*"4.11.")  # typing replaces today's date
        assert "Wednesday 4 November 2026, 17 days ago" in it.sheet
        await it.press("enter")
        await it.type("RR 1234")
        await it.press("enter")
        await it.reached(RequestScreen)
        assert "RR 1234" in it.text
        assert "4 November" in it.text
    entry = last()
    assert isinstance(entry, RequestReceived)
    assert (entry.on, entry.proof) == (date(2026, 11, 4), "RR 1234")


async def test_a_day_that_cannot_be_read_is_asked_for_again_and_typing_replaces_it(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("r")
        await fill(it, on="letzte Woche")
        it.app.screen.query_one("#proof", Input).focus()
        await it.press("ctrl+s")
        await it.press("-", "1")
        assert "yesterday" in it.sheet


async def test_a_draft_of_a_day_is_typed_over_whole(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("r")
        await fill(it, on="a long wrong day")
        await it.press("escape", "r")
        await it.press("-", "1")
        assert it.app.screen.query_one("#on", Input).value == "-1"


async def test_a_week_is_no_day_and_the_line_says_so_while_it_is_typed(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("r")
        await fill(it, on="last week")
        assert "That is a week: which day of it?" in it.sheet
        await fill(it, on="2 weeks ago")
        assert "Saturday 7 November 2026, 14 days ago" in it.sheet
        await fill(it, on="last week")
        await it.press("ctrl+s")
        await it.reached(WhenSheet)
        assert "That is a week: which day of it?" in it.toasts[-1]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("soon", "“soon” is not a date."),
        ("", "“” is not a date."),
        ("21/13/2026", "“21/13/2026” is not a date."),
        ("2026-02-30", "“2026-02-30” is not a date."),
        ("2026-11-22", "22 November 2026 is in the future."),
        ("2026-11-01", "1 November 2026 is before the request was sent, on 2 November 2026."),
    ],
)
async def test_a_day_that_cannot_be_is_told_and_what_was_typed_stays(session: Session, day: str, words: str) -> None:
    before = len(session.journal.entries)
    async with opened(session) as it:
        await request(it)
        await it.press("r")
        await fill(it, on=day, proof="RR 1234")
        await it.press("ctrl+s")
        await it.reached(WhenSheet)
        assert any(toast.startswith(words) for toast in it.toasts)
        assert [line.value for line in it.app.screen.query(Input)] == [day, "RR 1234"]
        assert len(open_session().journal.entries) == before
        await fill(it, on=" 2026-11-21 ")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    entry = last()
    assert isinstance(entry, RequestReceived)
    assert entry.on == TODAY


async def test_an_answer_keeps_its_note_and_proof(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("a")
        await it.choose("refused")
        await fill(it, on="2026-11-20", note="They point to a help page", proof="answer.eml")
        await it.press("ctrl+s")
    (answer,) = open_session().requests.cases()[0].answers
    assert (answer.answer, answer.on) == ("refused", date(2026, 11, 20))
    assert (answer.note, answer.proof, answer.reasons) == ("They point to a help page", "answer.eml", None)


@pytest.mark.parametrize(
    ("keys", "reasons"), [((), None), (("space",), True), (("space", "space"), False), (("left",), False)]
)
async def test_an_extension_came_with_reasons_or_without_or_nobody_said(
    session: Session, keys: tuple[str, ...], *, reasons: bool | None
) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("a")
        await it.choose("extended")
        it.app.screen.query_one("#reasons").focus()
        await it.press(*keys, "ctrl+s")
        await it.reached(RequestScreen)
    (answer,) = open_session().requests.cases()[0].answers
    assert (answer.answer, answer.reasons) == ("extended", reasons)


async def test_what_remains_open_and_who_was_left_out_is_asked_of_a_part_granted(session: Session) -> None:
    async with opened(session) as it:
        await request(it)
        await it.press("a")
        await it.choose("partly")
        await fill(it, open="who gets it; since when", left_out="my page, ", said="We did what we could")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    (answer,) = open_session().requests.cases()[0].answers
    assert (answer.open, answer.left_out, answer.said) == (
        ("who gets it", "since when"),
        ("my page",),
        "We did what we could",
    )
    assert (answer.reasons, answer.confirmed, answer.authority_named, answer.court_named) == (None, None, None, None)


@pytest.mark.parametrize(("keys", "satisfied"), [(("ctrl+s",), True), (("down", "ctrl+s"), False)])
async def test_a_request_ends_satisfied_or_is_let_rest(
    session: Session, keys: tuple[str, ...], *, satisfied: bool
) -> None:
    session.requests.record_answer(session.requests.called(REFERENCE), "granted", TODAY)
    async with opened(session) as it:
        await request(it)
        await it.choose("close")
        await it.reached(WhenSheet)
        await fill(it, note="At last")
        await it.press(*keys)
        await it.reached(RequestScreen)
        assert it.options == ["nothing", "reopen it"]
    entry = last()
    assert isinstance(entry, RequestClosed)
    assert (entry.satisfied, entry.note, entry.on) == (satisfied, "At last", TODAY)


async def test_the_choice_is_seen_without_colour_and_enter_goes_on_from_it(session: Session) -> None:
    session.requests.record_answer(session.requests.called(REFERENCE), "granted", TODAY)
    async with opened(session) as it:
        await request(it)
        await it.choose("close")
        assert "● I got what I asked for" in it.sheet
        assert it.keys["rows.open"] == "go on"
        await it.press("down")
        assert "○ I got what I asked for" in it.sheet
        assert "● I’ll drop it" in it.sheet
        await it.press("enter")
        assert it.app.focused is it.app.screen.query_one("#on")


async def test_what_was_sent_has_the_day_the_proof_and_the_letter_of_that_day(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await request(it)
        it.app.push_screen(LetterScreen(REFERENCE))
        await it.settled()
        await it.press("s", "escape")
        await it.reached(LetterScreen)
        await it.press("s")
        await fill(it, on="2026-11-19", proof="RR 1234")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    entry = last()
    assert isinstance(entry, RequestSent)
    assert (entry.on, entry.proof) == (date(2026, 11, 19), "RR 1234")
    frozen = (demo.folders.data / entry.file).read_text(encoding="utf-8")
    assert "19 November 2026" in frozen
    assert "21 November 2026" not in frozen


async def test_a_text_that_was_changed_is_frozen_as_it_went_out(demo: Session) -> None:
    begin(demo)
    path = Path.home() / "CU-2026-001-access.txt"
    async with opened(demo) as it:
        await request(it)
        it.app.push_screen(LetterScreen(REFERENCE))
        await it.settled()
        await it.press("s")
        await fill(it, text="~/CU-2026-001-access.txt")
        await it.press("ctrl+s")
        await it.reached(WhenSheet)
        assert it.toasts[-1].startswith("There is no file ~/CU-2026-001-access.txt.")
        assert open_session().requests.cases()[0].messages == ()
        path.write_text("What I pasted into their form.\n")
        await it.press("ctrl+s")
        await it.reached(RequestScreen)
    entry = last()
    assert isinstance(entry, RequestSent)
    assert (demo.folders.data / entry.file).read_text(encoding="utf-8") == "What I pasted into their form.\n"
    assert altered_texts(demo.folders.data, (entry,)) == ()


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_line_can_be_reached_in_a_small_window(
    demo_in: Callable[[Language], Session], size: tuple[int, int], language: Language
) -> None:
    session = demo_in(language)
    begin(session)
    send(session, date(2026, 11, 2))
    async with opened(session, (100, 30)) as it:
        await request(it)
        await it.press("a")
        await it.choose("extended")
        await it.resize(*size)
        assert "21/11/2026" in it.text
        await it.press("enter")
        for text in ("answer.eml", "By post"):
            await it.press("enter")
            await it.type(text)
            assert text in it.text

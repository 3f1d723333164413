"""A whole case in a terminal: Meta's form does not open, and in the end the authority has a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from consentui.i18n import Language, speaking
from consentui.journal.entries import AboutRequest, RequestOpened, RequestReceived, RequestSent
from consentui.profile.preferences import write_setting
from consentui.profile.session import open_session
from consentui.profile.texts import altered_texts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.mandates import Capacity, WrittenFor
from consentui.requests.moves import Move
from consentui.requests.rights import Regime
from consentui.requests.situations import situation
from consentui.requests.status import Status
from consentui.storage.places import profile_folders
from consentui.words.names import surface_name
from consentui.words.requests import kind_of_letter_name, move_name, status_name, time_left_words
from tests.journeys.program import SETTINGS, Setting, start
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

REFERENCE = "CU-2026-001"
in_every_language = pytest.mark.parametrize("setting", [SETTINGS[0], SETTINGS[2], SETTINGS[4]], ids=["en", "fr", "de"])
MOST_DOORS = 10
FOR = {"en": "for Marie Lefèvre", "fr": "pour Marie Lefèvre", "de": "für Marie Lefèvre"}
GROUND = {"en": "I am a nurse.", "fr": "Je suis infirmière.", "de": "Ich bin Krankenpflegerin."}


class Words:
    """The words on the screen at the stages of a case, in a setting's language."""

    def __init__(self, setting: Setting) -> None:
        self.text = setting.words
        self._language: Language = setting.language

    def status(self, status: Status) -> str:
        with speaking(self._language):
            return status_name(status)

    def move(self, move: Move) -> str:
        with speaking(self._language):
            return move_name(move)

    def letter(self, kind: Kind) -> str:
        with speaking(self._language):
            return f"{REFERENCE} · {kind_of_letter_name(kind)}"

    def by_post(self) -> str:
        with speaking(self._language):
            return surface_name("post")

    def left(self, day: str) -> str:
        """How much time is left, on a day, for what the request awaits."""
        today = date.fromisoformat(day)
        session = open_session()
        case = session.requests.called(REFERENCE)
        here = situation(case, session.requests.due_of(case), today, Regime.EU)
        assert here.awaited is not None
        with speaking(self._language):
            return time_left_words(here, today)


@pytest.fixture
def facebook(home: Path, setting: Setting) -> None:
    """Someone in France with an account on Facebook."""
    file = profile_folders().config_file
    write_setting(file, "language", setting.language)
    write_setting(file, "country", "FR")
    session = open_session()
    session.accounts.add(session.knowledge.platform("facebook"), "marie.l")


@contextmanager
def on(day: str, home: Path, setting: Setting) -> Iterator[Terminal]:
    """Start the program on a day, and quit it at the end."""
    with start(home, setting, CONSENTUI_NOW=f"{day}T12:00:00+00:00") as terminal:
        terminal.wait_for(setting.words("Accounts").upper())
        yield terminal
        terminal.press("ctrl+q")
        terminal.ends_well()


def type_on_next_line(terminal: Terminal, key: str, text: str) -> None:
    """Press a key that moves the cursor to the next line, wait until it is there, and type."""
    terminal.wait_quiet()
    before = terminal.cursor
    terminal.press(key)
    terminal.wait_until(lambda: terminal.cursor.row != before.row, what="the next line")
    terminal.type(text)
    terminal.wait_for(text)


def sent(terminal: Terminal, words: Words, proof: str) -> None:
    """On the screen of a letter, record that it was sent today, with this proof."""
    count = len(open_session().journal.entries)
    terminal.press("s")
    terminal.wait_for(words.text("The date, as you write it; “yesterday” or -3 will do"))
    type_on_next_line(terminal, "enter", proof)
    terminal.press("ctrl+s")
    terminal.wait_for(words.text("Saved. The text is kept word for word."))
    assert len(open_session().journal.entries) == count + 1


def open_request(terminal: Terminal, words: Words, status: Status, day: str, *keys: str) -> None:
    """From Home, open the screen of the request in the row that the keys lead to."""
    terminal.wait_for(words.status(status).split(",")[0])
    terminal.wait_for(words.left(day))
    terminal.press(*keys, "enter")
    terminal.wait_until(lambda: terminal.rows[0].lstrip().startswith(REFERENCE), what="the request")
    terminal.wait_for(words.left(day))


def details_of(entry: AboutRequest) -> tuple[str, ...]:
    """What an entry of the journal says about the request, without ids and times."""
    match entry:
        case RequestOpened():
            return ("opened", entry.language, entry.controller, entry.control)
        case RequestSent():
            return (entry.message, entry.how, entry.on.isoformat(), entry.proof)
        case RequestReceived():
            return ("received", entry.on.isoformat(), entry.proof)
        case _:
            return (type(entry).__name__,)


@in_every_language
@pytest.mark.usefixtures("facebook")
def test_from_a_form_that_does_not_open_to_the_complaint_and_its_dossier(home: Path, setting: Setting) -> None:
    words = Words(setting)
    with on("2026-11-21", home, setting) as terminal:
        from_the_form_to_the_letter(terminal, words, setting)
        sent(terminal, words, "RR 1234")
        terminal.wait_for(words.status(Status.WAITING))
    with on("2026-11-24", home, setting) as terminal:
        open_request(terminal, words, Status.WAITING, "2026-11-24", "end", "up")
        they_got_it(terminal, words, "2026-11-23")
    with on("2026-12-24", home, setting) as terminal:
        open_request(terminal, words, Status.OVERDUE, "2026-12-24", "home")
        terminal.wait_for(words.move(Move.REMIND))
        terminal.press("enter")
        terminal.wait_for(words.letter(Kind.REMINDER))
        sent(terminal, words, "RR 5678")
        terminal.wait_for(words.status(Status.REMINDED))
    with on("2027-01-08", home, setting) as terminal:
        open_request(terminal, words, Status.REMINDED, "2027-01-08", "home")
        terminal.wait_for(words.move(Move.COMPLAIN))
        terminal.press("enter")
        terminal.wait_for(words.text("A complaint needs your contact details."))
        type_on_next_line(terminal, "tab", "1 rue Verte, 75001 Paris")
        terminal.press("ctrl+s")
        terminal.wait_for(words.letter(Kind.COMPLAINT))
        terminal.wait_for("https://www.cnil.fr/fr/plaintes")
        terminal.press("d")
        terminal.wait_for(words.text("Written"))
        sent(terminal, words, "24-001")
        terminal.wait_for(words.status(Status.COMPLAINED))

    session = open_session()
    assert [details_of(entry) for entry in session.journal.ledger.requests[REFERENCE]] == [
        ("opened", setting.language, "meta", "ai-objection"),
        ("request", "post", "2026-11-21", "RR 1234"),
        ("received", "2026-11-23", "AR 1234"),
        ("reminder", "post", "2026-12-24", "RR 5678"),
        ("complaint", "form", "2027-01-08", "24-001"),
    ]
    (case,) = session.requests.cases()
    assert altered_texts(session.folders.data, case.messages) == ()
    assert GROUND[setting.language] in (session.folders.data / case.messages[0].file).read_text(encoding="utf-8")
    dossier = (home / f"{REFERENCE}-dossier.md").read_text(encoding="utf-8")
    assert dossier.startswith("# Réclamation contre Meta"), (
        "the CNIL is written to in French, whatever the interface speaks"
    )
    for part in ("RR 1234", "AR 1234", "RR 5678", *(message.sha256 for message in case.messages[:2])):
        assert part in dossier


def from_the_form_to_the_letter(terminal: Terminal, words: Words, setting: Setting) -> None:
    """From the first card, whose form does not open, to an objection as a letter by post."""
    terminal.press("enter")
    terminal.wait_for("Facebook · marie.l")
    terminal.press("f")
    terminal.wait_for(words.text("Try, in this order:"))
    terminal.press("w")
    terminal.wait_for(words.text("to the letter"))
    terminal.type(GROUND[setting.language])
    terminal.wait_for(GROUND[setting.language])
    type_on_next_line(terminal, "tab", "Marie Lefèvre")
    terminal.press("f2")
    terminal.wait_for(words.letter(Kind.OBJECT_TRAINING))
    for _one_more in range(MOST_DOORS):
        if words.by_post() in terminal.rows[0]:
            break
        to_another_door(terminal)
    terminal.wait_for("Merrion Road")


def to_another_door(terminal: Terminal) -> None:
    door = terminal.rows[2]
    terminal.press("h")
    terminal.wait_until(lambda: terminal.rows[2] != door, what="another door")


def they_got_it(terminal: Terminal, words: Words, day: str) -> None:
    """On the screen of the request, record the day on which the company received it, which starts the time limit."""
    terminal.press("r")
    terminal.wait_for(words.text("The date, as you write it; “yesterday” or -3 will do"))
    terminal.type(day)
    terminal.wait_for(day)
    type_on_next_line(terminal, "enter", "AR 1234")
    terminal.press("enter")
    terminal.wait_for(words.text("received by the company"))
    terminal.wait_for(words.left("2026-11-24"))


@in_every_language
@pytest.mark.usefixtures("facebook")
def test_a_parent_writes_for_a_child_who_speaks_in_every_letter(home: Path, setting: Setting) -> None:
    words = Words(setting)
    with on("2026-11-21", home, setting) as terminal:
        terminal.press("enter")
        terminal.wait_for("Facebook · marie.l")
        terminal.press("w")
        terminal.wait_for(words.text("to the letter"))
        type_on_next_line(terminal, "tab", "Claire Quimby")
        type_on_next_line(terminal, "f9", "Marie Lefèvre")
        type_on_next_line(terminal, "enter", "livret de famille")
        type_on_next_line(terminal, "enter", "2014-02-03")
        terminal.press("enter")
        terminal.wait_for(words.letter(Kind.OBJECT_TRAINING))
        terminal.wait_for(
            {"en": "for Marie Lefèvre", "fr": "pour Marie Lefèvre", "de": "für Marie Lefèvre"}[setting.language]
        )
        sent(terminal, words, "RR 1234")

    session = open_session()
    (case,) = session.requests.cases()
    text = session.texts.frozen(case.messages[0])
    assert {"en": "I am under 15", "fr": "J’ai moins de 15 ans", "de": "Ich bin unter 15"}[setting.language] in text
    assert text.rstrip().split("\n")[-1].startswith("Claire Quimby (")
    assert session.texts.said(REFERENCE).written_for == WrittenFor("Marie Lefèvre", "Claire Quimby", Capacity.CHILD)

"""Answers in a terminal of 80 × 24: recording one with its questions, and letters to the authority."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from consentui.i18n import speaking
from consentui.journal.entries import Answer, AuthorityAnswer
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import open_session
from consentui.requests.answers import Detail
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move
from consentui.requests.rights import Right
from consentui.requests.status import Status
from consentui.storage.places import profile_folders
from consentui.text import capitalised
from consentui.words.details import question_words
from consentui.words.names import answer_name, authority_answer_name
from consentui.words.requests import kind_of_letter_name
from tests.journeys.program import Setting
from tests.journeys.terminal import Terminal
from tests.journeys.test_cases import Words, in_every_language, on, open_request, type_on_next_line

pytestmark = pytest.mark.journey

REFERENCE = "CU-2026-001"


@pytest.fixture
def objected(home: Path, setting: Setting) -> None:
    """Someone in France who objected on 1 November 2026."""
    folders = profile_folders()
    write_setting(folders.config_file, "language", setting.language)
    write_setting(folders.config_file, "country", "FR")
    keep_identity(folders.identity, Identity("Marie Lefèvre", "1 rue Verte\n75001 Paris"))
    session = open_session()
    account = session.accounts.add(session.knowledge.platform("facebook"), "marie.l")
    control = session.accounts.control(account, "ai-objection")
    case = session.requests.draft(account, Right.OBJECT_TRAINING, setting.language, control)
    written = session.letters.draft(Kind.OBJECT_TRAINING, case, "form").letter
    session.requests.record_sent(case, Kind.OBJECT_TRAINING, written, "form", "", date(2026, 11, 1))


@pytest.fixture
def complained(objected: None) -> None:
    """The same person, who complained on 10 November after a refusal."""
    session = open_session()
    case = session.requests.called(REFERENCE)
    session.requests.record_answer(case, "refused", date(2026, 11, 9))
    written = session.letters.draft(Kind.COMPLAINT, case, "post").letter
    session.requests.record_sent(case, Kind.COMPLAINT, written, "post", "CNIL", date(2026, 11, 10))


def pick(terminal: Terminal, words: Words, place: int, title: str) -> None:
    """Choose the row at a place of a list, which opens a sheet with this title that asks for the day first."""
    terminal.press(*["down"] * place, "enter")
    terminal.wait_for(words.text("The date, as you write it; “yesterday” or -3 will do"))
    terminal.wait_for(title)
    terminal.wait_quiet()


def to_next_line(terminal: Terminal) -> None:
    """Press Enter and wait until the line below has the focus."""
    terminal.press("enter")
    terminal.wait_quiet()


def answer_no(terminal: Terminal, words: Words, question: str) -> None:
    """Change the answer to the focused question to yes and then to no."""
    for answer in ("yes", "no"):
        terminal.press("space")
        terminal.wait_for(f"{question} ‹ {words.text(answer)} ›")


@in_every_language
@pytest.mark.usefixtures("objected")
def test_a_refusal_is_recorded_with_what_was_asked_of_it_and_its_letter_says_so(home: Path, setting: Setting) -> None:
    words = Words(setting)
    with speaking(setting.language):
        refused = capitalised(answer_name("refused"))
        reasons, court = question_words(Detail.REASONS), question_words(Detail.COURT_NAMED)
        reply = kind_of_letter_name(Kind.REFUSED_WITHOUT_REASONS)
    with on("2026-11-20", home, setting) as terminal:
        open_request(terminal, words, Status.WAITING, "2026-11-20", "end", "up")
        terminal.press("a")
        terminal.wait_for(words.text("What did they say?"))
        pick(terminal, words, get_args(Answer).index("refused"), refused)
        terminal.type("2026-11-18")
        terminal.wait_for("2026-11-18")
        type_on_next_line(terminal, "enter", "No.")
        to_next_line(terminal)
        answer_no(terminal, words, reasons)
        to_next_line(terminal)
        to_next_line(terminal)
        answer_no(terminal, words, court)
        terminal.press("ctrl+s")
        terminal.wait_for(words.status(Status.UNSETTLED))
        terminal.wait_for(reply)
        terminal.press("enter")
        terminal.wait_for(words.letter(Kind.REFUSED_WITHOUT_REASONS))

    (answer,) = open_session().requests.called(REFERENCE).answers
    assert (answer.answer, answer.on, answer.said) == ("refused", date(2026, 11, 18), "No.")
    assert (answer.reasons, answer.authority_named, answer.court_named) == (False, None, False)


@in_every_language
@pytest.mark.usefixtures("complained")
def test_a_silent_authority_is_asked_under_the_number_that_it_gave(home: Path, setting: Setting) -> None:
    words = Words(setting)
    with speaking(setting.language):
        acknowledged = capitalised(authority_answer_name("acknowledged"))
    with on("2026-11-20", home, setting) as terminal:
        open_request(terminal, words, Status.COMPLAINED, "2026-11-20", "end", "up")
        terminal.press("g")
        terminal.wait_for(words.text("What did the authority say?"))
        pick(terminal, words, get_args(AuthorityAnswer).index("acknowledged"), acknowledged)
        type_on_next_line(terminal, "enter", "24-001")
        terminal.press("ctrl+s")
        terminal.wait_for("24-001")
    with on("2027-02-11", home, setting) as terminal:
        open_request(terminal, words, Status.AUTHORITY_SILENT, "2027-02-11", "home")
        terminal.wait_for(words.move(Move.ASK_AUTHORITY))
        terminal.press("enter")
        terminal.wait_for(words.letter(Kind.ASK_AUTHORITY)[:35])
        terminal.press("s")
        terminal.wait_for(words.text("The date, as you write it; “yesterday” or -3 will do"))
        terminal.press("ctrl+s")
        terminal.wait_for(words.status(Status.AUTHORITY_ASKED))

    session = open_session()
    last = session.requests.called(REFERENCE).messages[-1]
    assert "24-001" in session.texts.frozen(last)
    assert (last.message, last.letter, last.on) == ("authority-letter", "ask-authority", date(2027, 2, 11))


@in_every_language
@pytest.mark.usefixtures("complained")
def test_an_early_resolution_is_objected_to_by_letter(home: Path, setting: Setting) -> None:
    words = Words(setting)
    with speaking(setting.language):
        proposed = capitalised(authority_answer_name("settlement-proposed"))
    with on("2026-11-20", home, setting) as terminal:
        open_request(terminal, words, Status.COMPLAINED, "2026-11-20", "end", "up")
        terminal.press("g")
        terminal.wait_for(words.text("What did the authority say?"))
        pick(terminal, words, get_args(AuthorityAnswer).index("settlement-proposed"), proposed)
        terminal.press("ctrl+s")
        terminal.wait_for(words.status(Status.AUTHORITY_ASKS))
        terminal.press("enter")
        terminal.wait_for(words.letter(Kind.OBJECT_SETTLEMENT)[:35])
        terminal.press("s")
        terminal.wait_for(words.text("The date, as you write it; “yesterday” or -3 will do"))
        terminal.press("ctrl+s")
        terminal.wait_for(words.status(Status.COMPLAINED))

    session = open_session()
    last = session.requests.called(REFERENCE).messages[-1]
    assert (last.message, last.letter) == ("authority-letter", "object-settlement")
    assert "2025/2518" not in session.texts.frozen(last)  # the complaint is from before 2 April 2027

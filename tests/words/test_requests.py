"""Requests in words, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from consentui.i18n import Language
from consentui.journal.entries import RequestClosed, RequestReceived
from consentui.profile.session import Session
from consentui.requests.cases import Case, answer_due
from consentui.requests.letters.kinds import Kind
from consentui.requests.rights import Regime
from consentui.requests.status import Move, Status
from consentui.words.requests import (
    days_left,
    kind_of_letter_name,
    moment_line,
    move_name,
    standing_words,
    status_name,
    timeline,
)
from tests.builders import request_proof
from tests.requests.letter_facts import a_message, an_answer
from tests.requests.test_cases import ENTRY, OPENED, SENT

LAST_DAY = date(2027, 3, 1)
CASE = Case(
    OPENED,
    (
        SENT,
        RequestReceived(**ENTRY, on=date(2027, 1, 31), proof="RR 1234"),
        a_message("reminder", on=date(2027, 3, 2), how="post"),
        an_answer("canned", on=date(2027, 3, 9), note="They point at settings"),
        RequestClosed(**ENTRY, on=date(2027, 4, 1), satisfied=False, note="Enough"),
    ),
)
DUE = answer_due(CASE, "IE", Regime.EU)
assert DUE is not None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_has_a_name_of_its_own(speak: Callable[[Language], None], language: Language) -> None:
    speak(language)
    for names in (
        [status_name(one) for one in Status],
        [move_name(one) for one in Move],
        [kind_of_letter_name(one) for one in Kind],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_no_name_is_the_same_in_both_languages(speak: Callable[[Language], None]) -> None:
    found: list[set[str]] = []
    for language in ("en", "fr"):
        speak(language)
        found.append({*map(status_name, Status), *map(move_name, Move), *map(kind_of_letter_name, Kind)})
    assert found[0] & found[1] == set()


@pytest.mark.parametrize(
    ("after", "english", "french"),
    [
        (-29, "29 days left", "29 jours restants"),
        (-1, "1 day left", "1 jour restant"),
        (0, "due today", "attendue aujourd’hui"),
        (1, "1 day late", "1 jour de retard"),
        (16, "16 days late", "16 jours de retard"),
    ],
)
def test_the_time_left_is_counted_in_days(
    speak: Callable[[Language], None], after: int, english: str, french: str
) -> None:
    assert DUE is not None
    today = LAST_DAY + timedelta(days=after)
    assert days_left(DUE, today) == english
    speak("fr")
    assert days_left(DUE, today) == french


def test_the_time_stands_beside_the_standing_while_an_answer_is_owed() -> None:
    assert standing_words(Status.WAITING, DUE, LAST_DAY) == "waiting for the answer, due today"
    assert standing_words(Status.GRANTED, DUE, LAST_DAY) == "granted"
    assert standing_words(Status.DRAFT, None, LAST_DAY) == "to be sent"


def test_the_timeline_goes_by_day_and_ends_with_the_end() -> None:
    assert [moment_line(one) for one in timeline(CASE, DUE)] == [
        "31 January 2027\trequest sent, e-mail",
        "31 January 2027\treceived by the company",
        "1 March 2027\tanswer due",
        "2 March 2027\treminder sent, letter by post",
        "9 March 2027\tcanned answer",
        "1 April 2027\tclosed: let rest",
    ]


def test_the_timeline_in_french(speak: Callable[[Language], None]) -> None:
    speak("fr")
    assert [moment_line(one) for one in timeline(CASE, DUE)] == [
        "31 janvier 2027\tdemande envoyée (e-mail)",
        "31 janvier 2027\treçue par l’entreprise",
        "1er mars 2027\tréponse attendue",
        "2 mars 2027\trelance envoyée (courrier postal)",
        "9 mars 2027\tréponse toute faite",
        "1er avril 2027\tclose\u202f: abandonnée",
    ]


def test_each_moment_tells_its_proof_its_note_or_its_rule(session: Session) -> None:
    assert DUE is not None
    details = {one.what: one.detail for one in timeline(CASE, DUE, session.knowledge.law().named(DUE.rules))}
    assert "SHA-256 000000000000…" in details["request sent, e-mail"]
    assert details["received by the company"] == "RR 1234"
    assert details["canned answer"] == "They point at settings"
    assert details["closed: let rest"] == "Enough"
    for words in ("28 February 2027 is a Saturday, a Sunday", "GDPR Art. 12(3)", "Regulation 1182/71, Art. 3(1)"):
        assert words in details["answer due"]


def test_a_proof_stands_on_its_day_with_its_note_its_kind_its_size_and_its_hash() -> None:
    (moment,) = timeline(Case(OPENED, proofs=(request_proof(name="a\nb.png", note="the form"),)), None)
    assert moment_line(moment) == "1 January 2026\tproof attached, “a b.png”"
    assert moment.detail == "the form · PNG image · 512 bytes · SHA-256 6f6f6f6f6f6f…"


def test_a_draft_has_no_timeline() -> None:
    assert timeline(Case(OPENED), None) == ()

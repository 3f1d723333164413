"""Requests in words, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from consentui.i18n import Language
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.requests.status import Situation, Status
from consentui.words.requests import (
    days_left,
    kind_of_letter_name,
    move_name,
    next_move_name,
    standing_words,
    status_name,
)

LAST_DAY = date(2027, 3, 1)


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
    today = LAST_DAY + timedelta(days=after)
    assert days_left(LAST_DAY, today) == english
    speak("fr")
    assert days_left(LAST_DAY, today) == french


def test_the_time_stands_beside_the_standing_while_an_answer_is_owed() -> None:
    wait, close = (NextMove(Move.WAIT),), (NextMove(Move.CLOSE),)
    assert standing_words(Situation(Status.WAITING, wait, LAST_DAY), LAST_DAY) == "waiting for the answer, due today"
    assert standing_words(Situation(Status.GRANTED, close, LAST_DAY), LAST_DAY) == "granted"
    assert standing_words(Situation(Status.DRAFT, close), LAST_DAY) == "to be sent"


def test_a_reply_is_named_by_its_letter_and_the_list_of_all_is_another() -> None:
    assert next_move_name(NextMove(Move.REPLY, Kind.CANNED_ANSWER)) == "reply: canned answer"
    assert next_move_name(NextMove(Move.REPLY)) == "another reply"
    assert next_move_name(NextMove(Move.REMIND, Kind.REMINDER)) == "remind them"

"""The facts of a request in the order of their days, for the complaint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from consentui.journal.entries import RequestAnswered, Surface
from consentui.requests.letters.facts import Facts


class Happening(Struct, frozen=True):
    """Something that happened on a day; `what` is a word that the templates know."""

    on: date
    what: str
    how: Surface | None = None


def happenings(facts: Facts) -> tuple[Happening, ...]:
    """What happened, oldest first; on one day in the order in which it can have happened."""
    return tuple(sorted(_unsorted(facts), key=lambda one: one.on))


def _unsorted(facts: Facts) -> Iterator[Happening]:
    if facts.switched_off:
        yield Happening(facts.switched_off, "switched-off")
    for message in facts.messages:
        yield Happening(message.on, message.message, message.how)
    if facts.received and (facts.request is None or facts.received != facts.request.on):
        yield Happening(facts.received, "received")
    for answer in facts.answers:
        yield Happening(answer.on, _word(answer))
    if facts.due and facts.is_late:
        yield Happening(facts.due, "time-ended")


def _word(answer: RequestAnswered) -> str:
    return "extended-with-reasons" if answer.answer == "extended" and answer.reasons else answer.answer

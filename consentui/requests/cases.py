"""A request from beginning to end, put together from its journal entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from consentui.journal.entries import (
    AboutRequest,
    Answer,
    Attached,
    AuthorityAnswered,
    Message,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestProof,
    RequestReceived,
    RequestReopened,
    RequestSent,
)
from consentui.journal.ids import in_order
from consentui.requests.answers import OF_ALL, OWN_STEPS
from consentui.requests.rights import Regime, Right
from consentui.requests.time.deadlines import Deadline, Extension, Question, deadline
from consentui.requests.time.own import POST_TAKES, so_long_after

Event = RequestSent | RequestReceived | RequestAnswered | RequestChecked | RequestClosed | RequestReopened
Step = Event | AuthorityAnswered
"""An entry about something that happened, with the day on which it did."""


_SILENT = OWN_STEPS | {"not-delivered"}
"""Answers that show no reaction of the controller."""


class Start(Struct, frozen=True):
    """The day from which the time runs, and whether it is only the last day on which a letter can have arrived."""

    on: date
    is_assumed: bool = False


class Case(Struct, frozen=True):
    """A request as the entries about it describe it."""

    opened: RequestOpened
    steps: tuple[Step, ...] = ()
    """What happened, by day; within a day, in the order in which it was written down."""
    proofs: tuple[RequestProof, ...] = ()

    @property
    def reference(self) -> str:
        """The reference that every message of the request bears, such as `CU-2026-004`."""
        return self.opened.request

    @property
    def right(self) -> Right:
        return Right(self.opened.right)

    @property
    def messages(self) -> tuple[RequestSent, ...]:
        """The messages that went out, including those that came back undelivered."""
        return tuple(one for one in self.steps if isinstance(one, RequestSent))

    @property
    def answers(self) -> tuple[RequestAnswered, ...]:
        """What the controller said, and the person's own steps in response."""
        return tuple(one for one in self.steps if isinstance(one, RequestAnswered))

    @property
    def closed(self) -> RequestClosed | None:
        """The entry that closed the request; None if it is open or has been reopened since."""
        ends = [one for one in self.steps if isinstance(one, RequestClosed | RequestReopened)]
        last = ends[-1] if ends else None
        return last if isinstance(last, RequestClosed) else None

    @property
    def corrected_answers(self) -> tuple[RequestAnswered, ...]:
        """The answers as corrected: one of the same kind, written down later for the same day, replaces the first."""
        last = {(one.on, one.answer): one.id for one in self.answers}
        return tuple(one for one in self.answers if last[one.on, one.answer] == one.id)

    def answered_before(self, on: date) -> RequestAnswered | None:
        """The first reaction of the controller to the request before a day; None if there was none."""
        if self.request is None:
            return None
        said = (one for one in self.after(self.request) if isinstance(one, RequestAnswered) and one.on < on)
        return next((one for one in said if one.answer not in _SILENT), None)

    @property
    def delivered(self) -> tuple[RequestSent, ...]:
        """The messages that are not known to have come back."""
        return _delivered(self.steps)

    @property
    def request(self) -> RequestSent | None:
        """The sending from which the time runs: the first, or the first after the answer that its channel was wrong."""
        sent = [one for one in self.delivered if one.message == "request"]
        turned_away = self.first("wrong-channel")
        again = [one for one in sent if turned_away and one in self.after(turned_away)]
        return next(iter(again or sent), None)

    @property
    def received(self) -> RequestReceived | None:
        """The day on which the controller received the request, as last written down."""
        request = self.request
        if request is None:
            return None
        days = [one for one in self.steps if isinstance(one, RequestReceived) and one.on >= request.on]
        return in_order(days)[-1] if days else None

    @property
    def start(self) -> Start | None:
        """The day from which the time runs, that of receipt or of sending; None before the request went out."""
        request, received = self.request, self.received
        if request is None:
            return None
        if received:
            return Start(received.on)
        if request.how == "post":
            return self._arrived(request)
        return Start(request.on)

    def _arrived(self, letter: RequestSent) -> Start:
        """The last day on which a letter can have arrived; an earlier answer shows that it had arrived by then."""
        said = (one for one in self.after(letter) if isinstance(one, RequestAnswered) and one.answer not in _SILENT)
        latest = so_long_after(letter.on, POST_TAKES)
        return Start(min([latest, *(one.on for one in said)]), is_assumed=True)

    def after(self, step: Step) -> tuple[Step, ...]:
        """What happened after a step."""
        return self.steps[self.steps.index(step) + 1 :]

    def first(self, answer: Answer) -> RequestAnswered | None:
        """The first answer of this kind."""
        return next((one for one in self.answers if one.answer == answer), None)

    def first_sent(self, message: Message) -> RequestSent | None:
        """The first message of a kind that went out."""
        return next((one for one in self.messages if one.message == message), None)

    def last_sent(self, message: Message) -> RequestSent | None:
        """The last message of a kind that went out and did not come back."""
        return next((one for one in reversed(self.delivered) if one.message == message), None)


def case_of(entries: Sequence[AboutRequest]) -> Case | None:
    """The case that these entries, oldest first, make up; None if its opening is missing because it was taken back."""
    opened = next((entry for entry in entries if isinstance(entry, RequestOpened)), None)
    if opened is None:
        return None
    steps = [entry for entry in entries if not isinstance(entry, RequestOpened | Attached)]
    return Case(
        opened,
        tuple(sorted(steps, key=attrgetter("on"))),
        tuple(entry for entry in entries if isinstance(entry, RequestProof)),
    )


def answer_due(case: Case, seat: str, regime: Regime) -> Deadline | None:
    """When the controller's answer is due under the law of the regime; None before the request went out."""
    start = case.start
    if start is None:
        return None
    return deadline(
        start.on,
        seat,
        regime,
        case.right,
        is_assumed=start.is_assumed,
        extension=_extension(case, start.on),
        identification=_question(case, start.on, "identity-asked", "identity-given", contested_by="identity-demanded"),
        clarification=_question(case, start.on, "clarification-asked", "clarified", told_by="clarification"),
        fee=_question(case, start.on, "fee-asked", "fee-paid", contested_by="fee-demanded"),
    )


def is_answered_in_time(case: Case, due: Deadline) -> bool:
    """Whether everything was granted or refused by the last day: the law requires no further answer then."""
    return any(one.answer in OF_ALL and one.on <= due.last_day for one in case.answers)


def _delivered(steps: Sequence[Step]) -> tuple[RequestSent, ...]:
    """The messages without those that came back: every failed delivery removes the last message before it."""
    out: list[RequestSent] = []
    for one in steps:
        if isinstance(one, RequestSent):
            out.append(one)
        elif isinstance(one, RequestAnswered) and one.answer == "not-delivered" and out:
            out.pop()
    return tuple(out)


def _extension(case: Case, begin: date) -> Extension | None:
    """The extension that counts, if any: one with reasons, else one whose reasons are not known, else one without.

    Another entry for the same day is a correction, or supplies what was not known.
    """
    said = {one.on: one for one in case.answers if one.answer == "extended" and one.on >= begin}
    best = sorted(said.values(), key=lambda one: (True, None, False).index(one.reasons))
    return Extension(best[0].on, best[0].reasons) if best else None


def _question(
    case: Case, begin: date, asks: Answer, gives: Answer, *, told_by: str = "", contested_by: str = ""
) -> Question | None:
    """What the controller wants before it answers: given by an answer or a letter, or contested by a letter."""
    asked = next((one for one in case.answers if one.answer == asks and one.on >= begin), None)
    if asked is None:
        return None
    later = [one for one in case.after(asked) if not isinstance(one, RequestSent) or one in case.delivered]
    given = (one.on for one in later if _is_answer(one, gives) or _is_letter(one, told_by))
    return Question(asked.on, next(given, None), any(_is_letter(one, contested_by) for one in later))


def _is_answer(step: Step, answer: Answer) -> bool:
    return isinstance(step, RequestAnswered) and step.answer == answer


def _is_letter(step: Step, letter: str) -> bool:
    return isinstance(step, RequestSent) and step.letter == letter

"""A request from beginning to end, as its entries tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from consentui.journal.entries import (
    AboutRequest,
    Message,
    RequestAnswered,
    RequestClosed,
    RequestOpened,
    RequestProof,
    RequestReceived,
    RequestSent,
)
from consentui.requests.rights import Regime, Right
from consentui.requests.time.deadlines import Deadline, Extension, Identification, deadline


class Case(Struct, frozen=True):
    """What the entries about one request come to."""

    opened: RequestOpened
    messages: tuple[RequestSent, ...] = ()
    received: RequestReceived | None = None
    answers: tuple[RequestAnswered, ...] = ()
    closed: RequestClosed | None = None
    proofs: tuple[RequestProof, ...] = ()

    @property
    def reference(self) -> str:
        """What stands in every message of the request: `CU-2026-004`."""
        return self.opened.request

    @property
    def right(self) -> Right:
        return Right(self.opened.right)

    @property
    def last_answer(self) -> RequestAnswered | None:
        return self.answers[-1] if self.answers else None

    @property
    def counts_from(self) -> date | None:
        """The day the time runs from: receipt where it is known, else sending; None for a draft."""
        if self.received:
            return self.received.on
        sent = self.first_sent("request")
        return sent.on if sent else None

    def first_sent(self, message: Message) -> RequestSent | None:
        """The first message of a kind that went out."""
        return next((one for one in self.messages if one.message == message), None)

    def last_sent(self, message: Message) -> RequestSent | None:
        """The last message of a kind that went out."""
        return next((one for one in reversed(self.messages) if one.message == message), None)


def case_of(entries: Sequence[AboutRequest]) -> Case | None:
    """The case that these entries (oldest first) tell; None without its opening, which was taken back then."""
    opened = next((entry for entry in entries if isinstance(entry, RequestOpened)), None)
    if opened is None:
        return None
    return Case(
        opened,
        tuple(entry for entry in entries if isinstance(entry, RequestSent)),
        next((entry for entry in reversed(entries) if isinstance(entry, RequestReceived)), None),
        tuple(entry for entry in entries if isinstance(entry, RequestAnswered)),
        next((entry for entry in reversed(entries) if isinstance(entry, RequestClosed)), None),
        tuple(entry for entry in entries if isinstance(entry, RequestProof)),
    )


def answer_due(case: Case, seat: str, regime: Regime) -> Deadline | None:
    """When the controller's answer is due, by the law of the regime; None for a draft."""
    if case.counts_from is None:
        return None
    return deadline(
        case.counts_from,
        seat,
        regime,
        case.right,
        extension=_extension(case, case.counts_from),
        identification=_identification(case, case.counts_from),
    )


def _extension(case: Case, begin: date) -> Extension | None:
    """The first extension that can count: a later one with reasons makes up for one without."""
    said = [one for one in case.answers if one.answer == "extended" and one.on >= begin]
    found = next((one for one in said if one.reasons is not False), said[0] if said else None)
    return Extension(found.on, found.reasons) if found else None


def _identification(case: Case, begin: date) -> Identification | None:
    asked = next((one for one in case.answers if one.answer == "identity-asked" and one.on >= begin), None)
    if asked is None:
        return None
    given = next((one for one in case.answers if one.answer == "identity-given" and one.on >= asked.on), None)
    return Identification(asked.on, given.on if given else None)

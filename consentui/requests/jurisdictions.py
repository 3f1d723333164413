"""Whose law a request rests on and where the company has its seat, both settled when the request first goes out."""

from __future__ import annotations

from msgspec import Struct

from consentui.journal.entries import LawOfRequest
from consentui.requests.cases import Case
from consentui.requests.rights import Regime


class Jurisdiction(Struct, frozen=True):
    """Where the person lives, whose law counts the time there, and where the company has its seat."""

    country: str
    """ISO 3166; empty if not known."""
    region: str
    regime: Regime | None
    """None if no law is known that counts the time."""
    seat: str
    """A country, or a region of one (`DE-BE`); empty if not known."""

    @property
    def law(self) -> LawOfRequest:
        """The law, as a journal entry names it."""
        return self.regime.value if self.regime else "none"


def settled(case: Case) -> Jurisdiction | None:
    """The jurisdiction when the request first went out; None before that, or if it was not written down then."""
    sent = case.first_sent("request")
    if sent is None or not sent.law:
        return None
    regime = None if sent.law == "none" else Regime(sent.law)
    return Jurisdiction(sent.country, sent.region, regime, sent.seat)

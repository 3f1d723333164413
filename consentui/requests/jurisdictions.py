"""Whose law a request rests on, and where the company sits: settled on the day the request first goes out."""

from __future__ import annotations

from msgspec import Struct

from consentui.journal.entries import LawOfRequest
from consentui.requests.cases import Case
from consentui.requests.rights import Regime


class Jurisdiction(Struct, frozen=True):
    """Where the person lives, whose law counts the time there, where the company sits."""

    country: str
    """ISO 3166; empty where nobody said."""
    region: str
    regime: Regime | None
    """None where no law is known that counts the time."""
    seat: str
    """A country, or a region of one (`DE-BE`); empty where it is not known."""

    @property
    def law(self) -> LawOfRequest:
        """The law as an entry names it."""
        return self.regime.value if self.regime else "none"


def settled(case: Case) -> Jurisdiction | None:
    """As it was when the request first went out; None before that, and where it was not written down then."""
    sent = case.first_sent("request")
    if sent is None or not sent.law:
        return None
    regime = None if sent.law == "none" else Regime(sent.law)
    return Jurisdiction(sent.country, sent.region, regime, sent.seat)

"""The rights that a request may rest on, and the laws that set a time for the answer."""

from __future__ import annotations

from enum import StrEnum

from consentui.i18n.countries import EEA_COUNTRIES
from consentui.knowledge.records import Control


class Right(StrEnum):
    """A right of the data subject, by the article of the GDPR that gives it."""

    OBJECT_TRAINING = "object-training"
    """Objection to AI training, Art. 21(1), with restriction until the answer, Art. 18(1)(d)."""
    OBJECT_MARKETING = "object-marketing"
    """Objection to direct marketing and the profiling for it, Art. 21(2) and (3)."""
    WITHDRAW = "withdraw-consent"
    """Withdrawal of consent, Art. 7(3)."""
    ERASE = "erase"
    """Erasure, Art. 17, including data already used for training."""
    ACCESS = "access"
    """Access, Art. 15, including what AI does with the data."""


def fitting_right(control: Control) -> Right | None:
    """The right that suits what a control is about; None if there is no letter for it."""
    if control.kind == "deletion" or control.purpose == "retention":
        return Right.ERASE
    return {"ai-training": Right.OBJECT_TRAINING, "advertising": Right.OBJECT_MARKETING}.get(control.purpose)


def proposed_right(control: Control) -> Right:
    """The right that a letter about a control begins with.

    Where none suits, it is access: it needs no reason, claims nothing, and its answer says what is done with the data
    and who receives them, on which the other rights rest.
    """
    return fitting_right(control) or Right.ACCESS


class Regime(StrEnum):
    """A law that counts the time for an answer."""

    EU = "eu"
    UK = "uk"
    CH = "ch"
    US_CA = "us-ca"
    BR = "br"


CITED: frozenset[Regime] = frozenset(Regime) - {Regime.BR}
"""The laws whose own articles letters cite, and under which a complaint can be written."""


_TIMED: dict[Regime, frozenset[Right]] = {
    Regime.CH: frozenset({Right.ACCESS}),
    Regime.US_CA: frozenset({Right.ACCESS, Right.ERASE}),
    Regime.BR: frozenset({Right.ACCESS}),
}
"""The rights for which a law sets a time; a law that is not listed sets one for every right."""


def is_due_by_courtesy(regime: Regime, right: Right) -> bool:
    """Whether the counted day is only a courtesy date because the law sets no time for this right."""
    return regime in _TIMED and right not in _TIMED[regime]


CALIFORNIA = "CA"
"""The only state of the United States whose law is counted here."""

_GDPR_RULES: dict[Right, tuple[str, ...]] = {
    Right.OBJECT_TRAINING: ("gdpr-21-1", "gdpr-18"),
    Right.OBJECT_MARKETING: ("gdpr-21-2",),
    Right.WITHDRAW: ("gdpr-7-3",),
    Right.ERASE: ("gdpr-17",),
    Right.ACCESS: ("gdpr-15",),
}
_OTHER_RULES: dict[Regime, tuple[str, dict[Right, str]]] = {
    Regime.CH: ("ch-30", {Right.ERASE: "ch-32", Right.ACCESS: "ch-25"}),
    Regime.US_CA: ("ca-1798-120", {Right.ERASE: "ca-1798-105", Right.ACCESS: "ca-1798-110"}),
}
"""For laws that know no objection or withdrawal: the rule that gives a right to refuse, and those of other rights."""


def rules_of(right: Right, regime: Regime) -> tuple[str, ...]:
    """The rules that give a right, by their ids in `data/law.toml`: the GDPR's, unless the law has its own."""
    if regime in _OTHER_RULES:
        refusal, others = _OTHER_RULES[regime]
        return (others.get(right, refusal),)
    return _GDPR_RULES[right]


_ELSEWHERE = {"GB": Regime.UK, "CH": Regime.CH, "BR": Regime.BR}


def regime_in(country: str, region: str = "") -> Regime | None:
    """The law that counts the time for a person living in a country (ISO 3166) and region; None if none is known."""
    if country in EEA_COUNTRIES:
        return Regime.EU
    if country == "US":
        return Regime.US_CA if region == CALIFORNIA else None
    return _ELSEWHERE.get(country)

"""The terms of consent records: the W3C Data Privacy Vocabulary (DPV) 2.3, and a few words of our own.

Every term was looked up in the vocabulary's own tables, version 2.3 (https://w3id.org/dpv/2.3: `dpv`, `ai`, `loc`,
`legal/eu/gdpr`); a test compares the terms that are written with a list of them. Where DPV has no term, the term is
ours, under `urn:consentui:vocab#`, which promises nothing to anybody else.
"""

from __future__ import annotations

from typing import Any

from consentui.i18n.countries import EEA_COUNTRIES, countries
from consentui.journal.entries import Decision, Outcome
from consentui.knowledge.records import Kind, Purpose

VOCABULARY = "urn:consentui:vocab#"

_TO_TERMS = (
    "dct:conformsTo",
    "dct:source",
    "dpv:hasCountry",
    "dpv:hasHumanInvolvement",
    "dpv:hasJurisdiction",
    "dpv:hasProcessing",
    "dpv:hasRequestStatus",
    "dpv:hasRight",
    "dpv:isIndicatedBy",
    "skos:broader",
)
_TO_DAYS = ("dct:issued", "dpv:isIndicatedAtTime", "cu:factsCheckedOn", "cu:checkedOn", "cu:made")

CONTEXT: dict[str, Any] = {
    "dpv": "https://w3id.org/dpv#",
    "ai": "https://w3id.org/dpv/ai#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "cu": VOCABULARY,
    **{name: {"@type": "@id"} for name in _TO_TERMS},
    **{name: {"@type": "xsd:date"} for name in _TO_DAYS},
}
"""What the prefixes and names mean; written into every file, so that nothing has to be fetched."""

PROCESSING: dict[Purpose, dict[str, str]] = {
    "ai-training": {"dpv:hasProcessing": "ai:ModelTraining"},
    "third-party-sharing": {"dpv:hasProcessing": "dpv:Share"},
    "visibility": {"dpv:hasProcessing": "dpv:Disclose"},
    "retention": {"dpv:hasProcessing": "dpv:Store"},
    "human-review": {"dpv:hasHumanInvolvement": "dpv:HumanInvolved"},
}
"""DPV's terms for a use, where it has one for what is done but none for the purpose."""

BROADER: dict[Purpose, str] = {"advertising": "dpv:Advertising", "personalisation": "dpv:Personalisation"}
"""The DPV purpose that ours is a kind of."""

REQUEST_STATUS: dict[Outcome, str] = {
    Outcome.SENT: "dpv:RequestInitiated",
    Outcome.CONFIRMED: "dpv:RequestAccepted",
    Outcome.REFUSED: "dpv:RequestRejected",
}


def record_types(kind: Kind) -> list[str]:
    """The types of a record; an objection is also the exercise of a right (DPV: a record of activities)."""
    return ["dpv:ConsentRecord", "dpv:RightExerciseRecord"] if kind == "objection-form" else ["dpv:ConsentRecord"]


def right(kind: Kind, country: str) -> str | None:
    """The right that is exercised: GDPR Art. 21 for an objection in the EEA, else None."""
    return "eu-gdpr:A21" if kind == "objection-form" and country in EEA_COUNTRIES else None


def place(country: str) -> str | None:
    """The term for a country, None if it is not a known country code."""
    return f"loc:{country}" if country in dict(countries()) else None


def status(happened: Decision | Outcome, before: str | None) -> str | None:
    """The consent status that a decision or an outcome leads to, None if it leads to none.

    `before` is the status until then: consent that was never given is refused, consent that was given is withdrawn. An
    attempt that failed or was put off leads to none, since DPV has no term for wanting to refuse and finding no way.
    """
    given = before in {"dpv:ConsentGiven", "dpv:RenewedConsentGiven"}
    if isinstance(happened, Outcome) and happened.effect in {"fails", "puts-off"}:
        return None
    if happened is Decision.ALLOW:
        return "dpv:RenewedConsentGiven" if given else "dpv:ConsentGiven"
    if happened is Decision.UNDECIDED:
        return "dpv:ConsentUnknown"
    return "dpv:ConsentWithdrawn" if given else "dpv:ConsentRefused"

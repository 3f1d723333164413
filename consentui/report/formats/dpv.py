"""The terms of consent records: the W3C Data Privacy Vocabulary (DPV) 2.3, and a few words of our own.

Every term was looked up in the vocabulary's own tables, version 2.3 (https://w3id.org/dpv/2.3: `dpv`, `ai`, `loc`,
`legal/eu/gdpr`); a test holds what is written against a list of them. Where DPV has no word, the word is ours and
stands under `urn:consentui:vocab#`, which promises nothing to anybody else.
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
"""What names stand for: written into every file, so that none has to be fetched."""

PROCESSING: dict[Purpose, dict[str, str]] = {
    "ai-training": {"dpv:hasProcessing": "ai:ModelTraining"},
    "third-party-sharing": {"dpv:hasProcessing": "dpv:Share"},
    "visibility": {"dpv:hasProcessing": "dpv:Disclose"},
    "retention": {"dpv:hasProcessing": "dpv:Store"},
    "human-review": {"dpv:hasHumanInvolvement": "dpv:HumanInvolved"},
}
"""What DPV calls the use, where it has a word for what is done and none for what it is done for."""

BROADER: dict[Purpose, str] = {"advertising": "dpv:Advertising", "personalisation": "dpv:Personalisation"}
"""The purpose in DPV that ours is one of."""

REQUEST_STATUS: dict[Outcome, str] = {
    Outcome.SENT: "dpv:RequestInitiated",
    Outcome.CONFIRMED: "dpv:RequestAccepted",
    Outcome.REFUSED: "dpv:RequestRejected",
}


def record_types(kind: Kind) -> list[str]:
    """What kind of record it is; an objection is the exercise of a right too (DPV: a record of activities)."""
    return ["dpv:ConsentRecord", "dpv:RightExerciseRecord"] if kind == "objection-form" else ["dpv:ConsentRecord"]


def right(kind: Kind, country: str) -> str | None:
    """The right that is exercised, where the GDPR applies: an objection rests on its Art. 21."""
    return "eu-gdpr:A21" if kind == "objection-form" and country in EEA_COUNTRIES else None


def place(country: str) -> str | None:
    """The term for a country, None where it is not known to be one."""
    return f"loc:{country}" if country in dict(countries()) else None


def status(happened: Decision | Outcome, before: str | None) -> str | None:
    """The consent status that a decision or an outcome leads to, None where it leads to none.

    `before` is the status until then. What was never given is refused, what was given is withdrawn; an attempt that
    came to nothing leads nowhere, since DPV has no word for wanting to refuse and finding no way.
    """
    given = before in {"dpv:ConsentGiven", "dpv:RenewedConsentGiven"}
    if isinstance(happened, Outcome) and happened.effect in {"fails", "puts-off"}:
        return None
    if happened is Decision.ALLOW:
        return "dpv:RenewedConsentGiven" if given else "dpv:ConsentGiven"
    if happened is Decision.UNDECIDED:
        return "dpv:ConsentUnknown"
    return "dpv:ConsentWithdrawn" if given else "dpv:ConsentRefused"

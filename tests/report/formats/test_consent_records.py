"""Consent records, read by a JSON-LD processor that may fetch nothing."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import given
from pyld import jsonld

from consentui.checklist.availability import usual_account_type
from consentui.checklist.items import items_of
from consentui.i18n import Language, speaking
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Kind, Platform, Purpose
from consentui.report.formats.consent_records import record_id, render
from consentui.report.kinds.accounts import AccountView, Report, build
from tests.builders import (
    TODAY,
    a_control,
    a_controller,
    a_ledger,
    a_platform,
    a_source,
    a_text,
    an_account,
    decided,
    in_turn,
    noted,
    recorded,
)
from tests.data.shelf import PLATFORMS
from tests.report.formats.test_markdown import HOSTILE
from tests.report.formats.test_schemas import reports
from tests.report.kinds.test_accounts import report

DPV = "https://w3id.org/dpv#"
OURS = "urn:consentui:vocab#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

# Every term below is in the tables of version 2.3 of the vocabulary, at https://w3id.org/dpv/2.3: dpv/dpv.csv,
# ai/ai.csv, legal/eu/gdpr/eu-gdpr.csv. Look a term up there before adding it; any other does not exist.
DPV_TERMS = {
    f"{DPV}{term}"
    for term in (
        *("Advertising", "ConsentGiven", "ConsentRecord", "ConsentRefused", "ConsentUnknown", "ConsentWithdrawn"),
        *("DataController", "DataSubject", "Disclose", "Entity", "HumanInvolved", "Notice", "Personalisation"),
        *("Process", "Purpose", "RenewedConsentGiven", "RequestAccepted", "RequestInitiated", "RequestRejected"),
        *("RightExerciseRecord", "Service", "Share", "Store"),
        *("hasConsentStatus", "hasCountry", "hasDataController", "hasDataSubject", "hasHumanInvolvement"),
        *("hasIndicationMethod", "hasJurisdiction", "hasName", "hasNotice", "hasProcess", "hasProcessing"),
        *("hasPurpose", "hasRequestStatus", "hasRight", "hasService", "isIndicatedAtTime", "isIndicatedBy"),
    )
} | {"https://w3id.org/dpv/ai#ModelTraining", "https://w3id.org/dpv/legal/eu/gdpr#A21"}
# DCMI Metadata Terms (2020-01-20) and SKOS (2009-08-18).
OTHER_TERMS = {
    *(
        f"http://purl.org/dc/terms/{term}"
        for term in (
            "conformsTo",
            "creator",
            "description",
            "identifier",
            "issued",
            "language",
            "source",
            "title",
        )
    ),
    "http://www.w3.org/2004/02/skos/core#broader",
}
COUNTRY = "https://w3id.org/dpv/loc#"
"""The prefix of countries, followed by an ISO 3166 code; loc/loc.csv lists them all."""
OUR_THINGS = ("urn:uuid:", "urn:consentui:", "https://chirp.example/")


class Fact(NamedTuple):
    """A triple; `kind` is the language or datatype of its object, or IRI."""

    subject: str
    predicate: str
    value: str
    kind: str


def no_network(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    raise AssertionError(f"{url} would have been fetched")


def facts(text: str) -> set[Fact]:
    """The triples of a file, as a JSON-LD processor reads it."""
    options: Any = {"documentLoader": no_network}
    dataset: Any = jsonld.to_rdf(json.loads(text), options)
    assert set(dataset) <= {"@default"}
    return {
        Fact(
            one["subject"]["value"],
            one["predicate"]["value"],
            one["object"]["value"],
            one["object"].get("language") or one["object"].get("datatype") or one["object"]["type"],
        )
        for one in dataset.get("@default", [])
    }


def normal(text: str) -> str:
    """The file in canonical form, whatever way it was written (RDFC-1.0, N-Quads)."""
    options: Any = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": no_network}
    return str(jsonld.normalize(json.loads(text), options))


def records(made: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(made))["@graph"]
    return found


def only(made: Report) -> dict[str, Any]:
    (record,) = records(made)
    return record


def events(made: Report) -> list[tuple[int, str]]:
    """The events of the record in order: their numbers and types."""
    record = only(made)
    found = [*record.get("dpv:hasConsentStatus", []), *record.get("cu:hasAttempt", [])]
    return sorted((event["cu:number"], event["@type"]) for event in found)


def with_controller() -> Report:
    """A report that names the controller, on a control that was switched off on the web."""
    ledger = a_ledger(recorded("switched-off", surface="web"))
    items = items_of(an_account(), a_platform(), ledger, "FR", TODAY)
    view = AccountView(an_account(), a_platform(), items, (), a_controller())
    return build([view], ledger, as_of=TODAY, language="en", country="FR", names="masked", version="1.2")


# Existence of records


def test_what_was_never_touched_has_no_record() -> None:
    assert records(report()) == []
    assert records(report(noted("only a note"))) == []
    assert facts(render(report())) == set()


def test_each_control_of_each_account_that_was_decided_on_has_a_record() -> None:
    platform = a_platform(a_control(), a_control(id="sharing"), a_control(id="untouched"))
    ledger = a_ledger(
        decided("allow", 1),
        recorded("not-found", 2, control="sharing"),
        decided("refuse", 3, account="chirp-0002"),
    )
    views = [
        AccountView(account, platform, items_of(account, platform, ledger, "FR", TODAY), ())
        for account in (an_account(), an_account(id="chirp-0002"))
    ]
    made = build(views, ledger, as_of=TODAY, language="en", country="FR", names="masked", version="1")
    assert [(one["dpv:hasDataSubject"]["dct:identifier"], one["cu:control"]) for one in records(made)] == [
        ("chirp-0001", "training"),
        ("chirp-0001", "sharing"),
        ("chirp-0002", "training"),
    ]


def test_a_record_keeps_its_identifier_and_no_two_share_one() -> None:
    before, after = only(report(decided("allow"))), only(report(*in_turn(["allow", "refuse"]), language="fr"))
    assert before["@id"] == after["@id"] == f"urn:uuid:{before['dct:identifier']}"
    assert record_id("chirp-0001", "training") == before["dct:identifier"]
    assert len({record_id(account, control) for account in ("a-1", "a-2") for control in ("b", "c")}) == 4


# Content


def test_a_record_says_who_about_what_with_whom_and_where() -> None:
    said = facts(render(with_controller()))
    record = f"urn:uuid:{record_id('chirp-0001', 'training')}"
    process = f"{record}#process"
    expected = [
        (record, RDF_TYPE, f"{DPV}ConsentRecord"),
        (record, "http://purl.org/dc/terms/conformsTo", "urn:consentui:report:consent-records:1"),
        (record, "http://purl.org/dc/terms/language", "en"),
        (record, f"{DPV}hasDataSubject", "urn:consentui:account:chirp-0001"),
        (record, f"{DPV}hasProcess", process),
        (record, f"{DPV}hasNotice", f"{record}#notice"),
        (f"{record}#notice", "http://purl.org/dc/terms/source", "https://chirp.example/help"),
        (process, f"{DPV}hasPurpose", "urn:consentui:purpose:ai-training"),
        (process, f"{DPV}hasProcessing", "https://w3id.org/dpv/ai#ModelTraining"),
        (process, f"{DPV}hasDataController", "urn:consentui:controller:chirp"),
        (process, f"{DPV}hasJurisdiction", f"{COUNTRY}FR"),
        ("urn:consentui:controller:chirp", f"{DPV}hasName", "Chirp Ltd"),
        ("urn:consentui:account:chirp-0001", RDF_TYPE, f"{DPV}DataSubject"),
    ]
    assert {fact[:3] for fact in said} >= set(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["allow"], ["dpv:ConsentGiven"]),
        (["allow", "allow"], ["dpv:ConsentGiven", "dpv:RenewedConsentGiven"]),
        (["refuse"], ["dpv:ConsentRefused"]),
        (["allow", "refuse"], ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"]),
        (["allow", "allow", "switched-off"], ["dpv:ConsentGiven", "dpv:RenewedConsentGiven", "dpv:ConsentWithdrawn"]),
        (["allow", "not-found", "switched-off"], ["dpv:ConsentGiven", "cu:Attempt", "dpv:ConsentWithdrawn"]),
        (["switched-off", "refuse"], ["dpv:ConsentRefused", "dpv:ConsentRefused"]),
        (["refuse", "undecided"], ["dpv:ConsentRefused", "dpv:ConsentUnknown"]),
        (["allow", "undecided", "already"], ["dpv:ConsentGiven", "dpv:ConsentUnknown", "dpv:ConsentRefused"]),
        (["later"], ["cu:Attempt"]),
    ],
)
def test_what_was_never_given_is_refused_and_what_was_given_is_withdrawn(words: list[str], expected: list[str]) -> None:
    assert events(report(*in_turn(words))) == list(enumerate(expected, 1))


@pytest.mark.parametrize("outcome", Outcome)
def test_an_attempt_that_came_to_nothing_is_no_consent_status(outcome: Outcome) -> None:
    failed = {"not-found", "not-offered", "form-unavailable", "refused", "later"}
    assert events(report(recorded(outcome))) == [(1, "cu:Attempt" if outcome in failed else "dpv:ConsentRefused")]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("sent", "dpv:RequestInitiated"), ("confirmed", "dpv:RequestAccepted"), ("refused", "dpv:RequestRejected")],
)
def test_what_became_of_a_message_is_told(outcome: str, status: str) -> None:
    told = {fact.value for fact in facts(render(report(recorded(outcome)))) if fact.predicate.endswith("RequestStatus")}
    assert told == {status.replace("dpv:", DPV)}


def test_an_event_tells_when_how_and_who_says_so() -> None:
    record = only(report(decided("refuse", 1), recorded("switched-off", 2, surface="ios", seen="T", said_by="check")))
    said, checked = record["dpv:hasConsentStatus"]
    assert (said["cu:saidBy"], said["cu:decision"], said["dpv:isIndicatedAtTime"]) == ("person", "refuse", "2026-01-01")
    assert (checked["cu:saidBy"], checked["cu:outcome"], checked["cu:labelSeen"]) == ("check", "switched-off", "T")
    assert checked["dpv:hasIndicationMethod"] == {"@value": "iPhone app", "@language": "en"}
    days = {fact.kind for fact in facts(render(report(decided("refuse")))) if fact.predicate.endswith("AtTime")}
    assert days == {"http://www.w3.org/2001/XMLSchema#date"}


def test_an_objection_is_the_exercise_of_a_right_where_the_gdpr_applies() -> None:
    def of(country: str) -> dict[str, Any]:
        return only(report(recorded("sent"), platform=a_platform(a_control(kind="objection-form")), country=country))

    assert of("FR")["@type"] == ["dpv:ConsentRecord", "dpv:RightExerciseRecord"]
    assert of("FR")["dpv:hasProcess"]["dpv:hasRight"] == "eu-gdpr:A21"
    assert "dpv:hasRight" not in of("US")["dpv:hasProcess"]
    assert "dpv:hasRight" not in only(report(recorded("sent")))["dpv:hasProcess"]


@pytest.mark.parametrize("country", ["", "XX", "ZZ"])
def test_a_country_that_is_not_known_is_no_jurisdiction(country: str) -> None:
    record = only(report(decided("refuse"), country=country))
    assert "dpv:hasJurisdiction" not in record["dpv:hasProcess"]
    assert "dpv:hasCountry" not in record["dpv:hasDataSubject"]


def test_no_record_says_that_a_company_received_it_or_relies_on_consent() -> None:
    text = render(report(*in_turn(["allow"])))
    assert "not a declaration to the company" in text
    assert "hasLegalBasis" not in text
    assert "dpv-27560" not in text


@pytest.mark.parametrize(("language", "purpose"), [("en", "AI training"), ("fr", "entraînement d’IA")])
def test_words_come_in_the_language_of_the_report_whatever_is_spoken(language: Language, purpose: str) -> None:
    for spoken in get_args(Language):
        with speaking(spoken):
            record = only(report(recorded("switched-off"), language=language))
        assert record["dct:language"] == language
        assert record["dpv:hasProcess"]["dpv:hasPurpose"]["dct:title"] == {"@value": purpose, "@language": language}


# Terms


def terms(found: set[Fact]) -> set[str]:
    """Every IRI in a file: properties, types and things."""
    return (
        {fact.predicate for fact in found}
        | {fact.subject for fact in found}
        | {fact.value for fact in found if fact.kind == "IRI"}
    )


def foreign(found: set[Fact]) -> set[str]:
    """The terms that are neither in the lists above nor consentui's own."""
    left = terms(found) - DPV_TERMS - OTHER_TERMS - {RDF_TYPE}
    return {term for term in left if not term.startswith((*OUR_THINGS, COUNTRY))}


def test_every_purpose_kind_and_outcome_is_said_in_terms_that_exist_and_every_term_is_used() -> None:
    found: set[Fact] = set()
    for purpose in get_args(Purpose):
        found |= facts(render(report(decided("refuse"), platform=a_platform(a_control(purpose=purpose)))))
    for kind in get_args(Kind):
        found |= facts(render(report(decided("refuse"), platform=a_platform(a_control(kind=kind)))))
    for outcome in Outcome:
        found |= facts(render(report(*in_turn(["allow", "allow", outcome, "undecided"]))))
    found |= facts(render(with_controller()))
    assert foreign(found) == set()
    assert (DPV_TERMS | OTHER_TERMS) - terms(found) == set()


def test_nothing_has_to_be_fetched_to_read_a_file() -> None:
    context = json.loads(render(report(decided("refuse"))))["@context"]
    assert isinstance(context, dict)
    assert "@import" not in context
    assert normal(render(report(decided("refuse"))))


# Foreign texts


def hostile(text: str) -> Report:
    """A report with the text in every place that can hold a foreign one."""
    control = a_control(title=a_text(text, text), source=(a_source(url=f"https://chirp.example/{text}"),))
    ledger = a_ledger(
        recorded("switched-off", 1, surface="web", seen=text, note=text), noted(text, 2, seen=text), decided("allow", 3)
    )
    platform = a_platform(control, name=text)
    account = an_account(handle=text)
    view = AccountView(account, platform, items_of(account, platform, ledger, "FR", TODAY), (), a_controller(name=text))
    return build([view], ledger, as_of=TODAY, language="en", country="FR", names="full", version="1")


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "@id",
        "@type",
        "@context",
        "_:b0",
        "dpv:ConsentGiven",
        "https://w3id.org/dpv#ConsentGiven",
        'x" , "@type": "dpv:ConsentGiven',
        "> <urn:x> .\n<urn:a> <urn:b> <urn:c",
        "{|}^`\\ é",
    ],
)
def test_no_text_becomes_anything_but_a_text(text: str) -> None:
    made, harmless = facts(render(hostile(text))), facts(render(hostile("harmless")))
    assert foreign(made) == set()
    assert len(made) == len(harmless)
    assert {fact[:2] for fact in made} == {fact[:2] for fact in harmless}
    texts = [fact for fact in made if fact.kind != "IRI"]
    assert sum(fact.value == text for fact in texts) == sum(
        fact.value == "harmless" for fact in harmless if fact.kind != "IRI"
    )
    assert normal(render(hostile(text))).count("\n") == len(made)


@given(made=reports())
def test_any_report_gives_records_in_known_terms(made: Report) -> None:
    text = render(made)
    assert foreign(facts(text)) == set()
    lines = [line for section in made.sections for line in section.lines if line.attempts or line.decisions]
    assert len(json.loads(text)["@graph"]) == len(lines)
    happened = sum(len(line.attempts) + len(line.decisions) for line in lines)
    assert sum(fact.predicate == f"{DPV}isIndicatedAtTime" for fact in facts(text)) == happened


def test_masked_names_stay_masked() -> None:
    entries = (
        recorded("not-found", 1, seen="Hello @Marie_L", note="as marie_l"),
        decided("refuse", 2, note="marie_l says no"),
        noted("for marie_l", 3, seen="Account of marie_l"),
    )
    assert "marie" not in render(report(*entries)).lower()
    assert "@marie_l" in render(report(*entries, names="full"))


def test_the_same_report_gives_the_same_bytes() -> None:
    entries = in_turn(["allow", "not-found", "switched-off"])
    assert render(report(*entries)).encode() == render(report(*entries)).encode()
    assert render(report(*entries)).endswith("}\n")


@pytest.mark.parametrize("platform", PLATFORMS.values(), ids=lambda platform: platform.id)
def test_every_control_of_the_knowledge_base_can_be_told(platform: Platform) -> None:
    account = an_account(platform=platform.id, account_type=usual_account_type(platform))
    ledger = a_ledger(*(decided("refuse", number, control=one.id) for number, one in enumerate(platform.control, 1)))
    view = AccountView(account, platform, items_of(account, platform, ledger, "", TODAY), ())
    made = build([view], ledger, as_of=TODAY, language="fr", country="", names="masked", version="1")
    found = facts(render(made))
    pages = {source.url for control in platform.control for source in control.source}
    assert foreign(found) <= pages
    assert sum(fact.predicate == f"{DPV}hasConsentStatus" for fact in found) == len(made.sections[0].lines) > 0

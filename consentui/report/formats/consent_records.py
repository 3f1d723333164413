"""Consent records for other programs: JSON-LD in the W3C Data Privacy Vocabulary (DPV).

The structure is that of ISO/IEC TS 27560:2023 as the DPV community's guide has it ("Consent Records and Receipts as per
ISO/IEC TS 27560:2023 using DPV", final report of 15 February 2026, https://w3id.org/dpv/guides/consent-27560): the
record itself, the processing, the parties, the events. By its section 6.3, a person may keep such records too. What
only the company knows (storage, recipients, legal basis, the notice it showed) is left out, so no record claims to
conform to `dpv-27560:record`; see decision 0007.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import msgspec

from consentui.i18n import _, speaking
from consentui.report.formats import dpv
from consentui.report.kinds.accounts import Attempt, Check, Choice, Line, Report, Section
from consentui.words.names import purpose_name, surface_name

SCHEMA = "urn:consentui:report:consent-records:1"
"""The version of the structure (`schema_version` of the standard)."""

_PROGRAM = "urn:consentui:program"
_SAFE_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"

Node = dict[str, Any]


def render(report: Report) -> str:
    """The records as JSON-LD text ending with a newline: one for each control decided on, tried or checked."""
    with speaking(report.language):
        records = [
            _record(report, section, line)
            for section in report.sections
            for line in section.lines
            if line.attempts or line.decisions or line.checks
        ]
    tree = {"@context": dpv.CONTEXT, "@graph": records}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"


def record_id(account: str, control: str) -> str:
    """The same UUID (RFC 9562, version 5) for the same control of the same account, in every report."""
    return str(uuid5(NAMESPACE_URL, f"urn:consentui:record:{account}:{control}"))


def _record(report: Report, section: Section, line: Line) -> Node:
    name = record_id(section.account, line.control)
    itself = f"urn:uuid:{name}"
    subject = _iri("account", section.account)
    events = list(_events(line, itself, subject, report))
    return {
        "@id": itself,
        "@type": dpv.record_types(line.kind),
        "dct:identifier": name,
        "dct:conformsTo": SCHEMA,
        "dct:issued": report.as_of,
        "dct:creator": {"@id": _PROGRAM, "@type": "dpv:Entity", "dct:title": f"consentui {report.version}"},
        "dct:language": report.language,
        "dct:title": _said(line.title, report),
        "dct:description": _said(
            _(
                "The person’s own record of what they decided and did. It is not a declaration to the company, "
                "which keeps its own records."
            ),
            report,
        ),
        "dpv:hasDataSubject": _subject(section, subject, report),
        "dpv:hasNotice": _notice(line, itself),
        "dpv:hasProcess": _process(section, line, itself, report),
        **_where(
            {
                "dpv:hasConsentStatus": [one for one in events if one["@type"] != "cu:Attempt"],
                "cu:hasAttempt": [one for one in events if one["@type"] == "cu:Attempt"],
                "cu:hasCheck": [_check(check, number, itself, report) for number, check in enumerate(line.checks, 1)],
            }
        ),
        **_standing(line, report),
    }


def _standing(line: Line, report: Report) -> Node:
    """Where the control stands as far as is known here, and how well the facts are known."""
    return {
        "cu:control": line.control,
        "cu:kind": line.kind,
        "cu:standing": line.standing,
        "cu:decision": line.decision,
        "cu:evidence": line.evidence,
        "cu:factsCheckedOn": line.facts_verified_on,
        "cu:factsAreOld": line.facts_are_old,
        "cu:checked": line.checked,
        "cu:contradicted": line.contradicted,
        **_where({"cu:changed": _said(line.changed, report) if line.changed else None, "cu:note": line.notes}),
    }


def _subject(section: Section, subject: str, report: Report) -> Node:
    """The person, identified by the account's id; the handle is masked if the report masks names."""
    return {
        "@id": subject,
        "@type": "dpv:DataSubject",
        "dct:identifier": section.account,
        **_where(
            {
                "cu:handle": section.handle,
                "cu:country": report.country,
                "dpv:hasCountry": dpv.place(report.country),
            }
        ),
    }


def _notice(line: Line, itself: str) -> Node:
    """What informs about the control: the pages where the facts were read, and the labels that the person saw."""
    return {
        "@id": f"{itself}#notice",
        "@type": "dpv:Notice",
        **_where(
            {
                "dct:source": [quote(address, _SAFE_IN_ADDRESSES) for address in line.sources],
                "cu:labelSeen": line.labels_seen,
            }
        ),
    }


def _process(section: Section, line: Line, itself: str, report: Report) -> Node:
    return {
        "@id": f"{itself}#process",
        "@type": "dpv:Process",
        "dpv:hasPurpose": {
            "@id": _iri("purpose", line.purpose),
            "@type": "dpv:Purpose",
            "dct:title": _said(purpose_name(line.purpose), report),
            **_where({"skos:broader": dpv.BROADER.get(line.purpose)}),
        },
        **dpv.PROCESSING.get(line.purpose, {}),
        "dpv:hasService": {
            "@id": _iri("platform", section.platform),
            "@type": "dpv:Service",
            "dct:title": section.platform_name,
        },
        "dpv:hasDataController": {
            "@id": _iri("controller", section.controller),
            "@type": "dpv:DataController",
            "dct:identifier": section.controller,
            **_where({"dpv:hasName": section.controller_name}),
        },
        **_where(
            {
                "dpv:hasJurisdiction": dpv.place(report.country),
                "dpv:hasRight": dpv.right(line.kind, report.country),
            }
        ),
    }


def _events(line: Line, itself: str, subject: str, report: Report) -> Iterator[Node]:
    """What happened, oldest first and numbered, since days alone would not keep the order."""
    status: str | None = None
    for number, happened in enumerate(_in_turn(line), 1):
        changed = dpv.status(happened.decision if isinstance(happened, Choice) else happened.outcome, status)
        status = changed or status
        yield {
            "@id": f"{itself}#event-{number}",
            "@type": changed or "cu:Attempt",
            "cu:number": number,
            "dpv:isIndicatedAtTime": happened.on,
            "dpv:isIndicatedBy": subject,
            **(_decided(happened) if isinstance(happened, Choice) else _attempted(happened, report)),
        }


def _in_turn(line: Line) -> Iterator[Choice | Attempt]:
    for number, attempt in enumerate(line.attempts):
        yield from (choice for choice in line.decisions if choice.after == number)
        yield attempt
    yield from (choice for choice in line.decisions if choice.after >= len(line.attempts))


def _decided(choice: Choice) -> Node:
    return {"cu:saidBy": "person", "cu:decision": choice.decision}


def _attempted(attempt: Attempt, report: Report) -> Node:
    """What came of an attempt, and who says so: the person, or a check by this program."""
    return {
        "cu:saidBy": attempt.said_by,
        "cu:outcome": attempt.outcome,
        **_where(
            {
                "dpv:hasIndicationMethod": _said(surface_name(attempt.surface), report) if attempt.surface else None,
                "dpv:hasRequestStatus": dpv.REQUEST_STATUS.get(attempt.outcome),
                "cu:surface": attempt.surface,
                "cu:labelSeen": attempt.seen,
                "cu:note": attempt.note,
            }
        ),
    }


def _check(check: Check, number: int, itself: str, report: Report) -> Node:
    """What the platform's own file was seen to say; not a consent status, since the person said nothing."""
    return {
        "@id": f"{itself}#check-{number}",
        "@type": "cu:Check",
        "cu:number": number,
        "cu:saidBy": "check",
        "cu:checkedOn": check.on,
        "cu:verdict": check.verdict,
        "cu:settles": check.settles,
        "cu:grade": check.grade,
        "dct:description": _said(check.text, report),
        **_where(
            {
                "cu:reason": check.reason,
                "cu:made": check.made,
                "cu:source": check.source,
                "cu:archive": check.name,
                "cu:member": check.member,
                "cu:field": check.field,
                "cu:value": check.value,
                "cu:sha256": check.sha256,
            }
        ),
    }


def _said(text: str, report: Report) -> Node:
    """A text in the language of the report."""
    return {"@value": text, "@language": report.language}


def _iri(kind: str, name: str) -> str:
    return f"urn:consentui:{kind}:{quote(name, safe='')}"


def _where(node: Node) -> Node:
    """The node without its empty values, which stand for what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}

"""Rules about sources: no claim without one, and none that a reader cannot look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentui.knowledge.authorities import Authority
from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import Control, Controller, Source

VIA_LENGTH = 50
MAIL_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_BARE_DOMAIN = re.compile(r"https://[^/]+/?")
_SENTENCE = re.compile(r"[.;!?]( |$)")
_PLAIN_HTTP = re.compile(r"\bhttp://\S+")

Sourced = Control | Controller | Authority

TELLS = frozenset({"existence", "route", "label", "default"})
"""The parts of a control that a source can support only if it shows that the control exists."""


def sourced(subject: Subject) -> Iterator[tuple[str, Sourced]]:
    """The controls, companies and authorities of a file, with their places."""
    yield from subject.each(Control)
    yield from subject.each(Controller)
    yield from subject.each(Authority)


def claim_has_source(subject: Subject) -> Iterator[Fault]:
    """A control, a company or an authority has a source."""
    for place, record in sourced(subject):
        if not record.source:
            yield Fault(place, "nothing says so", "add a [[….source]]")


def evidence_is_earned(subject: Subject) -> Iterator[Fault]:
    """`documented` needs a primary source, because it means that the platform or an authority says so."""
    for place, record in sourced(subject):
        if record.evidence == "documented" and not any(source.primary for source in record.source):
            yield Fault(f"{place}.evidence", "documented without a primary source", "use `reported`, or add the source")


def documented_exists(subject: Subject) -> Iterator[Fault]:
    """A primary source shows that a `documented` control exists; a policy can cover the use without naming one."""
    for place, control in subject.each(Control):
        primary = [TELLS.intersection(source.supports) for source in control.source if source.primary]
        if control.evidence == "documented" and primary and not any(primary):
            yield Fault(
                f"{place}.evidence",
                "documented, and no primary source says that there is such a control",
                "use `reported`, or add what the source supports",
            )


def uncertainty_is_explained(subject: Subject) -> Iterator[Fault]:
    """A `contested` or `unresolved` record has a `doubt` that tells people why, and what is safest."""
    for place, record in sourced(subject):
        if record.evidence in {"contested", "unresolved"} and not record.doubt:
            yield Fault(f"{place}.evidence", f"{record.evidence}, and nothing says why", "write `doubt`")


def sources_differ(subject: Subject) -> Iterator[Fault]:
    """No source of a record is named twice, which would make the claim look better founded than it is."""
    for place, record in sourced(subject):
        seen: set[tuple[str, str, str | None]] = set()
        for number, source in enumerate(record.source):
            key = (source.url, source.publisher, source.via)
            if key in seen:
                yield Fault(f"{place}.source[{number}]", f"{source.url} is named twice", "make it one source")
            seen.add(key)


def source_says_for_what(subject: Subject) -> Iterator[Fault]:
    """A source names the parts of the record that it supports, each once."""
    for place, source in subject.each(Source):
        if not source.supports or len(set(source.supports)) < len(source.supports):
            yield Fault(f"{place}.supports", "nothing, or something twice", "name each part once")


def source_is_a_page(subject: Subject) -> Iterator[Fault]:
    """A source is the page that makes the claim, not the front page of a site, which changes every day."""
    for place, source in subject.each(Source):
        if _BARE_DOMAIN.fullmatch(source.url):
            yield Fault(f"{place}.url", f"{source.url} is a front page", "give the page’s own address")


def via_is_a_name(subject: Subject) -> Iterator[Fault]:
    """`via` is printed after “read in”: the name of an archive or a publication, perhaps with a part (in brackets)."""
    for place, source in subject.each(Source):
        name = source.via.partition(" (")[0] if source.via is not None else "-"
        if not 0 < len(name) <= VIA_LENGTH or _SENTENCE.search(name):
            yield Fault(f"{place}.via", f"“{source.via}” is no name", "shorten it to a name")


def addresses_are_encrypted(subject: Subject) -> Iterator[Fault]:
    """No address is plain http, in texts either, so that nobody is sent where others can read along."""
    for place, words in subject.each(str):
        if found := _PLAIN_HTTP.search(words):
            yield Fault(place, f"{found[0]} is not encrypted", "use https, or leave it out")


def contacts_can_be_written_to(subject: Subject) -> Iterator[Fault]:
    """A contact's e-mail address has the form of one: a letter that cannot be sent costs a person a month."""
    for place, words in subject.each(str):
        key = place.rpartition(".")[2]
        is_mail = key == "email" or (key == "dpo" and not words.startswith("https://"))
        if is_mail and not MAIL_ADDRESS.fullmatch(words):
            yield Fault(place, f"{words} is no e-mail address", "correct it")


ERRORS: tuple[Rule, ...] = (
    claim_has_source,
    evidence_is_earned,
    uncertainty_is_explained,
    sources_differ,
    source_says_for_what,
    via_is_a_name,
    addresses_are_encrypted,
    contacts_can_be_written_to,
)
WARNINGS: tuple[Rule, ...] = (source_is_a_page, documented_exists)

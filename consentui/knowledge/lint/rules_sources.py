"""Rules about sources: nothing is true without one, and a reader can go and look."""

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
"""What a source may support that says that a control exists."""


def sourced(subject: Subject) -> Iterator[tuple[str, Sourced]]:
    """Everything that has sources of its own, with its place."""
    yield from subject.each(Control)
    yield from subject.each(Controller)
    yield from subject.each(Authority)


def claim_has_source(subject: Subject) -> Iterator[Fault]:
    """Nothing is true without a source."""
    for place, record in sourced(subject):
        if not record.source:
            yield Fault(place, "nothing says so", "add a [[….source]]")


def evidence_is_earned(subject: Subject) -> Iterator[Fault]:
    """`documented` says that the platform or an authority says so: it takes a primary source."""
    for place, record in sourced(subject):
        if record.evidence == "documented" and not any(source.primary for source in record.source):
            yield Fault(f"{place}.evidence", "documented without a primary source", "use `reported`, or add the source")


def documented_exists(subject: Subject) -> Iterator[Fault]:
    """A policy can say what is covered and know of no control: a `documented` one is named by the platform."""
    for place, control in subject.each(Control):
        primary = [TELLS.intersection(source.supports) for source in control.source if source.primary]
        if control.evidence == "documented" and primary and not any(primary):
            yield Fault(
                f"{place}.evidence",
                "documented, and no primary source says that there is such a control",
                "use `reported`, or add what the source supports",
            )


def uncertainty_is_explained(subject: Subject) -> Iterator[Fault]:
    """Where sources disagree or nobody knows, a person is told so, and what is safest."""
    for place, record in sourced(subject):
        if record.evidence in {"contested", "unresolved"} and not record.doubt:
            yield Fault(f"{place}.evidence", f"{record.evidence}, and nothing says why", "write `doubt`")


def sources_differ(subject: Subject) -> Iterator[Fault]:
    """A source that stands there twice makes a claim look better founded than it is."""
    for place, record in sourced(subject):
        seen: set[tuple[str, str, str | None]] = set()
        for number, source in enumerate(record.source):
            key = (source.url, source.publisher, source.via)
            if key in seen:
                yield Fault(f"{place}.source[{number}]", f"{source.url} is named twice", "make it one source")
            seen.add(key)


def source_says_for_what(subject: Subject) -> Iterator[Fault]:
    """A source names what it speaks for, each part once."""
    for place, source in subject.each(Source):
        if not source.supports or len(set(source.supports)) < len(source.supports):
            yield Fault(f"{place}.supports", "nothing, or something twice", "name each part once")


def source_is_a_page(subject: Subject) -> Iterator[Fault]:
    """The front page of a site changes every day: a source is the page on which the claim stands."""
    for place, source in subject.each(Source):
        if _BARE_DOMAIN.fullmatch(source.url):
            yield Fault(f"{place}.url", f"{source.url} is a front page", "give the page’s own address")


def via_is_a_name(subject: Subject) -> Iterator[Fault]:
    """`via` stands after “read in”: the name of an archive or a publication, perhaps (which part), not a sentence."""
    for place, source in subject.each(Source):
        name = source.via.partition(" (")[0] if source.via is not None else "-"
        if not 0 < len(name) <= VIA_LENGTH or _SENTENCE.search(name):
            yield Fault(f"{place}.via", f"“{source.via}” is no name", "shorten it to a name")


def addresses_are_encrypted(subject: Subject) -> Iterator[Fault]:
    """Nobody is sent to an address that others can read along: https only, in texts too."""
    for place, words in subject.each(str):
        if found := _PLAIN_HTTP.search(words):
            yield Fault(place, f"{found[0]} is not encrypted", "use https, or leave it out")


def contacts_can_be_written_to(subject: Subject) -> Iterator[Fault]:
    """An e-mail address has an @: a letter that cannot be sent costs a person a month."""
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

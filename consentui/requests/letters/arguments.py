"""What follow-up letters argue towards the company, and what a complaint takes from the public record."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.knowledge.records import source_to_cite
from consentui.requests.answers import OF_ALL
from consentui.requests.letters.breaches import too_late_extension
from consentui.requests.letters.claims import Basis, Claim, by_entry, by_source, by_word
from consentui.requests.letters.facts import Facts, representative_of, said_by_them
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.layout import unended
from consentui.requests.letters.replied import replied_to, unanswered_reply
from consentui.requests.letters.statements import shown_claim
from consentui.requests.rights import Regime


def arguments(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """What a letter of this kind states beyond the course of the request, each claim with its basis."""
    match kind:
        case Kind.REMINDER:
            yield _reminded_of(facts)
            if late := too_late_extension(facts):
                yield Claim("statement", "extension-too-late", by_entry(late), on=late.on)
        case Kind.CONTROLLER_COMPLAINT:
            yield _heard(facts)
        case Kind.IDENTITY_DEMANDED | Kind.CANNOT_IDENTIFY if any(one.is_told_apart for one in facts.accounts):
            yield Claim("statement", "named-account", _request(facts))
        case Kind.HOLDS_NOTHING if facts.accounts:
            yield Claim("statement", "account-has-data", _request(facts))
        case Kind.EXTENSION_WITHOUT_REASON:
            said = said_by_them(facts.answers, "extended")
            yield Claim("statement", "no-reasons-found", by_entry(said[-1]) if said else by_word("letter"))
        case Kind.OTHER_LANGUAGE:
            yield Claim("statement", "written-in", _request(facts))
        case Kind.NOT_CONTROLLER:
            yield Claim("statement", "named-company", _record_of_company(facts))
        case Kind.NOT_KEPT:
            yield from _shown_since(facts)
        case _:
            pass


def _shown_since(facts: Facts) -> Iterator[Claim]:
    """What shows that a grant is not kept: what the person found, and what was read there after it was granted."""
    broken = [one for one in facts.checks if not one.holds]
    if broken and broken[-1].found:
        yield Claim("statement", "found", by_entry(broken[-1]), on=broken[-1].on, text=unended(broken[-1].found))
    granted = replied_to(Kind.NOT_KEPT, facts)
    for one in facts.shown:
        claim = shown_claim(one, facts)
        if not one.refuses and granted and claim.on and claim.on > granted.on:
            yield claim


def on_record(facts: Facts) -> Iterator[Claim]:
    """The company's representative and its lead authority, as published sources name them."""
    if representative_of(facts.controller, facts.regime):
        yield Claim("statement", "representative", _record_of_company(facts))
    if facts.regime is Regime.EU and facts.lead and facts.lead != facts.authority:
        yield Claim("statement", "lead", _record_of_company(facts))


def _reminded_of(facts: Facts) -> Claim:
    """What is missing: an answer to the last reply, an answer to each point, or one other than what they wrote."""
    answer = facts.substantial
    if reply := unanswered_reply(facts):
        return Claim("statement", "reply-unanswered", by_entry(reply), on=reply.on)
    if answer and answer.answer in OF_ALL:
        return Claim("statement", "request-unsettled", by_entry(answer), on=answer.on)
    return Claim("statement", "no-full-answer", _request(facts))


def _heard(facts: Facts) -> Claim:
    """What the company answered before it is complained to: its last answer, or nothing."""
    if facts.answer:
        return Claim("statement", "answer-unsettling", by_entry(facts.answer), on=facts.answer.on)
    return Claim("statement", "nothing-heard", _request(facts))


def _request(facts: Facts) -> tuple[Basis, ...]:
    return by_entry(facts.request) if facts.request else by_word("letter")


def _record_of_company(facts: Facts) -> tuple[Basis, ...]:
    controller = facts.controller
    source = source_to_cite(controller.source)
    return by_source(source.url, controller.verified_on)

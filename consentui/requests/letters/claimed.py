"""The claims of each kind of letter, numbered and with the person's changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consentui.requests.letters.arguments import arguments, on_record
from consentui.requests.letters.breaches import breaches
from consentui.requests.letters.claims import Claim, by_entry, by_source, by_word, changed, numbered
from consentui.requests.letters.complained import about_complaint
from consentui.requests.letters.enclosures import enclosures
from consentui.requests.letters.events import events
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import ABOUT_COMPLAINT, REPLIES, Kind
from consentui.requests.letters.on_behalf import on_behalf
from consentui.requests.letters.replied import replied_to
from consentui.requests.letters.statements import statements


def claims_of(kind: Kind, facts: Facts) -> tuple[Claim, ...]:
    """What a letter of this kind states, with the person's changes; the order of the groups means nothing."""
    return tuple(changed(every_claim(kind, facts), facts.said.changed.get(kind, {})))


def every_claim(kind: Kind, facts: Facts) -> tuple[Claim, ...]:
    """What a letter of this kind would state without the person's changes."""
    return numbered(_told(kind, facts))


def _told(kind: Kind, facts: Facts) -> Iterator[Claim]:
    yield from on_behalf(kind, facts)
    if kind in ABOUT_COMPLAINT:
        yield from (claim for claim in statements(kind, facts) if claim.group == "account")
        yield from about_complaint(kind, facts)
    elif kind is Kind.COMPLAINT:
        yield from (claim for claim in statements(kind, facts) if claim.group == "account")
        yield from on_record(facts)
        yield from events(facts)
        yield from breaches(facts)
        yield from _proceedings(facts)
    else:
        yield from _what_they_said(kind, facts)
        yield from statements(kind, facts)
        yield from arguments(kind, facts)
    yield from enclosures(kind, facts)


def _what_they_said(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """What the letter replies to, resting on its entry, or else on the fact that the person chose this letter."""
    if kind in REPLIES:
        broken = [one for one in facts.checks if not one.holds] if kind is Kind.NOT_KEPT else []
        fitting = broken[-1] if broken else replied_to(kind, facts)
        basis = by_entry(fitting) if fitting else by_word("letter")
        yield Claim("statement", "answer-said", basis, on=basis[0].on, inline=True)


def _proceedings(facts: Facts) -> Iterable[Claim]:
    for one in facts.proceedings:
        yield Claim(
            "proceeding",
            "proceeding",
            by_source(one.url),
            text=one.date,
            told=one.what,
            url=one.url,
        )

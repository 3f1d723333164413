"""What goes with a letter: messages as they were sent, proofs that were kept, and what shows a mandate."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.journal.entries import Attached, RequestSent
from consentui.requests.letters.claims import Claim, by_entry, by_word, numbered
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.layout import one_line
from consentui.requests.letters.replied import unanswered_reply


def enclosures(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """With a complaint, the mandate, messages and proofs; with a reminder, the request, unless it goes by form."""
    if kind is Kind.REMINDER and facts.request and facts.channel != "form" and not unanswered_reply(facts):
        yield _text(facts.request)
    if kind is Kind.COMPLAINT:
        if facts.person.mandate and facts.person.mandate.enclosure:
            yield Claim("enclosure", "mandate", by_word("mandate"), text=facts.person.mandate.enclosure)
        yield from (_text(one) for one in facts.messages if one.message not in {"complaint", "authority-letter"})
        yield from map(_proof, facts.proofs)


def enclosed_files(kind: Kind, facts: Facts) -> tuple[RequestSent | Attached, ...]:
    """The entries whose files go with the letter, in the order of its list, except those struck out."""
    struck = {code for code, words in facts.said.changed.get(kind, {}).items() if not words.strip()}
    files: tuple[RequestSent | Attached, ...] = (*facts.messages, *facts.proofs)
    entries = {one.id: one for one in files}
    kept = (claim for claim in numbered(enclosures(kind, facts)) if claim.code not in struck)
    return tuple(entries[claim.rests_on[0].ref] for claim in kept if claim.rests_on[0].ground == "entry")


def _text(message: RequestSent) -> Claim:
    return Claim("enclosure", f"{message.message}-text", by_entry(message), on=message.on, how=message.how)


def _proof(proof: Attached) -> Claim:
    return Claim("enclosure", "proof", by_entry(proof), on=by_entry(proof)[0].on, text=one_line(proof.name))

"""The breaches that a complaint holds against a controller: shown by answers and dates, or named by the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from consentui.journal.entries import Answer, RequestAnswered
from consentui.requests.answers import OWN_STEPS, REFUSALS, SUBSTANTIAL
from consentui.requests.letters.attempts import Attempt
from consentui.requests.letters.claims import Basis, Claim, by_entry, by_word
from consentui.requests.letters.facts import Facts, said_by_them
from consentui.requests.letters.layout import ended
from consentui.requests.letters.said import Breach
from consentui.requests.letters.statements import TIME_RULES, account_claim, counted_from
from consentui.requests.rights import Regime
from consentui.requests.time.remedies import COMPANY_DAYS

COMPANY_FIRST_RULE = "uk-complaint-first"
_ORDER = {breach: at for at, breach in enumerate(Breach)}
_PLAIN = {
    "fee-asked": Breach.FEE_ASKED,
    "signature-asked": Breach.SIGNATURE_ASKED,
    "wrong-channel": Breach.WRONG_CHANNEL,
    "canned": Breach.CANNED_ANSWER,
    "public-data": Breach.PUBLIC_DATA,
    "model-contains-none": Breach.MODEL_CONTAINS_NONE,
}
"""The answers that are a breach in themselves."""
_EVASIONS: frozenset[Answer] = frozenset({"public-data", "model-contains-none"})
"""The answers that evade what was asked for instead of granting or refusing it."""


def breaches(facts: Facts) -> tuple[Claim, ...]:
    """The breaches that the facts show and those that the person names besides, in the order of `Breach`."""
    shown = tuple(_shown(facts))
    there = {_breach_of(claim) for claim in shown}
    named = (Claim("breach", one.value, by_word("breaches")) for one in facts.said.breaches if one not in there)
    return tuple(sorted((*shown, *named), key=lambda claim: _ORDER[_breach_of(claim)]))


def _breach_of(claim: Claim) -> Breach:
    """The breach that a claim is about; the claim's key begins with its value."""
    return next(one for one in reversed(Breach) if claim.what.startswith(one.value))


def _shown(facts: Facts) -> Iterator[Claim]:
    yield from _about_time(facts)
    yield from _about_identity(facts)
    yield from _about_doors(facts.attempts.failed)
    yield from _about_own_complaint(facts)
    for answer in facts.answers:
        if found := _PLAIN.get(answer.answer):
            yield Claim("breach", found.value, by_entry(answer), on=answer.on)
        yield from _about_refusal(answer)
        yield from _about_rest(facts, answer)
    yield from _about_right(facts)


def _about_time(facts: Facts) -> Iterator[Claim]:
    begun = counted_from(facts)
    rule = Basis("law", TIME_RULES[facts.regime])
    first = next((one for one in facts.answers if one.answer in SUBSTANTIAL), None)
    if begun and facts.is_late and first is None:
        yield Claim("breach", Breach.NO_ANSWER.value, (*by_entry(begun), rule), on=facts.due)
    if begun and facts.due and facts.receipt_is_known and first and first.on > facts.due:
        yield Claim("breach", "late-answer", (*by_entry(begun, first), rule), on=first.on)
    if facts.request and not facts.receipt_is_known and first is None and facts.due and facts.due < facts.today:
        yield Claim("breach", "no-answer-to-post", by_entry(facts.request), on=facts.request.on)
    late = too_late_extension(facts)
    for one in said_by_them(facts.answers, "extended"):
        # Reasons may still come while the month runs.
        if one.reasons is False and facts.is_late and not (facts.extended or facts.answered_in_time or late):
            yield Claim("breach", Breach.EXTENSION_WITHOUT_REASON.value, by_entry(one), on=one.on)
    if late:
        yield Claim("breach", Breach.EXTENSION_TOO_LATE.value, (*by_entry(late), rule), on=late.on)


def too_late_extension(facts: Facts) -> RequestAnswered | None:
    """The first extension that was announced after the time had ended; None if one came in time, or an answer did."""
    said = said_by_them(facts.answers, "extended")
    if not said or facts.due is None or facts.extended or facts.answered_in_time or not facts.receipt_is_known:
        return None
    return said[0] if said[0].on > facts.due else None


def _about_identity(facts: Facts) -> Iterator[Claim]:
    """Questions of identity asked without a reason for doubt, or contested by the person (Art. 12(6))."""
    contested = [one for one in facts.messages if one.letter == "identity-demanded"]
    for one in said_by_them(facts.answers, "identity-asked"):
        if one.reasons is False:
            yield Claim("breach", Breach.IDENTITY_DEMANDED.value, by_entry(one), on=one.on)
        elif any(reply.id > one.id for reply in contested):
            yield Claim("breach", "identity-demanded-contested", by_entry(one, *contested), on=contested[-1].on)


def _about_doors(failed: tuple[Attempt, ...]) -> Iterator[Claim]:
    if failed:
        yield Claim("breach", Breach.DOOR_CLOSED.value, by_entry(*(one.entry for one in failed)))


def _about_own_complaint(facts: Facts) -> Iterator[Claim]:
    """In the United Kingdom, a complaint to the company of which nothing was heard in the 30 days it has (s. 164A)."""
    made = [one for one in facts.messages if one.message == "controller-complaint" and one.how != "post"]
    if facts.regime is not Regime.UK or not made:
        return
    heard = any(one.id > made[-1].id and one.answer not in OWN_STEPS for one in facts.answers)
    if not heard and facts.today > made[-1].on + timedelta(days=COMPANY_DAYS):
        basis = (*by_entry(made[-1]), Basis("law", COMPANY_FIRST_RULE))
        yield Claim("breach", Breach.COMPLAINT_UNACKNOWLEDGED.value, basis, on=made[-1].on)


def _about_refusal(answer: RequestAnswered) -> Iterator[Claim]:
    """What a refusal must contain (Art. 12(4)) but, as the person said when asked, did not."""
    if answer.answer not in REFUSALS and answer.answer != "partly":
        return
    if answer.reasons is False and answer.answer in REFUSALS:
        plain = answer.answer == "refused"
        what = Breach.REFUSED_WITHOUT_REASONS.value if plain else "refused-without-reasons-beside"
        yield Claim("breach", what, by_entry(answer), on=answer.on)
    if answer.authority_named is False and answer.court_named is False:
        yield Claim("breach", Breach.REMEDIES_UNNAMED.value, by_entry(answer), on=answer.on)
    elif answer.authority_named is False:
        yield Claim("breach", "remedies-unnamed-authority", by_entry(answer), on=answer.on)
    elif answer.court_named is False:
        yield Claim("breach", "remedies-unnamed-court", by_entry(answer), on=answer.on)


def _about_rest(facts: Facts, answer: RequestAnswered) -> Iterator[Claim]:
    """What the last answer lacks: language, accounts and points; what earlier ones lacked may be settled."""
    if answer != facts.substantial:
        return
    if answer.answer == "other-language":
        what = "other-language-past-time" if facts.is_late else Breach.OTHER_LANGUAGE.value
        yield Claim("breach", what, by_entry(answer), on=answer.on)
    if answer.left_out:
        accounts = tuple(one for account in facts.left_out for one in (account_claim("left-out", account),))
        points = tuple(", ".join(filter(None, one.points[:-1])) for one in accounts)
        yield Claim("breach", Breach.ACCOUNTS_LEFT_OUT.value, by_entry(answer), on=answer.on, points=points)
    if answer.answer == "partly" and (answer.open or answer.reasons is False):
        what = "incomplete-without-reasons" if answer.reasons is False else Breach.INCOMPLETE.value
        yield Claim("breach", what, by_entry(answer), on=answer.on, points=tuple(filter(None, map(ended, answer.open))))


def _about_right(facts: Facts) -> Iterator[Claim]:
    """The right itself was not respected, as far as answers, silence or a later check show it."""
    answer, begun = facts.substantial, counted_from(facts)
    if answer is None and begun and facts.is_late:
        yield Claim("breach", "right-not-respected-in-silence", by_entry(begun), on=facts.due)
    elif answer and answer.answer == "refused":
        yield Claim("breach", "right-not-respected-refused", by_entry(answer), on=answer.on)
    elif answer and answer.answer in _EVASIONS:
        yield Claim("breach", "right-not-respected-passed-by", by_entry(answer), on=answer.on)
    elif answer and answer.answer == "partly":
        yield Claim("breach", "right-not-respected-partly", by_entry(answer), on=answer.on)
    if facts.checks and not facts.checks[-1].holds:
        yield Claim("breach", "right-not-respected-not-kept", by_entry(facts.checks[-1]), on=facts.checks[-1].on)
    if answer and answer.confirmed is False:
        yield Claim("breach", "right-not-respected-unconfirmed", by_entry(answer), on=answer.on)

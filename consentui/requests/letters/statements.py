"""The claims of letters to a company: the account, what the person chose and tried there, and their grounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consentui.journal.entries import Outcome, RequestReceived, RequestSent
from consentui.knowledge.records import Control, source_to_cite
from consentui.requests.letters.attempts import Attempt
from consentui.requests.letters.claims import Basis, Claim, by_entry, by_source, by_word
from consentui.requests.letters.facts import Facts, NamedAccount, Shown
from consentui.requests.letters.kinds import REQUESTS, Kind
from consentui.requests.letters.layout import ended, unended
from consentui.requests.letters.replied import replied_to
from consentui.requests.rights import Regime, Right


def statements(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """What a letter to the company states, in the order of the letter."""
    yield from _accounts(kind, facts)
    if kind in REQUESTS:
        yield from _choice(facts)
        yield from done_there(facts)
        yield from _of_right(Right(kind), facts)
    else:
        yield from _course(kind, facts)
        yield from done_there(facts)


def _accounts(kind: Kind, facts: Facts) -> Iterator[Claim]:
    left_out = facts.left_out if kind is Kind.ONE_ACCOUNT_ONLY else ()
    for account in facts.accounts:
        if account not in left_out:
            yield account_claim("account", account)
    if not facts.accounts:
        person = facts.person
        yield Claim("account", "no-account", by_word("account"), text="" if person.mandate else person.email)


def account_claim(what: str, account: NamedAccount) -> Claim:
    """An account by what identifies it.

    The points are platform, handle, user id, e-mail address, link, and the handle by which the request named it.
    """
    points = (account.platform, account.handle, account.user_id, account.email, account.profile, account.sent_as)
    basis = tuple(Basis("entry", one) for one in (account.entry, account.renamed) if one)
    said = by_word("account") if account.user_id or account.email or account.profile or not basis else ()
    return Claim("account", what, (*basis, *said), points=points)


def _choice(facts: Facts) -> Iterator[Claim]:
    """The label of the setting that the request is about."""
    control = facts.control
    if control and control.kind == "setting" and any(route.label.en or route.label.fr for route in control.route):
        source = source_to_cite(control.source)
        yield Claim("statement", "choice", by_source(source.url, control.verified_on), inline=True)


def done_there(facts: Facts) -> Iterator[Claim]:
    """What the person chose, sent and tried at the platform's own controls."""
    tried = facts.attempts
    for one in tried.switched:
        yield _at(one, "switched-off", own=facts.control)
    for one in tried.found_off:
        yield _at(one, "found-off", own=facts.control)
    for one in _apart(facts, tried.objected):
        yield _at(one, "objected-by-form")
    for one in tried.failed:
        yield _at(one, f"door-{one.entry.outcome.value}")


def _at(attempt: Attempt, what: str, own: Control | None = None) -> Claim:
    """What happened at a control; the control is left out if it is the request's own, which the letter names anyway."""
    return Claim(
        "statement",
        what,
        by_entry(attempt.entry),
        on=by_entry(attempt.entry)[0].on,
        how=attempt.entry.surface,
        control=None if own and attempt.control.id == own.id else attempt.control,
        url=attempt.url if attempt.entry.outcome in _WITH_ADDRESS else "",
    )


def shown_claim(shown: Shown, facts: Facts) -> Claim:
    """What a file or a public address shows of a control; the points are file and place, or address, then the value."""
    entry = shown.entry
    where = "public" if entry.is_public else "file"
    own = facts.control and shown.control.id == facts.control.id
    basis = by_entry(entry)
    return Claim(
        "statement",
        f"{where}-{'refuses' if shown.refuses else 'allows'}",
        (*basis, *by_source(shown.source)) if shown.source else basis,
        on=entry.made or basis[0].on,
        control=None if own else shown.control,
        points=(entry.name if entry.is_public else entry.member, entry.last_step, entry.value),
    )


_WITH_ADDRESS = frozenset({Outcome.FORM_UNAVAILABLE, Outcome.REFUSED, Outcome.SENT, Outcome.CONFIRMED})


def _apart(facts: Facts, objected: tuple[Attempt, ...]) -> Iterator[Attempt]:
    """The objections through the platform's form, except one by which this very request was sent."""
    by_form = {one.on for one in facts.messages if one.message == "request" and one.how == "form"}
    yield from (one for one in objected if by_entry(one.entry)[0].on not in by_form)


def _of_right(right: Right, facts: Facts) -> Iterator[Claim]:
    said = facts.said
    match right:
        case Right.OBJECT_TRAINING:
            yield from _grounds(facts)
            for day in said.former_objections:
                yield Claim("statement", "former-objection", by_word("former-objections"), on=day)
        case Right.WITHDRAW:
            if said.consent:
                yield Claim("statement", "consent", by_word("consent"), text=unended(said.consent), inline=True)
            if said.consent_given:
                yield Claim("statement", "consent-given", by_word("consent-given"), on=said.consent_given)
        case Right.ERASE:
            if said.data:
                yield Claim("statement", "data", by_word("data"), text=unended(said.data), inline=True)
            if said.erasure_ground:
                yield Claim("statement", f"ground-{said.erasure_ground.value}", by_word("erasure-ground"))
            yield from _own_grounds(facts)
        case Right.OBJECT_MARKETING | Right.ACCESS:
            pass


_OBJECTION_RULES = {Regime.EU: "gdpr-21-1", Regime.CH: "ch-30", Regime.US_CA: "ca-1798-120"}
"""The rule on which an objection rests, by its id in `data/law.toml`; other regimes have none of their own there."""
_MODELS_KEEP = Basis("source", "https://cnil.fr/fr/ia-respecter-lexercice-des-droits-des-personnes", date(2026, 11, 21))
"""CNIL, 7 February 2025: what a model has taken in is harder to reach than what a data set holds."""


def _grounds(facts: Facts) -> Iterator[Claim]:
    """The person's own grounds or else those of anybody who objects: what the data are, and what training does."""
    own = tuple(_own_grounds(facts))
    yield from own
    if not own:
        named = tuple(one for account in facts.accounts for one in account_claim("account", account).rests_on)
        law = (Basis("law", _OBJECTION_RULES[facts.regime]),) if facts.regime in _OBJECTION_RULES else ()
        yield Claim("statement", "least-ground", (*(named or by_word("account")), *law, _MODELS_KEEP))


def _own_grounds(facts: Facts) -> Iterator[Claim]:
    for one in facts.said.grounds:
        if sentence := ended(one):
            yield Claim("statement", "ground", by_word("grounds"), text=sentence)


def _course(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """What a follow-up letter says about the request and the answer to it."""
    if facts.request:
        yield Claim(
            "event", "request", by_entry(facts.request), on=facts.request.on, how=facts.request.how, inline=True
        )
    answer = replied_to(kind, facts) or facts.answer
    if answer and kind is not Kind.REMINDER:
        yield Claim("event", "answer", by_entry(answer), on=answer.on, inline=True)
    if facts.received:
        yield Claim("statement", "received", by_entry(facts.received), on=facts.received.on)
    elif facts.request and not facts.receipt_is_known and facts.substantial is None:
        yield Claim("statement", "receipt-unknown", by_entry(facts.request), on=facts.request.on)
    if facts.due and facts.is_bound and facts.receipt_is_known and not facts.answered_in_time:
        yield time_claim(facts)
    yield from _points(kind, facts)


TIME_RULES = {
    Regime.EU: "gdpr-12-3",
    Regime.UK: "uk-month",
    Regime.CH: "ch-30-days",
    Regime.US_CA: "ca-45-days",
    Regime.BR: "br-15-days",
}
"""The rule that sets the time for the answer, by its id in `data/law.toml`."""


def counted_from(facts: Facts) -> RequestReceived | RequestSent | None:
    """The entry from which the time runs: receipt if known, else sending; None before the request went out."""
    return facts.received or facts.request


def time_claim(facts: Facts) -> Claim:
    """When the time for the answer ends or ended, by the rule that sets it and the entry from which it runs."""
    what = "time-ended" if facts.is_late else "time-ends"
    begun = counted_from(facts)
    basis = by_entry(begun) if begun else ()
    return Claim("event", what, (*basis, Basis("law", TIME_RULES[facts.regime])), on=facts.due, inline=True)


def _points(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """What an answer left open or left out."""
    answer = replied_to(kind, facts)
    if answer and kind is Kind.INCOMPLETE and answer.open:
        points = tuple(filter(None, map(ended, answer.open)))
        yield Claim("statement", "left-open", by_entry(answer), points=points)
    if answer and kind is Kind.ONE_ACCOUNT_ONLY:
        for account in facts.left_out:
            one = account_claim("left-out", account)
            yield Claim("account", "left-out", (*by_entry(answer), *one.rests_on), points=one.points)

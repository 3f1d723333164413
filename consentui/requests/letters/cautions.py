"""What a person should know before a letter goes out: what is missing, in doubt, or quicker another way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from consentui.i18n import Language, _, language
from consentui.i18n.dates import ago, long_date
from consentui.requests.letters.breaches import is_accused
from consentui.requests.letters.doors import door, doors
from consentui.requests.letters.facts import Facts, said_by_them
from consentui.requests.letters.kinds import REQUESTS, Kind, cited_alone
from consentui.requests.rights import Regime

OLD = timedelta(days=180)
"""From this age on, an address is shown as old."""
_DOUBTFUL = frozenset({"reported", "contested", "unresolved"})


def cautions(kind: Kind, facts: Facts, written_in: Language) -> tuple[str, ...]:
    """What to know before sending this letter, the gravest first, in the language spoken now."""
    if kind is Kind.COMPLAINT:
        return (*_missing(facts), *_of_a_complaint(facts, written_in))
    about_kind = _of_a_request(kind, facts) if kind in REQUESTS else _of_a_follow_up(kind, facts)
    return (
        *_missing(facts),
        *about_kind,
        *_about_the_way(kind, facts),
        *_about_the_law(kind, facts),
        *_about_the_address(facts),
    )


def without_a_law() -> str:
    """What to know where no law is known that gives these rights, in the language spoken now."""
    return _(
        "No law is known here that gives you this right where you live: the letter cites the EU’s GDPR, which may not"
        " bind the company towards you, and no day for the answer can be counted."
    )


def _missing(facts: Facts) -> Iterator[str]:
    if not facts.person.name.strip():
        yield _("Your name is missing: without it nobody can answer you.")
    if facts.accounts and not any(one.is_told_apart for one in facts.accounts):
        yield _("Nothing says which account is yours: add its name or its e-mail address, or they cannot find it.")


def _of_a_request(kind: Kind, facts: Facts) -> Iterator[str]:
    if facts.alike and facts.request is None:
        yield _("Another request asks them the same: {references}. Remind them of that one rather.").format(
            references=", ".join(facts.alike)
        )
    off = facts.attempts.switched or facts.attempts.found_off or facts.attempts.failed
    if facts.control and facts.control.kind == "setting" and not off and kind is not Kind.ACCESS:
        yield _("The switch first: it acts at once. Use it, keep a picture of the screen, then write for the rest.")
    match kind:
        case Kind.OBJECT_TRAINING:
            yield from _about_grounds(facts)
        case Kind.OBJECT_MARKETING:
            yield _("This right needs no reason: give none, it would only invite a debate.")
        case Kind.WITHDRAW:
            yield from _about_consent(facts)
        case Kind.ERASE:
            if facts.said.erasure_ground is None:
                yield _(
                    "Say why the data must go: consent withdrawn, objection, no longer needed, unlawful, or a child’s."
                )
            yield _("Save your data first, and close the account only after the answer: else they cannot find you.")
        case Kind.ACCESS:
            yield _("This right needs no reason. Ask one platform about every three months at most.")


def _about_grounds(facts: Facts) -> Iterator[str]:
    if not any(one.strip() for one in facts.said.grounds):
        yield _(
            "Your own grounds are missing, and the letter says only what holds for everybody: two or three sentences"
            " on your situation, in your words, weigh more. Some forms accept any reason, or none."
        )


def _about_consent(facts: Facts) -> Iterator[str]:
    yield _(
        "No reason is needed. It only reaches uses that rest on consent: most AI training does not, object to that."
    )
    if not facts.said.consent and not facts.control:
        yield _("Say which consent you withdraw, in a few words.")


def _of_a_follow_up(kind: Kind, facts: Facts) -> Iterator[str]:
    if facts.due and not facts.is_late and kind is Kind.REMINDER:
        yield _("They have until {date}: a reminder is early before that.").format(date=long_date(facts.due))
    if facts.request and not facts.receipt_is_known:
        yield _("Nobody knows when your letter arrived: look the delivery up, and write that day down.")
    if kind is Kind.REMINDER and facts.channel in {"email", "post"}:
        yield _("Enclose a copy of your request: the letter says so.")
    match kind:
        case Kind.IDENTITY_DEMANDED:
            yield _(
                "Never give a password. If a copy of a document is truly needed, mask photo, number and signature, and"
                " write its purpose and the date across it."
            )
        case Kind.WRONG_CHANNEL:
            yield _(
                "If your request went to an address that they do not name for this, send it again the way they say:"
                " the time runs from there."
            )
        case Kind.ONE_ACCOUNT_ONLY if not facts.left_out:
            yield _("Name the accounts that were left out.")
        case Kind.INCOMPLETE if not any(one.open for one in said_by_them(facts.answers, "partly")):
            yield _("Name the points that remain open.")
        case _:
            pass


def _about_the_way(kind: Kind, facts: Facts) -> Iterator[str]:
    name, chosen = facts.controller.name, door(kind, facts)
    if not chosen.to:
        yield {
            "email": _("{name} takes no e-mail for this, as far as is known."),
            "form": _("No form of {name} is known for this."),
        }.get(facts.channel, _("No postal address of {name} is known.")).format(name=name)
    best = next(iter(doors(kind, facts)), None)
    if best and best.how == "form" and facts.channel != "form":
        yield _(
            "They name a form for this: {url}. Use it first, with the short text, and keep what it confirms; send the"
            " letter if it does not open or does not answer."
        ).format(url=best.to)
    registered = [one.email for one in facts.accounts if one.email]
    if facts.channel == "email" and registered and facts.person.email not in registered:
        yield _("Send it from {email}, the account’s own address: that settles who you are.").format(
            email=registered[0]
        )


def _about_the_law(kind: Kind, facts: Facts) -> Iterator[str]:
    if not facts.law_is_known:
        yield without_a_law()
    if facts.regime is Regime.US_CA and kind is Kind.OBJECT_TRAINING:
        yield _(
            "California’s law gives no right to refuse training as such: the letter refuses sale and sharing for it."
        )
    if facts.regime not in {Regime.EU, Regime.UK} and not cited_alone(kind, facts.regime):
        yield _("The letter cites the EU’s GDPR, which may not bind the company towards people where you live.")


def _about_the_address(facts: Facts) -> Iterator[str]:
    """Only where it is worth looking up: what the company itself published is taken for right until it is old."""
    controller = facts.controller
    if controller.evidence not in _DOUBTFUL and facts.today - controller.verified_on <= OLD:
        return
    yield _("Name and address of {name} were last checked {ago}: look them up before sending.").format(
        name=controller.name, ago=ago(controller.verified_on, facts.today)
    )
    if controller.doubt:
        yield controller.doubt.in_language(language())


def _of_a_complaint(facts: Facts, written_in: Language) -> Iterator[str]:
    authority = facts.authority
    if authority is None:
        yield _("No authority is chosen: it is the one of the country where you live.")
    if facts.request is None:
        yield _("Write to the company first: authorities ask for the request and the proof that it was sent.")
    if facts.due and not facts.is_late and facts.receipt_is_known and not facts.substantial:
        yield _("They have until {date}: an authority may turn away a complaint before that.").format(
            date=long_date(facts.due)
        )
    if not is_accused(facts):
        yield _("The complaint names no breach yet: say what they did wrong.")
    if not facts.proofs:
        yield _("No proof is enclosed: attach the proof of sending and every answer.")
    if authority and authority.languages and written_in not in authority.languages:
        yield _("{name} wants a complaint in one of these languages: {codes}.").format(
            name=authority.short, codes=", ".join(authority.languages)
        )
    yield from _wanted_by(facts)
    yield from _about_the_address(facts)


def _wanted_by(facts: Facts) -> Iterator[str]:
    if facts.authority:
        spoken = (one for one in (facts.authority.first, facts.authority.doubt) if one)
        yield from (one.in_language(language()) for one in spoken)

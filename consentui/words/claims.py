"""What a letter claims and what that rests on, in the language spoken now: read before the letter is signed."""

from __future__ import annotations

from consentui.i18n import _, language, pgettext
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Law
from consentui.requests.letters.claims import Basis
from consentui.requests.letters.teller import StatedClaim


def basis_words(basis: Basis, law: Law) -> str:
    """One thing that a claim rests on: what the person noted or said, the law, or the public record."""
    match basis.ground:
        case "entry":
            if basis.on is None:
                return _("what you noted")
            return _("what you noted for {date}").format(date=long_date(basis.on))
        case "said":
            return _("what you said: {question}").format(question=question_name(basis.ref))
        case "source":
            if basis.on is None:
                return _("the public record: {address}").format(address=basis.ref)
            return _("the public record: {address}, looked at on {date}").format(
                address=basis.ref, date=long_date(basis.on)
            )
        case "law":
            refs = [rule.ref.in_language(language()) for rule in law.named([basis.ref])]
            return _("the law: {refs}").format(refs=_("; ").join(refs))


def rests_on(stated: StatedClaim, law: Law) -> str:
    """All that a claim rests on."""
    return "; ".join(basis_words(one, law) for one in stated.claim.rests_on)


def dated_sentence(stated: StatedClaim) -> str:
    """The sentence of a claim, after its day where the letter has the day beside it."""
    claim = stated.claim
    return f"{long_date(claim.on)} – {stated.sentence}" if claim.group == "event" and claim.on else stated.sentence


def question_name(question: str) -> str:
    """What a person is asked for the letters of a request."""
    return {
        "account": pgettext("question", "which account is yours"),
        "grounds": pgettext("question", "your own grounds"),
        "former-objections": pgettext("question", "when you objected before"),
        "consent": pgettext("question", "which consent you withdraw"),
        "consent-given": pgettext("question", "when you gave it"),
        "data": pgettext("question", "which data are to go"),
        "erasure-ground": pgettext("question", "why the data must go"),
        "breaches": pgettext("question", "what they did wrong"),
        "mandate": pgettext("question", "for whom you write"),
        "born": pgettext("question", "when the child was born"),
        "letter": pgettext("question", "the letter you chose"),
    }[question]

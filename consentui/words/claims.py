"""The claims of a letter and what they rest on, in the current language, to be read before the letter is signed."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import _, language, pgettext
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Law
from consentui.requests.letters.citations import rules_cited
from consentui.requests.letters.claims import Basis
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.sentences import Sentence, Sort
from consentui.requests.rights import Regime, rules_of
from consentui.words.rights import cited


def basis_words(basis: Basis, law: Law) -> str:
    """One thing on which a claim rests: what the person noted or said, the law, or the public record."""
    match basis.ground:
        case "entry":
            if basis.on is None:
                return _("what you recorded")
            return _("what you recorded for {date}").format(date=long_date(basis.on))
        case "said":
            return _("what you said: {question}").format(question=question_name(basis.ref))
        case "source":
            if basis.on is None:
                return _("the public record: {address}").format(address=basis.ref)
            return _("the public record: {address}, viewed on {date}").format(
                address=basis.ref, date=long_date(basis.on)
            )
        case "law":
            refs = [rule.ref.in_language(language()) for rule in law.named([basis.ref])]
            return _("the law: {refs}").format(refs=_("; ").join(refs))
        case "asked":
            return _("what you ask for")


def rests_on(sentence: Sentence, law: Law, facts: Facts) -> str:
    """Everything on which a sentence rests, with the articles that it cites unless it states a fact."""
    grounds = [basis_words(one, law) for one in sentence.rests_on]
    if sentence.sort is not Sort.FACT and not any(one.ground == "law" for one in sentence.rests_on):
        grounds += _legal_words(sentence, law, facts)
    return _("; ").join(dict.fromkeys(grounds))


def _legal_words(sentence: Sentence, law: Law, facts: Facts) -> Iterator[str]:
    """The rules that a sentence cites, with the address of their wording; if it cites none, the rule of the right."""
    found = rules_cited(sentence.text, law, facts.regime)
    if not found and sentence.sort is Sort.LAW:
        found = law.named(rules_of(facts.right, facts.regime)[:1])
    for rule in found:
        ref = cited(rule, facts.regime)
        # The EU's rules stand in for those of the UK GDPR, but the address of their wording leads to the EU's text.
        address = "" if facts.regime is Regime.UK and rule.regime != "uk" else law.wording_of(rule)
        words = _("the law: {ref}, {address}") if address else _("the law: {refs}")
        yield words.format(ref=ref, refs=ref, address=address)


def sort_name(sort: Sort) -> str:
    """What kind of sentence it is."""
    return {
        Sort.FACT: pgettext("sentence", "fact"),
        Sort.LAW: pgettext("sentence", "law"),
        Sort.REQUEST: pgettext("sentence", "request"),
    }[sort]


def dated_sentence(sentence: Sentence) -> str:
    """A sentence, after its day if the letter puts the day beside it."""
    claim = sentence.claim
    is_dated = claim and claim.group == "event" and claim.on
    return f"{long_date(claim.on)} – {sentence.text}" if claim and claim.on and is_dated else sentence.text


def question_name(question: str) -> str:
    """What a person is asked for the letters of a request, in a few words."""
    return {
        "account": pgettext("question", "which account is yours"),
        "grounds": pgettext("question", "your own grounds"),
        "former-objections": pgettext("question", "when you objected before"),
        "consent": pgettext("question", "which consent you withdraw"),
        "consent-given": pgettext("question", "when you gave it"),
        "data": pgettext("question", "which data to erase"),
        "erasure-ground": pgettext("question", "why the data must be erased"),
        "breaches": pgettext("question", "what they did wrong"),
        "mandate": pgettext("question", "who you write for"),
        "born": pgettext("question", "the child’s date of birth"),
        "letter": pgettext("question", "the letter you chose"),
    }[question]

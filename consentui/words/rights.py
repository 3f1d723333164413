"""The rights of data subjects, each with the article of the law that gives it, in the current language."""

from __future__ import annotations

from consentui.i18n import language, pgettext
from consentui.journal.entries import RequestRight
from consentui.knowledge.law import Rule
from consentui.requests.citing import (
    ERASURE_GROUNDS,
    citation,
    first_of,
    law_name,
    place_of,
    place_words,
)
from consentui.requests.rights import CITED, Regime, Right


def right_name(right: RequestRight, regime: Regime | None) -> str:
    """A right with the article of this law that gives it, or without an article if none is known here.

    The EU's law goes without its name: it is the one that is meant where no other is named.
    """
    if regime is None or regime not in CITED:
        return _gdpr_name(right)
    place = first_of(place_of(Right(right), regime))
    name = _gdpr_name(right) if regime in {Regime.EU, Regime.UK} else _refusal_name(right)
    cite = place_words if regime is Regime.EU else citation
    return f"{name}, {cite(place, regime, language(), is_short=True)}"


def erasure_article(regime: Regime | None) -> str:
    """The article that lists why data must be erased: that of the UK GDPR in the United Kingdom, else that of the GDPR.

    The law is named to anyone to whom the EU's does not apply directly.
    """
    if regime is Regime.EU:
        return place_words(ERASURE_GROUNDS, Regime.EU, language(), is_short=True)
    own = Regime.UK if regime is Regime.UK else Regime.EU
    return citation(ERASURE_GROUNDS, own, language(), is_short=True)


def right_alone(right: RequestRight) -> str:
    """A right where the law that gives it is not known, as in an entry of the journal."""
    return right_name(right, None)


def cited(rule: Rule, regime: Regime | None) -> str:
    """How a rule is cited to a person under this law; in the UK GDPR, the articles of the EU's keep their numbers."""
    spoken = language()
    ref = rule.ref.in_language(spoken)
    if regime is not Regime.UK or rule.regime != "eu":
        return ref
    return ref.replace(law_name(Regime.EU, spoken), law_name(Regime.UK, spoken))


def _gdpr_name(right: RequestRight) -> str:
    return {
        "object-training": pgettext("right", "objection to AI training"),
        "object-marketing": pgettext("right", "objection to marketing"),
        "withdraw-consent": pgettext("right", "withdrawal of consent"),
        "erase": pgettext("right", "erasure"),
        "access": pgettext("right", "access"),
    }[right]


def _refusal_name(right: RequestRight) -> str:
    """The name of a right under laws that know no objection, as their letters use it."""
    return {
        "object-training": pgettext("right", "refusal of AI training"),
        "object-marketing": pgettext("right", "refusal of advertising"),
        "withdraw-consent": pgettext("right", "withdrawal of consent"),
        "erase": pgettext("right", "deletion"),
        "access": pgettext("right", "access"),
    }[right]

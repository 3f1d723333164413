"""The rights of data subjects, each with the article of the law that gives it, in the current language.

Letters cite the same articles: `data/letters/LANGUAGE/_words.txt`.
"""

from __future__ import annotations

from consentui.i18n import language, pgettext
from consentui.journal.entries import RequestRight
from consentui.knowledge.law import Rule
from consentui.requests.rights import Regime


def right_name(right: RequestRight, regime: Regime | None) -> str:
    """A right with the article of this law that gives it, or without an article if none is known here."""
    match regime:
        case Regime.EU:
            return _with_article(_gdpr_name(right), _gdpr_article(right))
        case Regime.UK:
            article = pgettext("law", "{article} UK GDPR").format(article=_gdpr_article(right))
            return _with_article(_gdpr_name(right), article)
        case Regime.CH:
            return _with_article(_refusal_name(right), _swiss_article(right))
        case Regime.US_CA:
            return _with_article(_refusal_name(right), _californian_section(right))
        case Regime.BR | None:
            return _gdpr_name(right)


def erasure_article(regime: Regime | None) -> str:
    """The article that lists why data must be erased: that of the UK GDPR in the United Kingdom, else that of the GDPR.

    The law is named to anyone to whom the EU's does not apply directly.
    """
    if regime is Regime.EU:
        return pgettext("law", "Art. 17(1)")
    return pgettext("law", "Art. 17(1) UK GDPR") if regime is Regime.UK else pgettext("law", "Art. 17(1) GDPR")


def right_alone(right: RequestRight) -> str:
    """A right where the law that gives it is not known, as in an entry of the journal."""
    return right_name(right, None)


def cited(rule: Rule, regime: Regime | None) -> str:
    """How a rule is cited to a person under this law; in the UK GDPR, the articles of the EU's keep their numbers."""
    spoken = language()
    ref = rule.ref.in_language(spoken)
    if regime is not Regime.UK or rule.regime != "eu":
        return ref
    gdpr, british = {
        "en": ("GDPR", "UK GDPR"),
        "fr": ("RGPD", "RGPD britannique"),
        "de": ("DSGVO", "UK-DSGVO"),
    }[spoken]
    return ref.replace(gdpr, british)


def _with_article(name: str, article: str) -> str:
    return f"{name}, {article}"


def _gdpr_name(right: RequestRight) -> str:
    return {
        "object-training": pgettext("right", "objection to AI training"),
        "object-marketing": pgettext("right", "objection to marketing"),
        "withdraw-consent": pgettext("right", "withdrawal of consent"),
        "erase": pgettext("right", "erasure"),
        "access": pgettext("right", "access"),
    }[right]


def _gdpr_article(right: RequestRight) -> str:
    return {
        "object-training": pgettext("law", "Art. 21(1)"),
        "object-marketing": pgettext("law", "Art. 21(2)"),
        "withdraw-consent": pgettext("law", "Art. 7(3)"),
        "erase": pgettext("law", "Art. 17"),
        "access": pgettext("law", "Art. 15"),
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


def _swiss_article(right: RequestRight) -> str:
    """The article of the Federal Act on Data Protection."""
    if right == "access":
        return pgettext("law", "Art. 25 FADP")
    return pgettext("law", "Art. 32(2)(c) FADP") if right == "erase" else pgettext("law", "Art. 30(2)(b) FADP")


def _californian_section(right: RequestRight) -> str:
    """The section of the California Consumer Privacy Act, in the Civil Code."""
    if right == "access":
        return pgettext("law", "§ 1798.110 CCPA")
    return pgettext("law", "§ 1798.105 CCPA") if right == "erase" else pgettext("law", "§ 1798.120 CCPA")

"""What a letter to the authority says about the complaint lodged there: when that was, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.requests.letters.breaches import breaches
from consentui.requests.letters.claims import Basis, Claim, by_entry
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.layout import unended
from consentui.requests.rights import Regime
from consentui.requests.time.remedies import CROSS_BORDER_SINCE, NEWS, NEWS_RULES


def about_complaint(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """The complaint, its case number and the subject of this letter: silence, or a proposed settlement."""
    if facts.complaint:
        yield Claim("statement", "complaint-lodged", by_entry(facts.complaint), on=facts.complaint.on)
    numbered = [one for one in facts.authority_said if one.case_number]
    if numbered:
        yield Claim("statement", "case-number", by_entry(numbered[-1]), text=numbered[-1].case_number)
    yield from _silence(facts) if kind is Kind.ASK_AUTHORITY else _settlement(facts)


def is_regulated(facts: Facts) -> bool:
    """Whether the complaint is dealt with under Regulation (EU) 2025/2518, as far as is known."""
    lodged = facts.complaint.on if facts.complaint else facts.today
    return facts.regime is Regime.EU and facts.is_cross_border and lodged >= CROSS_BORDER_SINCE


def _silence(facts: Facts) -> Iterator[Claim]:
    news = [one for one in facts.authority_said if one.answer in NEWS]
    if news:
        yield Claim("statement", "last-news", by_entry(news[-1]), on=news[-1].on)
    begun = news[-1] if news else facts.complaint
    rule = NEWS_RULES.get(facts.regime)
    if begun and rule and facts.news_due and facts.news_due < facts.today:
        yield Claim("statement", "news-overdue", (*by_entry(begun), Basis("law", rule)), on=facts.news_due)


def _settlement(facts: Facts) -> Iterator[Claim]:
    proposed = [one for one in facts.authority_said if one.answer == "settlement-proposed"]
    if proposed:
        said = unended(proposed[-1].said)
        yield Claim("statement", "settlement-proposed", by_entry(proposed[-1]), on=proposed[-1].on, text=said)
    yield from (one for one in breaches(facts) if one.what.startswith("right-not-respected"))

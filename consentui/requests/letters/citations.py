"""Finds the articles that a sentence cites, in every language in which letters are written, and the rules they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consentui.knowledge.law import Law, Rule
from consentui.requests.rights import Regime

_PLACE = r"(\d+[A-Z]?(?:\.\d+)?)(?:\((\d+)\)|,? (?:paragraphes?|alinéas?|Abs\.) (\d+))?"
_CITED = re.compile(rf"(?:\b[Aa]rticles?|\bArt\.|\b[Ss]ections?|§) {_PLACE}")
_AND = re.compile(rf"(?:\([a-z]\)|, point [a-z]\)| Buchst\. [a-z])?,? (?:and|et|und|à|to|bis) (?:Art\. )?{_PLACE}")
_REGULATION = "2025/2518"

Place = tuple[str, str]
"""An article or a section, and its paragraph (empty if none is named)."""


def places(text: str) -> tuple[Place, ...]:
    """The articles and sections that a text names, each once, in order of appearance."""
    return tuple(dict.fromkeys(_places(text)))


def rules_cited(text: str, law: Law, regime: Regime) -> tuple[Rule, ...]:
    """The rules of the regime's law that a text names, each once, in order of appearance."""
    named = places(text)
    known = [rule for rule in law.rule if _is_of(rule, regime, text)]
    found = (_rule_of(one, known) for one in named)
    return tuple({rule.id: rule for rule in found if rule}.values())


def _places(text: str) -> Iterator[Place]:
    for match in _CITED.finditer(text):
        yield _place(match)
        following = _AND.match(text, match.end())
        if following:
            yield _place(following)


def _place(match: re.Match[str]) -> Place:
    return match[1], match[2] or match[3] or ""


def _rule_of(place: Place, known: Sequence[Rule]) -> Rule | None:
    """The first rule on the place, paragraph included if both name one, else the first on the same article."""
    article, paragraph = place
    on_it = [(rule, under) for rule in known for named, under in places(rule.ref.en) if named == article]
    exact = (rule for rule, under in on_it if not (paragraph and under) or paragraph == under)
    return next(exact, on_it[0][0] if on_it else None)


def _is_of(rule: Rule, regime: Regime, text: str) -> bool:
    """Whether a rule belongs to the law that is cited under this regime; a proposed rule never does."""
    if rule.proposed:
        return False
    if regime in {Regime.EU, Regime.BR}:
        return (
            rule.regime == "eu" and (_REGULATION in rule.ref.en) == (_REGULATION in text) and "1182" not in rule.ref.en
        )
    if regime is Regime.UK:
        return rule.regime == "uk" or (rule.regime == "eu" and rule.ref.en.startswith("GDPR"))
    return rule.regime == regime.value

"""What a letter claims about a mandate: who writes for whom and why, and what shows it."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.requests.letters.claims import Basis, Claim, by_word
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import TO_AUTHORITY, Kind
from consentui.requests.letters.mandates import Capacity, birthday

AGE_RULE = "gdpr-8-1"
"""The id in `data/law.toml` of the rule with the ages from which children consent on their own."""


def consents_alone(facts: Facts) -> bool | None:
    """Whether the child is old enough to consent alone where the person lives; None if not known."""
    mandate = facts.person.mandate
    if mandate is None or mandate.born is None or facts.consent_age is None or mandate.basis is not Capacity.CHILD:
        return None
    return birthday(mandate.born, facts.consent_age) <= facts.today


def on_behalf(kind: Kind, facts: Facts) -> Iterator[Claim]:
    """Who writes for whom and why, and what shows it; nothing if the person writes for themselves."""
    mandate = facts.person.mandate
    if mandate is None:
        return
    yield Claim("mandate", f"for-{mandate.basis}", by_word("mandate"), text=mandate.person, is_fixed=True)
    if mandate.enclosure and kind not in TO_AUTHORITY:
        yield Claim("mandate", "mandate-shown", by_word("mandate"), text=mandate.enclosure)
    if mandate.basis is Capacity.CHILD:
        yield _age(facts)


def _age(facts: Facts) -> Claim:
    if consents_alone(facts) is False:
        rests_on = (*by_word("born"), Basis("law", AGE_RULE))
        return Claim("mandate", "under-age", rests_on, text=str(facts.consent_age), points=(facts.country,))
    return Claim("mandate", "under-18", by_word("mandate"))

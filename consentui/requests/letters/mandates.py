"""Writing on behalf of somebody else: for whom, on what basis, and what shows it. The person remains the “I”."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from consentui.requests.letters.claims import Basis, Claim, by_word
from consentui.requests.letters.kinds import TO_AUTHORITY, Kind

if TYPE_CHECKING:
    from consentui.requests.letters.facts import Facts

MAJORITY = 18
"""In years: at this age parental responsibility ends in every country of the European Union."""
AGE_RULE = "gdpr-8-1"
"""The id in `data/law.toml` of the rule with the ages from which children consent on their own."""


class Capacity(StrEnum):
    """Why somebody may write for the person."""

    CHILD = "child"
    """Parental responsibility."""
    MANDATE = "mandate"
    """A mandate from an adult."""
    ASSOCIATION = "association"
    """A non-profit body with a mandate from the person, GDPR Art. 80(1)."""
    COMPANY = "company"
    """The company that holds the account, for a person who publishes there; it has none of these rights itself."""


class Mandate(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """For whom somebody writes, and why they may."""

    person: str
    """The name of the data subject."""
    basis: Capacity
    enclosure: str = ""
    """What shows the mandate and is enclosed with the letters, in the writer's words."""
    born: date | None = None
    """A child's date of birth, which no letter states."""


class WrittenFor(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """In whose name a request went out and by whom, which holds for the request whoever writes later."""

    person: str
    by: str
    basis: Capacity


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches an age: 1 March for those born on 29 February, unless it is a leap year."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def is_of_age(mandate: Mandate, today: date) -> bool:
    """Whether the child for whom the mandate was given has come of age."""
    born = mandate.born if mandate.basis is Capacity.CHILD else None
    return born is not None and birthday(born, MAJORITY) <= today


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
    if mandate.basis is Capacity.CHILD:
        yield _age(facts)
    if mandate.enclosure and kind not in TO_AUTHORITY:
        yield Claim("mandate", "mandate-shown", by_word("mandate"), text=mandate.enclosure)


def _age(facts: Facts) -> Claim:
    if consents_alone(facts) is False:
        rests_on = (*by_word("born"), Basis("law", AGE_RULE))
        return Claim("mandate", "under-age", rests_on, text=str(facts.consent_age), points=(facts.country,))
    return Claim("mandate", "under-18", by_word("mandate"))

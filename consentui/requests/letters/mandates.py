"""Writing on behalf of somebody else: for whom, and on what basis. The person remains the “I” of the letters."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

MAJORITY = 18
"""In years: at this age parental responsibility ends in every country of the European Union."""


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

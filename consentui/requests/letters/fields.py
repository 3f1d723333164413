"""The parts of a letter, for web forms that ask field by field."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from consentui.i18n import Language, speaking
from consentui.i18n.countries import country_name
from consentui.requests.letters.facts import Person
from consentui.requests.letters.layout import lines_of, one_line

if TYPE_CHECKING:
    from consentui.requests.letters.letters import Letter


class Part(StrEnum):
    """What a field of a form asks for."""

    WHAT = "what"
    """What the person objects to or asks for."""
    ACCOUNT = "account"
    WHY = "why"
    """The person's reasons and the legal ones."""
    ASK = "ask"
    """The steps that the company is asked to take."""
    NAME = "name"
    """The name of the data subject."""
    REPRESENTATIVE = "representative"
    """The name of whoever writes for them."""
    EMAIL = "email"
    ADDRESS = "address"
    COUNTRY = "country"


def parts_of(letter: Letter, person: Person, country: str, language: Language) -> dict[Part, tuple[str, ...]]:
    """The sentences of each part that has any; `country` is the code of the person's country."""
    with speaking(language):
        home = country_name(country)
    found = {
        Part.WHAT: tuple(filter(None, (letter.through, *letter.what))),
        Part.ACCOUNT: letter.account,
        Part.WHY: letter.why,
        Part.ASK: letter.ask,
        Part.NAME: (one_line(person.subject),),
        Part.REPRESENTATIVE: (one_line(person.name) if person.mandate else "",),
        Part.EMAIL: (one_line(person.email),),
        Part.ADDRESS: (", ".join(lines_of(person.address)),),
        Part.COUNTRY: (home,),
    }
    return {part: sentences for part, sentences in found.items() if any(sentences)}

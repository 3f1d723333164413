"""How letters name and address companies and authorities."""

from __future__ import annotations

import re

from consentui.i18n import Language
from consentui.i18n.countries import address_in
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import TO_AUTHORITY, Kind, cited_alone
from consentui.requests.letters.layout import lines_of

_FOR_THE_ATTENTION = re.compile(r"(attn|fao|attention)\b", re.IGNORECASE)
_OFFICER: dict[Language, str] = {
    "en": "Attn: Data Protection Officer",
    "fr": "À l’attention du délégué à la protection des données",
    "de": "z. Hd. der oder des Datenschutzbeauftragten",
}
_TEAM: dict[Language, str] = {
    "en": "Attn: whoever sees to data protection",
    "fr": "À l’attention du service chargé de la protection des données",
    "de": "z. Hd. der für den Datenschutz zuständigen Stelle",
}
"""The line that takes the place of `_OFFICER` under laws that know no such officer."""


def recipient(kind: Kind, facts: Facts, language: Language) -> list[str]:
    """The lines of the recipient: name and postal address, with the department if no address is known."""
    if kind in TO_AUTHORITY:
        authority = facts.authority
        return [name_of(authority), *lines_of(address_in(authority.address, language))] if authority else []
    name, contact = facts.controller.name, facts.controller.contact
    lines = lines_of(address_in(contact.address or "", language))
    lines = lines if lines[:1] == [name] else [name, *lines]
    if contact.dpo and not contact.address:
        lines.append((_TEAM if cited_alone(facts.regime) else _OFFICER)[language])
    return lines


def in_a_line(name: str, contact: Contact, language: Language) -> str:
    """Name and address in one line; without a name, also the e-mail address and the form."""
    lines = lines_of(address_in(contact.address or "", language))
    address = [line for line in lines if not _FOR_THE_ATTENTION.match(line)]
    ways = [] if name else [contact.email or "", contact.form or ""]
    return ", ".join(filter(None, dict.fromkeys((name, *address, *ways))))


def name_of(authority: Authority | None) -> str:
    """The authority's name with typographic apostrophes, which its record does not have."""
    return authority.name.replace("'", "’") if authority else ""


def name_within(authority: Authority | None, language: Language) -> str:
    """The authority's name within a sentence: the one in the letter's language if it has several."""
    names = name_of(authority).split(" / ")
    if authority is None or len(names) == 1:
        return names[0]
    there = dict(zip(authority.languages, names, strict=False))
    return there.get(language) or (authority.name_en if language == "en" else "") or names[0]

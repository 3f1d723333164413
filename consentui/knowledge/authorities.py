"""The supervisory authorities, and which of them a person complains to; used by letters and reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.knowledge.records import CountryCode, Evidence, HttpsUrl, LanguageCode, Source, Text


class Authority(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A supervisory authority, to which a person can complain (GDPR Art. 51 and 77, UK GDPR, Swiss FADP)."""

    country: CountryCode
    level: Literal["national", "regional"]
    name: str
    """The name in the authority's own language."""
    name_en: str
    """The name in English; for a German Land, our own translation."""
    short: str
    website: HttpsUrl
    languages: tuple[LanguageCode, ...]
    """The languages in which a complaint may be written, best first; empty if no source says so (see `doubt`)."""
    languages_basis: Literal["authority", "directory", "none"]
    """Who names the languages: the authority itself, public directories, or nobody."""
    evidence: Evidence
    verified_on: date
    """The day the facts were last checked against their sources."""
    recorded_on: date
    """The day the source last updated the contact details; they may be as old as that."""
    source: tuple[Source, ...]
    phone: str = ""
    address: str = ""
    """Postal lines separated by newlines, without the authority's name; empty if not known."""
    region: str | None = None
    """The code of the Land, for a regional authority: `HH`."""
    region_name: str | None = None
    for_companies: bool = True
    """False if it does not supervise the companies behind platforms but, for instance, public bodies."""
    complaint_url: HttpsUrl | None = None
    email: str | None = None
    about: Text | None = None
    """What it is competent for or known for, where that is not obvious."""
    first: Text | None = None
    """What it asks a person to do before complaining; None if no source says so."""
    needs: tuple[Text, ...] = ()
    """What a complaint must contain or enclose; empty if no source says so."""
    notes: Text | None = None
    """How a complaint is made, and what happens to it afterwards."""
    doubt: Text | None = None
    """Where sources disagree, are old or are silent, and the safest thing to do."""

    @property
    def code(self) -> str:
        """`FR`, or `DE-HH` for a Land (ISO 3166): what `Controller.lead_authority` names."""
        return f"{self.country}-{self.region}" if self.region else self.country


class Authorities(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/authorities.toml`: the authorities that take complaints."""

    authority: tuple[Authority, ...]


def authority_for(authorities: Iterable[Authority], country: str, region: str = "") -> Authority | None:
    """The authority of the person's own country, or Land, for complaints about companies (GDPR Art. 77).

    `country` is an ISO 3166 code. `region` is the code of a Land (`HH`), used only in a country that has regional
    authorities. None if there is no authority for the country or, where one is needed, for the region.
    """
    here = tuple(one for one in authorities if one.country == country and one.for_companies)
    regional = regional_authorities(here, country)
    if regional:
        return next((one for one in regional if one.region == region), None)
    return next(iter(here), None)


def regional_authorities(authorities: Iterable[Authority], country: str) -> tuple[Authority, ...]:
    """The regional authorities for companies in a country, sorted by name of the region; empty for most countries.

    If there are any, the person has to say in which region they live.
    """
    here = (one for one in authorities if one.country == country and one.level == "regional" and one.for_companies)
    return tuple(sorted(here, key=lambda one: one.region_name or ""))


def region_called(authorities: Iterable[Authority], country: str, word: str) -> str:
    """The code of a country's region, in upper case; raises UsageError if the region has no authority of its own."""
    regional = regional_authorities(authorities, country)
    codes = [one.region or "" for one in regional]
    if word.upper() in codes:
        return word.upper()
    if not regional:
        raise UsageError(
            _("“{code}” is not a region here: one authority covers the whole country.").format(code=word),
            way_out=_("Leave --region out."),
        )
    raise UsageError(
        _("There is no region called “{name}”.").format(name=word),
        way_out=_("Use one of: {choices}.").format(choices=", ".join(codes)),
    )


def lead_authority(authorities: Iterable[Authority], code: str | None) -> Authority | None:
    """The authority that a controller's `lead_authority` names (`IE`, `DE-HH`); None if it names none.

    It is only mentioned: the complaint still goes to the authority that `authority_for` returns. Where two share a
    code, as in Bavaria, the one for companies is meant.
    """
    named = (one for one in authorities if one.code == code)
    return max(named, key=lambda one: one.for_companies, default=None)

"""Which authority a person complains to: letters, reports and the complaint itself ask here."""

from __future__ import annotations

from collections.abc import Iterable

from consentui.knowledge.records import Authority


def authority_for(authorities: Iterable[Authority], country: str, region: str = "") -> Authority | None:
    """The authority of the person's own country, or Land, for complaints about companies (GDPR Art. 77).

    `country` is an ISO 3166 code, `region` that of a Land (`HH`), which is only looked at in a country that has
    regional authorities. None where the country, or the Land that it takes, is not known.
    """
    here = tuple(one for one in authorities if one.country == country and one.for_companies)
    regional = regional_authorities(here, country)
    if regional:
        return next((one for one in regional if one.region == region), None)
    return next(iter(here), None)


def regional_authorities(authorities: Iterable[Authority], country: str) -> tuple[Authority, ...]:
    """The authorities for companies of a country's regions, by name of the region; none in most countries.

    Where there are some, the person has to say in which region they live.
    """
    here = (one for one in authorities if one.country == country and one.level == "regional" and one.for_companies)
    return tuple(sorted(here, key=lambda one: one.region_name or ""))


def lead_authority(authorities: Iterable[Authority], code: str | None) -> Authority | None:
    """The authority that a controller's `lead_authority` names (`IE`, `DE-HH`), None where it names none.

    It is told about; the complaint goes to `authority_for` all the same.
    """
    named = (one for one in authorities if one.code == code)
    return max(named, key=lambda one: one.for_companies, default=None)

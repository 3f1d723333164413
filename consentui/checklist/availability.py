"""Which controls exist for a person: by country and by type of account."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import get_args

from msgspec.structs import replace

from consentui.i18n.countries import EEA_COUNTRIES, EU_COUNTRIES
from consentui.journal.entries import AccountType
from consentui.knowledge.records import Control, Platform, Region

EVERYWHERE: frozenset[Region] = frozenset({"*", "EU", "EEA", "UK", "CH", "US", "BR", "JP", "KR"})


class Absence(StrEnum):
    """Why a control does not exist for an account."""

    COUNTRY = "country"
    ACCOUNT_TYPE = "account-type"


@lru_cache(maxsize=256)
def regions_of(country: str) -> frozenset[Region]:
    """The regions of the knowledge base that a country (ISO 3166 code) belongs to.

    An empty code stands for an unknown country, which counts as belonging to every region, so that nothing is hidden.
    """
    if not country:
        return EVERYWHERE
    regions: set[Region] = {"*"}
    if country in EU_COUNTRIES:
        regions.add("EU")
    if country in EEA_COUNTRIES:
        regions.add("EEA")
    single: dict[str, Region] = {"GB": "UK", "CH": "CH", "US": "US", "BR": "BR", "JP": "JP", "KR": "KR"}
    if region := single.get(country):
        regions.add(region)
    return frozenset(regions)


def exists_in(regions: Iterable[Region], country: str) -> bool:
    """Whether something offered in these regions is offered in the country."""
    return not regions_of(country).isdisjoint(regions)


def as_found_in(control: Control, country: str) -> Control:
    """The control with the default that applies in the country.

    If the country is unknown, the control is returned unchanged, with its defaults for single regions.
    """
    if not country or not control.default_in:
        return control
    there = (one.default for one in control.default_in if exists_in(one.regions, country))
    return replace(control, default=next(there, control.default), default_in=())


def usual_account_type(platform: Platform) -> AccountType:
    """The likely type of an account there: personal, unless the platform has no control for personal accounts."""
    types = [one for control in platform.control for one in control.account_types]
    if "*" in types or "personal" in types:
        return "personal"
    ours: dict[str, AccountType] = {one: one for one in get_args(AccountType)}
    known: list[AccountType] = [ours[one] for one in types if one in ours]
    return known[0] if known else "personal"


def absence(control: Control, country: str, account_type: AccountType) -> Absence | None:
    """Why the control does not exist for an account of this type in this country; None if it exists."""
    elsewhere = bool(country) and exists_in(control.except_regions, country)
    if elsewhere or not exists_in(control.regions, country):
        return Absence.COUNTRY
    if "*" not in control.account_types and account_type not in control.account_types:
        return Absence.ACCOUNT_TYPE
    return None


@lru_cache(maxsize=4096)
def offered(platform: Platform, country: str, account_type: AccountType) -> tuple[Control, ...]:
    """The controls that an account of this type has in a country, with the defaults that apply there."""
    there = (control for control in platform.control if absence(control, country, account_type) is None)
    return tuple(as_found_in(control, country) for control in there)

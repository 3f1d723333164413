"""Which controls exist where, and for whom."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from consentui.checklist.availability import (
    EVERYWHERE,
    Absence,
    absence,
    as_found_in,
    exists_in,
    regions_of,
    usual_account_type,
)
from consentui.i18n.countries import EEA_COUNTRIES, EU_COUNTRIES
from consentui.journal.entries import AccountType
from consentui.knowledge.records import DefaultIn, Region
from tests.builders import a_control, a_platform


@pytest.mark.parametrize(
    ("country", "regions"),
    [
        ("FR", {"*", "EU", "EEA"}),
        ("NO", {"*", "EEA"}),
        ("GB", {"*", "UK"}),
        ("CH", {"*", "CH"}),
        ("US", {"*", "US"}),
        ("BR", {"*", "BR"}),
        ("JP", {"*", "JP"}),
        ("KR", {"*", "KR"}),
        ("AU", {"*"}),
        ("", EVERYWHERE),
    ],
)
def test_a_country_lies_in_its_regions(country: str, regions: set[str]) -> None:
    assert regions_of(country) == regions


def test_the_union_has_27_states_and_the_economic_area_30() -> None:
    assert (len(EU_COUNTRIES), len(EEA_COUNTRIES)) == (27, 30)


@pytest.mark.parametrize(
    ("regions", "country", "exists"),
    [
        (("*",), "AU", True),
        (("EU", "UK"), "DE", True),
        (("EU", "UK"), "GB", True),
        (("EU", "UK"), "US", False),
        (("EU",), "IS", False),
        (("EEA",), "IS", True),
        (("US",), "", True),
    ],
)
def test_something_exists_where_its_regions_and_the_countrys_meet(
    *,
    regions: tuple[Region, ...],
    country: str,
    exists: bool,
) -> None:
    assert exists_in(regions, country) is exists


@pytest.mark.parametrize(
    ("changes", "country", "account_type", "expected"),
    [
        ({}, "FR", "personal", None),
        ({"regions": ("EEA",)}, "FR", "personal", None),
        ({"regions": ("EEA",)}, "US", "personal", Absence.COUNTRY),
        ({"except_regions": ("EU",)}, "FR", "personal", Absence.COUNTRY),
        ({"except_regions": ("EU",)}, "US", "personal", None),
        ({"except_regions": ("EU",)}, "", "personal", None),
        ({"regions": ("US",)}, "", "personal", None),
        ({"account_types": ("business", "creator")}, "FR", "business", None),
        ({"account_types": ("business", "creator")}, "FR", "personal", Absence.ACCOUNT_TYPE),
        ({"account_types": ("business",), "regions": ("US",)}, "FR", "personal", Absence.COUNTRY),
    ],
)
def test_a_control_may_be_absent_by_country_or_by_type_of_account(
    changes: dict[str, object], country: str, account_type: AccountType, expected: Absence | None
) -> None:
    assert absence(a_control(**changes), country, account_type) is expected


@pytest.mark.parametrize(
    ("types", "usual"),
    [
        ([("*",)], "personal"),
        ([("business",), ("*",)], "personal"),
        ([("work",), ("personal", "work")], "personal"),
        ([("none", "publisher"), ("admin",)], "publisher"),
        ([("none",)], "personal"),
        ([], "personal"),
    ],
)
def test_most_accounts_are_personal_unless_nothing_exists_for_those(
    types: list[tuple[AccountType, ...]], usual: AccountType
) -> None:
    controls = tuple(a_control(id=f"c{number}", account_types=one) for number, one in enumerate(types))
    assert usual_account_type(replace(a_platform(), control=controls)) == usual


@pytest.mark.parametrize(("country", "default"), [("FR", "off"), ("NO", "off"), ("CH", "unknown"), ("US", "on")])
def test_a_control_is_found_with_the_default_of_the_country(country: str, default: str) -> None:
    control = a_control(default="on", default_in=(DefaultIn(("EEA", "UK"), "off"), DefaultIn(("CH",), "unknown")))
    assert as_found_in(control, country) == replace(control, default=default, default_in=())


def test_without_a_country_the_differences_stay() -> None:
    control = a_control(default_in=(DefaultIn(("EEA",), "off"),))
    assert as_found_in(control, "") is control


def test_a_control_that_is_left_alike_everywhere_stays_as_it_is() -> None:
    control = a_control()
    assert as_found_in(control, "FR") is control

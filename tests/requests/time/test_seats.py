"""The seat of a controller, and the holidays there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from consentui.knowledge.base import bundled
from consentui.knowledge.records import Contact
from consentui.requests.rights import Regime
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.requests.time.seats import (
    NOWHERE,
    Seat,
    counts_holidays,
    is_holiday,
    parts_off,
    regions_off,
    seat_named,
    seat_of,
)
from tests.requests.letter_facts import a_controller

IN_DUBLIN = Contact(address="Chirp Ltd\n1 Liffey Street\nDublin 1\nIreland")
IN_BERLIN = Contact(address="Chirp GmbH\n1 Spreeufer\n10115 Berlin\nGermany")


@pytest.mark.parametrize(
    ("contact", "seat", "led", "found"),
    [
        (IN_DUBLIN, None, "IE", "IE"),
        (IN_DUBLIN, None, None, "IE"),
        (IN_DUBLIN, None, "NL", "IE"),
        (IN_DUBLIN, "US", None, "US"),
        (IN_BERLIN, None, "DE-BE", "DE-BE"),
        (IN_BERLIN, None, None, "DE"),
        (Contact(), None, "FR", "FR"),
        (Contact(), None, None, ""),
        (Contact(address="Chirp\nsomewhere"), None, None, ""),
    ],
)
def test_a_company_sits_where_its_address_is_whoever_leads(
    contact: Contact, seat: str | None, led: str | None, found: str
) -> None:
    assert seat_of(a_controller(contact=contact, seat=seat, lead_authority=led)) == found


def test_every_seat_of_a_company_exists() -> None:
    for company in bundled().controllers():
        seat_named(seat_of(company))


def test_the_seat_of_a_company_is_unknown_only_where_its_address_is() -> None:
    assert not [company.id for company in bundled().controllers() if company.contact.address and not seat_of(company)]


EASTER = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21)}
"""Easter Sundays of the Western churches."""

OFF: dict[str, tuple[str, tuple[int, ...]]] = {
    "FR": ("01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25", (1, 39, 50)),
    "BE": ("01-01 05-01 07-21 08-15 11-01 11-11 12-25", (1, 39, 50)),
    "LU": ("01-01 05-01 05-09 06-23 08-15 11-01 12-25 12-26", (1, 39, 50)),
    "DE": ("01-01 05-01 10-03 12-25 12-26", (-2, 1, 39, 50)),
    "AT": ("01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26", (1, 39, 50, 60)),
    "PL": ("01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26", (1, 60)),
    "LT": ("01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26", (1,)),
    "SE": ("01-01 01-06 05-01 06-06 12-25 12-26", (-2, 1, 39)),
    "DK": ("01-01 12-25 12-26", (-3, -2, 1, 39, 50)),
}
"""Public holidays of countries where controllers sit: fixed dates, and offsets in days from Easter Sunday."""


def weekdays_off(country: str, year: int) -> set[date]:
    start = date(year, 1, 1)
    days = (start + timedelta(days=number) for number in range(366))
    return {day for day in days if day.year == year and day.isoweekday() <= 5 and is_holiday(day, Seat(country))}


@pytest.mark.parametrize("year", EASTER)
@pytest.mark.parametrize("country", OFF)
def test_the_public_holidays_of_a_seat_are_those_of_its_country(country: str, year: int) -> None:
    fixed, after_easter = OFF[country]
    expected = {date.fromisoformat(f"{year}-{day}") for day in fixed.split()}
    expected |= {date(year, *EASTER[year]) + timedelta(days=days) for days in after_easter}
    assert weekdays_off(country, year) == {day for day in expected if day.isoweekday() <= 5}


@pytest.mark.parametrize(
    ("country", "year", "days"),
    [
        ("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25"),
        ("IE", 2030, "01-01 02-01 04-22 05-06 06-03 08-05 10-28 12-25 12-26"),  # 1 February is a Friday
        ("NL", 2026, "01-01 04-03 04-06 04-27 05-14 05-25 12-25"),
        ("NL", 2025, "01-01 04-18 04-21 05-05 05-29 06-09 12-25 12-26"),  # 27 April is a Sunday
        ("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
    ],
)
def test_holidays_that_follow_the_days_of_the_week(country: str, year: int, days: str) -> None:
    assert weekdays_off(country, year) == {date.fromisoformat(f"{year}-{day}") for day in days.split()}


def test_saint_francis_is_a_holiday_in_italy_again_from_2026_on() -> None:
    assert not is_holiday(date(2025, 10, 4), Seat("IT"))
    assert is_holiday(date(2027, 10, 4), Seat("IT"))


def test_a_holiday_of_some_bavarian_municipalities_and_that_of_augsburg_are_told() -> None:
    assumption, peace = date(2028, 8, 15), date(2028, 8, 8)
    assert parts_off(assumption, Seat("DE", "BY")) == ("DE-BY", "Augsburg")
    assert parts_off(assumption, Seat("DE")) == ("DE-BY", "Augsburg")
    assert parts_off(peace, Seat("DE")) == parts_off(peace, Seat("DE", "BY")) == ("Augsburg",)
    assert parts_off(peace, Seat("DE", "BE")) == ()
    assert parts_off(peace, Seat("IE")) == ()


def test_the_holidays_of_barcelona_are_told_of_all_of_catalonia() -> None:
    mercy = date(2027, 9, 24)
    assert parts_off(mercy, Seat("ES")) == parts_off(mercy, Seat("ES", "CT")) == ("Barcelona",)
    assert parts_off(mercy, Seat("ES", "AN")) == ()


def test_what_is_off_in_all_of_the_region_is_off_in_no_part_of_it() -> None:
    assert parts_off(date(2028, 8, 15), Seat("DE", "SL")) == ()


def test_alsace_and_moselle_have_two_more_days() -> None:
    moselle = seat_named("FR-57")
    for day in (date(2026, 4, 3), date(2028, 12, 26)):
        assert is_holiday(day, moselle)
        assert not is_holiday(day, Seat("FR"))
        assert "FR-57" in regions_off(day, Seat("FR"))


@pytest.mark.parametrize(
    ("typed", "code"), [("IE", "IE"), ("ie", "IE"), (" fr ", "FR"), ("de-be", "DE-BE"), ("US", "US"), ("", "")]
)
def test_a_seat_goes_by_the_code_of_its_country_or_region(typed: str, code: str) -> None:
    assert seat_named(typed).code == code


def test_no_code_is_a_seat_that_is_not_known() -> None:
    assert seat_named("  ") is NOWHERE
    assert not any(counts_holidays(NOWHERE, regime) for regime in Regime)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("UK", DeadlineFault.NO_SUCH_COUNTRY),
        ("Ireland", DeadlineFault.NO_SUCH_COUNTRY),
        ("QQ", DeadlineFault.NO_SUCH_COUNTRY),
        ("DE-BEE", DeadlineFault.NO_SUCH_REGION),
        ("IE-4", DeadlineFault.NO_SUCH_REGION),
    ],
)
def test_an_unknown_seat_is_refused(typed: str, fault: DeadlineFault) -> None:
    with pytest.raises(UncountableError) as refused:
        seat_named(typed)
    assert (refused.value.fault, refused.value.value) == (fault, typed)


@pytest.mark.parametrize(
    ("code", "regimes"),
    [
        ("IE", {Regime.EU}),
        ("DE-BE", {Regime.EU}),
        ("NO", {Regime.EU}),
        ("GB", {Regime.UK}),
        ("CH", set()),
        ("US", set()),
    ],
)
def test_holidays_count_where_the_law_that_counts_the_time_is_at_home(code: str, regimes: set[Regime]) -> None:
    assert {regime for regime in Regime if counts_holidays(seat_named(code), regime)} == regimes

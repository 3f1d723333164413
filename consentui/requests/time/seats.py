"""Where a controller sits, and which days are days off there: deadlines roll over them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from consentui.i18n.countries import EEA_COUNTRIES, country_of
from consentui.knowledge.records import Controller
from consentui.requests.rights import Regime
from consentui.requests.time.faults import DeadlineFault, UncountableError

LAST_YEAR = 2098
"""The last year of receipt: public holidays are known to the end of 2100."""

_COUNTED_IN = {Regime.EU: EEA_COUNTRIES, Regime.UK: frozenset({"GB"})}
"""The countries whose public holidays count, by regime; those of other seats do not."""

_DIFFER_BY_REGION = frozenset({"DE", "ES", "FR"})
"""Countries of which regions have holidays of their own."""

_CITIES = {"DE": {"Augsburg": "BY"}, "ES": {"Barcelona": "CT"}}
"""Places with a holiday of their own, and the regions they lie in."""

_REGION = re.compile(r"[A-Z0-9]{1,3}")
_SATURDAY = 5


class Seat(Struct, frozen=True):
    """A country (ISO 3166 code) and, where it matters and is known, the region in it."""

    country: str
    region: str = ""

    @property
    def code(self) -> str:
        """`IE`, or `DE-BE` for Berlin."""
        return f"{self.country}-{self.region}" if self.region else self.country


NOWHERE = Seat("")
"""A seat that is not known."""


def seat_named(code: str) -> Seat:
    """The seat of this code (`IE`, `DE-BE`), NOWHERE for none; raises UncountableError where there is no such one."""
    country, _hyphen, region = code.strip().upper().partition("-")
    if not country:
        return NOWHERE
    if country not in _known():
        raise UncountableError(DeadlineFault.NO_SUCH_COUNTRY, code)
    if region and region not in _known()[country]:
        raise UncountableError(DeadlineFault.NO_SUCH_REGION, code)
    return Seat(country, region)


def seat_of(controller: Controller) -> str:
    """Where a controller sits, as `seat_named` takes it; empty where that is not known.

    Its lead authority tells the region, and the country where no address does (GDPR Art. 56: that of its main
    establishment); it is not always led from where it sits.
    """
    country = controller.seat or country_of(controller.contact.address or "") or ""
    led = controller.lead_authority or ""
    return led if not country or led.startswith(f"{country}-") else country


def regions_of(country: str) -> frozenset[str]:
    """The codes of a country's regions."""
    return _known().get(country, frozenset())


def counts_holidays(seat: Seat, regime: Regime) -> bool:
    """Whether the public holidays of the seat move a date, or weekends alone (`eu-roll`, `uk-month`)."""
    return seat.country in _COUNTED_IN.get(regime, ())


def working_day_from(day: date, seat: Seat, regime: Regime) -> date:
    """The day itself, or the first after it that is no Saturday, no Sunday and no public holiday that counts."""
    while _is_weekend(day) or (counts_holidays(seat, regime) and is_holiday(day, seat)):
        day += timedelta(days=1)
    return day


def is_holiday(day: date, seat: Seat) -> bool:
    """Whether the day is a public holiday at the seat; of a whole country, one in all of it."""
    return day in _holidays(seat.country, seat.region or ("ENG" if seat.country == "GB" else ""), day.year)


def regions_off(day: date, seat: Seat) -> tuple[str, ...]:
    """The regions of the seat's country that have a holiday of their own on that day, when the region is not known."""
    if seat.region or seat.country not in _DIFFER_BY_REGION:
        return ()
    regions = (Seat(seat.country, region) for region in sorted(_known()[seat.country]))
    return tuple(one.code for one in regions if is_holiday(day, one))


def parts_off(day: date, seat: Seat) -> tuple[str, ...]:
    """Where a day is off in some municipalities only: the regions they lie in, by code, and cities by name.

    Holidays of municipalities with a Catholic majority, as in Bavaria on 15 August, and of a city, as in Augsburg.
    """
    if seat.country not in _DIFFER_BY_REGION or is_holiday(day, seat):
        return ()
    regions = {seat.region} if seat.region else {"", *_known()[seat.country]}
    off = [Seat(seat.country, region) for region in sorted(regions) if day in _in_parts(seat.country, region, day.year)]
    places = _CITIES.get(seat.country, {}).items()
    cities = (city for city, region in places if region in regions and day in _holidays(seat.country, city, day.year))
    return (*(one.code for one in off), *cities)


def is_disputed(day: date, seat: Seat) -> bool:
    """Whether the day is off by some laws of the country and not by others: Dutch Good Friday and 5 May."""
    if seat.country != "NL":
        return False
    from dateutil.easter import easter

    return day == easter(day.year) - timedelta(days=2) or (day.month, day.day) == (5, 5)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


@cache
def _in_parts(country: str, region: str, year: int) -> frozenset[date]:
    """The holidays of a region's Catholic municipalities alone."""
    from holidays import country_holidays

    # A category that a country does not have is refused.
    if country != "DE":
        return frozenset()
    found = country_holidays(country, subdiv=region or None, years=year, categories=("catholic",))
    return frozenset(found) - _holidays(country, region, year)


@cache
def _known() -> dict[str, frozenset[str]]:
    """The codes of all countries, each with those of its regions."""
    from holidays import list_supported_countries

    supported = list_supported_countries(include_aliases=False)
    return {
        country: frozenset(filter(_REGION.fullmatch, regions))
        for country, regions in supported.items()
        if len(country) == len("IE")
    }


@cache
def _holidays(country: str, region: str, year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays(country, subdiv=region or None, years=year))

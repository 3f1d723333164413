"""Where a controller has its seat, and the days off there over which deadlines roll."""

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
"""The last year in which a request can be received or a question answered: holidays are known to the end of 2100."""

_COUNTED_IN = {Regime.EU: EEA_COUNTRIES, Regime.UK: frozenset({"GB"})}
"""The countries whose public holidays count, by regime; the holidays of a seat elsewhere do not."""

_DIFFER_BY_REGION = frozenset({"DE", "ES", "FR"})
"""Countries whose regions have holidays of their own."""

_CITIES = {"DE": {"Augsburg": "BY"}, "ES": {"Barcelona": "CT"}}
"""Cities with a holiday of their own, and the regions in which they lie."""

_REGION = re.compile(r"[A-Z0-9]{1,3}")
_SATURDAY = 5


class Seat(Struct, frozen=True):
    """A country (ISO 3166 code) and, if it matters and is known, a region of it."""

    country: str
    region: str = ""

    @property
    def code(self) -> str:
        """`IE`, or `DE-BE` for Berlin."""
        return f"{self.country}-{self.region}" if self.region else self.country


NOWHERE = Seat("")
"""A seat that is not known."""


def seat_named(code: str) -> Seat:
    """The seat with this code (`IE`, `DE-BE`), NOWHERE for an empty one; raises UncountableError if there is none."""
    country, _hyphen, region = code.strip().upper().partition("-")
    if not country:
        return NOWHERE
    if country not in _known():
        raise UncountableError(DeadlineFault.NO_SUCH_COUNTRY, code)
    if region and region not in _known()[country]:
        raise UncountableError(DeadlineFault.NO_SUCH_REGION, code)
    return Seat(country, region)


def seat_of(controller: Controller) -> str:
    """Where a controller has its seat, as `seat_named` takes it; empty if not known.

    The lead authority gives the region, and the country too if no address does (GDPR Art. 56: it is that of the main
    establishment). An authority in another country than the seat is ignored.
    """
    country = controller.seat or country_of(controller.contact.address or "") or ""
    led = controller.lead_authority or ""
    return led if not country or led.startswith(f"{country}-") else country


def regions_of(country: str) -> frozenset[str]:
    """The codes of a country's regions."""
    return _known().get(country, frozenset())


def counts_holidays(seat: Seat, regime: Regime) -> bool:
    """Whether public holidays at the seat move a date, rather than weekends alone (`eu-roll`, `uk-month`)."""
    return seat.country in _COUNTED_IN.get(regime, ())


def working_day_from(day: date, seat: Seat, regime: Regime) -> date:
    """The day itself, or the first day after it that is neither a weekend nor a public holiday that counts."""
    while _is_weekend(day) or (counts_holidays(seat, regime) and is_holiday(day, seat)):
        day += timedelta(days=1)
    return day


def is_holiday(day: date, seat: Seat) -> bool:
    """Whether the day is a public holiday at the seat; without a region, in the whole country (England for `GB`)."""
    return day in _holidays(seat.country, seat.region or ("ENG" if seat.country == "GB" else ""), day.year)


def regions_off(day: date, seat: Seat) -> tuple[str, ...]:
    """The regions of the seat's country in which the day is a public holiday; empty if the seat names its region."""
    if seat.region or seat.country not in _DIFFER_BY_REGION:
        return ()
    regions = (Seat(seat.country, region) for region in sorted(_known()[seat.country]))
    return tuple(one.code for one in regions if is_holiday(day, one))


def parts_off(day: date, seat: Seat) -> tuple[str, ...]:
    """Where a day is off in some municipalities only: their regions by code, and cities by name.

    These are the holidays of municipalities with a Catholic majority, such as 15 August in Bavaria, and of single
    cities, such as Augsburg.
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
    """The holidays that only the Catholic municipalities of a region have."""
    from holidays import country_holidays

    # The library raises an error for a category that a country does not have.
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

"""Where a controller sits, and which days are days off there: deadlines roll over them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.i18n.countries import EEA_COUNTRIES, countries
from consentui.nearest import nearest
from consentui.requests.rights import Regime

LAST_YEAR = 2098
"""The last year of receipt: public holidays are known to the end of 2100."""

_COUNTED_IN = {Regime.EU: EEA_COUNTRIES, Regime.UK: frozenset({"GB"})}
"""The countries whose public holidays count, by regime; those of other seats do not."""

_DIFFER_BY_REGION = frozenset({"DE", "ES", "FR"})
"""Countries of which regions have holidays of their own."""

_OTHER_CODES = {"UK": "GB", "EL": "GR"}
"""Codes that people know from elsewhere."""

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
    """The seat of this code (`IE`, `DE-BE`), NOWHERE for none.

    Raises UsageError with the nearest code when there is no such country or region.
    """
    country, _hyphen, region = code.strip().upper().partition("-")
    if not country:
        return NOWHERE
    regions = _known()
    if country not in regions:
        raise _no_such_seat(code, {word: one for one, name in countries() for word in (one, name)} | _OTHER_CODES)
    if region and region not in regions[country]:
        raise _no_such_seat(code, {f"{country}-{one}": f"{country}-{one}" for one in regions[country]}, country)
    return Seat(country, region)


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


def is_disputed(day: date, seat: Seat) -> bool:
    """Whether the day is off by some laws of the country and not by others: Dutch Good Friday and 5 May."""
    if seat.country != "NL":
        return False
    from dateutil.easter import easter

    return day == easter(day.year) - timedelta(days=2) or (day.month, day.day) == (5, 5)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


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


def _no_such_seat(code: str, near: dict[str, str], country: str = "") -> UsageError:
    title = _("There is no seat called “{code}”.").format(code=code)
    if found := nearest(code, near):
        return UsageError(title, way_out=_("Did you mean “{near}”?").format(near=near[found]))
    if country:
        return UsageError(title, way_out=_("Use the country alone: “{code}”.").format(code=country))
    return UsageError(title, way_out=_("Use the code of a country, like IE or FR, or of a German Land: DE-BE."))

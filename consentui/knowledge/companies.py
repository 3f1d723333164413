"""Which company of a group answers for a person's data, by where the person lives; used by requests and letters."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from consentui.i18n.countries import EEA_COUNTRIES
from consentui.knowledge.records import Controller

_NAMED = EEA_COUNTRIES | {"CH", "GB"}


def is_known_for_europe_only(controller: Controller, seat: str, country: str) -> bool:
    """Whether the seat is in the EEA, Switzerland or the UK, the person lives elsewhere, and no other company is known.

    `seat` is the code of a country or an authority (`IE`, `DE-HE`); `country` is an ISO 3166 code. False if `country`
    is empty, because the person has not said where they live.
    """
    away = bool(country) and country not in _NAMED
    return away and seat[:2] in _NAMED and company_in(controller, country) is controller


def company_in(controller: Controller, country: str) -> Controller:
    """The company of the group that answers for people in a country (ISO 3166); the controller itself if no other does.

    Another company has its own name and postal address, and neither the lead authority nor the seat of the one in the
    EU.
    """
    named = (one for one in controller.elsewhere if country in one.regions)
    anywhere = (one for one in controller.elsewhere if not one.regions and country and country not in _NAMED)
    other = next(chain(named, anywhere), None)
    if other is None:
        return controller
    contact = replace(controller.contact, address=other.address)
    return replace(controller, name=other.name, contact=contact, lead_authority=None, seat=None)

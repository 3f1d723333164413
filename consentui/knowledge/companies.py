"""Which company answers for a person's data, by where the person lives: requests and letters ask here."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from consentui.i18n.countries import EEA_COUNTRIES
from consentui.knowledge.records import Controller

_NAMED = EEA_COUNTRIES | {"CH", "GB"}


def is_of_europe_alone(controller: Controller, seat: str, country: str) -> bool:
    """Whether the company sits in Europe, the person does not, and no other one of the group is known for them."""
    away = bool(country) and country not in _NAMED
    return away and seat[:2] in _NAMED and company_in(controller, country) is controller


def company_in(controller: Controller, country: str) -> Controller:
    """The company that answers for people in a country (ISO 3166), where another one of the group is known to.

    Its lead authority and its seat are not those of the company in the EU.
    """
    named = (one for one in controller.elsewhere if country in one.regions)
    anywhere = (one for one in controller.elsewhere if not one.regions and country and country not in _NAMED)
    other = next(chain(named, anywhere), None)
    if other is None:
        return controller
    contact = replace(controller.contact, address=other.address)
    return replace(controller, name=other.name, contact=contact, lead_authority=None, seat=None)

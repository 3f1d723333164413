"""Countries: those bound by the GDPR, and the names of those for which the knowledge base tells regions apart."""

from __future__ import annotations

from consentui.i18n.speech import N_, _
from consentui.text import findable

EU_COUNTRIES = frozenset(
    {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"}
    | {"IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"}
)
"""The 27 member states (Treaty on European Union, Art. 52), by ISO 3166 code."""

EEA_COUNTRIES = EU_COUNTRIES | {"IS", "LI", "NO"}
"""The states of the European Economic Area, where the GDPR applies too (EEA Joint Committee 154/2018)."""

_NAMES = {
    "AT": N_("Austria"),
    "BE": N_("Belgium"),
    "BG": N_("Bulgaria"),
    "BR": N_("Brazil"),
    "CH": N_("Switzerland"),
    "CY": N_("Cyprus"),
    "CZ": N_("Czechia"),
    "DE": N_("Germany"),
    "DK": N_("Denmark"),
    "EE": N_("Estonia"),
    "ES": N_("Spain"),
    "FI": N_("Finland"),
    "FR": N_("France"),
    "GB": N_("United Kingdom"),
    "GR": N_("Greece"),
    "HR": N_("Croatia"),
    "HU": N_("Hungary"),
    "IE": N_("Ireland"),
    "IS": N_("Iceland"),
    "IT": N_("Italy"),
    "JP": N_("Japan"),
    "KR": N_("South Korea"),
    "LI": N_("Liechtenstein"),
    "LT": N_("Lithuania"),
    "LU": N_("Luxembourg"),
    "LV": N_("Latvia"),
    "MT": N_("Malta"),
    "NL": N_("Netherlands"),
    "NO": N_("Norway"),
    "PL": N_("Poland"),
    "PT": N_("Portugal"),
    "RO": N_("Romania"),
    "SE": N_("Sweden"),
    "SI": N_("Slovenia"),
    "SK": N_("Slovakia"),
    "US": N_("United States"),
}


def country_name(code: str) -> str:
    """The country's name in the language spoken; the code itself where no name is known."""
    return _(_NAMES[code]) if code in _NAMES else code


def countries() -> tuple[tuple[str, str], ...]:
    """Codes and names, in the alphabetical order of the language spoken."""
    named = ((code, country_name(code)) for code in _NAMES)
    return tuple(sorted(named, key=lambda pair: findable(pair[1])))

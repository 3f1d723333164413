"""The countries where the GDPR applies, and the names of all countries in each language."""

from __future__ import annotations

from functools import cache

import msgspec

from consentui.bundled import data_folder
from consentui.i18n.speech import Language, language
from consentui.text import findable

EU_COUNTRIES = frozenset(
    {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"}
    | {"IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"}
)
"""The 27 member states (Treaty on European Union, Art. 52), by ISO 3166 code."""

EEA_COUNTRIES = EU_COUNTRIES | {"IS", "LI", "NO"}
"""The states of the European Economic Area, where the GDPR applies too (EEA Joint Committee 154/2018)."""


@cache
def _names() -> dict[str, dict[str, str]]:
    """The countries of ISO 3166-1 by code, each with its name in every language (Unicode CLDR)."""
    return msgspec.json.decode((data_folder() / "countries.json").read_bytes(), type=dict[str, dict[str, str]])


def country_name(code: str) -> str:
    """The country's name in the current language; the code itself if there is no such country."""
    return _names()[code][language()] if code in _names() else code


def country_names(code: str) -> tuple[str, ...]:
    """The country's name in every language; empty if there is no such country."""
    return tuple(_names().get(code, {}).values())


def countries() -> tuple[tuple[str, str], ...]:
    """The code and name of every country, sorted by name in the current language."""
    return tuple(sorted(((code, country_name(code)) for code in _names()), key=lambda pair: findable(pair[1])))


def address_in(address: str, language: Language) -> str:
    """A postal address with the English country name in its last line, if there is one, translated into a language."""
    lines, code = address.splitlines(), country_of(address)
    return "\n".join((*lines[:-1], _names()[code][language])) if code and language != "en" else address


def country_of(address: str) -> str | None:
    """The country (ISO 3166) that the last line of a postal address names in English; None if it names none."""
    lines = address.splitlines()
    return _by_english_name().get(lines[-1]) if lines else None


@cache
def _by_english_name() -> dict[str, str]:
    """The codes of countries by their English names, and by other names that companies print."""
    return {names["en"]: code for code, names in _names().items()} | {"USA": "US", "Czech Republic": "CZ"}

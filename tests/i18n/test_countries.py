"""Countries by name."""

from __future__ import annotations

import pytest

from consentui.checklist.availability import EVERYWHERE, regions_of
from consentui.i18n import speaking
from consentui.i18n.countries import EEA_COUNTRIES, address_in, countries, country_name


def test_a_country_has_a_name_in_every_language() -> None:
    assert country_name("DE") == "Germany"
    with speaking("fr"):
        assert country_name("DE") == "Allemagne"
    with speaking("de"):
        assert country_name("DE") == "Deutschland"


def test_what_is_no_country_goes_by_its_code() -> None:
    assert country_name("XX") == "XX"
    assert country_name("") == ""


def test_every_country_of_iso_3166_can_be_chosen() -> None:
    assert len(countries()) == 249
    assert {"CA", "CI", "AU", "MA", "SN"} <= {code for code, _name in countries()}


def test_every_country_that_the_knowledge_base_tells_apart_can_be_chosen() -> None:
    codes = {code for code, _name in countries()}
    assert codes >= EEA_COUNTRIES
    assert frozenset().union(*(regions_of(code) for code in codes)) == EVERYWHERE


def test_countries_come_in_alphabetical_order_accents_aside() -> None:
    assert [code for code, _name in countries()][:3] == ["AF", "AX", "AL"]
    with speaking("fr"):
        names = [name for _code, name in countries()]
    assert names[:3] == ["Afghanistan", "Afrique du Sud", "Albanie"]
    with speaking("de"):
        names_in_german = [name for _code, name in countries()]
    assert names_in_german.index("Oman") < names_in_german.index("Österreich") < names_in_german.index("Pakistan")
    assert names.index("Espagne") < names.index("Estonie") < names.index("États-Unis") < names.index("Finlande")


@pytest.mark.parametrize("code", ["CA", "CI", "GB", "TR"])
def test_a_country_that_the_knowledge_base_does_not_tell_apart_has_a_name_too(code: str) -> None:
    assert len(country_name(code)) > len(code)


@pytest.mark.parametrize(
    ("last_line", "in_french"),
    [
        ("Ireland", "Irlande"),
        ("Netherlands", "Pays-Bas"),
        ("USA", "États-Unis"),
        ("Czech Republic", "Tchéquie"),
        ("France", "France"),
        ("3018 Bern", "3018 Bern"),
        ("London WC1A 1BA", "London WC1A 1BA"),
    ],
)
def test_the_country_of_an_address_is_named_in_the_language_of_the_letter(last_line: str, in_french: str) -> None:
    assert address_in(f"Chirp Ltd\n1 Ireland Street\n{last_line}", "fr") == f"Chirp Ltd\n1 Ireland Street\n{in_french}"
    assert address_in(f"Chirp Ltd\n{last_line}", "en") == f"Chirp Ltd\n{last_line}"


def test_an_address_that_is_not_known_stays_empty() -> None:
    assert address_in("", "fr") == ""

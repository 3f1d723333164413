"""Countries by name."""

from __future__ import annotations

from consentui.checklist.availability import EVERYWHERE, regions_of
from consentui.i18n import speaking
from consentui.i18n.countries import EEA_COUNTRIES, countries, country_name


def test_a_country_has_a_name_in_both_languages() -> None:
    assert country_name("DE") == "Germany"
    with speaking("fr"):
        assert country_name("DE") == "Allemagne"


def test_a_country_without_a_name_goes_by_its_code() -> None:
    assert country_name("AU") == "AU"
    assert country_name("") == ""


def test_every_country_that_the_knowledge_base_tells_apart_can_be_chosen() -> None:
    codes = {code for code, _name in countries()}
    assert codes >= EEA_COUNTRIES
    assert frozenset().union(*(regions_of(code) for code in codes)) == EVERYWHERE


def test_countries_come_in_alphabetical_order_accents_aside() -> None:
    assert [code for code, _name in countries()][:3] == ["AT", "BE", "BR"]
    with speaking("fr"):
        names = [name for _code, name in countries()]
    assert names[:3] == ["Allemagne", "Autriche", "Belgique"]
    assert names.index("Espagne") < names.index("Estonie") < names.index("États-Unis") < names.index("Finlande")


def test_every_country_is_named_in_french() -> None:
    english = dict(countries())
    with speaking("fr"):
        french = dict(countries())
    assert {code for code in english if english[code] == french[code]} == {"FR", "LI", "LU", "PT"}

"""The authority that a person complains to, and the facts about the bundled authorities."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError
from consentui.i18n.countries import EEA_COUNTRIES
from consentui.knowledge.authorities import Authority, authority_for, lead_authority, regional_authorities
from consentui.knowledge.base import KnowledgeBase, bundled
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Controllers

AUTHORITIES = bundled().authorities()
LAENDER = {
    "BB": "LDA BB",
    "BE": "BlnBDI",
    "BW": "LfDI BW",
    "BY": "BayLDA",
    "HB": "LfDI HB",
    "HE": "HBDI",
    "HH": "HmbBfDI",
    "MV": "LfDI MV",
    "NI": "LfD NI",
    "NW": "LDI NRW",
    "RP": "LfDI RP",
    "SH": "ULD",
    "SL": "UDZ",
    "SN": "SDTB",
    "ST": "LfD ST",
    "TH": "TLfDI",
}
MOVED = {
    "DPC": ("6 Pembroke Row", "21 Fitzwilliam Square South"),
    "UODO": ("Stanisława Moniuszki 1A", "ul. Stawki 2"),
    "ÚOOÚ SR": ("Námestie 1. mája 18", "Hraničná 12"),
    "Persónuvernd": ("Laugarvegur 166", "Rauðarárstígur 10"),
    "Datatilsynet (NO)": ("Postboks 458 Sentrum", "Tollbugata 3"),
}
"""Authorities for which sources give two addresses: the one used, and the one rejected."""


def called(short: str) -> Authority:
    (found,) = (one for one in AUTHORITIES if one.short == short)
    return found


def names(authorities: tuple[Authority, ...]) -> set[str]:
    return {one.short for one in authorities}


@pytest.mark.parametrize("country", sorted((EEA_COUNTRIES | {"GB", "CH"}) - {"DE"}))
def test_every_country_with_such_a_law_has_an_authority_of_its_own(country: str) -> None:
    found = authority_for(AUTHORITIES, country)
    assert found is not None
    assert (found.country, found.level, found.code) == (country, "national", country)


@pytest.mark.parametrize(("land", "short"), LAENDER.items())
def test_in_germany_the_authority_of_the_land_is_competent_for_companies(land: str, short: str) -> None:
    found = authority_for(AUTHORITIES, "DE", land)
    assert found is not None
    assert found is called(short)
    assert (found.level, found.region, found.code) == ("regional", land, f"DE-{land}")


@pytest.mark.parametrize("land", ["", "XX", "hh", "Hamburg"])
def test_in_germany_nobody_is_named_before_the_land_is_known(land: str) -> None:
    assert authority_for(AUTHORITIES, "DE", land) is None


@pytest.mark.parametrize("country", ["", "US", "BR", "UK", "fr", "FRA"])
def test_an_unknown_country_has_no_authority(country: str) -> None:
    assert authority_for(AUTHORITIES, country) is None


def test_a_region_does_not_matter_where_one_authority_serves_the_whole_country() -> None:
    assert authority_for(AUTHORITIES, "FR", "HH") is called("CNIL")


def test_authorities_for_public_bodies_are_never_suggested() -> None:
    others = tuple(one for one in AUTHORITIES if not one.for_companies)
    assert names(others) == {"BfDI", "BayLfD"}
    assert authority_for(others, "DE", "BY") is None


def test_the_lands_to_choose_from_come_by_name() -> None:
    lands = [one.region_name for one in regional_authorities(AUTHORITIES, "DE")]
    assert lands[:3] == ["Baden-Württemberg", "Bayern", "Berlin"]
    assert len(lands) == len(LAENDER)


def test_but_for_california_other_countries_have_no_regions_to_choose_from() -> None:
    assert {one.country for one in AUTHORITIES if regional_authorities(AUTHORITIES, one.country)} == {"DE", "US"}


@pytest.mark.parametrize(
    ("code", "short"), [("IE", "DPC"), ("DE-HH", "HmbBfDI"), ("DE-BY", "BayLDA"), ("DE", "BfDI"), ("LU", "CNPD (LU)")]
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_lead_authority_is_known_by_its_code(code: str, short: str, order: int) -> None:
    assert lead_authority(AUTHORITIES[::order], code) is called(short)


@pytest.mark.parametrize("code", [None, "", "US", "DE-XX"])
def test_there_may_be_no_lead_authority(code: str | None) -> None:
    assert lead_authority(AUTHORITIES, code) is None


def test_every_lead_authority_of_a_company_is_known() -> None:
    path = data_folder() / "controllers.toml"
    companies = parse_record(read_text(path), Controllers, path).controller
    led = {one.id: one.lead_authority for one in companies if one.lead_authority}
    assert led
    assert not [company for company, code in led.items() if lead_authority(AUTHORITIES, code) is None]


def test_a_base_without_authorities_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"authorities\.toml cannot be read"):
        KnowledgeBase(tmp_path).authorities()


def test_national_authorities_come_first_and_none_is_there_twice() -> None:
    assert [one.level for one in AUTHORITIES] == ["national"] * 32 + ["regional"] * 18
    assert len(names(AUTHORITIES)) == len(AUTHORITIES)


def test_a_regional_authority_has_a_region_and_a_national_one_has_none() -> None:
    for one in AUTHORITIES:
        assert (one.region is not None, one.region_name is not None) == ((one.level == "regional"),) * 2


def test_addresses_only_use_encrypted_links() -> None:
    text = read_text(data_folder() / "authorities.toml")
    assert "https://" in text
    assert "http://" not in text


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda one: one.short)
def test_an_authority_can_be_reached_and_says_where_it_was_read(authority: Authority) -> None:
    assert re.fullmatch(r"\+[1-9][\d ]+", authority.phone)
    assert len(authority.address.splitlines()) > 1 or authority.complaint_url
    assert authority.email is None or re.fullmatch(r"[\w.-]+@[\w.-]+\.[a-z]+", authority.email)
    assert "contact" in {part for source in authority.source for part in source.supports}


def test_three_authorities_have_no_mailbox_for_complaints() -> None:
    assert {one.short for one in AUTHORITIES if not one.email} == {"CNIL", "AEPD", "FDPIC (EDÖB / PFPDT)"}


def test_the_age_of_a_contact_is_that_of_the_record_it_was_read_in() -> None:
    for one in AUTHORITIES:
        directory = "CalPrivacy" if one.country == "US" else "datenanfragen/data"
        read = [source.date for source in one.source if source.publisher.startswith(directory)]
        assert read == [one.recorded_on.isoformat()]
        assert one.recorded_on <= one.verified_on
    assert called("IMY").recorded_on == date(2021, 10, 29)
    assert called("BlnBDI").recorded_on == date(2023, 2, 10)
    assert called("HmbBfDI").recorded_on == date(2026, 3, 8)


def test_an_old_contact_that_only_a_directory_gives_is_called_doubtful() -> None:
    old = [one for one in AUTHORITIES if one.recorded_on.year < 2026 and one.evidence != "documented"]
    assert len(old) == 21
    assert not [one.short for one in old if one.doubt is None]


def test_a_contact_with_a_single_directory_behind_it_is_called_doubtful() -> None:
    single = [
        one for one in AUTHORITIES if sum("contact" in source.supports for source in one.source if not source.via) == 1
    ]
    assert called("LfDI BW") in single
    assert not [one.short for one in single if one.doubt is None and one.evidence != "documented"]


@pytest.mark.parametrize(("short", "addresses"), MOVED.items())
def test_where_sources_print_two_addresses_both_are_told(short: str, addresses: tuple[str, str]) -> None:
    taken, other = addresses
    authority = called(short)
    assert taken in authority.address
    assert authority.doubt is not None
    assert other in authority.doubt.en
    assert other in authority.doubt.fr


def test_what_sources_disagree_on_is_marked() -> None:
    marked = {one.short: one.evidence for one in AUTHORITIES if one.evidence != "reported"}
    contested = dict.fromkeys(("DPC", "ÚOOÚ SR", "Persónuvernd"), "contested")
    assert marked == contested | dict.fromkeys(("APD-GBA", "CNIL", "HDPA", "CNPD (LU)", "AEPD"), "documented")


def test_a_documented_authority_has_spoken_for_itself() -> None:
    for one in AUTHORITIES:
        if one.evidence == "documented":
            assert any(source.primary and not source.via for source in one.source)


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda one: one.short)
def test_the_languages_of_a_complaint_rest_on_a_source_that_says_so(authority: Authority) -> None:
    says = [source for source in authority.source if "languages" in source.supports]
    if authority.languages_basis == "authority":
        assert any(source.primary for source in says)
    elif authority.languages_basis == "directory":
        assert any(not source.primary for source in says)
    assert bool(authority.languages) == (authority.languages_basis != "none")


@pytest.mark.parametrize(
    ("short", "language"), [("CNPD (LU)", ("French", "français")), ("ANSPDCP", ("Romanian", "roumain"))]
)
def test_where_no_source_names_a_language_one_is_advised(short: str, language: tuple[str, str]) -> None:
    authority = called(short)
    assert authority.languages == ()
    assert authority.doubt is not None
    assert language[0] in authority.doubt.en
    assert language[1] in authority.doubt.fr


def test_what_comes_before_a_complaint_is_said_only_where_a_source_does() -> None:
    asking = tuple(one for one in AUTHORITIES if one.first)
    assert names(asking) == {"APD-GBA", "CNIL", "DPC", "HDPA", "CNPD (LU)", "AEPD", "ICO"}
    for one in AUTHORITIES:
        if one.first or one.needs:
            assert any("needs" in source.supports for source in one.source)


def test_the_french_authority_wants_a_month_of_silence_and_french() -> None:
    cnil = called("CNIL")
    assert cnil.first is not None
    assert "un mois" in cnil.first.fr
    assert (cnil.languages, cnil.languages_basis) == (("fr",), "authority")
    assert cnil.address.startswith("3 Place de Fontenoy\nTSA 80715\n75334 PARIS CEDEX 07")

"""Controllers, as text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from consentui.knowledge.base import bundled
from consentui.knowledge.records import Contact, Controller
from consentui.words.companies import company_line, company_text
from tests.builders import a_controller, a_platform, a_text

COMPANIES = bundled().controllers()


def flat(company: Controller) -> str:
    return " ".join(company_text(company, ()).split())


@pytest.mark.parametrize("company", COMPANIES, ids=lambda one: one.id)
def test_every_company_is_told_with_its_name_contacts_and_sources(company: Controller) -> None:
    text = company_text(company, ())
    assert text.startswith(company.name.split()[0])
    written_to = (company.contact.email, company.contact.form, company.contact.objection_form, company.contact.dpo)
    assert all(way in text for way in filter(None, written_to))
    assert all(source.url in text for source in company.source)


def test_the_platforms_it_answers_for_are_named() -> None:
    platforms = (a_platform(), a_platform(id="nest", name="Nest"))
    assert "Platforms: Chirp, Nest" in company_text(a_controller(), platforms)
    assert company_line(a_controller(), platforms) == "chirp\tChirp Ltd\tChirp, Nest"


def test_a_company_without_a_platform_says_so() -> None:
    assert "No platform in the knowledge base is its own." in flat(a_controller())
    assert company_line(a_controller(), ()) == "chirp\tChirp Ltd"


def test_who_stands_for_it_is_told_with_each_address() -> None:
    agent = Contact(address="Agent Ltd\n1 Street", email="agent@agent.example")
    text = flat(replace(a_controller(), eu_representative=agent, ch_representative=agent))
    assert "Its representative in the EU Agent Ltd 1 Street E-mail: agent@agent.example" in text
    assert "Its representative in Switzerland" in text
    assert "United Kingdom" not in text


def test_how_sure_it_is_stands_below() -> None:
    company = replace(
        a_controller(), formerly="Tweet Ltd", scope=a_text("Chirps."), lead_authority="IE", doubt=a_text("Old.")
    )
    text = flat(company)
    assert "Formerly Tweet Ltd Chirps." in text
    assert "Lead authority: IE In doubt: Old. Facts checked on 2 October 2026 · documented" in text

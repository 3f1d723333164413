"""The controller of a person's data, by where the person lives."""

from __future__ import annotations

import pytest

from consentui.knowledge.base import bundled
from consentui.knowledge.companies import company_in
from consentui.knowledge.records import Controller
from consentui.requests.time.seats import seat_of


def called(name: str) -> Controller:
    found = bundled().controller(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "country", "company", "seat"),
    [
        ("linkedin", "FR", "LinkedIn Ireland Unlimited Company", "IE"),
        ("linkedin", "CH", "LinkedIn Ireland Unlimited Company", "IE"),
        ("linkedin", "GB", "LinkedIn Corporation", "US"),
        ("openai", "GB", "OpenAI OpCo, LLC", "US"),
        ("openai", "JP", "OpenAI OpCo, LLC", "US"),
        ("openai", "", "OpenAI Ireland Limited", "IE"),
        ("google", "GB", "Google LLC", "US"),
        ("reddit", "GB", "Reddit, Inc.", ""),
        ("x", "GB", "X Internet Unlimited Company", "IE"),
        ("x", "US", "X Corp.", "US"),
        ("meta", "GB", "Meta Platforms Ireland Limited", "IE"),
    ],
)
def test_the_company_is_the_one_of_the_persons_country(name: str, country: str, company: str, seat: str) -> None:
    found = company_in(called(name), country)
    assert (found.name, seat_of(found)) == (company, seat)


def test_a_company_of_another_country_keeps_the_groups_doors_and_has_no_lead_authority_in_the_eu() -> None:
    here, there = called("linkedin"), company_in(called("linkedin"), "GB")
    assert there.contact.form == here.contact.form
    assert (there.contact.address or "").startswith("LinkedIn Corporation\n1000 W Maude Avenue")
    assert there.lead_authority is None


def test_every_company_elsewhere_is_named_in_the_words_of_its_scope() -> None:
    for company in bundled().controllers():
        for one in company.elsewhere:
            assert company.scope is not None
            assert one.name in company.scope.en
            assert one.name in company.scope.fr

"""The time limits of remedies: what the authority has to do, by which day and by which rule."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.knowledge.base import bundled
from consentui.requests.rights import Regime
from consentui.requests.time import remedies
from consentui.requests.time.remedies import Term, authority_terms

COMPLAINED = date(2027, 4, 5)


def test_the_figures_are_those_of_the_knowledge_base() -> None:
    regulation, first, silent, tribunal = (
        bundled().law().named(("eu-2025-2518-4", "uk-complaint-first", "gdpr-78", "uk-166"))
    )
    assert regulation.applies_from == remedies.CROSS_BORDER_SINCE
    assert (first.since, first.days) == (remedies.COMPANY_FIRST_SINCE, remedies.COMPANY_DAYS)
    assert silent.months == tribunal.months == remedies.SILENT_MONTHS


def test_a_company_in_the_united_kingdom_has_thirty_days_moved_off_days_off() -> None:
    assert remedies.acknowledged_by(date(2026, 10, 20)) == date(2026, 11, 19)
    assert remedies.acknowledged_by(date(2026, 9, 3)) == date(2026, 10, 5)  # the 3rd is a Saturday


@pytest.mark.parametrize(("regime", "rule"), [(Regime.EU, "gdpr-78"), (Regime.UK, "uk-166")])
def test_an_authority_says_within_three_months_how_things_stand_and_again_after_that(regime: Regime, rule: str) -> None:
    (silent,) = authority_terms(COMPLAINED, None, regime, "FR", cross_border=False)
    (again,) = authority_terms(COMPLAINED, date(2027, 6, 1), regime, "FR", cross_border=False)
    assert (silent.on, silent.rule) == (date(2027, 7, 5), rule)
    assert again.on == date(2027, 9, 1)


@pytest.mark.parametrize("regime", [None, Regime.CH, Regime.US_CA, Regime.BR])
def test_where_no_rule_is_known_no_day_is_given(regime: Regime | None) -> None:
    assert authority_terms(COMPLAINED, None, regime, "CH", cross_border=True) == ()


@pytest.mark.parametrize(("complained", "regulated"), [(date(2027, 4, 1), False), (date(2027, 4, 2), True)])
def test_the_regulation_counts_from_the_day_it_applies_on(complained: date, *, regulated: bool) -> None:
    found = authority_terms(complained, None, Regime.EU, "FR", cross_border=True)
    assert (Term.ADMISSION in {one.term for one in found}) is regulated


def test_at_home_only_the_three_months_count() -> None:
    found = authority_terms(COMPLAINED, None, Regime.EU, "FR", cross_border=False)
    assert [one.term for one in found] == [Term.PROGRESS]

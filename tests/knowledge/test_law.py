"""The articles and time rules that come with the program."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError
from consentui.knowledge.base import KnowledgeBase, bundled
from consentui.knowledge.law import Law, Rule
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.partial_dates import first_day
from consentui.requests.rights import Regime, regime_in

LAW = bundled().law()
RULES = pytest.mark.parametrize("rule", LAW.rule, ids=lambda rule: rule.id)

ARTICLES = (
    *("gdpr-8-1", "gdpr-16"),
    *("gdpr-7-3", "gdpr-12-2", "gdpr-12-3", "gdpr-12-4", "gdpr-12-5", "gdpr-12-6", "gdpr-15", "gdpr-17", "gdpr-18"),
    *("gdpr-19", "gdpr-20", "gdpr-21-1", "gdpr-21-2", "gdpr-21-4-5", "gdpr-22", "gdpr-77", "gdpr-78", "gdpr-79"),
    *("gdpr-80", "gdpr-82", "gdpr-83-5"),
)
ELSEWHERE = (
    *("ch-25", "ch-26", "ch-30", "ch-32", "ch-49"),
    *("ca-1798-105", "ca-1798-110", "ca-1798-120"),
)
"""The provisions that letters in Switzerland and California rest on."""
TIME_RULES = (
    "eu-start",
    "eu-months",
    "eu-roll",
    "uk-month",
    "ch-30-days",
    "ca-45-days",
    "br-15-days",
    "uk-165",
    "uk-166",
)
TO_COME = ("eu-2025-2518-4", "eu-2025-2518-5", "uk-complaint-first", "eu-omnibus-88c")
NEVER_READ = {
    "uk-165",
    *(one for one in TO_COME if one != "uk-complaint-first"),
    *ELSEWHERE,
    *("gdpr-7-3", "gdpr-8-1", "gdpr-12-2", "gdpr-17", "gdpr-19", "gdpr-20", "gdpr-78", "gdpr-79"),
    *("uk-month", "ca-45-days", "br-15-days"),
}


def test_every_article_and_every_time_rule_is_there_once() -> None:
    assert Counter(rule.id for rule in LAW.rule) == Counter((*ARTICLES, *ELSEWHERE, *TIME_RULES, *TO_COME))


def test_what_was_only_summarised_says_so() -> None:
    assert {rule.id for rule in LAW.rule if not rule.wording_read} == NEVER_READ


def test_a_proposal_is_called_one_and_counts_no_time() -> None:
    (proposal,) = (rule for rule in LAW.rule if rule.proposed)
    assert proposal.id == "eu-omnibus-88c"
    assert (proposal.since, proposal.months, proposal.days) == (None, None, None)
    assert "proposed" in proposal.ref.en
    assert "proposé" in proposal.ref.fr


def test_every_regime_that_counts_time_has_a_rule() -> None:
    assert {rule.regime for rule in LAW.rule} == {*map(str, Regime)}


def test_the_age_of_consent_is_one_that_the_gdpr_allows_in_countries_where_it_holds() -> None:
    (rule,) = LAW.named(["gdpr-8-1"])
    assert rule.ages
    assert {age for age in rule.ages.values() if not 13 <= age <= 16} == set()
    assert {regime_in(country) for country in rule.ages} <= {Regime.EU, Regime.UK}
    assert [one.id for one in LAW.rule if one.ages] == ["gdpr-8-1"]


@RULES
def test_a_rule_has_a_source_and_no_source_is_younger_than_the_last_look(rule: Rule) -> None:
    assert rule.source
    for source in rule.source:
        assert source.supports
        assert not (source.date and source.about)
        for written in filter(None, (source.date, source.about)):
            assert first_day(written) <= LAW.verified_on


@RULES
def test_an_article_of_the_gdpr_is_cited_by_the_number_in_its_id(rule: Rule) -> None:
    if not rule.id.startswith("gdpr-"):
        return
    numbers = rule.id.removeprefix("gdpr-").split("-")
    for ref in (rule.ref.en, rule.ref.fr):
        assert re.findall(r"\d+", ref)[: len(numbers)] == numbers


@RULES
def test_texts_fit_a_page_and_never_quote(rule: Rule) -> None:
    for text in (rule.what, rule.notes, rule.steps, rule.doubt):
        if text:
            assert 10 < len(text.en) < 600
            assert 10 < len(text.fr) < 700


@pytest.mark.parametrize(
    ("name", "months", "extension", "days", "extended"),
    [
        ("gdpr-12-3", 1, 2, None, None),
        ("gdpr-12-4", 1, None, None, None),
        ("gdpr-78", 3, None, None, None),
        ("uk-month", 1, 2, None, None),
        ("ch-30-days", None, None, 30, None),
        ("ca-45-days", None, None, 45, 90),
        ("br-15-days", None, None, 15, None),
    ],
)
def test_times_are_those_of_the_law(
    name: str, months: int | None, extension: int | None, days: int | None, extended: int | None
) -> None:
    (rule,) = LAW.named((name,))
    assert (rule.months, rule.extension_months, rule.days, rule.extended_days) == (months, extension, days, extended)


def test_the_british_clock_stops_since_the_day_the_act_came_into_force() -> None:
    (rule,) = LAW.named(("uk-month",))
    assert rule.since == date(2026, 2, 5)


@pytest.mark.parametrize("name", ["eu-start", "eu-roll", "uk-month", "ch-30-days", "ca-45-days"])
def test_what_is_not_settled_about_counting_is_said(name: str) -> None:
    (rule,) = LAW.named((name,))
    assert rule.doubt


def test_an_objection_brings_its_grounds_and_examples_of_them() -> None:
    (rule,) = LAW.named(("gdpr-21-1",))
    assert len(rule.needs) == 3
    assert len(rule.grounds) == 7


def test_the_wording_of_a_rule_is_read_in_the_law_or_at_an_authority_and_nowhere_else() -> None:
    for rule in LAW.rule:
        own = {one.url for one in rule.source if one.primary}
        assert LAW.wording_of(rule) in {LAW.gdpr_url, LAW.regulation_1182_71_url, "", *own}
    withdrawal, proposal = LAW.named(("gdpr-7-3", "eu-omnibus-88c"))
    assert LAW.wording_of(withdrawal) == LAW.gdpr_url
    assert LAW.wording_of(proposal) == ""


def test_rules_are_given_in_the_order_asked_for() -> None:
    assert [rule.id for rule in LAW.named(("eu-roll", "gdpr-15"))] == ["eu-roll", "gdpr-15"]
    with pytest.raises(KeyError):
        LAW.named(("gdpr-99",))


def test_an_unknown_key_is_refused_with_its_place(tmp_path: Path) -> None:
    text = read_text(data_folder() / "law.toml").replace("wording_read = ", "wording_red = ", 1)
    (tmp_path / "law.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"(?s)law\.toml, line \d+.*wording_red") as refused:
        KnowledgeBase(tmp_path).law()
    assert "wording_read" in str(refused.value)


def test_a_month_of_nothing_is_refused() -> None:
    path = data_folder() / "law.toml"
    with pytest.raises(KnowledgeError):
        parse_record(read_text(path).replace("months = 1", "months = 0", 1), Law, path)

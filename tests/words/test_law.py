"""Articles and time rules as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from consentui.i18n import Language
from consentui.knowledge.base import bundled
from consentui.knowledge.law import InCountry, Rule
from consentui.words.law import rule_line, rule_text
from tests.builders import a_text

RULES = {rule.id: rule for rule in bundled().law().rule}


def flat(rule: Rule) -> str:
    return " ".join(rule_text(rule).split())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_tells_what_it_says_and_where_that_was_read(rule: Rule) -> None:
    text = flat(rule)
    assert text.startswith(f"{rule.ref.en}: {rule.topic.en}")
    assert rule.what.en in text
    assert all(source.url in text for source in rule.source)


def test_a_rule_in_one_line_is_named_by_its_id() -> None:
    assert rule_line(RULES["gdpr-22"]) == "gdpr-22\tGDPR Art. 22\tautomated decisions"


def test_a_proposal_says_that_it_is_no_law() -> None:
    assert "Proposed only: this is not law." in flat(RULES["eu-omnibus-88c"])


def test_a_rule_says_since_when_or_from_when_it_applies() -> None:
    assert "Applies from 2 April 2027." in flat(RULES["eu-2025-2518-4"])
    assert "In force since 2 April 2026." in flat(replace(RULES["gdpr-22"], since=date(2026, 4, 2)))


def test_what_follows_how_it_is_counted_and_doubts_are_told() -> None:
    rule = replace(RULES["gdpr-22"], notes=a_text("Ask."), steps=a_text("Count."), doubt=a_text("Unclear."))
    text = flat(rule)
    assert "What follows: Ask. How it is counted: Count. In doubt: Unclear." in text


def test_what_a_country_adds_is_told_under_its_name(speak: Callable[[Language], None]) -> None:
    speak("fr")
    rule = replace(RULES["gdpr-22"], in_country=(InCountry("FR", a_text("More.", "Davantage.")),))
    assert "France\u202f: Davantage." in rule_text(rule)


@pytest.mark.parametrize("read", [True, False])
def test_a_wording_that_was_not_read_is_said_to_be_summarised(*, read: bool) -> None:
    text = flat(replace(RULES["gdpr-22"], wording_read=read))
    assert ("the original wording was not read" in text) is not read

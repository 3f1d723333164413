"""Every lint rule, with what breaks it and what only seems to (`cases_*.py`)."""

from __future__ import annotations

import pytest

from consentui.knowledge.lint import rules_references
from consentui.knowledge.lint.finding import LintContext, Rule, subject_of
from consentui.knowledge.lint.rules import RULES, name_of
from tests.builders import TODAY, a_control, a_platform
from tests.knowledge.lint import (
    cases_controls,
    cases_crawlers,
    cases_dates,
    cases_ids,
    cases_languages,
    cases_references,
    cases_routes,
    cases_search,
    cases_sources,
    cases_testimony,
    cases_texts,
)
from tests.knowledge.lint.cases import KNOWN, Case, controls

CASES = [
    *cases_controls.CASES,
    *cases_crawlers.CASES,
    *cases_dates.CASES,
    *cases_ids.CASES,
    *cases_languages.CASES,
    *cases_references.CASES,
    *cases_routes.CASES,
    *cases_search.CASES,
    *cases_sources.CASES,
    *cases_testimony.CASES,
    *cases_texts.CASES,
]
BROKEN = [case for case in CASES if case.places]
SOUND = [case for case in CASES if not case.places]


def numbered(cases: list[Case]) -> list[str]:
    return [f"{number}-{name_of(case.rule)}" for number, case in enumerate(cases)]


@pytest.mark.parametrize("case", BROKEN, ids=numbered(BROKEN))
def test_a_broken_rule_is_found_at_its_place(case: Case) -> None:
    assert {fault.place for fault in case.rule(case.subject)} == case.places


@pytest.mark.parametrize("case", SOUND, ids=numbered(SOUND))
def test_a_sound_record_is_left_in_peace(case: Case) -> None:
    assert list(case.rule(case.subject)) == []


@pytest.mark.parametrize("cases", [BROKEN, SOUND], ids=["broken", "sound"])
def test_every_rule_is_tried(cases: list[Case]) -> None:
    assert {case.rule for case in cases} == {rule for rule, _severity in RULES}


def test_every_fault_says_what_would_mend_it() -> None:
    assert all(fault.message and fault.fix for case in BROKEN for fault in case.rule(case.subject))


@pytest.mark.parametrize("rule", [rule for rule, _severity in RULES], ids=name_of)
def test_every_rule_explains_itself_to_contributors(rule: Rule) -> None:
    assert rule.__doc__


def test_there_are_many_rules_and_no_two_of_a_name() -> None:
    names = [name_of(rule) for rule, _severity in RULES]
    assert len(names) == len(set(names)) >= 34


def test_what_a_contributor_cannot_always_mend_is_a_warning() -> None:
    warnings = {name_of(rule) for rule, severity in RULES if severity == "warning"}
    assert warnings == {
        "documented-exists",
        "facts-are-fresh",
        "source-is-a-page",
        "texts-are-accepted",
        "training-has-fallback",
    }


def test_a_loop_is_found_across_platforms() -> None:
    here = controls({"fallback": ("other/switch",)})
    there = a_platform(a_control(id="switch", fallback=("chirp/c0",)), id="other")
    known = LintContext(platforms={"chirp": here, "other": there})
    (fault,) = rules_references.fallbacks_end(subject_of(here, known, TODAY))
    assert fault.message == "chirp/c0 leads back to itself"


def test_a_control_that_only_leads_into_a_loop_is_not_blamed() -> None:
    platform = controls({"fallback": ("chirp/c1",)}, {"fallback": ("chirp/c1",)})
    faults = rules_references.fallbacks_end(subject_of(platform, LintContext(platforms={"chirp": platform}), TODAY))
    assert [fault.place for fault in faults] == ["$.control[1].fallback"]


def test_a_record_is_taken_apart_with_its_places() -> None:
    subject = subject_of(a_platform(aliases=("Bird",)), KNOWN, TODAY)
    assert ("$.aliases[0]", "Bird") in subject.each(str)
    assert ("$.control[0].title.en", "Training on your chirps") in subject.each(str)
    assert subject.each(int) == [("$.control[0].minutes", 5)]
    assert subject.each(bytes) == ()

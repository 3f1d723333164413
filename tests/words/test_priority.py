"""Why a control has its place in the order, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from consentui.checklist.order import FREE_MINUTES, Reason, reasons, score
from consentui.i18n import LANGUAGES, Language, speaking
from consentui.knowledge.base import bundled
from consentui.words.priority import why_lines
from tests.builders import a_control


def test_each_factor_has_its_line_then_the_effort_and_the_score() -> None:
    assert list(why_lines(a_control(minutes=5))) == [
        "What the data are used for (AI training): × 7",
        "Whether they reach others: × 1",
        "Whether it can be taken back: × 1.5",
        "If nobody acts (on by default): × 2",
        "How sure it is (documented): × 1",
        "Effort: 5 minutes, and 5 for every control",
        "Score: 2.1; the highest comes first",
    ]


def test_in_french_numbers_and_colons_are_french() -> None:
    with speaking("fr"):
        lines = list(why_lines(a_control(minutes=1)))
    assert lines[2].endswith("\u202f: × 1,5")
    assert lines[-2].startswith("Effort\u202f: 1 minute")
    assert lines[-1].startswith("Score\u202f: 3,5")


def test_one_minute_is_one_minute() -> None:
    assert f"Effort: 1 minute, and {FREE_MINUTES} for every control" in list(why_lines(a_control(minutes=1)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_factors_are_told_in_the_same_words(language: Language) -> None:
    with speaking(language):
        lines = list(why_lines(a_control()))
    assert len({line.split(" (")[0].split(":")[0] for line in lines}) == len(lines) == len(get_args(Reason)) + 2


def test_what_is_told_of_the_bundled_controls_is_what_orders_them() -> None:
    for platform in bundled():
        for control in platform.control:
            *factors, _effort, told = why_lines(control)
            assert [float(line.rpartition("× ")[2]) for line in factors] == [
                weight.factor for weight in reasons(control)
            ]
            assert float(told.removeprefix("Score: ").partition(";")[0]) == pytest.approx(score(control), abs=0.00501)

"""What is said about the facts, depending on their age."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.knowledge.ages import Age
from consentui.words.ages import age_warning, nothing_changed

CHECKED = date(2026, 11, 28)
YOUNG, OLD = Age(CHECKED, 1, 9), Age(CHECKED, 9, 9)


def test_young_facts_need_no_warning_and_old_ones_say_what_it_means() -> None:
    assert age_warning(YOUNG, date(2026, 12, 1)) == ""
    words = age_warning(OLD, date(2028, 11, 28))
    assert words.startswith("What is known here was last checked on 28 November 2026, 2 years ago; most of it")
    assert "What platforms changed after that day is not known" in words


@pytest.mark.parametrize(
    ("since", "today", "age", "words"),
    [
        (date(2026, 11, 1), date(2026, 11, 28), YOUNG, "Nothing has changed since 1 November 2026."),
        (
            date(2026, 11, 1),
            date(2026, 11, 29),
            YOUNG,
            "No change is known since 1 November 2026, up to the last check on 28 November 2026.",
        ),
        (
            date(2028, 1, 1),
            date(2028, 2, 1),
            OLD,
            "What changed since 1 January 2028 is not known: the last check was on 28 November 2026.",
        ),
        (date(2028, 1, 1), date(2028, 2, 1), Age(None, 0, 0), "What changed since 1 January 2028 is not known."),
    ],
)
def test_that_nothing_changed_is_said_only_as_far_as_it_can_be_known(
    since: date, today: date, age: Age, words: str
) -> None:
    assert nothing_changed(since, age, today) == words

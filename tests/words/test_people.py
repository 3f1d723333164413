"""The progress of a person, in a few words."""

from __future__ import annotations

from consentui.checklist.items import Progress
from consentui.i18n import speaking
from consentui.words.people import late_words, progress_words


def test_what_is_settled_is_told_of_what_counts_and_nothing_where_nothing_does() -> None:
    assert progress_words(Progress(3, 12)) == "3 of 12"
    assert progress_words(Progress(0, 0)) == ""


def test_answers_are_overdue_in_both_languages_and_none_says_nothing() -> None:
    assert late_words(0) == ""
    assert late_words(2) == "2 overdue"
    with speaking("fr"):
        assert late_words(1) == "1 en retard"

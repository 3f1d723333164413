"""The progress of an account, in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded
from consentui.words.accounts import account_progress, whose_words
from tests.builders import a_control, an_account


@pytest.mark.parametrize(
    ("absences", "words"),
    [
        ([], "nothing is known here"),
        ([Absence.COUNTRY], "nothing is known here"),
        ([Absence.ACCOUNT_TYPE], "1 control known, not for this type of account (business)"),
        ([Absence.ACCOUNT_TYPE] * 3, "3 controls known, none for this type of account (business)"),
    ],
)
def test_an_account_that_nothing_is_known_for_says_why(absences: list[Absence], words: str) -> None:
    excluded = [Excluded(a_control(), absence) for absence in absences]
    assert account_progress((), excluded, "business") == words


def test_whose_an_account_is_says_what_was_said_of_it() -> None:
    assert whose_words(an_account()) == ""
    assert whose_words(an_account(owner="Zoé", client="Dupont", due=date(2027, 1, 31))) == (
        "Zoé · Dupont · by 31 January 2027"
    )

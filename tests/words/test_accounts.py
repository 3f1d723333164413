"""How far an account is, in a few words."""

from __future__ import annotations

import pytest

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded
from consentui.words.accounts import account_progress
from tests.builders import a_control


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

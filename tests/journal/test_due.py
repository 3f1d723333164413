"""The due day of an account."""

from __future__ import annotations

from datetime import date

from consentui.journal.fold import fold
from tests.builders import ACCOUNT, account_added, account_due, undone

DAY = date(2027, 1, 31)


def test_an_account_is_to_be_done_by_the_day_that_was_said_last() -> None:
    added, by = account_added(0), account_due(DAY, 1)
    assert fold([added, by]).accounts[ACCOUNT].due == DAY
    assert fold([added, by, account_due(None, 2)]).accounts[ACCOUNT].due is None
    assert fold([added, by, undone(by, 2)]).accounts[ACCOUNT].due is None


def test_a_day_for_an_account_that_is_gone_changes_nothing() -> None:
    assert fold([account_due(DAY)]).accounts == {}

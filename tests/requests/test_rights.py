"""The right that fits the purpose of a control."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.requests.rights import Regime, Right, fitting_right, is_due_by_courtesy, proposed_right
from consentui.requests.time.deadlines import deadline
from consentui.requests.time.terms import TermCode
from tests.builders import a_control


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, Right.OBJECT_TRAINING),
        ({"kind": "objection-form"}, Right.OBJECT_TRAINING),
        ({"purpose": "advertising"}, Right.OBJECT_MARKETING),
        ({"kind": "deletion"}, Right.ERASE),
        ({"purpose": "retention"}, Right.ERASE),
        ({"purpose": "visibility"}, None),
        ({"purpose": "personalisation"}, None),
        ({"purpose": "third-party-sharing"}, None),
    ],
)
def test_a_control_that_is_not_about_training_gives_no_objection_to_it(
    changes: dict[str, str], right: Right | None
) -> None:
    assert fitting_right(a_control(**changes)) is right
    assert proposed_right(a_control(**changes)) is (right or Right.ACCESS)


COURTESY = {
    TermCode.SWISS_FOR_ACCESS_ONLY,
    TermCode.CALIFORNIAN_COURTESY,
    TermCode.BRAZILIAN_FOR_ACCESS_ONLY,
}


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("right", Right)
def test_a_deadline_is_called_a_courtesy_exactly_if_the_law_sets_no_time_for_the_right(
    regime: Regime, right: Right
) -> None:
    notes = {note.code for note in deadline(date(2026, 9, 1), "", regime, right).notes}
    assert bool(notes & COURTESY) is is_due_by_courtesy(regime, right)
    assert is_due_by_courtesy(Regime.BR, right) is (right is not Right.ACCESS)

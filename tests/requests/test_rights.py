"""The right that fits the purpose of a control."""

from __future__ import annotations

import pytest

from consentui.requests.rights import Right, fitting_right
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

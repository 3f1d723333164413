"""Numbers as people write them."""

from __future__ import annotations

import pytest

from consentui.i18n import speaking
from consentui.i18n.numbers import decimal


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(3.4, "3.4", "3,4"), (12.0, "12", "12"), (0.05, "0.05", "0,05")],
)
def test_a_number_has_the_decimal_sign_of_the_language(value: float, english: str, french: str) -> None:
    assert decimal(value) == english
    with speaking("fr"):
        assert decimal(value) == french

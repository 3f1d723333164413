"""Numbers as people write them."""

from __future__ import annotations

import pytest

from consentui.i18n import Language, speaking
from consentui.i18n.numbers import decimal


@pytest.mark.parametrize(
    ("value", "english", "french_and_german"),
    [(3.4, "3.4", "3,4"), (12.0, "12", "12"), (0.05, "0.05", "0,05")],
)
def test_a_number_has_the_decimal_sign_of_the_language(value: float, english: str, french_and_german: str) -> None:
    assert decimal(value) == english
    languages: tuple[Language, ...] = ("fr", "de")
    for language in languages:
        with speaking(language):
            assert decimal(value) == french_and_german

"""Why a deadline cannot be counted, as codes that `consentui.words.deadlines` puts into words."""

from __future__ import annotations

from enum import StrEnum


class DeadlineFault(StrEnum):
    """What is wrong with what was asked."""

    NO_SUCH_COUNTRY = "no-such-country"
    NO_SUCH_REGION = "no-such-region"
    LAW_NOT_COUNTED = "law-not-counted"
    TOO_FAR = "too-far"
    SAID_BEFORE_RECEIPT = "said-before-receipt"
    GIVEN_BEFORE_ASKED = "given-before-asked"


class UncountableError(ValueError):
    """A deadline cannot be counted; `value` is what the fault refers to."""

    def __init__(self, fault: DeadlineFault, value: str = "") -> None:
        super().__init__(f"{fault}: {value}")
        self.fault = fault
        self.value = value

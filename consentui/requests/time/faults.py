"""Why no deadline can be given: codes that `consentui.words.deadlines` puts into words."""

from __future__ import annotations

from enum import StrEnum


class DeadlineFault(StrEnum):
    """What is wrong with what was asked for."""

    NO_SUCH_COUNTRY = "no-such-country"
    NO_SUCH_REGION = "no-such-region"
    LAW_NOT_COUNTED = "law-not-counted"
    TOO_FAR = "too-far"
    SAID_BEFORE_RECEIPT = "said-before-receipt"
    GIVEN_BEFORE_ASKED = "given-before-asked"


class UncountableError(ValueError):
    """No deadline can be given; `value` is what the fault speaks of."""

    def __init__(self, fault: DeadlineFault, value: str = "") -> None:
        super().__init__(f"{fault}: {value}")
        self.fault = fault
        self.value = value

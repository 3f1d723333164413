"""Numbers as people write them, in the current language."""

from __future__ import annotations

from consentui.i18n.speech import _


def decimal(value: float) -> str:
    """A number with the decimal separator of the current language and no trailing zeros: 3.4, 3,4, 12."""
    return f"{value:.15g}".replace(".", _("."))

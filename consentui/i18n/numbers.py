"""Numbers as people write them, in the language spoken now."""

from __future__ import annotations

from consentui.i18n.speech import _


def decimal(value: float) -> str:
    """A number with the decimal sign of the language, and no more digits than it has: 3.4, 3,4, 12."""
    return f"{value:.15g}".replace(".", _("."))

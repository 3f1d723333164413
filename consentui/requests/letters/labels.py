"""The label that a platform prints beside a switch, for a letter to quote."""

from __future__ import annotations

from consentui.i18n import Language
from consentui.knowledge.records import Control
from consentui.requests.letters.layout import unended


def label_of(control: Control | None, language: Language) -> str:
    """The present label beside the switch in this language, else in English or French; empty if not known."""
    if control is None or control.kind != "setting":
        return ""
    present = [route.label for route in control.route if not route.label_fr_until]
    spoken = [label.in_language(language) for label in present]
    english = [route.label.en for route in control.route]
    return unended(next(filter(None, (*spoken, *english, *(label.fr for label in present))), ""))

"""The keys that record an outcome, as bindings of a screen."""

from __future__ import annotations

from textual.binding import Binding

from consentui.i18n import _
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control
from consentui.words.names import outcome_name
from consentui.words.outcome_keys import OUTCOME_KEYS, outcome_of

OUTCOME_BINDINGS = [
    Binding(
        one.key,
        "allow" if one.name == "allow" else f"outcome('{one.name}')",
        one.words,
        id=f"walk.{'done' if one.name == 'success' else one.name}",
    )
    for one in OUTCOME_KEYS
]


def outcome_key_words(action: str, control: Control) -> str:
    """Return what a key records for a control, short enough for the foot of a small window; empty if it is said well.

    `d` means switched off, sent or done.
    """
    if action == "outcome('success')":
        return outcome_name(outcome_of("success", control) or Outcome.DONE)
    return _("already") if action == "outcome('already')" else ""

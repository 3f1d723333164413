"""The keys that record an outcome, as bindings of a screen."""

from __future__ import annotations

from textual.binding import Binding

from consentui.words.outcome_keys import OUTCOME_KEYS

OUTCOME_BINDINGS = [
    Binding(
        one.key,
        "allow" if one.name == "allow" else f"outcome('{one.name}')",
        one.words,
        id=f"walk.{'done' if one.name == 'success' else one.name}",
    )
    for one in OUTCOME_KEYS
]

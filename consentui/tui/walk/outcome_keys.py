"""The keys for what happened: one letter each, the same in every language."""

from __future__ import annotations

from textual.binding import Binding

from consentui.checklist.outcomes import suitable_outcomes
from consentui.i18n import N_
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control

OUTCOME_BINDINGS = [
    Binding("d", "outcome('success')", N_("done"), id="walk.done"),
    Binding("j", "outcome('already')", N_("it already was"), id="walk.already"),
    Binding("n", "outcome('not-found')", N_("not found"), id="walk.not-found"),
    Binding("p", "outcome('later')", N_("later"), id="walk.later"),
    Binding("v", "allow", N_("I allow it"), id="walk.allow"),
    Binding("e", "outcome('confirmed')", N_("confirmed"), id="walk.confirmed"),
    Binding("x", "outcome('not-offered')", N_("not offered here"), id="walk.not-offered"),
    Binding("f", "outcome('form-unavailable')", N_("form unavailable"), id="walk.form-unavailable"),
    Binding("r", "outcome('refused')", N_("refused"), id="walk.refused"),
]


def outcome_of(name: str, control: Control) -> Outcome | None:
    """The outcome that a key stands for on this control, None where it does not suit; `success` is its first."""
    suitable = suitable_outcomes(control)
    if name == "success":
        return suitable[0]
    outcome = Outcome(name)
    return outcome if outcome in suitable else None

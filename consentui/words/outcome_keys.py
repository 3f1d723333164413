"""The keys for what happened with a control, the same in every language, in the interface and in the plain walk."""

from __future__ import annotations

from msgspec import Struct

from consentui.checklist.outcomes import suitable_outcomes
from consentui.i18n import N_
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control


class OutcomeKey(Struct, frozen=True):
    """A key and what it stands for."""

    key: str
    name: str
    """`success`, `allow`, or the outcome's own name."""
    words: str


OUTCOME_KEYS = (
    OutcomeKey("d", "success", N_("done")),
    OutcomeKey("j", "already", N_("it already was")),
    OutcomeKey("n", "not-found", N_("not found")),
    OutcomeKey("p", "later", N_("later")),
    OutcomeKey("v", "allow", N_("I allow it")),
    OutcomeKey("e", "confirmed", N_("confirmed")),
    OutcomeKey("x", "not-offered", N_("not offered here")),
    OutcomeKey("f", "form-unavailable", N_("form unavailable")),
    OutcomeKey("r", "refused", N_("refused")),
)


def outcome_of(name: str, control: Control) -> Outcome | None:
    """The outcome that a key's name stands for on this control (`success` is its first); None if it does not suit."""
    suitable = suitable_outcomes(control)
    if name == "success":
        return suitable[0]
    outcome = Outcome(name)
    return outcome if outcome in suitable else None

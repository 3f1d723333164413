"""The outcomes that can be recorded for a control."""

from __future__ import annotations

from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control, Desired, Surface

_SUCCESS: dict[Desired, tuple[Outcome, ...]] = {
    "off": (Outcome.SWITCHED_OFF, Outcome.ALREADY),
    "on": (Outcome.SWITCHED_ON, Outcome.ALREADY),
    "chosen": (Outcome.CHOSEN, Outcome.ALREADY),
    "done": (Outcome.DONE, Outcome.ALREADY),
    "objected": (Outcome.SENT, Outcome.CONFIRMED, Outcome.ALREADY),
    "sent": (Outcome.SENT, Outcome.CONFIRMED),
}
_WRITTEN_SURFACES: frozenset[Surface] = frozenset({"form", "email", "post"})


def suitable_outcomes(control: Control) -> tuple[Outcome, ...]:
    """The outcomes to offer for the control, in order: successes, then failures, then `later`."""
    failures = [Outcome.NOT_FOUND, Outcome.NOT_OFFERED]
    if is_written(control):
        failures = [Outcome.FORM_UNAVAILABLE, Outcome.NOT_FOUND, Outcome.NOT_OFFERED, Outcome.REFUSED]
    asked = (Outcome.SENT,) if control.arrives_within else ()
    return (*asked, *_SUCCESS[control.desired], *failures, Outcome.LATER)


def is_written(control: Control) -> bool:
    """Whether the control is a message to the platform, rather than a switch."""
    return control.desired in {"objected", "sent"} or any(route.surface in _WRITTEN_SURFACES for route in control.route)

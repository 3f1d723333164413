"""What a person wants of a control, what happened when they went to it, and what the platform was seen to say."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Literal, assert_never

Effect = Literal["settles", "waits", "fails", "puts-off"]
"""What an outcome does to a control."""


class Outcome(StrEnum):
    """What happened when a person went to a control, and its effect on the control."""

    SWITCHED_OFF = "switched-off"
    SWITCHED_ON = "switched-on"
    CHOSEN = "chosen"
    DONE = "done"
    ALREADY = "already"
    SENT = "sent"
    CONFIRMED = "confirmed"
    NOT_FOUND = "not-found"
    NOT_OFFERED = "not-offered"
    FORM_UNAVAILABLE = "form-unavailable"
    REFUSED = "refused"
    LATER = "later"

    @cached_property
    def effect(self) -> Effect:
        """What the outcome does to the control; cached, since a fold asks for it at every entry."""
        match self:
            case Outcome.SWITCHED_OFF | Outcome.SWITCHED_ON | Outcome.CHOSEN | Outcome.DONE:
                return "settles"
            case Outcome.ALREADY | Outcome.CONFIRMED:
                return "settles"
            case Outcome.SENT:
                return "waits"
            case Outcome.NOT_FOUND | Outcome.NOT_OFFERED | Outcome.FORM_UNAVAILABLE | Outcome.REFUSED:
                return "fails"
            case Outcome.LATER:
                return "puts-off"
            case _:
                assert_never(self)


class Verdict(StrEnum):
    """What a platform's own file, mail or public record was seen to say about a control."""

    SHOWS_OFF = "shows-off"
    SHOWS_ON = "shows-on"
    CONSISTENT_WITH_OFF = "consistent-with-off"
    SAYS_NOTHING = "says-nothing"
    TOO_OLD = "too-old"
    """The file was made before the person's own latest entry."""
    NOT_READABLE = "not-readable"
    """The file is in an unknown language or format."""


class Decision(StrEnum):
    """What the person wants of a control."""

    REFUSE = "refuse"
    ALLOW = "allow"
    UNDECIDED = "undecided"

"""Terms that no law sets: how long a letter may take to arrive, and how long consentui waits before the next move."""

from __future__ import annotations

from datetime import date, timedelta

POST_TAKES = timedelta(days=10)
"""A letter whose arrival nothing shows is taken to have arrived within ten days. The Postal Services Directive
(97/67/EC, annex II) requires 97% of letters between member states to arrive by the fifth working day; this leaves a
margin."""

NEW_TERM = timedelta(days=14)
"""How long the recipient of a reminder or a reply has before the next move."""

CHECKED_AFTER = timedelta(days=90)
"""How long after a grant the person should check whether it still holds."""


def so_long_after(on: date, term: timedelta) -> date:
    """The day on which a term ends that begins on a day, or the last day of the calendar if that comes first."""
    return on + min(term, date.max - on)

"""Terms that no law sets: how long a letter may take, and how long consentui waits before the next move."""

from __future__ import annotations

from datetime import date, timedelta

POST_TAKES = timedelta(days=10)
"""A letter of which nothing shows when it came is taken to have arrived within ten days. The Postal Services Directive
(97/67/EC, annex II) wants 97% of letters between member states there on the fifth working day: this leaves a margin."""

NEW_TERM = timedelta(days=14)
"""What a reminder and a reply give the controller before the next move."""

CHECKED_AFTER = timedelta(days=90)
"""When to look whether what was granted still holds."""


def so_long_after(on: date, term: timedelta) -> date:
    """The day on which a term ends that begins on another; the last day of all where the calendar ends before."""
    return on + min(term, date.max - on)

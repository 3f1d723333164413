"""`make kb-due`: list the facts to be reviewed next, the longest overdue first. For maintainers."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from consentui import clock
from consentui.knowledge.base import bundled
from consentui.knowledge.records import Platform

AHEAD = timedelta(days=30)
"""How far ahead to look by default."""


class Due(NamedTuple):
    """The facts of one control that are due for review."""

    review_after: date
    ref: str
    verified_on: date
    evidence: str


def due(platforms: Iterable[Platform], until: date) -> list[Due]:
    """The controls due for review by a day, earliest first; on the same day, those checked longest ago come first."""
    found = (
        Due(control.review_after, f"{platform.id}/{control.id}", control.verified_on, control.evidence)
        for platform in platforms
        for control in platform.control
        if control.review_after <= until
    )
    return sorted(found, key=lambda one: (one.review_after, one.verified_on, one.ref))


def line(one: Due, today: date) -> str:
    """A line with the day of the review, the control, when it was last checked, and how good the evidence was."""
    days = (today - one.review_after).days
    when = f"{days} days late" if days > 0 else f"in {-days} days"
    return "\t".join(
        (one.review_after.isoformat(), when, one.ref, f"checked {one.verified_on.isoformat()}", one.evidence)
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the controls due by a day, and how many there are."""
    today = clock.today()
    parser = argparse.ArgumentParser(description="List the facts that are to be looked at next.")
    parser.add_argument("--until", type=date.fromisoformat, default=today + AHEAD, metavar="DAY")
    chosen = parser.parse_args(arguments)
    found = due(bundled(), chosen.until)
    for one in found:
        print(line(one, today))
    print(f"{len(found)} controls to look at by {chosen.until.isoformat()}")


if __name__ == "__main__":
    main()

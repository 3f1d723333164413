"""What changed on the person's platforms since they last looked."""

from __future__ import annotations

from datetime import date, timedelta

from consentui.clock import local_day
from consentui.knowledge.ages import Age, age_of
from consentui.knowledge.changes import Change, changes_since
from consentui.profile.memory import read_news_day
from consentui.profile.session import Session

FIRST_LOOK = timedelta(days=365)
"""How far back someone without accounts looks."""


def news(session: Session, today: date, since: date | None = None) -> tuple[Change, ...]:
    """What touches the person's accounts since a day: by default since they last looked."""
    held = [session.knowledge.platform(one) for one in session.accounts.platform_ids]
    return changes_since(held, since or last_look(session, today), today)


def age_of_news(session: Session, today: date) -> Age:
    """How old what is known of the person's platforms is; of all, for someone who has none."""
    held = [session.knowledge.platform(one) for one in session.accounts.platform_ids]
    return age_of(held or session.knowledge, today)


def last_look(session: Session, today: date) -> date:
    """The day of the last look; before it, that of the first account; a year ago for someone who has none."""
    if looked := read_news_day(session.folders.state):
        return looked
    first = min((account.added for account in session.accounts), default=None)
    return local_day(first) if first else today - FIRST_LOOK


def seen_up_to(session: Session, today: date) -> date:
    """The day up to which someone who looks now has seen everything: no further than what is known reaches.

    Newer facts may tell of days before the look.
    """
    return min(today, age_of_news(session, today).checked or today)

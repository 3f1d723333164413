"""What changed on the person's platforms since they last looked."""

from __future__ import annotations

from datetime import date, timedelta

from consentui.clock import local_day
from consentui.knowledge.ages import Age, age_of
from consentui.knowledge.changes import Change, changes_since
from consentui.profile.memory import read_news_day
from consentui.profile.session import Session

FIRST_LOOK = timedelta(days=365)
"""How far back the first look reaches for someone without accounts."""


def news(session: Session, today: date, since: date | None = None) -> tuple[Change, ...]:
    """The changes on the person's platforms since a day, by default since they last looked."""
    held = [session.knowledge.platform(one) for one in session.accounts.platform_ids]
    return changes_since(held, since or last_look(session, today), today)


def age_of_news(session: Session, today: date) -> Age:
    """How old the facts about the person's platforms are; about all platforms, for someone without accounts."""
    held = [session.knowledge.platform(one) for one in session.accounts.platform_ids]
    return age_of(held or session.knowledge, today)


def last_look(session: Session, today: date) -> date:
    """The day of the last look; without one, the day of the first account, or a year ago if there are no accounts."""
    if looked := read_news_day(session.folders.state):
        return looked
    first = min((account.added for account in session.accounts), default=None)
    return local_day(first) if first else today - FIRST_LOOK


def seen_up_to(session: Session, today: date) -> date:
    """The day up to which someone who looks now has seen everything: no later than the facts were last checked.

    Newer facts may tell of changes before the day of the look.
    """
    return min(today, age_of_news(session, today).checked or today)

"""What changed on the person's platforms since they last looked, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from consentui.dates import partial_date
from consentui.i18n import _, language
from consentui.knowledge.changes import Change, changes_since
from consentui.session import Session
from consentui.state import read_news_day
from consentui.wording import platform_name

FIRST_LOOK = timedelta(days=365)
"""How far back someone without accounts looks."""


def news(session: Session, today: date, since: date | None = None) -> tuple[Change, ...]:
    """What touches the person's accounts since a day: by default since they last looked."""
    held = [session.knowledge.platform(one) for one in session.platform_ids]
    return changes_since(held, since or last_look(session, today), today)


def last_look(session: Session, today: date) -> date:
    """The day of the last look; before it, that of the first account; a year ago for someone who has none."""
    if looked := read_news_day(session.folders.state):
        return looked
    return min((account.added.date() for account in session.accounts), default=today - FIRST_LOOK)


def change_lines(change: Change) -> Iterator[str]:
    """A change as lines: when and where, what, which controls it opens again, the source."""
    spoken = language()
    yield f"{partial_date(change.on)} · {platform_name(change.platform)}"
    yield change.what.in_language(spoken)
    titles = [control.title.in_language(spoken) for control in change.platform.control if control.id in change.controls]
    if titles:
        yield _("Look again at: {controls}").format(controls=_("; ").join(titles))
    if change.url:
        yield change.url

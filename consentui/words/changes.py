"""What changed on a platform, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consentui.i18n import _, language
from consentui.i18n.dates import partial_date
from consentui.knowledge.changes import Change, policies_after, policy_on
from consentui.knowledge.records import Event, Platform
from consentui.words.names import platform_name


def change_lines(change: Change) -> Iterator[str]:
    """A change as lines: day and platform, what happened, what was in force before, what to look at again, source."""
    spoken = language()
    yield f"{partial_date(change.on)} · {platform_name(change.platform)}"
    yield change.what.in_language(spoken)
    titles = [control.title.in_language(spoken) for control in change.platform.control if control.id in change.controls]
    if change.replaces:
        yield replaced_sentence(change.replaces)
    if titles:
        yield _("Review: {controls}").format(controls=_("; ").join(titles))
    if change.url:
        yield change.url


def replaced_sentence(then: str) -> str:
    """Which policy or terms a new version replaced, named by their date."""
    return _("Until then the policy or terms of {date} were in force.").format(date=partial_date(then))


def policy_sentence(then: str) -> str:
    """Which policy or terms were in force when something was settled, named by their date."""
    return _("In force on that day: the policy or terms of {date}.").format(date=partial_date(then))


def since_sentence(on: str, what: str) -> str:
    """What has come into force since."""
    return _("Another since then, of {date}: {what}").format(date=partial_date(on), what=what)


def policy_words(platform: Platform, settled: date, today: date, said: Event | None) -> Iterator[str]:
    """The policy in force when something was settled, and the newest one since unless it is `said` elsewhere."""
    if then := policy_on(platform, settled):
        yield policy_sentence(then.date)
    for newest in policies_after(platform, settled, today)[-1:]:
        if newest != said:
            yield since_sentence(newest.date, newest.what.in_language(language()))

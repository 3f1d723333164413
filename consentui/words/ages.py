"""How old the facts of the knowledge base are, and what their age means for what can be said."""

from __future__ import annotations

from datetime import date

from consentui.i18n import _
from consentui.i18n.dates import long_ago, long_date
from consentui.knowledge.ages import Age


def age_warning(age: Age, today: date) -> str:
    """A warning about facts of which most are due for a check; empty if they are not."""
    if not age.is_old or age.checked is None:
        return ""
    return _(
        "What is known here was last checked on {date}, {ago}; most of it should have been checked again since."
        " What platforms changed after that day is not known; a newer consentui may know it."
    ).format(date=long_date(age.checked), ago=long_ago(age.checked, today))


def checked_words(age: Age, today: date) -> str:
    """The day of the last check, and how many controls are due for another."""
    if age.checked is None:
        return _("nothing is known")
    words = (
        _("last checked on {date}, {ago}; {due} of {controls} controls are due to be checked again")
        if age.due
        else _("last checked on {date}, {ago}; none of the {controls} controls is due to be checked again")
    )
    checked, ago = long_date(age.checked), long_ago(age.checked, today)
    return words.format(date=checked, ago=ago, due=age.due, controls=age.controls)


def changed_since(since: date, age: Age, today: date) -> str:
    """The heading of a list of changes: the day with which it begins, and how far they can be known."""
    if age.checked is None or age.knows(today):
        return _("Since {date}:").format(date=long_date(since))
    return _("Since {date}, as known on {checked}:").format(date=long_date(since), checked=long_date(age.checked))


def nothing_changed(since: date, age: Age, today: date) -> str:
    """Says that no change is known since a day, and that there was none only as far as that can be known."""
    if age.knows(today):
        return _("Nothing has changed since {date}.").format(date=long_date(since))
    if age.checked and age.knows(since):
        return _("No change is known since {date}, up to the last check on {checked}.").format(
            date=long_date(since), checked=long_date(age.checked)
        )
    if age.checked:
        return _("What changed since {date} is not known: the last check was on {checked}.").format(
            date=long_date(since), checked=long_date(age.checked)
        )
    return _("What changed since {date} is not known.").format(date=long_date(since))

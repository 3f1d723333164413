"""The verdict on a control that follows from a value read in a download or in public."""

from __future__ import annotations

from datetime import date
from fnmatch import fnmatchcase

from consentui.journal.entries import Verdict
from consentui.knowledge.records import Meanings, Testimony
from consentui.verify.readers import Result, Silence

_SAYS_NOTHING = frozenset({Silence.NO_FILE, Silence.NOTHING_LISTED, Silence.NOT_SET})


def verdict_on(result: Result, testimony: Testimony, made: date | None, since: date | None) -> Verdict:
    """The verdict on a control by the result that was read in a download; `made` is the day of the download.

    `since` is the day of the person's own latest entry about the control: a download made before that day is too old.
    On the same day, nobody can tell which came first; the checklist lets such a download confirm the entry but not deny
    it. Either day is None if not known.
    """
    if isinstance(result, Silence):
        return Verdict.SAYS_NOTHING if result in _SAYS_NOTHING else Verdict.NOT_READABLE
    said = meaning_of(result.value, testimony)
    if said is Verdict.NOT_READABLE:
        return said
    return Verdict.TOO_OLD if made and since and made < since else said


def meaning_of(said: str, meanings: Meanings) -> Verdict:
    """The verdict that a value stands for, by exact match or else by pattern; not readable if none or several fit."""
    value = said.casefold()
    known = (
        (Verdict.SHOWS_OFF, meanings.off),
        (Verdict.SHOWS_ON, meanings.on),
        (Verdict.CONSISTENT_WITH_OFF, meanings.consistent_with_off),
    )
    named = {verdict for verdict, values in known if value in map(str.casefold, values)}
    alike = {verdict for verdict, values in known if any(fnmatchcase(value, one.casefold()) for one in values)}
    meant = named or alike
    return meant.pop() if len(meant) == 1 else Verdict.NOT_READABLE

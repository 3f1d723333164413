"""`consentui doctor --mend`: repair what can be repaired without asking, and ask where only the person can know."""

from __future__ import annotations

from collections.abc import Sequence

import click

from consentui.cli.say import ask, say, session_of
from consentui.clock import local_day
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.journal.entries import AboutRequest, RequestOpened, RequestSent
from consentui.journal.file import mend_conflict
from consentui.profile.mending import assign, choices, found_out
from consentui.profile.session import Session
from consentui.storage.places import Folders
from consentui.words.entries import entry_text


def mend(ctx: click.Context, folders: Folders) -> None:
    """Remove conflict marks from the journal, and assign each unclear entry to its request.

    Raises StorageError if the journal cannot be read or written.
    """
    if folders.journal.exists() and (copy := mend_conflict(folders.journal)):
        say(_("The marks between two versions were removed; a copy is in {path}.").format(path=copy))
    session = session_of(ctx)
    for entry in session.journal.ledger.unclear:
        several = choices(session, entry)
        if opening := found_out(session, entry) or _asked(session, entry, several):
            assign(session, entry, opening)
            reference = session.journal.ledger.openings.references[opening.id]
            say(_("{entry} is about {reference}.").format(entry=_words(session, entry), reference=reference))


def _asked(session: Session, entry: AboutRequest, several: Sequence[RequestOpened]) -> RequestOpened | None:
    """Ask which request an entry is about; None if the person does not know or there is none to choose from."""
    if not several:
        return None
    say(_("Which request is this about? {entry}").format(entry=_words(session, entry)))
    for number, one in enumerate(several, 1):
        reference = session.journal.ledger.openings.references[one.id]
        say(f"  {number}  {reference}  {one.account}  {long_date(local_day(one.at))}")
    unknown = _("I do not know")
    say(f"  0  {unknown}")
    number = int(ask(_("Number"), click.IntRange(0, len(several)), 0))
    return several[number - 1] if number else None


def _words(session: Session, entry: AboutRequest) -> str:
    on = long_date(getattr(entry, "on", local_day(entry.at)))
    to = f" → {entry.to}" if isinstance(entry, RequestSent) and entry.to else ""
    return f"{on}, {entry_text(entry, session.checklist.title_of)}{to}"

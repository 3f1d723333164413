"""What the plain walk can write down apart from outcomes: a note, a proof, a letter, and a redo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from consentui.checklist.items import Item
from consentui.cli.say import ask, is_agreed, say
from consentui.errors import UsageError
from consentui.i18n import _, language
from consentui.profile.entry_words import entry_words
from consentui.profile.session import Session
from consentui.requests.rights import proposed_right
from consentui.words.rights import right_name


def _note(session: Session, item: Item) -> None:
    session.checklist.note(item.account, item.control, ask(_("Note")))
    say(_("Saved."))


def _proof(session: Session, item: Item) -> None:
    try:
        session.proofs.attach(item.account, item.control, Path(ask(_("File"))).expanduser())
    except UsageError as error:
        say(str(error))
    else:
        say(_("Saved."))


def _write(session: Session, item: Item) -> None:
    """Draft a request about the control unless one is open, and say how to read the letter and record it as sent."""
    begun = next(
        (
            case
            for case in session.requests.cases()
            if (case.opened.account, case.opened.control) == (item.account.id, item.control.id) and not case.closed
        ),
        None,
    )
    if begun is None:
        right = proposed_right(item.control)
        if not is_agreed(
            _("Start this letter: {right}?").format(right=right_name(right.value, session.requests.law_today))
        ):
            return
        with session.journal.held():
            begun = session.requests.draft(item.account, right, language(), item.control)
        for other in session.requests.alike(begun):
            alike = _("{reference} already asks them for the same: a reminder may be enough.")
            say(f"! {alike.format(reference=other.reference)}")
    say(_("“consentui letter {reference}” shows the letter.").format(reference=begun.reference))
    say(_("Once it is sent: “consentui request sent {reference}”.").format(reference=begun.reference))


def _redo(session: Session, _item: Item) -> None:
    entry = session.journal.redo()
    if entry is None:
        say(_("There is nothing to redo."))
    else:
        say(_("Redone: {entry}").format(entry=entry_words(session, entry)))


ACTS: dict[str, Callable[[Session, Item], None]] = {
    "note": _note,
    "proof": _proof,
    "write": _write,
    "redo": _redo,
}
"""The functions by the name of their command in `walk_letters.COMMANDS`."""

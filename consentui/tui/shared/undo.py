"""Undo and redo, the same on every screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from consentui import clock
from consentui.i18n import N_, _
from consentui.i18n.dates import ago
from consentui.journal.entries import AccountAdded, Entry, RequestOpened
from consentui.profile.entry_words import entry_in_names
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.window import Window

UNDO_BINDINGS = [
    Binding("u", "undo", N_("undo"), id="undo"),
    Binding("U", "redo", N_("redo"), show=False, id="redo"),
]
"""The bindings of every screen that shows entries of the journal."""


def undo_last(app: Window, is_shown: Callable[[Entry], bool] = lambda _entry: False) -> None:
    """Undo the last entry; ask first unless it was announced just now or the screen shows what it is about.

    `is_shown` says whether an entry is about what the screen shows. If other things would go with the entry, ask
    nevertheless.
    """
    with app.telling():
        entry = app.session.journal.last_in_force()
        if entry is None:
            app.say(_("There is nothing to undo."))
        elif entry.id == app.just_said_of or (is_shown(entry) and not _takes_much(app, entry)):
            _undo(app)
        else:
            _ask(app, entry)


def redo_last(app: Window) -> None:
    """Redo what was undone last, say what it was, and refresh the screens."""
    with app.telling():
        entry = app.session.journal.redo()
        if entry is None:
            app.say(_("There is nothing to redo."))
            return
        app.say(entry_in_names(app.session, entry), title=_("Redone"))
        app.refresh_screens()


def _takes_much(app: Window, entry: Entry) -> bool:
    """Whether more goes with an entry than a screen shows: an account, a request, or entries of the same batch."""
    return isinstance(entry, AccountAdded | RequestOpened) or app.session.journal.together_with(entry) > 0


def _ask(app: Window, entry: Entry) -> None:
    facts = _("Recorded {when}: {entry}").format(
        when=ago(clock.local_day(entry.at), clock.today()), entry=entry_in_names(app.session, entry)
    )

    def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if is_wanted:
            _undo(app, entry)

    app.push_screen(Confirm(_("Undo this?"), facts, _("Undo it"), can_be_undone=True), answered)


def _undo(app: Window, named: Entry | None = None) -> None:
    """Undo the last entry; start over if it is not the `named` one any more."""
    with app.telling():
        if named and named != app.session.journal.last_in_force():
            undo_last(app)
            return
        last = app.session.journal.last_in_force()
        words = entry_in_names(app.session, last) if last else ""  # afterwards an account may have no name any more
        if app.session.journal.undo():
            app.say(_("{entry} (U redoes it)").format(entry=words), title=_("Undone"))
        app.refresh_screens()

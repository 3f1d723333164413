"""Undo, the same on every screen."""

from __future__ import annotations

from consentui.i18n import _
from consentui.tui.shared.window import Window
from consentui.words.entries import batch_text


def undo_last(app: Window) -> None:
    """Take back the last thing written, say what it was, and show the session anew."""
    with app.telling():
        entry = app.session.journal.undo()
        if entry is None:
            app.say(_("There is nothing to undo."))
            return
        others = app.session.journal.together_with(entry)
        text = batch_text(app.session.journal.as_called(entry), others, app.session.checklist.title_of)
        app.say(text, title=_("Undone"))
        app.refresh_screens()

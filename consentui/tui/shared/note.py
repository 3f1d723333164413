"""The sheet for a note about a control, and for its label as the person sees it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from consentui.checklist.items import Item
from consentui.i18n import N_, _, language
from consentui.tui.shared.area import Area
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet
from consentui.tui.shared.texts import typed_in


class NoteSheet(LinesSheet[None]):
    """The sheet for a note, which is saved apart from any outcome.

    It stays open while the note cannot be saved, so that nothing typed is lost.
    """

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.title_text = item.control.title.in_language(language())
        self._item = item
        self.draft_key = f"note/{item.account.id}/{item.control.id}"

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The label, as you see it there"))
        yield TextLine(id="seen", max_length=4000)
        yield Caption(_("Note"))
        yield Area(id="note")

    def action_save(self) -> None:
        seen, note = typed_in(self, "seen"), typed_in(self, "note")
        with self.window.telling():
            if seen.strip() or note.strip():
                self.session.checklist.note(self._item.account, self._item.control, note, seen)
                self.window.say(_("The note is saved."))
            self.was_saved()
            self.dismiss(None)

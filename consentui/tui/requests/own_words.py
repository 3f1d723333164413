"""The sheet to put a claim of a letter into the person's own words."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from consentui.i18n import N_, _
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.sheet import Sheet


class OwnWords(Sheet[None]):
    """The sheet with the sentence in a line to edit; it closes once the change is saved."""

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]

    def __init__(self, sentence: str, save: Callable[[str], None], claim: str) -> None:
        """`save` stores the words, or raises a ConsentuiError to show; `claim` names the claim, for the draft."""
        super().__init__()
        self.title_text = _("In your own words")
        self._sentence = sentence
        self._write = save
        self.draft_key = f"words/{claim}"

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The letter says this instead, word for word"))
        yield TextLine(self._sentence, id="words", max_length=4000)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        with self.window.telling():
            self._write(self.query_one("#words", Input).value)
            self.was_saved()
            self.dismiss(None)

"""Fields of one line. They never lose anything typed or pasted without saying so."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.events import Paste
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.widgets import Input

from consentui.i18n import N_, _
from consentui.tui.shared.window import window_of


class TextLine(Input):
    """A field of one line; it says when pasted lines were joined and when a text is too long."""

    def __init__(self, value: str = "", *, between: str = " ", **options: Any) -> None:
        """`between` separates pasted lines that are joined."""
        super().__init__(value, **options)
        self._between = between

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        before = self.value
        self.replace(self._between.join(lines) if len(lines) > 1 else text.strip("\n"), *self.selection)
        if len(lines) > 1 and self.value != before:  # it may have been too long, which was said
            window_of(self).say(_("The pasted lines were joined into one."))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Also claim the keys that Textual renames, such as `slash`: it passes no character for them.

        Otherwise bindings on such keys would take them away from the line.
        """
        return super().check_consume_key(key, character) or key in KEY_NAME_REPLACEMENTS.values()

    def restricted(self) -> None:
        if self.max_length:
            window_of(self).say(_("No more than {most} characters fit here.").format(most=self.max_length))


class OnlyLine(TextLine):
    """The main line of a screen: Enter submits it, and the key bar shows that."""

    BINDINGS = [Binding("enter", "submit", N_("go on"), id="line.on")]

"""A field of several lines. It has a module of its own because Textual's TextArea is slow to load."""

from __future__ import annotations

from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from consentui.i18n import N_


class Area(TextArea):
    """A field of several lines that keeps pasted line breaks; Enter submits it, ctrl+j begins a new line."""

    BINDINGS = [
        Binding("enter", "go_on", N_("go on"), show=False, id="area.on"),
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", N_("new line"), id="area.line"),
    ]
    DEFAULT_CSS = """
    Area {
        height: auto;
        min-height: 1;
        max-height: 8;
        border: tall $border;
        background: $surface;
        scrollbar-size-vertical: 1;

        &:focus {
            border: tall $accent;
        }

        &.-textual-compact, &.-textual-compact:focus {
            border: none;
            padding: 0 1;
        }
    }
    """

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, area: Area) -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> Area:
            return self.area

    @property
    def value(self) -> str:
        """The text, under the name that it has in a line."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.text = text

    async def _on_key(self, event: Key) -> None:
        if event.key in {"enter", "ctrl+j", "shift+enter", "alt+enter"}:
            event.prevent_default()

    def action_go_on(self) -> None:
        self.post_message(self.Submitted(self))

    def action_new_line(self) -> None:
        self.insert("\n")

"""Fields to type in: a line, and an area for longer texts. Neither loses anything typed or pasted without saying so."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.events import Key, Paste
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from consentui.i18n import N_, _
from consentui.tui.shared.window import Window


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
        self.replace(self._between.join(lines) if len(lines) > 1 else text.strip("\n"), *self.selection)
        if len(lines) > 1:
            window_of(self).say(_("The lines that were pasted stand on one now."))

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


def typed_in(widget: Widget, name: str) -> str:
    """Return the text of the line or area whose id is `name`."""
    field = widget.query_one(f"#{name}")
    assert isinstance(field, Input | Area)
    return field.value


def window_of(widget: Widget) -> Window:
    """Return the window that a widget is in."""
    app = widget.app
    assert isinstance(app, Window)
    return app

"""Sheets, laid over a screen: a title, a body, keys at the bottom."""

from __future__ import annotations

from typing import Generic

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from consentui.i18n import N_
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.screens import Answer, BaseScreen


class Sheet(ModalScreen[Answer], BaseScreen[Answer], Generic[Answer]):
    """The base of every sheet; escape closes it without an answer.

    ModalScreen comes first because Textual inherits default styles along the first base only.
    """

    BINDINGS = [
        Binding("escape", "close", N_("close"), id="back"),
        Binding("question_mark,f1", "app.help", show=False),
        Binding("ctrl+c", "app.help_quit", show=False),
    ]
    DEFAULT_CSS = """
    Sheet > Vertical {
        width: 76;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        background: $surface;
        border: tall $border;
        padding: 0 1;
    }
    Sheet > Vertical > .title {
        dock: top;
        text-style: bold;
        color: $accent;
        height: auto;
        margin-bottom: 1;
    }
    Sheet > Vertical > VerticalScroll {
        height: auto;
        max-height: 1fr;
        scrollbar-size-vertical: 1;
    }
    """
    title_text = ""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self.title_text), classes="title")
            yield from self.compose_body()
            yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Yield the widgets between title and keys."""
        yield from ()

    def action_close(self) -> None:
        self.leave_with(self._close_sheet)

    def _close_sheet(self) -> None:
        self.dismiss(None)


class TextSheet(Sheet[None]):
    """A sheet with a text to read."""

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self.title_text = title
        self._text = text

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._text, markup=False)

"""A field for a day, typed as people write it and spelled out below as it was understood."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.i18n.typed_days import day_in_words, read_day, short_day, what_day_lacks
from consentui.profile.input import day_as_written
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine


class DayLine(Vertical):
    """A label, the line to type in, and below it the day that was understood."""

    DEFAULT_CSS = """
    DayLine {
        height: auto;
        margin-bottom: 1;

        Static {
            color: $muted;
            padding: 0 1;
            height: auto;
        }

        Label {
            color: $foreground;
            padding: 0;
        }

        TextLine, TextLine:focus {
            margin: 0;
        }
    }
    """

    def __init__(self, words: str, day: date | None, country: str, *, name: str = "on", ahead: bool = False) -> None:
        """`day` fills the line, which is empty if it is None. `ahead` reads a day without a year as one to come."""
        super().__init__()
        self._words = words
        self._proposed = day
        self._country = country
        self._line = name
        self._ahead = ahead

    def compose(self) -> ComposeResult:
        yield Caption(self._words)
        value = short_day(self._proposed, self._country) if self._proposed else ""
        yield TextLine(value, id=self._line, max_length=200, compact=True)
        yield Static(id="understood", markup=False)

    def read(self) -> date:
        """Return the day that was typed; if it cannot be read as one, go back to the line and raise UsageError."""
        try:
            return day_as_written(self._typed, clock.today(), self._country, ahead=self._ahead)
        except UsageError:
            self.ask_again()
            raise

    def ask_again(self) -> None:
        """Move the focus to the line and select its text, so that typing replaces it."""
        line = self.query_one(TextLine)
        line.focus()
        line.action_select_all()

    @property
    def is_empty(self) -> bool:
        return not self._typed.strip()

    @property
    def _typed(self) -> str:
        return self.query_one(TextLine).value

    @on(Input.Changed)
    def _show(self) -> None:
        today = clock.today()
        day = read_day(self._typed, today, self._country, ahead=self._ahead)
        words = day_in_words(day, today) if day else what_day_lacks(self._typed) or _("not a date yet")
        self.query_one("#understood", Static).update(Content("" if self.is_empty else words))

"""The sheet that asks when something happened, and what shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from consentui import clock
from consentui.i18n import N_, _
from consentui.tui.shared.area import Area
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.day_line import DayLine
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.texts import typed_in

Asked = Literal["number", "said", "found", "proof", "note", "text"]
"""What may be asked besides the day."""
Choice = tuple[str, str]
"""The name of a choice and its words."""


class Told(Struct, frozen=True):
    """What the person typed and chose; what was not asked for is empty."""

    on: date
    choice: str = ""
    number: str = ""
    """The authority's case number."""
    said: str = ""
    """What they said, in words that letters may use."""
    found: str = ""
    """What the person found, in words that letters may use."""
    proof: str = ""
    note: str = ""
    text: str = ""
    """The path of the file with the text that was sent; empty if the text is as shown."""


class WhenSheet(LinesSheet[bool]):
    """A sheet that asks for a day, today by default, and for what goes with it; it answers True once it is saved.

    Enter goes from field to field. If something is wrong, the sheet says so and stays open.
    """

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]
    CSS_PATH = "when.tcss"

    def __init__(
        self,
        title: str,
        save: Callable[[Told], None],
        lines: Sequence[Asked] = (),
        choices: Sequence[Choice] = (),
        *,
        day: date | None = None,
        draft_key: str = "",
    ) -> None:
        """`save` records it and may raise a ConsentuiError to show; the first of the choices is proposed.

        `draft_key` names the draft, from which what was typed and not saved is restored; empty to keep none.
        """
        super().__init__()
        self.draft_key = draft_key
        self._day = day or clock.today()
        self.title_text = title
        self._write = save
        self._lines = lines
        self._choices = choices

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            if self._choices:
                yield Rows(*(Option(Content(words), id=name) for name, words in self._choices))
            words = _("The date, as you write it; “yesterday” or -3 will do")
            yield DayLine(words, self._day, self.session.preferences.country)
            yield from self.compose_more()
            for line in self._lines:
                yield Caption(_line_words(line))
                yield _field(line)

    def compose_more(self) -> ComposeResult:
        """Yield the fields between the day and the other lines."""
        yield from ()

    def key_words(self, action: str) -> str:
        """Say that Enter on a choice goes on to the next field."""
        return _("go on") if action == "select" else ""

    @on(Rows.OptionHighlighted)
    def _mark(self, event: Rows.OptionHighlighted) -> None:
        """Mark the choice, so that it is visible without colour and while another field has the focus."""
        for at, (_name, words) in enumerate(self._choices):
            mark = "●" if at == event.option_index else "○"
            event.option_list.replace_option_prompt_at_index(at, Content(f"{mark} {words}"))

    @on(Rows.OptionSelected)
    def _chosen(self) -> None:
        self.set_focus(self.query_one("#on"))

    def action_save(self) -> None:
        window = self.window
        with window.telling():
            self._write(self._told())
            self.was_saved()
            self.dismiss(True)  # noqa: FBT003 -- Textual's
            window.refresh_screens()

    def _told(self) -> Told:
        typed = {line: typed_in(self, line) for line in self._lines}
        return Told(self.query_one(DayLine).read(), self._choice, **typed)

    @property
    def _choice(self) -> str:
        option = self.query_one(Rows).highlighted_option if self._choices else None
        return (option.id or "") if option else ""


def _line_words(line: Asked) -> str:
    return {
        "number": _("The authority’s case number"),
        "said": _("What did they say? Letters may use it"),
        "found": _("What did you find? Letters may use it"),
        "proof": _("What shows it: a confirmation number, a file name"),
        "note": _("Note"),
        "text": _("File with the text as sent, if you changed it"),
    }[line]


def _field(line: Asked) -> Widget:
    """Return an area for a note and for what was said or found, which may be long, and a line for anything else."""
    if line in {"note", "said", "found"}:
        return Area(id=line, compact=True)
    return TextLine(id=line, placeholder=_hint(line), max_length=4000, compact=True)


def _hint(line: Asked) -> str:
    return _("empty: as shown here, dated that day") if line == "text" else ""

"""The palette: what can be done on the screen below and where one can go from it, found by typing.

It replaces Textual's own, which is in English only, and names the live bindings as “area: do what”.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui.i18n import N_, _
from consentui.text import findable
from consentui.tui.home.deeds import Deed, deeds_of, home_deeds
from consentui.tui.home.jumps import jumps
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.finding import once_everything_is_read
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet

_KEY_WIDTH = 8
_AROUND = 8
"""The lines of the sheet that are not rows: the frame, the title, the line to type in, the keys."""
_WORTH_ASKING = 2
"""How many letters must be typed before accounts, requests, platforms and controls are searched."""


class Palette(Sheet[Deed]):
    """The palette's sheet; it answers with the deed that the person chose, or None if they left it."""

    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "choose", N_("do it"), id="palette.choose"),
    ]
    CSS_PATH = "palette.tcss"

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self.title_text = _("What to do, or where to go")
        self._here = tuple(deeds_of(about))
        self._can_leave = not isinstance(about, ModalScreen)
        self._shown: Sequence[Deed] = ()

    def compose_body(self) -> ComposeResult:
        yield TextLine(
            placeholder=_("an action, account, platform, setting or request"), id="palette-query", compact=True
        )
        yield Static("", id="none", markup=False)
        yield Rows(id="palette-rows")

    def begin(self) -> None:
        self._show("")
        once_everything_is_read(self, self.fit)

    def fit(self) -> None:
        self._show(self.query_one(Input).value)

    @cached_property
    def _everywhere(self) -> tuple[Deed, ...]:
        known = {deed.words for deed in self._here}
        return tuple(deed for deed in home_deeds(self.app) if deed.words not in known) if self._can_go else ()

    @property
    def _can_go(self) -> bool:
        """Whether other screens can be opened: not over a sheet that waits for an answer, nor during the first run."""
        return self._can_leave and not self.session.journal.is_new

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, typed: str) -> None:
        words = findable(typed).split()
        fitting = [deed for deed in (*self._here, *self._everywhere) if _fits(deed, words)]
        if self._can_go and len("".join(words)) >= _WORTH_ASKING:
            fitting += jumps(self.window, typed)
        self._shown = fitting
        width = max(min(self.size.width, 76) - 7, 20)
        rows = self.query_one(Rows)
        rows.set_options(Option(_line(deed, width), id=str(at)) for at, deed in enumerate(fitting))
        rows.styles.max_height = max(self.size.height - _AROUND, 1)
        rows.highlighted = 0 if fitting else None
        self.query_one("#none", Static).update("" if fitting else _("Nothing here has that name."))
        self.query_one("#none").display = not fitting

    def action_move(self, by: int) -> None:
        rows = self.query_one(Rows)
        if rows.highlighted is not None:
            rows.highlighted = (rows.highlighted + by) % rows.option_count

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        at = self.query_one(Rows).highlighted
        if at is not None:
            self.dismiss(self._shown[at])

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.dismiss(self._shown[int(event.option.id or 0)])


def _fits(deed: Deed, words: Sequence[str]) -> bool:
    return all(word in findable(deed.words) for word in words)


def _line(deed: Deed, width: int) -> Content:
    return row(Cell(deed.words, width - _KEY_WIDTH), Cell(deed.key, _KEY_WIDTH, "$accent", "right"))

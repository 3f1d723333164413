"""A list of rows to mark: space marks one, another key all or none."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets.option_list import Option

from consentui.i18n import N_
from consentui.tui.shared.rows import Rows

_ALL, _NONE = "✓ ", "  "
_MARK_ENDS = 2
"""The last column of a row's mark, counted with the margin."""


class Tickable(Struct, frozen=True):
    """A row that can be marked."""

    id: str
    text: Content


class Ticks(Rows):
    """Rows with marks; other options may come before and after them."""

    BINDINGS = [
        Binding("space", "tick", N_("mark"), id="ticks.one"),
        Binding("a", "tick_all", N_("all or none"), id="ticks.all"),
    ]

    class Changed(Message):
        """The set of marked rows has changed."""

    def __init__(self, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._tickable: dict[str, Content] = {}
        self.ticked: frozenset[str] = frozenset()
        """The ids of the marked rows."""

    def take(
        self, rows: Iterable[Tickable], ticked: Iterable[str], before: Iterable[Option], after: Iterable[Option] = ()
    ) -> None:
        """Show these rows between other options; `ticked` are the ids of the marked ones."""
        self._tickable = {one.id: one.text for one in rows}
        self.ticked = frozenset(ticked) & self._tickable.keys()
        options = [Option(self._marked(one), id=one) for one in self._tickable]
        self.renew([*before, *options, *after])

    def _marked(self, row: str) -> Content:
        return Content.assemble((_ALL if row in self.ticked else _NONE, "bold $accent"), self._tickable[row])

    async def _on_click(self, event: Click) -> None:
        """Turn the mark of a row when the mark is clicked; elsewhere a click does what it does on any row."""
        clicked = event.style.meta.get("option")
        if clicked is None or event.x > _MARK_ENDS or self.get_option_at_index(clicked).id not in self._tickable:
            return
        event.prevent_default()
        self.highlighted = clicked
        self.action_tick()

    def action_tick(self) -> None:
        at = self.highlighted_option
        if at and at.id in self._tickable:
            self.mark(self.ticked ^ {at.id})

    def action_tick_all(self) -> None:
        """Mark all rows, or none if all are marked."""
        everything = frozenset(self._tickable)
        self.mark(frozenset() if self.ticked == everything else everything)

    def mark(self, ticked: frozenset[str]) -> None:
        """Mark these rows and no others."""
        changed = self.ticked ^ ticked
        self.ticked = ticked
        for row in changed:
            self.replace_option_prompt(row, self._marked(row))
        self.post_message(self.Changed())

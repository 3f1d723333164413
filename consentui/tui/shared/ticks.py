"""A list of which several rows can be taken: space marks one, and there are keys for all and for none."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from consentui.i18n import N_
from consentui.tui.shared.rows import Rows

_ALL, _NONE = "✓ ", "  "


class Tickable(Struct, frozen=True):
    """A row that can be marked."""

    id: str
    text: Content


class Ticks(Rows):
    """Rows with marks; other options may stand before and after them."""

    BINDINGS = [
        Binding("space", "tick", N_("mark"), id="ticks.one"),
        Binding("a", "tick_all", N_("mark all"), id="ticks.all"),
        Binding("n", "tick_none", N_("mark none"), id="ticks.none"),
    ]

    class Changed(Message):
        """Another set of rows is marked."""

    def __init__(self, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._tickable: dict[str, Content] = {}
        self.ticked: frozenset[str] = frozenset()
        """The ids of the rows that are marked."""

    def take(
        self, rows: Iterable[Tickable], ticked: Iterable[str], before: Iterable[Option], after: Iterable[Option] = ()
    ) -> None:
        """Show these rows, these of them marked, between other options."""
        self._tickable = {one.id: one.text for one in rows}
        self.ticked = frozenset(ticked) & self._tickable.keys()
        options = [Option(self._marked(one), id=one) for one in self._tickable]
        self.renew([*before, *options, *after])

    def _marked(self, row: str) -> Content:
        return Content.assemble((_ALL if row in self.ticked else _NONE, "bold $accent"), self._tickable[row])

    def action_tick(self) -> None:
        at = self.highlighted_option
        if at and at.id in self._tickable:
            self._mark(self.ticked ^ {at.id})

    def action_tick_all(self) -> None:
        self._mark(frozenset(self._tickable))

    def action_tick_none(self) -> None:
        self._mark(frozenset())

    def _mark(self, ticked: frozenset[str]) -> None:
        changed = self.ticked ^ ticked
        self.ticked = ticked
        for row in changed:
            self.replace_option_prompt(row, self._marked(row))
        self.post_message(self.Changed())

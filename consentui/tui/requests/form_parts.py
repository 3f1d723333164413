"""The sheet of the parts of a letter, to copy one after the other into the fields of a web form."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.widgets.option_list import Option

from consentui.i18n import _, ngettext
from consentui.text import clean_line
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.link import copy_text
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet

_FRAME = 8
"""The columns taken by frame and margins."""
_NAME, _LENGTH = 24, 18
_WIDEST = 76


class FormParts(Sheet[None]):
    """The list of the parts; Enter copies the one under the cursor, and the sheet stays open for the next field."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        """`parts` are their texts by their names, in the order of the list."""
        super().__init__()
        self.title_text = _("For the fields of a form")
        self._parts = parts

    def compose_body(self) -> ComposeResult:
        yield Rows()

    def begin(self) -> None:
        self.fit()

    def fit(self) -> None:
        beginning = min(self.size.width, _WIDEST) - _FRAME - _NAME - _LENGTH
        self.query_one(Rows).renew(
            Option(
                row(
                    Cell(name, _NAME),
                    Cell(_length(text), _LENGTH, "$accent"),
                    Cell(clean_line(text), beginning, "$muted"),
                ),
                id=name,
            )
            for name, text in self._parts.items()
        )

    def key_words(self, action: str) -> str:
        return _("copy") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.window.say(copy_text(self.app, self._parts[event.option.id or ""]))


def _length(text: str) -> str:
    return ngettext("{count} character", "{count} characters", len(text)).format(count=len(text))

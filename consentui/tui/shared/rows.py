"""A list of rows to choose from with the arrows and Enter."""

from __future__ import annotations

from textual.binding import Binding
from textual.geometry import Size
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from consentui.i18n import N_


class Rows(OptionList):
    """An option list that shows its key, and never reads its texts as markup."""

    BINDINGS = [Binding("enter", "select", N_("open"), id="rows.open")]

    def __init__(self, *options: Option, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(*options, id=id, markup=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As Textual has it, but for no width at all, which it cannot divide a text by."""
        return super().get_content_height(container, viewport, max(width, 1))

"""The sheet to choose a country by typing its name."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input
from textual.widgets.option_list import Option

from consentui.i18n import _
from consentui.i18n.countries import countries
from consentui.text import findable
from consentui.tui.shared.fields import OnlyLine
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet


class PickCountry(Sheet[str]):
    """The list of countries; answers with a country's code, an empty one for “elsewhere”, None if the person leaves."""

    BINDINGS = [Binding("down", "to_rows", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("Where do you live?")

    def compose_body(self) -> ComposeResult:
        yield OnlyLine(placeholder=_("the name of your country"))
        yield Rows()

    def key_words(self, action: str) -> str:
        return _("choose") if action in {"select", "submit"} else ""

    def begin(self) -> None:
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _first(self) -> None:
        rows = self.query_one(Rows)
        self.dismiss(rows.get_option_at_index(rows.highlighted or 0).id)

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_to_rows(self) -> None:
        self.query_one(Rows).focus()

    def _show(self, typed: str) -> None:
        wanted = findable(typed)
        named = [pair for pair in countries() if wanted in findable(pair[1]) or wanted == pair[0].lower()]
        rows = self.query_one(Rows)
        rows.set_options(
            [*(Option(name, id=code) for code, name in named), Option(_("elsewhere: show everything"), id="")]
        )
        rows.highlighted = 0

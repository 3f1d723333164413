"""Search in everything that is known: titles, labels of all times, in both languages."""

from __future__ import annotations

from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from consentui import clock
from consentui.checklist.availability import as_found_in
from consentui.checklist.ways import routes_for
from consentui.i18n import N_, _, language, ngettext
from consentui.knowledge.base import control_named
from consentui.knowledge.search import Hit, Index
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.window import SessionScreen
from consentui.tui.walk.card_view import card_content
from consentui.tui.walk.walk import open_walk
from consentui.words.cards import card
from consentui.words.names import look_alikes, platform_name


class Search(SessionScreen):
    """A line to type in, and what fits below it."""

    BINDINGS = [Binding("down", "to_rows", N_("to the results"), show=False)]
    CSS_PATH = "search.tcss"

    def compose(self) -> ComposeResult:
        yield TopLine(_("Search"))
        yield Input(placeholder=_("a platform, a setting, the words of an old article"), id="query")
        yield Rows(id="hits")
        yield KeyBar()

    def begin(self) -> None:
        self._show("")

    @cached_property
    def _index(self) -> Index:
        return Index(self.session.knowledge)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_to_rows()

    def action_to_rows(self) -> None:
        rows = self.query_one(Rows)
        if rows.option_count:
            rows.focus()
            rows.highlighted = rows.highlighted or 0

    def _show(self, query: str) -> None:
        hits = self._index.search(query)
        width = max(self.size.width - 3, 20)
        rows = self.query_one(Rows)
        rows.set_options([Option(_hit_row(hit, width), id=f"{hit.platform.id}/{hit.control.id}") for hit in hits])
        top = self.query_one(TopLine)
        top.right = (
            ngettext("{count} result", "{count} results", len(hits)).format(count=len(hits)) if query.strip() else ""
        )

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        """The card in the walk of an account that has it; to read only, where there is none."""
        platform_id, _slash, control_id = (event.option.id or "").partition("/")
        account = next((one for one in self.session.accounts if one.platform == platform_id), None)
        if account and any(item.control.id == control_id for item in self.session.checklist.items(account)):
            open_walk(self.consentui, account, control_id)
            return
        platform = self.session.knowledge.platform(platform_id)
        control = as_found_in(control_named(platform, control_id), self.session.preferences.country)
        shown = card(
            platform,
            control,
            routes_for(control, self.session.preferences.country),
            clock.today(),
            look_alikes(control, self.session.knowledge),
        )
        self.app.push_screen(TextSheet(platform_name(platform), card_content(shown, 0, min(self.size.width, 76) - 5)))


def _hit_row(hit: Hit, width: int) -> Content:
    return row(
        Cell(platform_name(hit.platform), 17, "$muted"),
        Cell("", 1),
        Cell(hit.control.title.in_language(language()), width - 18),
    )

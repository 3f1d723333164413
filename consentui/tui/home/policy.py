"""The list of controls that deviate from the policy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from consentui import clock
from consentui.checklist.policy import Compared, Deviation
from consentui.errors import ConsentuiError
from consentui.i18n import N_, _, language
from consentui.tui.home.policy_row import session_against_policy
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import LazyRow, Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.accounts import account_name, due_words
from consentui.words.names import standing_name
from consentui.words.policy import compared_words, want_name

_WANT_WIDTH = 20
_DETAILS_FROM = 100
"""The narrowest list that also shows what is wanted, who is responsible and by when."""
_WHOSE_WIDTH = 30


class Deviations(SessionScreen):
    """A row for each control that deviates or is still to be checked; Enter opens its card, `r` the board report."""

    BINDINGS = [Binding("r", "report", N_("page for the board"), id="policy.report")]

    _found: Compared | None = None
    _is_known = False
    """Whether the comparison with the policy has been made."""

    def compose(self) -> ComposeResult:
        yield TopLine(_("Policy"))
        yield Rows(id="policy")
        yield KeyBar()

    def begin(self) -> None:
        self.show_session()

    def fit(self) -> None:
        self._draw()

    def show_session(self) -> None:
        """Compare in a thread and draw the result: with many accounts, it takes a moment."""
        in_thread(self, "policy", partial(session_against_policy, self.session), self._take, self._refused)

    def _refused(self, error: ConsentuiError) -> None:
        self._take(None)
        self.window.tell(error)

    def _take(self, found: Compared | None) -> None:
        self._found = found
        self._is_known = True
        self._draw()

    def _draw(self) -> None:
        if not self._is_known:
            return
        found = self._found
        if found is None:
            self._draw_none()
            return
        self.query_one(TopLine).right = compared_words(found.named, found.deviating, found.to_look_at)
        columns = _columns(found.deviations, max(self.size.width - 3, 20))
        self.query_one(Rows).renew(
            Option(LazyRow(partial(_row, one, columns)), id=f"{one.item.account.id}/{one.item.control.id}")
            for one in sorted(found.deviations, key=_urgency)
        )

    def _draw_none(self) -> None:
        """Draw no rows if the policy is gone or faulty, and say so if it is gone."""
        self.query_one(TopLine).right = ""
        said = "" if self.session.folders.policy.exists() else _("There is no policy yet.")
        self.query_one(Rows).renew([Option(Content(said).stylize("$muted"), disabled=True)] if said else [])

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        from consentui.tui.walk.opening import open_walk

        account, _slash, control = (event.option.id or "").partition("/")
        if found := self.session.accounts.with_id(account):
            open_walk(self.window, found, control)

    def action_report(self) -> None:
        from consentui.tui.reports.report import ReportScreen

        self.app.push_screen(ReportScreen(kind="board"))


def _urgency(one: Deviation) -> tuple[bool, str, str]:
    due = one.item.account.due
    return one.is_to_look_at, due.isoformat() if due else "~", one.item.account.owner


class _Columns(NamedTuple):
    """The widths of the columns, in cells; 0 for those without room."""

    name: int
    title: int
    want: int
    standing: int
    whose: int


def _columns(found: Sequence[Deviation], width: int) -> _Columns:
    """Return columns no wider than their texts, so that the titles get the rest."""
    has_details = width >= _DETAILS_FROM
    name = min(max((cell_len(_name(one)) for one in found), default=0), max(24, width // 4))
    standing = max((cell_len(standing_name(one.item.standing)) for one in found), default=0) + 1
    whose = _WHOSE_WIDTH if has_details and any(one.item.account.owner or one.item.account.due for one in found) else 0
    want = _WANT_WIDTH if has_details else 0
    return _Columns(name, max(width - name - 1 - want - standing - whose, 8), want, standing, whose)


def _name(one: Deviation) -> str:
    return account_name(one.item.platform, one.item.account, " ")


def _row(one: Deviation, columns: _Columns) -> Content:
    account = one.item.account
    is_late = account.due is not None and account.due < clock.today()
    whose = " · ".join(filter(None, (account.owner, due_words(account))))
    return row(
        Cell(_name(one), columns.name, cut="middle"),
        Cell("", 1),
        Cell(one.item.control.title.in_language(language()), columns.title),
        Cell(f" {want_name(one.want)}", columns.want, "$muted"),
        Cell(f" {standing_name(one.item.standing)}", columns.standing, "$warning"),
        Cell(f" {whose}", columns.whose, "$warning" if is_late else "$muted"),
    )

"""The screen that adds accounts from a file: its path first, then the accounts found in it, to mark and add at once."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui.errors import ConsentuiError
from consentui.i18n import N_, _, ngettext
from consentui.profile.imports import Candidate, Looked
from consentui.profile.input import path_of
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.fields import OnlyLine
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.ticks import Tickable, Ticks
from consentui.tui.shared.top_line import TopLine
from consentui.words.groups import accounts_words
from consentui.words.imports import candidate_remark, secrets_words, unknown_words
from consentui.words.names import platform_name

_UNKNOWN_SHOWN = 60
_PLATFORM_WIDTH = 22
_REMARK_FROM = 72
"""The narrowest row with a remark beside the name."""


class ImportAccounts(SessionScreen):
    """The list of the accounts found: new ones are marked, possible duplicates are not, existing ones cannot be."""

    BINDINGS = [
        Binding("down", "to_rows", N_("to the list"), show=False),
        Binding("f2", "add", N_("add"), id="import.add"),
    ]
    CSS_PATH = "add_accounts.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._looked: Looked | None = None

    def key_words(self, action: str) -> str:
        return _("read the file") if action == "submit" else ""

    def compose(self) -> ComposeResult:
        yield TopLine(_("Accounts from a file"))
        yield OnlyLine(placeholder=_("type the file’s path, or drag it here"), id="query", max_length=4096)
        yield Static(_explained(), id="explained", markup=False)
        yield Ticks(id="found")
        yield KeyBar()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        with self.window.telling():
            path = path_of(event.value)
            self.query_one(TopLine).right = _("Reading…")
            in_thread(self, "import", lambda: self.session.imports.look([path]), self._take, self._failed)

    def _failed(self, error: ConsentuiError) -> None:
        self.query_one(TopLine).right = ""
        self.window.tell(error)

    def _take(self, looked: Looked) -> None:
        self._looked = looked
        self.query_one("#explained").display = False
        new = {str(number) for number, one in enumerate(looked.candidates) if one.state == "new"}
        self._show(new)
        self.query_one(Ticks).focus()

    def fit(self) -> None:
        if self._looked:
            self._show(self.query_one(Ticks).ticked)

    def _show(self, ticked: set[str] | frozenset[str]) -> None:
        looked = self._looked
        if looked is None:
            return
        width = max(self.size.width - 5, 20)
        named = (one for one in looked.candidates if one.account.handle)
        remarks = max((cell_len(_remark(one)) for one in named), default=1) if width >= _REMARK_FROM else 0
        rows = [
            Tickable(str(number), _row(one, width, remarks))
            for number, one in enumerate(looked.candidates)
            if one.state != "there"
        ]
        self.query_one(Ticks).take(rows, ticked, [Option("", id="add:")], _left_out(looked, width, remarks))
        self._count()

    @on(Ticks.Changed)
    def _count(self) -> None:
        count = len(self.query_one(Ticks).ticked)
        words = ngettext("Add {count} account", "Add {count} accounts", count).format(count=count)
        words = words if count else _("No account is marked")
        self.query_one(Ticks).replace_option_prompt("add:", Content(words).stylize("bold $accent"))
        self.query_one(TopLine).right = accounts_words(count)

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        if event.option.id == "add:":
            self.action_add()
        else:
            self.query_one(Ticks).action_tick()

    def action_to_rows(self) -> None:
        if self._looked:
            self.query_one(Ticks).focus()

    def action_add(self) -> None:
        looked, ticked = self._looked, self.query_one(Ticks).ticked
        if looked is None or not ticked:
            self.window.say(_("Choose at least one account."))
            return
        with self.window.telling():
            chosen = [one.account for number, one in enumerate(looked.candidates) if str(number) in ticked]
            added = self.session.imports.add(chosen)
            self.action_back()
            words = ngettext("{count} account added", "{count} accounts added", len(added)).format(count=len(added))
            if looked.with_secrets:
                self.app.push_screen(TextSheet(words, Content(secrets_words(looked.with_secrets))))
            else:
                self.window.say(words)


def _explained() -> str:
    return _(
        "A password manager’s or browser’s export, bookmarks, a list (CSV: platform, name, type, owner, client, "
        "tags), or a platform’s download. Only addresses and user names are looked at: passwords and notes are "
        "not, and nothing is kept except the accounts you mark."
    )


def _remark(one: Candidate) -> str:
    return candidate_remark(one.state, one.shares)


def _row(one: Candidate, width: int, remarks: int) -> Content:
    """Return the row of a candidate; its remark gets `remarks` cells, or all that is left if it has no name."""
    account = one.account
    remark = remarks if account.handle else remarks and width - _PLATFORM_WIDTH - 2
    return row(
        Cell(platform_name(account.platform), _PLATFORM_WIDTH),
        Cell("", 1),
        Cell(account.handle, width - _PLATFORM_WIDTH - 2 - remark),
        Cell("", 1),
        Cell(_remark(one), remark, "$muted"),
    )


def _left_out(looked: Looked, width: int, remarks: int) -> Iterator[Option]:
    """Yield rows for the accounts that exist already, and one for the hosts and names that are not known."""
    for number, one in enumerate(looked.candidates):
        if one.state == "there":
            line = Content("  ") + _row(one, width, remarks)
            yield Option(line.stylize("$muted"), id=f"there:{number}", disabled=True)
    if looked.unknown:
        yield Option("", id="gap", disabled=True)
        words = unknown_words(looked.unknown, _UNKNOWN_SHOWN)
        yield Option(Content(words).stylize("$muted"), id="unknown", disabled=True)

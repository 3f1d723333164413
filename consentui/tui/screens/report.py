"""A report from the interface: what it will say is seen before it is written."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from consentui import clock
from consentui.i18n import N_, _
from consentui.journal.fold import Account
from consentui.report.mask import Names
from consentui.reporting import FORMATS, SUFFIX, FileIsThereError, Format, report_text, save_report
from consentui.tui.widgets.key_bar import KeyBar
from consentui.tui.widgets.top_line import TopLine
from consentui.tui.window import SessionScreen

_FORMAT_NAMES: dict[Format, str] = {"markdown": "Markdown", "json": "JSON"}


class ReportScreen(SessionScreen):
    """Format and names with a key each; Enter on the line at the bottom writes the file."""

    BINDINGS = [
        Binding("f", "format", N_("format"), id="report.format"),
        Binding("n", "names", N_("names"), id="report.names"),
        Binding("tab,w", "path", N_("write to a file"), id="report.write"),
        Binding("f3", "format", show=False),
        Binding("f4", "names", show=False),
    ]
    CSS_PATH = "report.tcss"
    AUTO_FOCUS = "#preview"

    def __init__(self, account_id: str = "") -> None:
        super().__init__()
        self._account_id = account_id
        self._format: Format = "markdown"
        self._names: Names = "masked"
        self._refused: str | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(_("Report"))
        with VerticalScroll(id="preview"):
            yield Static(id="text", markup=False)
        yield Input(id="path", compact=True)
        yield KeyBar()

    def begin(self) -> None:
        self.query_one(Input).value = str(self._proposed_path())
        self.show_session()

    @property
    def _accounts(self) -> tuple[Account, ...]:
        if self._account_id in self.session.ledger.accounts:
            return (self.session.ledger.accounts[self._account_id],)
        return self.session.accounts

    def _text(self) -> str:
        return report_text(self.session, self._accounts, self._format, self._names)

    def _proposed_path(self) -> Path:
        return Path.home() / f"consentui-{clock.today().isoformat()}{SUFFIX[self._format]}"

    def show_session(self) -> None:
        self.query_one("#text", Static).update(Content(self._text()))
        names = _("names masked") if self._names == "masked" else _("names in full")
        self.query_one(TopLine).right = f"{_FORMAT_NAMES[self._format]} · {names}"

    def action_format(self) -> None:
        self._format = FORMATS[(FORMATS.index(self._format) + 1) % len(FORMATS)]
        line = self.query_one(Input)
        if (path := Path(line.value)).name:
            line.value = str(path.with_suffix(SUFFIX[self._format]))
        self.show_session()

    def action_names(self) -> None:
        self._names = "full" if self._names == "masked" else "masked"
        self.show_session()

    def action_path(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        """Write the file; one that is there is replaced only when Enter is pressed a second time."""
        with self.consentui.telling():
            try:
                save_report(Path(event.value), self._text(), replace=self._refused == event.value)
            except FileIsThereError:
                self._refused = event.value
                self.consentui.warn(_("This file exists already."), _("Enter once more replaces it."))
                return
            self._refused = None
            self.consentui.say(event.value, title=_("Written"))
            self.query_one("#preview").focus()

    def action_back(self) -> None:
        """From the line to the preview, from there back."""
        if self.query_one(Input).has_focus:
            self.query_one("#preview").focus()
        else:
            super().action_back()

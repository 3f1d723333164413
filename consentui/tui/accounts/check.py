"""The sheet that checks a download of an account: its path, typed, pasted or dragged here, then what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from consentui.errors import ConsentuiError
from consentui.i18n import N_, _
from consentui.journal.fold import Account
from consentui.profile.checks import Examined, ReadDownload, Refused
from consentui.profile.input import path_of
from consentui.tui.accounts.shown import shown_lines
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.day_line import DayLine
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.in_thread import go_on_if_wanted, in_thread
from consentui.tui.shared.lines_sheet import LinesSheet
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.texts import typed_in
from consentui.words.checks import statement_words
from consentui.words.downloads import download_remarks, download_title

_HUNDRED = 100


class CheckSheet(LinesSheet[None]):
    """The sheet to check a download; it stays open while the file is refused, so that the path can be corrected."""

    BINDINGS = [Binding("ctrl+s", "save", N_("check"), id="save", priority=True)]

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("Check a download")
        self._account = account
        self.draft_key = f"check/{account.id}"

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The ZIP or folder that the platform sent: type its path, or drag it here"))
        yield TextLine(id="path", max_length=4096)
        words = _("The date it was made, if it does not say")
        yield DayLine(words, None, self.session.preferences.country, name="made")
        yield Static(id="far", markup=False)

    def action_save(self) -> None:
        path, made = typed_in(self, "path"), self.query_one(DayLine)
        with self.window.telling():
            day = None if made.is_empty else made.read()
            place = path_of(path)
            self.query_one("#far", Static).update(_("Reading…"))
            examine = partial(self.session.checks.examine, [place], day, self._go_on)
            in_thread(self, "check", examine, self._take, self._failed)

    def _go_on(self, done: int, whole: int) -> None:
        """Show the progress whenever the percentage changes; raises AbandonedError once the sheet was closed."""
        go_on_if_wanted()
        before = (done - 1) * _HUNDRED // whole
        if done * _HUNDRED // whole > before:
            self.hand_over(self._show_progress, done * _HUNDRED // whole)

    def _show_progress(self, percent: int) -> None:
        self.query_one("#far", Static).update(_("Computing its checksum: {percent}%").format(percent=percent))

    def _failed(self, error: ConsentuiError) -> None:
        self.query_one("#far", Static).update("")
        self.window.tell(error)

    def _take(self, examined: Examined) -> None:
        with self.window.telling():
            results = self.session.checks.keep(examined, self._account)
            self.was_saved()
            self.window.refresh_screens()
            self.app.switch_screen(TextSheet(self.title_text, self._content(results)))
            return
        self.query_one("#far", Static).update("")

    def _content(self, results: tuple[ReadDownload | Refused, ...]) -> Content:
        parts = [part for one in results if isinstance(one, ReadDownload) for part in self._download(one)]
        return Content("\n").join(parts)

    def _download(self, download: ReadDownload) -> Iterator[Content]:
        platform = self.session.accounts.platform_of(download.account)
        yield Content(download_title(download.examination, download.account, platform)).stylize("bold")
        for line in download.lines:
            yield Content("")
            yield from shown_lines(line)
        known = {one.id: one for one in platform.statement} if platform else {}
        for entry in self.session.checks.statements(download.account):
            if entry.statement in known:
                yield Content("")
                yield Content(statement_words(known[entry.statement], entry))
        for remark in download_remarks(download.examination, download.account, download.left_out):
            yield Content("")
            yield Content(remark).stylize("$muted")

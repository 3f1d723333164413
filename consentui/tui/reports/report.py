"""The screen that prepares a report and previews it before it is written to a file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from consentui import clock
from consentui.errors import ConsentuiError
from consentui.export.formats import Preview, preview_of, save_as
from consentui.export.models import SUFFIX, Format, Kind, Model, Wanted, model_of, suitable_formats
from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, N_, Language, _, language, speaking
from consentui.report.kinds.changes import Changes
from consentui.report.kinds.mask import Names
from consentui.storage.places import known_profiles
from consentui.storage.saving import FileIsThereError, refuse_to_replace
from consentui.tui.reports.preview import as_it_will_look, beginning
from consentui.tui.shared.choices import following
from consentui.tui.shared.fields import OnlyLine
from consentui.tui.shared.in_thread import go_on_if_wanted, in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import text_width
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.accounts import tags_words
from consentui.words.names import format_name, report_kind_name

if TYPE_CHECKING:
    from consentui.tui.shared.when import Told

_OF_ALL: tuple[Kind, ...] = ("day", "checklist", "portfolio", "changes", "board", "register")
_TELL_EVERY = 20
"""How many accounts to go through between two progress messages."""


class PreparedReport(NamedTuple):
    """A finished report, and what will be in its file."""

    wanted: Wanted
    format: Format
    language: Language
    model: Model
    preview: Preview


class ReportScreen(SessionScreen):
    """The screen: keys change kind, format, names and language; Enter in the line at the bottom writes the file."""

    BINDINGS = [
        Binding("k", "kind", N_("another report"), id="report.kind"),
        Binding("w,tab", "path", N_("write to a file"), id="report.write"),
        Binding("f", "format", N_("format"), id="report.format"),
        Binding("n", "names", N_("names"), id="report.names"),
        Binding("l", "language", N_("language"), id="report.language"),
        Binding("d", "since", N_("since when"), id="report.since"),
        Binding("t", "tag", N_("with a tag"), id="report.tag"),
        Binding("f3", "format", show=False),
        Binding("f4", "names", show=False),
    ]
    CSS_PATH = "report.tcss"
    AUTO_FOCUS = "#preview"

    def __init__(
        self, account_id: str = "", request: str = "", kind: Kind | None = None, tags: tuple[str, ...] = ()
    ) -> None:
        """The report is about an account, the request of a reference (its dossier), or all accounts if both are empty.

        `kind` is the kind to begin with, None for the first suitable one; accounts must carry all of the `tags`.
        """
        super().__init__()
        self._kinds = _kinds(account_id, request)
        self._accounts = (account_id,) if account_id else ()
        self._request = request
        self._tags = tags
        self._kind: Kind = kind or self._kinds[0]
        self._format: Format = "markdown"
        self._names: Names = "masked"
        self._language: Language = language()
        self._since: date | None = None
        self._made: PreparedReport | None = None
        self._proposed = ""
        self._refused: str | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(_("Report"))
        with VerticalScroll(id="preview"):
            yield Static(id="text", markup=False)
        yield OnlyLine(id="path", compact=True)
        yield KeyBar()

    def begin(self) -> None:
        self._propose()
        self.show_session()

    # What the report is, and what it looks like

    @property
    def _wanted(self) -> Wanted:
        here = tuple(one for one in self._accounts if one in self.session.journal.ledger.accounts)
        profiles = known_profiles() if self._kind == "portfolio" else ()
        clients = profiles if len(profiles) > 1 else ()
        since = self._since if self._kind == "changes" else None
        return Wanted(self._kind, self._names, here, since, self._request, clients, self._tags)

    def _propose(self) -> None:
        """Propose a path for the file; if the person has typed their own, change only its suffix."""
        line = self.query_one(Input)
        if line.value == self._proposed:
            about = "-".join(
                filter(None, ("consentui", self._kind, self._request or "".join(self._accounts), *self._tags))
            )
            name = f"{about}-{clock.today().isoformat()}{SUFFIX[self._format]}"
            self._proposed = line.value = str(Path.home() / name)
        elif (path := Path(line.value)).name:
            line.value = str(path.with_suffix(SUFFIX[self._format]))

    def show_session(self) -> None:
        """Prepare the report in a thread, since many accounts take a while."""
        top = self.query_one(TopLine)
        top.left = "  ".join(filter(None, (report_kind_name(self._kind), tags_words(self._tags))))
        top.right = " · ".join((format_name(self._format), *self._manner()))
        self._made = None
        work_out = partial(self._worked_out, self._wanted, self._format, self._language)
        in_thread(self, "report", work_out, self._take, self._tell_why_there_is_none)

    def _manner(self) -> tuple[str, ...]:
        """Return how names are shown, and the language; empty for a request's dossier, which follows its letters."""
        names = _("names masked") if self._names == "masked" else _("names in full")
        return () if self._request else (names, LANGUAGE_NAMES[self._language])

    def key_words(self, action: str) -> str:
        return _("write to a file") if action == "submit" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        if action == "path":
            return not (self.has_widgets and self.query_one(Input).has_focus)
        if action == "since":
            return self._kind == "changes"
        if action == "tag":
            return not (self._request or self._accounts) and bool(self._tags or self.session.accounts.tags)
        return not (self._request and action in {"kind", "names", "language"})

    def _worked_out(self, wanted: Wanted, format_: Format, spoken: Language) -> PreparedReport:
        with speaking(spoken):
            model = model_of(self.session, wanted, self._tick)
            preview = preview_of(self.session, wanted, model, format_)
        return PreparedReport(wanted, format_, spoken, model, preview)

    def _tell_why_there_is_none(self, error: ConsentuiError) -> None:
        """Show an error in place of the report: a passing message would leave the screen empty."""
        words = filter(None, (error.title, error.detail, error.way_out))
        self.query_one("#text", Static).update(Content("\n\n".join(words)))

    def _tick(self, done: int, whole: int) -> None:
        _go_on(done, whole)
        if whole > _TELL_EVERY and done % _TELL_EVERY == 0:
            self.hand_over(self._show_progress, (done, whole))

    def _show_progress(self, far: tuple[int, int]) -> None:
        done, whole = far
        self.query_one("#text", Static).update(Content(_("{done} of {whole} accounts").format(done=done, whole=whole)))

    def _take(self, made: PreparedReport) -> None:
        self._made = made
        self.fit()

    def fit(self) -> None:
        if self._made is None:
            return
        preview = self._made.preview
        if preview.document is None:
            shown = beginning(map(Content, preview.text.splitlines()))
        else:
            with speaking(self._made.language):
                shown = as_it_will_look(preview.document, text_width(self.size.width), preview.files)
        self.query_one("#text", Static).update(shown)

    # Another report

    def action_kind(self) -> None:
        self._kind = following(self._kinds, self._kind)
        if self._format not in suitable_formats(self._wanted):
            self._format = "markdown"
        self._propose()
        self.refresh_bindings()
        self.show_session()

    def action_format(self) -> None:
        self._format = following(suitable_formats(self._wanted), self._format)
        self._propose()
        self.show_session()

    def action_names(self) -> None:
        self._names = "full" if self._names == "masked" else "masked"
        self.show_session()

    def action_language(self) -> None:
        self._language = following(LANGUAGES, self._language)
        self.show_session()

    def action_since(self) -> None:
        from consentui.tui.shared.when import WhenSheet

        self.app.push_screen(WhenSheet(_("What changed, since when?"), self._since_told, day=self._shown_since))

    @property
    def _shown_since(self) -> date | None:
        """The day since which the report on the screen lists changes; None if there is none."""
        model = self._made.model if self._made else None
        return model.since if isinstance(model, Changes) else self._since

    def _since_told(self, told: Told) -> None:
        self._since = told.on
        self.show_session()

    def action_tag(self) -> None:
        from consentui.tui.shared.pick_tag import PickTag

        carried = (account.tags for account in self.session.accounts)
        self.app.push_screen(PickTag(carried), self._keep_to)

    def _keep_to(self, tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            self._tags = tags
            self._propose()
            self.show_session()

    def action_path(self) -> None:
        self.set_focus(self.query_one(Input))

    # The file

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        """Write the file; one that exists is replaced only if Enter is pressed a second time."""
        path, made = event.value, self._made
        if made is None:
            self.window.say(_("The report is not ready yet."))
            return
        with self.window.telling():
            try:
                if self._refused != path:
                    refuse_to_replace(Path(path))
            except FileIsThereError:
                self._refused = path
                self.window.ask_for_the_same_key(_("This file already exists."), _("Press Enter again to replace it."))
                return
            may_replace, self._refused = self._refused == path, None
            self.window.say(_("Writing…"))
            in_thread(self, "file", partial(self._save, made, path, replace=may_replace), self._saved, self._failed)

    def _save(self, made: PreparedReport, path: str, *, replace: bool) -> str:
        """Write the file and return its path; raises AbandonedError, and writes none, once the screen was left."""
        with speaking(made.language):
            save_as(self.session, made.wanted, made.model, made.format, Path(path), replace=replace, progress=_go_on)
        return path

    def _failed(self, error: ConsentuiError) -> None:
        self.window.say("")
        self.window.tell(error)

    def _saved(self, path: str) -> None:
        self.window.say(path, title=_("Written"))
        self.query_one("#preview").focus()

    def action_back(self) -> None:
        """Go from the line to the preview, and from there back."""
        if self.query_one(Input).has_focus:
            self.query_one("#preview").focus()
        else:
            super().action_back()


def _go_on(_done: int, _whole: int) -> None:
    go_on_if_wanted()


def _kinds(account_id: str, request: str) -> tuple[Kind, ...]:
    if request:
        return ("dossier",)
    return ("day", "checklist", "dossier", "changes") if account_id else _OF_ALL

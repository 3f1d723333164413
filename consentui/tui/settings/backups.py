"""The sheets that write and restore a backup, as the commands `backup` and `restore` do."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from consentui import clock
from consentui.backup.read import opened
from consentui.backup.restore import plan, restore
from consentui.backup.words import contents_words, plan_lines
from consentui.backup.write import back_up
from consentui.errors import ConsentuiError, UsageError
from consentui.i18n import N_, _
from consentui.profile.copies import Merged
from consentui.profile.input import path_of
from consentui.storage.saving import FileIsThereError, refuse_to_replace
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.lines_sheet import LinesSheet


class _FileSheet(LinesSheet[None]):
    """A sheet for a file and its passphrase, open while either is wrong; the slow work is done in threads."""

    BINDINGS = [Binding("ctrl+s", "save", N_("go on"), id="file.on", priority=True)]

    @property
    def path(self) -> Path:
        return path_of(self.query_one("#path", Input).value)

    @property
    def passphrase(self) -> str:
        return self.query_one("#passphrase", Input).value

    def failed(self, error: ConsentuiError) -> None:
        self.window.say("")
        self.window.tell(error)


class BackupSheet(_FileSheet):
    """Back up everything of this profile into one archive, except what is in the keyring."""

    _refused: Path | None = None

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("Back up: journal, texts, proofs, preferences, own platforms")

    def compose_body(self) -> ComposeResult:
        name = f"consentui-{self.session.profile}-{clock.today().isoformat()}.zip"
        yield Caption(_("The file to write"))
        yield TextLine(str(Path("~") / name), id="path", max_length=4096)
        yield Caption(_("A passphrase; without one, anyone with the file can read it"))
        yield TextLine(id="passphrase", password=True)
        yield Caption(_("Passphrase again"))
        yield TextLine(id="again", password=True)

    def action_save(self) -> None:
        with self.window.telling():
            if self.passphrase != self.query_one("#again", Input).value:
                raise UsageError(_("The two passphrases differ."), way_out=_("Try again."))
            path = self.path
            try:
                if self._refused != path:
                    refuse_to_replace(path)
            except FileIsThereError:
                self._refused = path
                self.window.ask_for_the_same_key(
                    _("This file already exists."), _("Press the same key again to replace it.")
                )
                return
            self.window.say(_("Writing…"))
            self._write(path, self.passphrase or None, replace=self._refused == path)

    @work(thread=True, exclusive=True, group="file")
    def _write(self, path: Path, passphrase: str | None, *, replace: bool) -> None:
        try:
            back_up(self.session.folders, path, self.session.profile, passphrase, replace=replace)
        except ConsentuiError as error:
            self.hand_over(self.failed, error)
            return
        finally:
            del passphrase  # a crash screen prints the local variables of every frame
        self.hand_over(self._written, path)

    def _written(self, path: Path) -> None:
        self.window.say(str(path), title=_("Written and read back"))
        self.dismiss(None)


class RestoreSheet(_FileSheet):
    """Show what a backup would add to this profile, then add it if the person agrees."""

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _("Restore a backup")

    def compose_body(self) -> ComposeResult:
        yield Caption(_("The file: type its path, or drag it here"))
        yield TextLine(id="path", max_length=4096)
        yield Caption(_("Its passphrase, if it has one"))
        yield TextLine(id="passphrase", password=True)

    def action_save(self) -> None:
        with self.window.telling():
            path = self.path
            self.window.say(_("Reading…"))
            self._look(path, self.passphrase)

    @work(thread=True, exclusive=True, group="file")
    def _look(self, path: Path, passphrase: str) -> None:
        try:
            with opened(path) as backup:
                if backup.is_sealed:
                    backup.unlock(passphrase)
                planned = plan(self.session.journal, self.session.folders, backup)
                words = "\n".join((contents_words(backup.contents), *plan_lines(planned)))
        except ConsentuiError as error:
            self.hand_over(self.failed, error)
            return
        finally:
            del passphrase
        self.hand_over(self._ask if not planned.is_empty else self._nothing, words)

    def _ask(self, words: str) -> None:
        self.window.say("")
        self.app.push_screen(Confirm(_("Add this to the profile?"), words, _("Add it")), self._answered)

    def _nothing(self, words: str) -> None:
        self.window.say(words.splitlines()[-1])

    def _answered(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if is_wanted:
            with self.window.telling():
                path = self.path
                self.window.say(_("Adding…"))
                self._restore(path, self.passphrase)

    @work(thread=True, exclusive=True, group="file")
    def _restore(self, path: Path, passphrase: str) -> None:
        try:
            with opened(path) as backup:
                if backup.is_sealed:
                    backup.unlock(passphrase)
                merged = restore(self.session.journal, self.session.folders, backup)
        except ConsentuiError as error:
            self.hand_over(self.failed, error)
            return
        finally:
            del passphrase
        self.hand_over(self._restored, merged)

    def _restored(self, merged: Merged) -> None:
        with self.window.telling():
            self.window.apply_preferences()
        self.window.say(_("The backup was added."))
        self.dismiss(None)
        for one in merged.renamed:
            self.window.warn(
                _("Two requests had the same reference."),
                _("Both copies used {before}: the request about {account} is called {now} from now on.").format(
                    before=one.before, account=one.account, now=one.now
                ),
            )

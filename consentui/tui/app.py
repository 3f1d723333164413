"""The app: the window with its first screens, the keys that work everywhere, and a watch on the journal."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen

from consentui.errors import ConsentuiError
from consentui.i18n import N_, _, ngettext
from consentui.profile.policy import state_of
from consentui.profile.session import Session
from consentui.profile.surroundings import notices
from consentui.tui.shared import ending
from consentui.tui.shared.window import Window

if TYPE_CHECKING:
    from consentui.tui.home.deeds import Deed

LOOK_AGAIN_SECONDS = 2.0
"""How often to check the journal and the policy for changes made by another program."""


class ConsentuiApp(Window):
    """The window that opens the first screens and follows changes to the journal."""

    CSS_PATH = "app.tcss"
    BINDINGS = [
        Binding("question_mark,f1", "help", N_("help"), id="help"),
        Binding("ctrl+p", "palette", N_("everything you can do"), show=False, priority=True, id="palette"),
        Binding("ctrl+q", "quit", N_("quit"), show=False, priority=True, id="quit"),
    ]

    def __init__(
        self, session: Session, walk: str | None = None, minutes: int | None = None, *, light: bool = False
    ) -> None:
        """`walk` and `minutes` are as in `open_interface`; `light` says that the terminal's background is light."""
        super().__init__(session, light=light)
        self._walk = walk
        self._minutes = minutes
        self._told = ""
        self._known_readings = 0
        self._known_policy: tuple[int, int] | None = None

    def on_mount(self) -> None:
        if not self.is_headless:
            ending.end_when_told(self)
            self.has_few_colours = self.console.color_system == "standard"
            self.apply_theme()
        self.call_after_refresh(_collect_garbage_from_now_on)
        self.take_session()
        if not self.session.journal.is_new:
            self._open_what_was_asked()
        self.set_interval(LOOK_AGAIN_SECONDS, self._look_again)

    def take_session(self) -> None:
        """Open the first run if the journal is new, and show what is wrong around the journal."""
        super().take_session()
        self._told = ""
        self._known_readings = self.session.journal.readings
        self._known_policy = state_of(self.session.folders.policy)
        if self.session.journal.is_new:
            from consentui.tui.home.first_run import FirstRun

            self.push_screen(FirstRun())
        self._tell_torn(None)
        self._notify()

    def _notify(self) -> None:
        for notice in notices(self.session.journal, self.session.folders):
            self.warn(notice.title, notice.detail)

    def get_default_screen(self) -> Screen[None]:
        """Return Home, so that Textual does not set up a blank default screen at start."""
        from consentui.tui.home.home import Home

        return Home()

    def _open_what_was_asked(self) -> None:
        if self._minutes is not None:
            from consentui.tui.walk.minutes import open_minutes

            open_minutes(self, self._minutes)
        elif self._walk is not None:
            from consentui.tui.walk.opening import open_walk

            open_walk(self, self.session.accounts.called(self._walk) if self._walk else None)

    def _look_again(self) -> None:
        """Show what another program changed in the journal or the policy; report each fault of the journal once."""
        torn = self.session.journal.torn
        try:
            changed = self.session.journal.reload_if_changed()
        except ConsentuiError as error:
            if str(error) != self._told:
                self._told = str(error)
                self.tell(error)
            return
        self._told = ""
        if changed:
            self._tell_torn(torn)
        if changed or self._known_policy != state_of(self.session.folders.policy):
            self._known_policy = state_of(self.session.folders.policy)
            self.refresh_screens()
        if self._known_readings != self.session.journal.readings:
            self._known_readings = self.session.journal.readings
            self._offer_what_was_lost()
            if self.session.journal.is_new:
                self._notify()

    def _offer_what_was_lost(self) -> None:
        """Ask whether to restore the entries saved by this session that are no longer in the journal file."""
        from consentui.tui.shared.confirm import Confirm

        if lost := self.session.journal.lost:
            text = ngettext(
                "An older copy took its place, or it was emptied. {count} entry that was saved here is not in it.",
                "An older copy took its place, or it was emptied. {count} entries that were saved here are not in it.",
                len(lost),
            )
            question = Confirm(
                _("The journal no longer has what you saved."),
                text.format(count=len(lost)),
                _("Put it back"),
                can_be_undone=True,
            )
            self.push_screen(question, self._put_back)

    def _put_back(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if not is_wanted:
            self.session.journal.let_go()
            return
        with self.telling():
            self.session.journal.put_back()
            self.say(_("What was saved is back."))
            self.refresh_screens()

    def _tell_torn(self, known: Path | None) -> None:
        """Say where the torn end of the journal was set aside, unless that is `known` already."""
        if self.session.journal.torn and self.session.journal.torn != known:
            self.warn(
                _("The last entry of the journal was incomplete."),
                _("It was set aside in {path}.").format(path=self.session.journal.torn),
            )

    def ask(self, title: str, facts: str, do_it: str, then: Callable[[], None]) -> None:
        from consentui.tui.shared.confirm import Confirm

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
            if is_wanted:
                then()

        self.push_screen(Confirm(title, facts, do_it), answered)

    def open_control(self, platform_id: str, control_id: str) -> bool:
        from consentui.tui.walk.group import open_control

        return open_control(self, platform_id, control_id)

    def action_help(self) -> None:
        from consentui.tui.shared.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen))

    def action_palette(self) -> None:
        from consentui.tui.home.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.screen), _do)

    def action_help_quit(self) -> None:
        """Say how to quit when ctrl+c is pressed (Textual's own message is in English only)."""
        self.say(_("Press q, or ctrl+q, to quit."))


async def _do(deed: Deed | None) -> None:
    """Carry out what was chosen from the palette, once it has closed."""
    if deed:
        done = deed.do()
        if done is not None:
            await done


def _collect_garbage_from_now_on() -> None:
    """Turn garbage collection back on after the first paint, if `consentui.__main__` turned it off.

    What was loaded until then is frozen, so that no collection has to go through it.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run_app(session: Session, walk: str | None = None, minutes: int | None = None, *, light: bool = False) -> int:
    """Run the interface until the person quits and return the exit code; raises the exception that ended it, if any."""
    app = ConsentuiApp(session, walk, minutes, light=light)
    # If Textual used `asyncio.run`, that would wait for threads without limit at the end; `leave` waits a while only.
    app.run(mouse=session.preferences.config.mouse, loop=asyncio.new_event_loop())
    if app.fault:
        raise app.fault
    return ending.leave(app.return_code or 0)

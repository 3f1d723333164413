"""The window that all screens are opened in: what they share, and nothing of any of them.

Screens know the window; the app, which opens them, knows both.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Generic, TypeVar

from textual import on
from textual.app import ScreenStackError
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.constants import TEXTUAL_ANIMATIONS
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from consentui.errors import ConsentuiError
from consentui.i18n import N_, Language, _, ngettext, set_language
from consentui.profile.session import Session
from consentui.text import clean, clean_line
from consentui.tui.shared import ending
from consentui.tui.shared.ending import Dropped
from consentui.tui.shared.in_turn import InTurn
from consentui.tui.shared.texts import put_in, text_in
from consentui.tui.shared.theme import CONTRAST, DARK, LIGHT, SIXTEEN_DARK, SIXTEEN_LIGHT

Answer = TypeVar("Answer")
Found = TypeVar("Found")
_STANDS_WITHIN_SECONDS, _PAUSE_SECONDS = 2.0, 0.005
SAID_FOR_SECONDS = 6.0
"""How long what is said in passing stands there, unless the person does something else before."""
KEEP_AFTER_SECONDS = 0.2
"""What was typed is kept once the person pauses for so long."""
_ONLY_LOOKS = frozenset({"up", "down", "pageup", "pagedown", "home", "end"})
"""The keys that change nothing: what was said still holds after them."""


class Window(InTurn):
    """Holds the session; screens ask it, act through it, and are told when it changed."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "consentui"
    saying: reactive[str] = reactive("", repaint=False)
    """What is said in passing; the key bar of every screen shows it."""
    _quiet: Timer | None = None
    _said_of: str | None = None
    _last_said_of: str | None = None
    _told_wrong = False
    just_said_of: str | None = None
    """The id of the entry that was said to be written when the person pressed the key that is answered now."""

    def __init__(self, session: Session, *, light: bool = False) -> None:
        """`light` says that the terminal's background is light."""
        # Without this, Textual greys an RGB picture under NO_COLOR, and grey is a colour (no-color.org).
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.fault: Exception | None = None
        """What ended the interface, where nobody wanted it to end."""
        self._light = light
        self.has_few_colours = False
        """Whether the terminal has sixteen colours, its own."""
        for theme in (DARK, LIGHT, CONTRAST, SIXTEEN_DARK, SIXTEEN_LIGHT):
            self.register_theme(theme)
        self.apply_theme()
        self.apply_animation()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our style sheets need of themes that are not ours: the terminal's own colour."""
        return {"muted": "ansi_default"}

    async def answer(self, event: InputEvent | Paste) -> None:
        """What is pasted is foreign text: it is made inert before any line shows it."""
        if isinstance(event, Paste):
            event.text = clean(event.text)
        await self._let_screen_stand()
        if not self.screen_stack:  # the last one went while the key waited
            return
        if not _only_looks(event):
            self.just_said_of = self._said_of if self.saying else None
            self._fall_silent()
        await super().answer(event)

    async def _let_screen_stand(self) -> None:
        """A key that comes between two screens waits for the widgets of the second."""
        give_up = time.monotonic() + _STANDS_WITHIN_SECONDS
        while not self._stands and time.monotonic() < give_up:  # noqa: ASYNC110 -- Textual's own event is private
            await asyncio.sleep(_PAUSE_SECONDS)

    @property
    def _stands(self) -> bool:
        """Whether the screen on top has its widgets; before the first and after the last, nothing is waited for."""
        try:
            return self.screen.is_mounted
        except ScreenStackError:
            return True

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system; on POSIX, one that takes whatever is typed."""
        found = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver

            from consentui.tui.shared.terminal import TerminalDriver

            return TerminalDriver if found is LinuxDriver else found
        return found

    async def on_dropped(self, dropped: Dropped) -> None:
        """Say it after the keys that came with it: each key ends what was said before."""
        await self.in_turn(partial(self._say_left_out, dropped.count))

    def _say_left_out(self, count: int) -> None:
        self.say(
            ngettext(
                "{count} thing was left out that is no text and no key.",
                "{count} things were left out that are no text and no keys.",
                count,
            ).format(count=count)
        )

    def on_hung_up(self) -> None:
        self.exit(return_code=ending.status_of(ending.HANG_UP))

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong for a report of our own: Textual's shows what the program was working on."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        self.fault = self.fault or (cause if isinstance(cause, Exception) else error)
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def apply_theme(self) -> None:
        """The look of the preferences; without colour where the person wants none (no-color.org)."""
        wanted = self.session.preferences.config.theme
        is_light = wanted == "light" or (wanted == "auto" and self._light)
        if self.no_color:
            self.theme = "ansi-light" if is_light else "ansi-dark"
        elif self.has_few_colours:
            self.theme = SIXTEEN_LIGHT.name if is_light else SIXTEEN_DARK.name
        elif wanted == "contrast":
            self.theme = CONTRAST.name
        else:
            self.theme = LIGHT.name if is_light else DARK.name

    def take_session(self) -> None:
        """Begin with the session that is open now: what was said and told of another is over."""
        self._fall_silent()
        self.clear_notifications()
        self._said_of = self._last_said_of = self.just_said_of = None
        self._told_wrong = False
        self.set_keymap(self.session.preferences.config.keys)

    def apply_animation(self) -> None:
        """Nothing moves unless the person wants it, nor where `TEXTUAL_ANIMATIONS` says otherwise."""
        self.animation_level = TEXTUAL_ANIMATIONS if self.session.preferences.config.animation else "none"

    def refresh_screens(self) -> None:
        """Let every open screen show the session as it is now; one may close itself and those on it."""
        for screen in tuple(self.screen_stack):
            # One that has no widgets yet shows the session, as it is then, once it has.
            if screen in self.screen_stack and isinstance(screen, SessionScreen) and screen.is_mounted:
                screen.show_session()

    def leave(self, screen: Screen[None]) -> None:
        """Close a screen that has nothing to show any more, and what lies on it."""
        while screen in self.screen_stack:
            self.pop_screen()

    def hand_over(self, take: Callable[[Found], None], found: Found) -> None:
        """From a thread: let the window take what was found there, whatever screen has closed in the meantime."""
        self.call_from_thread(take, found)

    def say(self, text: str, title: str = "") -> None:
        """Say something in passing, at the foot of whatever screen is seen, until the person does something else."""
        written = self.session.journal.last_written
        self._said_of, self._last_said_of = (written if written != self._last_said_of else None), written
        self.saying = f"{title}{_(':')} {text}" if title else text
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(SAID_FOR_SECONDS, self._fall_silent)

    def _fall_silent(self) -> None:
        self.saying = ""

    def tell(self, error: ConsentuiError) -> None:
        """Show an error: what happened, the facts, the way out."""
        self.clear_notifications()
        detail = "\n".join(filter(None, (error.detail, error.way_out)))
        self._inform(error.title, detail or error.title, "error")
        self._told_wrong = True

    def ask_for_the_same_key(self, title: str, text: str) -> None:
        """Say why this try did nothing, and that the same key once more does it: until the next try."""
        self.warn(title, text)
        self._told_wrong = True

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show an error that ends the block, and go on; what was wrong before this try is shown no longer."""
        if self._told_wrong:
            self.clear_notifications()
            self._told_wrong = False
        try:
            yield
        except ConsentuiError as error:
            self.tell(error)

    def warn(self, title: str, text: str) -> None:
        self._inform(title, text, "warning")

    def _inform(self, title: str, text: str, severity: SeverityLevel) -> None:
        """A name in an error may come from anywhere: a file, another program."""
        self.notify(clean(text), title=clean_line(title), severity=severity, timeout=12, markup=False)

    def speak(self, language: Language) -> None:
        """Change the language of everything that is shown from now on."""
        set_language(language)


def _only_looks(event: Event) -> bool:
    """Whether an event changes nothing, so that what was said still holds."""
    if isinstance(event, Key):
        return event.key in _ONLY_LOOKS
    return isinstance(event, MouseMove | MouseUp | MouseScrollDown | MouseScrollUp)


class StandingScreen(Screen[Answer], Generic[Answer]):
    """A screen that draws once its widgets stand.

    One that opens in the moment the program ends is mounted, and sized, without them: nothing is drawn then.
    """

    _is_dismissed = False
    draft_place = ""
    """Under which name what is typed here is kept until it is saved; empty where nothing need be kept."""
    _begun_with: dict[str, str] = {}
    _unkept: dict[str, str] | None = None
    """What was typed and not kept yet."""
    _keeping_soon: Timer | None = None

    def on_mount(self) -> None:
        if self.is_attached:
            self.begin()
            if self.draft_place:
                self._take_up_draft()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, once: a second Enter may come before the first has closed the screen."""
        if self._is_dismissed:
            return AwaitComplete()
        self._is_dismissed = True
        return super().dismiss(result)

    def on_resize(self) -> None:
        if self.is_attached and self.is_mounted:
            self.fit()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's
        """Give a widget the keys; one that has no place yet scrolls nothing, so that a screen opens at its top."""
        super().set_focus(widget, scroll_visible and bool(widget and widget.region), from_app_focus)

    def begin(self) -> None:
        """Draw for the first time."""

    def fit(self) -> None:
        """Draw for another size."""

    @property
    def window(self) -> Window:
        app = self.app
        assert isinstance(app, Window)
        return app

    def _draft_fields(self) -> dict[str, Input | TextArea]:
        found = self.query("Input, TextArea")
        return {one.id: one for one in found if one.id and isinstance(one, Input | TextArea)}

    def _take_up_draft(self) -> None:
        """Put back what was typed here and not saved, and say so."""
        fields = self._draft_fields()
        self._begun_with = {name: text_in(field) for name, field in fields.items()}
        kept = {
            name: text for name, text in self.window.session.drafts.kept(self.draft_place).items() if name in fields
        }
        for name, text in kept.items():
            put_in(fields[name], text)
        if kept:
            self.window.say(_("What you had typed here stands here again."))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        if not self.draft_place or not self._begun_with:
            return
        now = {name: text_in(field) for name, field in self._draft_fields().items()}
        self._unkept = {name: text for name, text in now.items() if text != self._begun_with.get(name)}
        if self._keeping_soon:
            self._keeping_soon.stop()
        self._keeping_soon = self.set_timer(KEEP_AFTER_SECONDS, self._keep_quietly)

    def _keep_draft(self) -> None:
        """Keep what was typed; raises StorageError when it cannot be."""
        if self._unkept is not None:
            self.window.session.drafts.keep(self.draft_place, self._unkept)
            self._unkept = None

    def _keep_quietly(self) -> None:
        """While the person types nothing is said: whether it can be kept is told when they leave."""
        with suppress(ConsentuiError):
            self._keep_draft()

    def on_unmount(self) -> None:
        self._keep_quietly()

    def was_saved(self, *but: str) -> None:
        """What was typed here is written down and need not be kept any more, but in fields of these names."""
        if self.draft_place:
            fields = self._draft_fields()
            self._unkept = {name: text for name in but if (text := text_in(fields[name]))}
            self._begun_with = {}
            with self.window.telling():
                self._keep_draft()

    def leave_with(self, leave: Callable[[], None]) -> None:
        """Leave with what was typed kept; where it cannot be kept, only once the person agrees to lose it."""
        try:
            self._keep_draft()
        except ConsentuiError as error:
            self._ask_before(leave, error)
        else:
            leave()

    def _ask_before(self, leave: Callable[[], None], error: ConsentuiError) -> None:
        from consentui.tui.shared.confirm import Confirm

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- what the sheet gives
            if is_wanted:
                self._unkept = None
                leave()

        facts = "\n".join(filter(None, (error.detail, error.way_out)))
        self.app.push_screen(Confirm(error.title, facts, _("Leave, and lose it")), answered)

    def hand_over(self, take: Callable[[Found], None], found: Found) -> None:
        """From a thread: let the screen take what was found there, unless it has closed in the meantime."""

        def take_if_it_stands(it: Found) -> None:
            if self.is_attached:
                take(it)

        self.window.hand_over(take_if_it_stands, found)


class SessionScreen(StandingScreen[None]):
    """A screen that shows the session, and shows it anew whenever it changed."""

    BINDINGS = [
        Binding("escape", "back", N_("back"), id="back"),
        Binding("q", "app.quit", N_("quit"), show=False, id="quit-letter"),
    ]

    @property
    def consentui(self) -> Window:
        return self.window

    @property
    def session(self) -> Session:
        return self.consentui.session

    def begin(self) -> None:
        self.show_session()

    def begin_anew(self) -> None:
        """Draw for another person: nothing that was found out for the one before holds."""
        self.show_session()

    def show_session(self) -> None:
        """Draw what the session holds now."""

    def action_back(self) -> None:
        self.leave_with(self._go_back)

    def _go_back(self) -> None:
        if self.app.screen is self:
            self.app.pop_screen()
            self.consentui.refresh_screens()

"""The window in which all screens open: what they share, and nothing specific to any of them.

Screens import the window, never the app, which opens them.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol, TypeVar, runtime_checkable

from textual.app import ScreenStackError
from textual.constants import TEXTUAL_ANIMATIONS
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import WorkerFailed

from consentui.errors import ConsentuiError
from consentui.i18n import Language, _, ngettext, set_language
from consentui.profile.session import Session
from consentui.text import clean, clean_line
from consentui.tui.shared import ending
from consentui.tui.shared.ending import Dropped
from consentui.tui.shared.in_turn import InTurn
from consentui.tui.shared.theme import CONTRAST, DARK, LIGHT, PLAIN_DARK, PLAIN_LIGHT, SIXTEEN_DARK, SIXTEEN_LIGHT
from consentui.tui.shared.wrapping import keep_no_break_spaces

Found = TypeVar("Found")
_STANDS_WITHIN_SECONDS, _PAUSE_SECONDS = 2.0, 0.005
SAID_FOR_SECONDS = 6.0
"""How long a passing message stays, unless the person does something else first."""
_ONLY_LOOKS = frozenset({"up", "down", "pageup", "pagedown", "home", "end"})
"""Keys that change nothing, after which a passing message still holds."""


@runtime_checkable
class ShowsSession(Protocol):
    """A screen that shows the session and can be told to redraw."""

    def show_session(self) -> None:
        """Draw the session as it is now."""


class Window(InTurn):
    """The application: it holds the session; screens read it, act through it, and are told when it changes."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "consentui"
    saying: reactive[str] = reactive("", repaint=False)
    """The passing message, which the key bar of every screen shows; empty if there is none."""
    _quiet: Timer | None = None
    _said_of: str | None = None
    _last_said_of: str | None = None
    _told_wrong = False
    just_said_of: str | None = None
    """The id of the entry whose writing was announced when the current key was pressed; None if none was."""

    def __init__(self, session: Session, *, light: bool = False) -> None:
        """`light`: whether the terminal has a light background."""
        keep_no_break_spaces()
        # Otherwise Textual turns RGB colours grey under NO_COLOR, and grey is a colour too (no-color.org).
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.fault: Exception | None = None
        """The exception that ended the interface; None if it was left on purpose."""
        self._light = light
        self.has_few_colours = False
        """Whether the terminal has only its own sixteen colours."""
        for theme in (DARK, LIGHT, CONTRAST, PLAIN_DARK, PLAIN_LIGHT, SIXTEEN_DARK, SIXTEEN_LIGHT):
            self.register_theme(theme)
        self.apply_theme()
        self.apply_animation()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of our style sheets that Textual's own themes lack."""
        return {"muted": "ansi_default"}

    async def answer(self, event: InputEvent | Paste) -> None:
        """Pass a key or paste on once the screen has its widgets, and end the passing message unless nothing changes.

        Pasted text is foreign: it is made inert before any field shows it.
        """
        if isinstance(event, Paste):
            event.text = clean(event.text)
        await self._let_screen_stand()
        if not self.screen_stack:  # the last screen closed while the key waited
            return
        if not _only_looks(event):
            self.just_said_of = self._said_of if self.saying else None
            self._fall_silent()
            self._uncover_the_field()
        await super().answer(event)

    def _uncover_the_field(self) -> None:
        """Drop notifications if they cover the field that is typed into; in a small window, nothing else moves them."""
        field = self.focused
        if field is None or not field.check_consume_key("a", "a"):
            return
        if any(toast.region.overlaps(field.region) for toast in self.screen.query("Toast")):
            self.clear_notifications()

    async def _let_screen_stand(self) -> None:
        """Wait for the widgets of the top screen, since a key may arrive between two screens."""
        give_up = time.monotonic() + _STANDS_WITHIN_SECONDS
        while not self._stands and time.monotonic() < give_up:  # noqa: ASYNC110 -- Textual's own event is private
            await asyncio.sleep(_PAUSE_SECONDS)

    @property
    def _stands(self) -> bool:
        """Whether the top screen has its widgets; True without any screen, when there is nothing to wait for."""
        try:
            return self.screen.is_mounted
        except ScreenStackError:
            return True

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system; on POSIX, our own that survives invalid input."""
        found = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver

            from consentui.tui.shared.terminal import TerminalDriver

            return TerminalDriver if found is LinuxDriver else found
        return found

    async def on_dropped(self, dropped: Dropped) -> None:
        """Report dropped input after the keys that came with it, since each key ends the passing message."""
        await self.in_turn(partial(self._say_left_out, dropped.count))

    def _say_left_out(self, count: int) -> None:
        self.say(
            ngettext(
                "{count} thing that is neither text nor a key was left out.",
                "{count} things that are neither text nor keys were left out.",
                count,
            ).format(count=count)
        )

    def on_hung_up(self) -> None:
        self.exit(return_code=ending.status_of(ending.HANG_UP))

    def _handle_exception(self, error: Exception) -> None:
        """Keep the exception for our own report: Textual's would print the data that the program was working on."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        self.fault = self.fault or (cause if isinstance(cause, Exception) else error)
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def apply_theme(self) -> None:
        """Apply the theme of the preferences, without colour under NO_COLOR (no-color.org)."""
        wanted = self.session.preferences.config.theme
        is_light = wanted == "light" or (wanted == "auto" and self._light)
        if self.no_color:
            self.theme = PLAIN_LIGHT.name if is_light else PLAIN_DARK.name
        elif self.has_few_colours:
            self.theme = SIXTEEN_LIGHT.name if is_light else SIXTEEN_DARK.name
        elif wanted == "contrast":
            self.theme = CONTRAST.name
        else:
            self.theme = LIGHT.name if is_light else DARK.name

    def take_session(self) -> None:
        """Start with a newly opened session: drop the messages about another one and apply its keys."""
        self._fall_silent()
        self.clear_notifications()
        self._said_of = self._last_said_of = self.just_said_of = None
        self._told_wrong = False
        self.set_keymap(self.session.preferences.config.keys)

    def apply_animation(self) -> None:
        """Animate only if the preferences say so, and no more than `TEXTUAL_ANIMATIONS` allows."""
        self.animation_level = TEXTUAL_ANIMATIONS if self.session.preferences.config.animation else "none"

    def apply_preferences(self) -> None:
        """Read the preferences again, and redraw everything in the language and the look that they name."""
        self.session.preferences.reload()
        self.speak(self.session.preferences.language)
        self.apply_theme()
        self.apply_animation()
        self.set_keymap(self.session.preferences.config.keys)
        self.refresh_screens()

    def refresh_screens(self) -> None:
        """Redraw every open screen; a screen may close itself and those above it in doing so."""
        for screen in tuple(self.screen_stack):
            # A screen without widgets yet will draw the session when it gets them.
            if screen in self.screen_stack and isinstance(screen, ShowsSession) and screen.is_mounted:
                screen.show_session()

    def ask(self, title: str, facts: str, do_it: str, then: Callable[[], None]) -> None:
        """Call `then` if the person chooses `do_it`, knowing the facts; for the app, as the question is a screen."""
        raise NotImplementedError

    def open_control(self, platform_id: str, control_id: str) -> bool:
        """Open a control on the account that has it, and return whether any account has; for the app."""
        raise NotImplementedError

    def leave(self, screen: Screen[None]) -> None:
        """Close a screen that has nothing left to show, and the screens above it."""
        while screen in self.screen_stack:
            self.pop_screen()

    def hand_over(self, take: Callable[[Found], None], found: Found) -> None:
        """Call `take` in the app's thread with what a thread found, whichever screens have closed in the meantime."""
        self.call_from_thread(take, found)

    def say(self, text: str, title: str = "") -> None:
        """Show a passing message in the key bar until the person does something else, or for `SAID_FOR_SECONDS`."""
        written = self.session.journal.last_written
        self._said_of, self._last_said_of = (written if written != self._last_said_of else None), written
        self.saying = f"{title}{_(':')} {text}" if title else text
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(SAID_FOR_SECONDS, self._fall_silent)

    def _fall_silent(self) -> None:
        self.saying = ""

    def tell(self, error: ConsentuiError) -> None:
        """Show an error with its title, its detail and the way out."""
        self.clear_notifications()
        detail = "\n".join(filter(None, (error.detail, error.way_out)))
        self._inform(error.title, detail or error.title, "error")
        self._told_wrong = True

    def ask_for_the_same_key(self, title: str, text: str) -> None:
        """Warn that nothing was done and that the same key again will do it; lasts until the next attempt."""
        self.warn(title, text)
        self._told_wrong = True

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show a ConsentuiError that ends the block instead of raising it; errors of earlier attempts disappear."""
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
        """Show a notification; its text is made inert, since names in it can come from anywhere."""
        self.notify(clean(text), title=clean_line(title), severity=severity, timeout=12, markup=False)

    def speak(self, language: Language) -> None:
        """Switch the language of everything shown from now on."""
        set_language(language)


def _only_looks(event: Event) -> bool:
    """Whether an event changes nothing, so that a passing message still holds."""
    if isinstance(event, Key):
        return event.key in _ONLY_LOOKS
    return isinstance(event, MouseMove | MouseUp | MouseScrollDown | MouseScrollUp)


def window_of(widget: Widget) -> Window:
    """Return the window that a widget is in."""
    app = widget.app
    assert isinstance(app, Window)
    return app

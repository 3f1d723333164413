"""The base classes of the screens that the window opens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from consentui.errors import ConsentuiError
from consentui.i18n import N_, _
from consentui.profile.session import Session
from consentui.tui.shared.texts import put_in, text_in
from consentui.tui.shared.window import Window, window_of

if TYPE_CHECKING:  # slow to load: only the screens with an area import it
    from textual.widgets import TextArea

Answer = TypeVar("Answer")
Found = TypeVar("Found")
KEEP_AFTER_SECONDS = 0.2
"""How long the person must pause in typing before a draft is kept."""


class BaseScreen(Screen[Answer], Generic[Answer]):
    """A screen that draws once its widgets are there, and that keeps what is typed as a draft.

    A screen opened while the program is shutting down is mounted and resized without widgets; it must not draw then.
    """

    _is_dismissed = False
    draft_key = ""
    """The name under which what is typed here is kept until it is saved; empty if nothing need be kept."""
    _begun_with: dict[str, str] = {}
    _unkept: dict[str, str] | None = None
    """What was typed since the draft was last kept, by the ids of the fields; None if nothing was."""
    _keeping_soon: Timer | None = None

    def on_mount(self) -> None:
        if self.is_attached:
            self.begin()
            if self.draft_key:
                self._take_up_draft()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, once: a second Enter can arrive before the first has closed the screen."""
        if self._is_dismissed:
            return AwaitComplete()
        self._is_dismissed = True
        return super().dismiss(result)

    @property
    def has_widgets(self) -> bool:
        """Whether the widgets are there: a screen that closes loses them one by one while it is attached still."""
        return self.is_attached and self.is_mounted and self in self.app.screen_stack

    def on_resize(self) -> None:
        if self.has_widgets:
            self.fit()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's
        """Focus a widget; one that is not laid out yet must not scroll, so that a screen opens at its top."""
        super().set_focus(widget, scroll_visible and bool(widget and widget.region), from_app_focus)

    def begin(self) -> None:
        """Draw for the first time; for subclasses."""

    def fit(self) -> None:
        """Draw for a new size; for subclasses."""

    @property
    def window(self) -> Window:
        return window_of(self)

    @property
    def session(self) -> Session:
        return self.window.session

    def _draft_fields(self) -> dict[str, Input | TextArea]:
        found = self.query("Input, TextArea")
        return {one.id: cast("Input | TextArea", one) for one in found if one.id}

    def _take_up_draft(self) -> None:
        """Put back the draft of an earlier visit, and say so."""
        fields = self._draft_fields()
        self._begun_with = {name: text_in(field) for name, field in fields.items()}
        kept = {name: text for name, text in self.session.drafts.kept(self.draft_key).items() if name in fields}
        for name, text in kept.items():
            put_in(fields[name], text)
        if kept:
            self.window.say(_("What you had typed here is back."))

    def on_text_area_changed(self) -> None:
        self._keep_soon()

    @on(Input.Changed)
    def _keep_soon(self) -> None:
        if not self.draft_key or not self._begun_with:
            return
        now = {name: text_in(field) for name, field in self._draft_fields().items()}
        self._unkept = {name: text for name, text in now.items() if text != self._begun_with.get(name)}
        if self._keeping_soon:
            self._keeping_soon.stop()
        self._keeping_soon = self.set_timer(KEEP_AFTER_SECONDS, self._keep_quietly)

    def _keep_draft(self) -> None:
        """Keep the draft; raises StorageError if it cannot be written."""
        if self._unkept is not None:
            self.session.drafts.keep(self.draft_key, self._unkept)
            self._unkept = None

    def _keep_quietly(self) -> None:
        """Keep the draft without disturbing the typing; a failure is reported when the person leaves."""
        with suppress(ConsentuiError):
            self._keep_draft()

    def on_unmount(self) -> None:
        self._keep_quietly()

    def was_saved(self, *but: str) -> None:
        """Drop the draft, since what was typed is saved now, except for the fields with these ids."""
        if self.draft_key:
            fields = self._draft_fields()
            self._unkept = {name: text for name in but if (text := text_in(fields[name]))}
            self._begun_with = {}
            with self.window.telling():
                self._keep_draft()

    def leave_with(self, leave: Callable[[], None]) -> None:
        """Keep the draft, then leave; if it cannot be kept, ask whether to lose it."""
        try:
            self._keep_draft()
        except ConsentuiError as error:
            self._ask_before(leave, error)
        else:
            leave()

    def _ask_before(self, leave: Callable[[], None], error: ConsentuiError) -> None:
        def lose_it() -> None:
            self._unkept = None
            leave()

        facts = "\n".join(filter(None, (error.detail, error.way_out)))
        self.window.ask(error.title, facts, _("Leave, and lose it"), lose_it)

    def hand_over(self, take: Callable[[Found], None], found: Found) -> None:
        """Call `take` in the app's thread with what a thread found, unless the screen has closed in the meantime."""

        def take_if_open(it: Found) -> None:
            if self.has_widgets:
                take(it)

        self.window.hand_over(take_if_open, found)


class SessionScreen(BaseScreen[None]):
    """A screen that shows the session, and redraws whenever it changes."""

    BINDINGS = [
        Binding("escape", "back", N_("back"), id="back"),
        Binding("q", "app.quit", N_("quit"), show=False, id="quit-letter"),
    ]

    def begin(self) -> None:
        self.show_session()

    def begin_anew(self) -> None:
        """Draw for another person, without anything that was looked up for the one before."""
        self.show_session()

    def show_session(self) -> None:
        """Draw the session as it is now; for subclasses."""

    def action_back(self) -> None:
        self.leave_with(self._go_back)

    def _go_back(self) -> None:
        if self.app.screen is self:
            self.app.pop_screen()
            self.window.refresh_screens()

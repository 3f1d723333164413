"""Handle keys one after the other: each waits until everything that the one before set off has happened."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from textual.app import App
from textual.events import Event, InputEvent, Key, Paste
from textual.message_pump import MessagePump
from textual.timer import Timer

_WITHIN_SECONDS = 2.0
"""How long a key waits for the one before it at most."""
_ROUNDS = 2
"""How often to follow a key up to the app: the key itself bubbles up there, then the messages that its action posts."""


class InTurn(App[None]):
    """An app that handles keys and pastes in turn.

    Textual hands on every key at once: one typed right after Enter would reach the line or list that Enter leaves.
    """

    _under_way: object | None = None
    _patience: Timer | None = None

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._held: deque[InputEvent | Paste | Callable[[], None]] = deque()

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._held.append(event)
        if self._under_way and self._patience is None:
            self._patience = self.set_timer(_WITHIN_SECONDS, partial(self._arrived, self._under_way))
        await self._answer_held()

    async def in_turn(self, act: Callable[[], None]) -> None:
        """Call `act` after all earlier keys are handled and before any later one."""
        self._held.append(act)
        await self._answer_held()

    async def answer(self, event: InputEvent | Paste) -> None:
        """Handle a key or paste whose turn has come."""
        await super().on_event(event)

    async def _answer_held(self) -> None:
        while self._held and not self._under_way:
            event = self._held.popleft()
            if not isinstance(event, InputEvent | Paste):
                event()
                continue
            way = self._way_of(event)
            await self.answer(event)
            if way:
                self._under_way = key = object()
                await self._follow(key, way * _ROUNDS)

    def _way_of(self, event: InputEvent | Paste) -> tuple[MessagePump, ...]:
        """The pumps that an event passes, from the focused widget up to the app.

        Empty for anything but a key, and for a character that the focused field takes, which goes no further.
        """
        if not isinstance(event, Key) or not self.screen_stack:
            return ()
        if event.is_printable and self.focused and self.focused.check_consume_key(event.key, event.character):
            return ()
        return tuple((self.focused or self.screen).ancestors_with_self)

    async def _follow(self, key: object, way: Sequence[MessagePump]) -> None:
        """Queue up behind a key at each pump that it passes, skipping those that have closed."""
        for at, pump in enumerate(way, start=1):
            if pump.call_later(self._follow, key, way[at:]):
                return
        await self._arrived(key)

    async def _arrived(self, key: object) -> None:
        if self._under_way is not key:
            return
        self._under_way = None
        if self._patience:
            self._patience.stop()
            self._patience = None
        await self._answer_held()

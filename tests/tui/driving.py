"""Run the interface without a terminal: keys go in, the text of the screen comes out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerCancelled

from consentui.profile.session import Session
from consentui.tui.app import ConsentuiApp
from consentui.tui.shared.area import Area
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows

GIVE_UP_SECONDS = 300
"""After so long, a test counts as hanging; none takes a tenth of that."""


@asynccontextmanager
async def opened(session: Session, size: tuple[int, int] = (99, 30), walk: str | None = None) -> AsyncIterator[Driver]:
    """Run the interface on this session until it is ready for keys, with toasts on."""
    app = ConsentuiApp(session, walk)
    # The timeout is for an interface that crashed, which would be waited for in vain.
    async with asyncio.timeout(GIVE_UP_SECONDS), app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settled()
        yield driver


class Driver:
    """A running interface: what a person does, and what they see."""

    def __init__(self, app: ConsentuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    # What is done

    async def settled(self) -> None:
        """Wait until all workers have finished and the program is idle."""
        while going_on := [one for one in self.app.workers if not (one.is_cancelled or one.is_finished)]:
            with suppress(WorkerCancelled):  # another worker replaced it
                await self.app.workers.wait_for_complete(going_on)
        await self._pilot.pause()

    async def reached(self, kind: type[Screen[Any]] | str) -> None:
        """Wait until a screen of this class is on top; one that replaces another appears a moment after that closed."""
        for _turn in range(50):
            is_there = kind in {type(self.app.screen), type(self.app.screen).__name__}
            await self.settled()
            if is_there:
                return
        raise AssertionError(f"{kind} was not reached, but {self.app.screen}")

    async def seen(self, text: str) -> None:
        """Wait until a text is on the screen, while workers may still run."""
        for _turn in range(2000):
            if text in self.text:
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"{text!r} was not seen, but\n{self.text}")

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each once the screen has settled."""
        for key in keys:
            await self._pilot.press(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Insert a text at the cursor of the focused field, as a paste does."""
        line = self.app.focused
        assert isinstance(line, Input | Area)
        if isinstance(line, Area):
            line.insert(text)
        else:
            line.insert_text_at_cursor(text)
        await self.settled()

    async def choose(self, option: str) -> None:
        """Highlight the row of this id in the list of the screen and press Enter."""
        rows = self.rows
        rows.focus()
        rows.highlighted = rows.get_option_index(option)
        await self.press("enter")

    async def click_at(self, column: int, line: int, times: int = 1) -> None:
        """Click on a place of the screen."""
        await self._pilot.click(offset=(column, line), times=times)
        await self.settled()

    async def wheel_at(self, column: int, line: int) -> None:
        """Scroll the mouse wheel down by one step at a place of the screen."""
        turned = MouseScrollDown(None, column, line, 0, 1, 0, shift=False, meta=False, ctrl=False)
        self.app.screen._forward_event(turned)
        await self.settled()

    async def look_again(self) -> None:
        """Let the interface see what another program wrote."""
        self.app._look_again()
        await self.settled()

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the window and wait until it is redrawn; Textual waits a moment for further changes."""
        await self._pilot.resize_terminal(width, height)
        for _turn in range(2000):
            if self.app.screen._compositor.size == (width, height):
                break
            await asyncio.sleep(0.005)
        await self.settled()

    # What is seen

    @property
    def rows(self) -> Rows:
        return self.app.screen.query_one(Rows)

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def sheet(self) -> str:
        """The text of the sheet over the screen, without its frame."""
        region = self.app.screen.query_one("Sheet > Vertical").region.shrink((1, 2, 1, 2))
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)

    @property
    def line(self) -> str:
        """The highlighted row."""
        option = self.rows.highlighted_option
        assert option is not None
        return str(option.prompt)

    @property
    def options(self) -> list[str]:
        """The rows of the list of the screen."""
        return [str(option.prompt) for option in self.rows.options]

    @property
    def ids(self) -> list[str]:
        """The ids of the rows that can be chosen."""
        return [option.id or "" for option in self.rows.options if not option.disabled]

    @property
    def said(self) -> str:
        """The passing message at the foot of the screen."""
        return self.app.saying if self.app.screen.query_one(KeyBar)._border_title else ""

    @property
    def toasts(self) -> list[str]:
        """The titles and texts of the toasts."""
        return [f"{toast.title}\n{toast.message}" for toast in self.app._notifications]

    @property
    def keys(self) -> dict[str, str]:
        """What the keys at the foot of the screen do, by the ids of their bindings."""
        from consentui.tui.shared.key_bar import binding_words, shown_bindings

        screen = self.app.screen
        return {binding.id or "": binding_words(screen, binding) for binding in shown_bindings(screen)}

"""`make screenshots`: draw the pictures in `screenshots/` from the running program.

There are twelve views, small in French, which has longer words, and large in English, each dark and light. A test
compares the words of the views with those of the pictures, so that no picture is out of date.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from consentui.clock import STOPPED
from consentui.i18n import Language, language, set_language
from consentui.profile.session import open_session
from tests.demo import NOW, write_demo
from tests.tui.driving import Driver

FOLDER = Path(__file__).parent.parent / "screenshots"
SHOWN_HOME = "/home/marie"
"""The home that the pictures show; nothing is written there."""
LOOKS = ("dark", "light")
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


class Size(NamedTuple):
    """The size of a window, and the language in it."""

    width: int
    height: int
    language: Language

    @property
    def name(self) -> str:
        return f"{self.width}x{self.height}"


SIZES = (Size(80, 24, "fr"), Size(160, 45, "en"))


class View(NamedTuple):
    """A view: its name, and the steps to it from Home, written as in `tests.tui.all_screens`."""

    name: str
    steps: tuple[str, ...] = ()


_SENT = ("reach RequestScreen", "enter", "reach LetterScreen", "s", "ctrl+s", "reach RequestScreen")

VIEWS = (
    View("home"),
    View("card", ("option account:x-7k3f", "w")),
    View("another-way", ("option account:facebook-5c1d", "w")),
    View("account", ("option account:x-7k3f",)),
    View("search", ("slash", "type grok", "down")),
    View("platforms", ("a", "type link")),
    View("calendar", ("c",)),
    View("report", ("r",)),
    View("keys", ("question_mark",)),
    View("palette", ("ctrl+p",)),
    View("letter", ("option account:instagram-9t4w", "l", "f3", "type Marie Lefèvre", "f2", "reach LetterScreen")),
    View("request", ("option request:CU-2026-001", *_SENT)),
)
"""The order matters: what one view changes is visible in the later ones."""


class Shot(NamedTuple):
    """A view in a window: its words, and its picture in each look."""

    view: str
    text: str
    pictures: dict[str, str]


def file_of(view: str, size: Size, look: str) -> Path:
    """The file of a picture."""
    return FOLDER / f"{view}-{size.name}-{look}.svg"


def words_of(picture: str) -> str:
    """The words of a picture, without spaces."""
    return _bare("".join(map(html.unescape, _TEXT.findall(picture))))


def _bare(text: str) -> str:
    return "".join(text.split())


def shots(size: Size, looks: Sequence[str] = LOOKS) -> list[Shot]:
    """Open every view in a window, in a home of its own with the clock stopped, and draw it in these looks."""

    async def drawn() -> list[Shot]:
        return [shot async for shot in _drawn(size, looks)]

    with _world_of(size.language):
        return asyncio.run(drawn())


async def _drawn(size: Size, looks: Sequence[str]) -> AsyncIterator[Shot]:
    from consentui.tui.app import ConsentuiApp

    app = ConsentuiApp(open_session())
    async with app.run_test(size=(size.width, size.height)) as pilot:
        it = Driver(app, pilot)
        await it.settled()
        for view in VIEWS:
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            app.refresh_screens()
            await it.settled()
            for step in view.steps:
                await _take(it, step)
            app.saying = ""
            await it.settled()
            text = _bare(it.text)
            yield Shot(view.name, text, {look: await _picture(it, look) for look in looks})


async def _take(it: Driver, step: str) -> None:
    kind, _space, word = step.partition(" ")
    match kind:
        case "option":
            await it.choose(word)
        case "type":
            await it.type(word)
        case "reach":
            await it.reached(word)
        case _:
            await it.press(step)


async def _picture(it: Driver, look: str) -> str:
    from consentui.tui.shared.theme import DARK, LIGHT

    it.app.theme = {"dark": DARK, "light": LIGHT}[look].name
    await it.settled()
    return it.app.export_screenshot(title="consentui")


@contextmanager
def _world_of(spoken: Language) -> Iterator[None]:
    before, spoken_before = dict(os.environ), language()
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        os.environ.update(folders, HOME=SHOWN_HOME, USERPROFILE=SHOWN_HOME, **{STOPPED: NOW})
        os.environ.pop("NO_COLOR", None)
        try:
            write_demo(spoken)
            set_language(spoken)
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            set_language(spoken_before)


def main() -> None:
    """Draw every picture into `screenshots/`."""
    FOLDER.mkdir(exist_ok=True)
    for size in SIZES:
        for shot in shots(size):
            for look, picture in shot.pictures.items():
                file_of(shot.view, size, look).write_text(picture, encoding="utf-8")
            print(shot.view, size.name)


if __name__ == "__main__":
    main()

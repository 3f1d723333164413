"""The pictures in `screenshots/`, drawn from the running program: `make screenshots` writes them anew.

A test draws them again and compares, so that no picture shows what the program no longer is.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from consentui.clock import STOPPED
from consentui.i18n import language, set_language
from consentui.profile.session import open_session
from tests.demo import NOW, write_demo

FOLDER = Path(__file__).parent.parent / "screenshots"
SIZE = (100, 30)
SHOWN_HOME = "/home/marie"
"""What the pictures show as the person's home; nothing is written there."""


class Shot(NamedTuple):
    """A picture: its name, the language, and the keys that lead to what it shows."""

    name: str
    language: str
    keys: tuple[str, ...]


SHOTS = (
    Shot("home-en", "en", ()),
    Shot("home-fr", "fr", ()),
    Shot("walk-en", "en", ("enter",)),
    Shot("walk-fr", "fr", ("enter",)),
    Shot("another-way-fr", "fr", ("slash", *"facebook", "down", "enter")),
    Shot("report-fr", "fr", ("r",)),
)


def draw(shot: Shot) -> str:
    """The picture as SVG, drawn in a home of its own with the clock stopped."""
    with _world_of(shot.language):
        return asyncio.run(_drawn(shot))


async def _drawn(shot: Shot) -> str:
    from consentui.tui.app import ConsentuiApp

    app = ConsentuiApp(open_session())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in shot.keys:
            await pilot.press(key)
            await pilot.pause()
        return app.export_screenshot(title="consentui")


@contextmanager
def _world_of(spoken: str) -> Iterator[None]:
    before, spoken_before = dict(os.environ), language()
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        os.environ.update(folders, HOME=SHOWN_HOME, USERPROFILE=SHOWN_HOME, **{STOPPED: NOW})
        os.environ.pop("NO_COLOR", None)
        try:
            write_demo(spoken)
            set_language("fr" if spoken == "fr" else "en")
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            set_language(spoken_before)


def main() -> None:
    """Draw every picture into `screenshots/`."""
    FOLDER.mkdir(exist_ok=True)
    for shot in SHOTS:
        (FOLDER / f"{shot.name}.svg").write_text(draw(shot), encoding="utf-8")
        print(shot.name)


if __name__ == "__main__":
    main()

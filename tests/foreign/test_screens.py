"""Every text on every screen, and pasted into every field of every screen.

Screens and fields are those that the interface has: a new screen is tried as soon as there is a way to it, and one
without a way fails a test. With `CONSENTUI_EVERY=1`, every text is tried on every screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.screen import Screen
from textual.widgets import Input

from consentui.errors import UsageError
from consentui.journal import file
from consentui.journal.entries import AccountAdded, AccountEdited, AccountTagged, Entry, Noted
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.declare import DeclareSheet
from consentui.tui.accounts.look import LookSheet
from consentui.tui.home.policy import Deviations
from consentui.tui.shared.area import Area
from consentui.tui.shared.pick_tag import PickTag
from tests.demo import write_demo
from tests.foreign.corpus import CORPUS, TEXTS, writable
from tests.foreign.files import write_own_platform
from tests.foreign.judges import drives
from tests.tui.all_screens import WAYS, go_to
from tests.tui.driving import Driver, opened

SAVING = ("enter", "ctrl+s", "f2")
"""The keys that save what was typed or go on with it."""
ROUNDS = range(len(TEXTS)) if os.environ.get("CONSENTUI_EVERY") else range(1)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a temporary folder, because some fields name files to write."""
    monkeypatch.chdir(tmp_path)


def texts_from(place: int) -> Iterator[str]:
    return islice(cycle(TEXTS), place % len(TEXTS), None)


def foreign_demo(texts: Iterator[str], more_on: Sequence[str] = ("chirp",)) -> Session:
    """The demonstration with foreign texts as names and notes, a platform of the person's own, and more accounts."""
    folders, texts = write_demo("en"), map(writable, texts)
    write_own_platform(folders, texts)
    stamp: Any = {"at": datetime(2026, 11, 20, tzinfo=UTC)}
    ids = (f"01K95DEM{number:018d}" for number in range(500, 600))
    accounts = ("x-7k3f", "instagram-2m8q", "instagram-9t4w", "facebook-5c1d")
    entries: list[Entry] = [
        *(AccountEdited(id=next(ids), account=one, handle=next(texts), owner=next(texts), **stamp) for one in accounts),
        *(AccountTagged(id=next(ids), account=one, added=(next(texts),), **stamp) for one in accounts),
        Noted(
            id=next(ids),
            account="instagram-9t4w",
            control="ai-objection",
            note=next(texts),
            seen=next(texts),
            **stamp,
        ),
    ]
    more: list[Entry] = [
        AccountAdded(
            id=next(ids),
            account=f"{platform}-{n:04}",
            platform=platform,
            handle=next(texts),
            client=next(texts),
            **stamp,
        )
        for n, platform in enumerate(more_on)
    ]
    file.append(folders.journal, [*entries, *more])
    return open_session()


def harm_on_screen(it: Driver) -> str:
    """What is harmful on the current screen: terminal controls, or a link or action made from foreign text."""
    said = (it.text, *it.toasts, it.app.title, it.app.sub_title, it.app.clipboard)
    found = [drives(text) for text in said]
    segments = (segment for strip in it.app.screen._compositor.render_strips() for segment in strip)
    leading = (one for one in segments if one.style and (one.style.link or "app.quit" in str(one.style.meta)))
    found.extend(map(str, leading))
    return "; ".join(filter(None, found))


async def copied(it: Driver) -> None:
    """Check what the screen sends to the clipboard, because it will be pasted elsewhere."""
    if hasattr(it.app.screen, "action_copy"):
        await it.app.screen.run_action("copy")
        await it.settled()
        assert harm_on_screen(it) == ""


def fields(it: Driver) -> list[Input | Area]:
    """The fields that can be typed into."""
    found = it.app.screen.query("Input, Area")
    return [one for one in found if isinstance(one, Input | Area) and one.focusable and one.region]


async def try_fields(it: Driver, texts: Iterator[str]) -> None:
    """Paste a text into every field and save, checking the screen after each step.

    Typing keys could not do more, because Textual's fields ignore characters that are not `str.isprintable`.
    """
    for field in fields(it):
        if field.is_attached and field.region:
            field.focus()
            it.app.post_message(Paste(next(texts)))
            await it.settled()
            assert harm_on_screen(it) == ""
    for key in SAVING:
        await it.press(key)
        assert harm_on_screen(it) == ""


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("screen", WAYS)
async def test_no_text_bites_on_a_screen_or_out_of_its_fields(screen: str, round_: int) -> None:
    texts = texts_from(round_ + 7 * list(WAYS).index(screen))
    async with opened(foreign_demo(texts, () if screen == "done for today" else ("chirp",))) as it:
        await go_to(it, screen)
        assert harm_on_screen(it) == ""
        await copied(it)
        await try_fields(it, texts)


@pytest.mark.parametrize("round_", ROUNDS)
async def test_no_text_bites_on_the_first_screen_of_all(session: Session, round_: int) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await try_fields(it, texts_from(round_))


@pytest.mark.parametrize("round_", ROUNDS)
async def test_no_text_bites_where_one_control_is_on_several_accounts(round_: int) -> None:
    async with opened(foreign_demo(texts_from(round_), ["x"] * 4)) as it:
        await it.choose(next(name for name in it.ids if name.startswith("group:")))
        await it.reached("GroupScreen")
        assert harm_on_screen(it) == ""


PUSHED: dict[str, Callable[[Session], Screen[Any]]] = {
    "Deviations": lambda _session: Deviations(),
    "DeclareSheet": lambda session: DeclareSheet(session.accounts.called("bluesky-0000")),
    "LookSheet": lambda session: LookSheet(session.accounts.called("bluesky-0000")),
    "PickTag": lambda session: PickTag(one.tags for one in session.accounts),
}
"""Screens that can be reached in some profiles only."""


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("screen", PUSHED)
async def test_no_text_bites_on_a_screen_of_some_profiles(screen: str, round_: int) -> None:
    texts = texts_from(round_)
    session = foreign_demo(texts, ["bluesky"])
    session.folders.policy.write_text('[[rule]]\nwant = "refuse"\n', encoding="utf-8")
    async with opened(session) as it:
        it.app.push_screen(PUSHED[screen](session))
        await it.settled()
        assert harm_on_screen(it) == ""
        await try_fields(it, texts)


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)
async def test_an_error_about_a_text_of_others_is_inert(text: str) -> None:
    write_demo("en")
    async with opened(open_session()) as it:
        it.app.tell(UsageError(text, text, text))
        await it.settled()
        assert harm_on_screen(it) == ""

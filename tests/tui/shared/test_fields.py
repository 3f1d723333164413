"""What is typed or pasted is kept unchanged, or the person is told what changed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from textual.events import Paste

import consentui.tui
from consentui.journal.entries import Noted
from consentui.profile.session import Session, open_session
from consentui.tui.shared.area import Area
from consentui.tui.shared.texts import typed_in
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened

JOINED = "The pasted lines were joined into one."


async def paste(it: Driver, text: str) -> None:
    it.app.post_message(Paste(text))
    await it.settled()


def test_every_line_of_the_interface_is_one_that_loses_nothing() -> None:
    made = [
        f"{path.name}:{node.lineno}"
        for path in Path(consentui.tui.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Input"
    ]
    assert made == []


async def test_several_lines_pasted_into_a_note_are_kept_as_they_are(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "m", "enter")
        await paste(it, "first line\nsecond line\r\n\nfourth")
        assert it.said == ""
        await it.press("ctrl+j", *"end", "ctrl+s")
    entry = open_session().journal.entries[-1]
    assert isinstance(entry, Noted)
    assert entry.note == "first line\nsecond line\n\nfourth\nend"


async def test_several_lines_pasted_on_a_line_are_joined_and_that_is_said(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "m")
        await paste(it, "Allow your public data\n  to be used for training\n")
        assert it.said == JOINED
        await it.press("ctrl+s")
    entry = open_session().journal.entries[-1]
    assert isinstance(entry, Noted)
    assert entry.seen == "Allow your public data to be used for training"


@pytest.mark.parametrize(
    ("screen", "field", "expected"),
    [
        ("compose", "address", "12 rue des Lilas, 31000 Toulouse"),
        ("names", "handle-linkedin", "12 rue des Lilas, 31000 Toulouse"),
        ("search", "query", "12 rue des Lilas 31000 Toulouse"),
    ],
)
async def test_lines_are_joined_as_the_line_wants_them(demo: Session, screen: str, field: str, expected: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        it.app.screen.query_one(f"#{field}").focus()
        await paste(it, "12 rue des Lilas\n31000 Toulouse\n")
        assert typed_in(it.app.screen, field) == expected
        assert it.said == JOINED


async def test_a_single_line_that_was_copied_with_its_end_is_pasted_without_a_word(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "note")
        await paste(it, "Grok \n")
        assert typed_in(it.app.screen, "seen") == "Grok "
        assert it.said == ""


async def test_what_does_not_fit_is_said(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "rename")
        await paste(it, "x" * 500)
        assert it.said == "No more than 400 characters fit here."


async def test_enter_in_an_area_goes_on_and_in_the_last_one_saves(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "m", "enter")
        assert isinstance(it.app.focused, Area)
        await it.press(*"kept", "enter")
        assert it.said == "The note is saved."
    entry = open_session().journal.entries[-1]
    assert isinstance(entry, Noted)
    assert entry.note == "kept"


async def test_lines_that_are_too_long_for_a_line_are_not_said_to_stand_there(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "own platform")
        it.app.screen.query_one("#seat").focus()
        await paste(it, "12 rue des Lilas\n31000 Toulouse\n")
        assert typed_in(it.app.screen, "seat") == ""
        assert "fit here" in it.said

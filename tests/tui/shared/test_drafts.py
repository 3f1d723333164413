"""Nothing typed is ever lost: it reappears where it was typed until it is saved."""

from __future__ import annotations

import msgspec
import pytest
from textual.widgets import Input, TextArea

from consentui.profile.identity import Identity, keep_identity
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.add_accounts import CHOSEN
from consentui.tui.requests.compose import Compose
from consentui.tui.shared.confirm import Confirm
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened

REASONS = "I paint for a living.\nThese pictures are my trade."


def field(it: Driver, name: str) -> Input | TextArea:
    found = it.app.screen.query_one(f"#{name}")
    assert isinstance(found, Input | TextArea)
    return found


def put(found: Input | TextArea, text: str) -> None:
    if isinstance(found, Input):
        found.value = text
    else:
        found.text = text


def text_of(found: Input | TextArea) -> str:
    return found.value if isinstance(found, Input) else found.text


async def test_escape_in_the_letter_form_keeps_the_reasons(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "w")
        put(field(it, "grounds"), REASONS)
        put(field(it, "name"), "Marie")
        await it.settled()
        await it.press("escape")
        assert not isinstance(it.app.screen, Compose)
        await it.press("w")
        assert text_of(field(it, "grounds")) == REASONS
        assert text_of(field(it, "name")) == "Marie"
        assert it.said == "What you had typed here is back."


async def test_what_was_typed_is_there_after_the_program_ended(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "w")
        put(field(it, "grounds"), REASONS)
        await it.settled()
        it.app.exit()
    async with opened(open_session()) as it:
        await it.press("enter", "w")
        assert text_of(field(it, "grounds")) == REASONS


async def test_once_the_letter_is_begun_the_form_is_empty_again(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "w")
        put(field(it, "grounds"), REASONS)
        put(field(it, "name"), "Marie")
        await it.settled()
        await it.press("f2")
        await it.reached("LetterScreen")
        await it.press("escape", "escape")
        await it.reached("Walk")
        await it.press("w")
        assert text_of(field(it, "grounds")) == ""
    assert not any(demo.drafts._read().values())


async def test_what_was_typed_for_another_right_stays_until_that_one_is_written_about(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "w")
        put(field(it, "grounds"), REASONS)
        put(field(it, "name"), "Marie")
        await it.settled()
        await it.press("f3", "f2")
        await it.reached("LetterScreen")
        await it.press("escape", "escape")
        await it.reached("Walk")
        await it.press("w")
        assert text_of(field(it, "grounds")) == REASONS


@pytest.mark.parametrize(
    "screen",
    [
        "compose",
        "compose about an account",
        "sent",
        "extension",
        "proof of a request",
        "note",
        "attach",
        "rename",
        "names",
        "new person",
    ],
)
async def test_what_was_typed_stands_again_wherever_something_can_be_written(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        fields = [one for one in it.app.screen.query("Input, TextArea") if isinstance(one, Input | TextArea)]
        for number, one in enumerate(fields):
            put(one, f"typed {number}")
        await it.settled()
        await it.press("escape")
        places = msgspec.json.decode(demo.folders.drafts.read_bytes())
        (kept,) = (typed for place, typed in places.items() if place != CHOSEN)
        assert kept == {one.id: f"typed {number}" for number, one in enumerate(fields)}


async def test_a_note_that_is_saved_leaves_no_draft(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "m")
        put(field(it, "note"), "kept")
        await it.settled()
        await it.press("ctrl+s", "m")
        assert text_of(field(it, "note")) == ""


async def test_where_it_cannot_be_kept_leaving_asks(demo: Session) -> None:
    demo.folders.drafts.mkdir()
    async with opened(demo) as it:
        await it.press("enter", "m")
        put(field(it, "note"), "lost?")
        await it.settled()
        await it.press("escape")
        assert isinstance(it.app.screen, Confirm)
        assert "What you typed could not be saved." in it.sheet
        await it.press("escape")
        assert text_of(field(it, "note")) == "lost?"
        await it.press("escape", "down", "enter")
        await it.reached("Walk")


async def test_forgetting_who_writes_forgets_it_in_what_was_typed_too(demo: Session) -> None:
    demo.drafts.keep("letter/x", {"name": "Marie", "grounds": "mine"})
    keep_identity(demo.folders.identity, Identity("Marie"))
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("identity")
        await it.press("down", "enter")
    assert demo.drafts.kept("letter/x") == {"grounds": "mine"}

"""True of every screen: foreign text is inert, every size works, keys can be changed."""

from __future__ import annotations

import gc
import os
from asyncio import AbstractEventLoop
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from textual.events import Paste

from consentui.errors import StorageError
from consentui.i18n import _, set_language
from consentui.journal import file
from consentui.journal.entries import AccountEdited, Noted, Outcome
from consentui.profile.preferences import read_config
from consentui.profile.session import Session, open_session
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from consentui.tui.app import ConsentuiApp, run_app
from tests.demo import write_demo
from tests.foreign.corpus import MARKUP
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import opened

DRIVING = "\x1b\x07\x9b\u202e\u2066"
"""Characters in these texts that can control a terminal."""


def hostile_demo(text: str) -> Session:
    """The demonstration, with a name and a note that no command would write."""
    folders = write_demo("en")
    stamp: Any = {"at": datetime(2026, 11, 20, tzinfo=UTC), "account": "instagram-9t4w"}
    edited = AccountEdited(id="01K95DEM0000000000000000AA", handle=text, **stamp)
    noted = Noted(id="01K95DEM0000000000000000BB", control="ai-objection", note=text, seen=text, **stamp)
    file.append(folders.journal, (edited, noted))
    return open_session()


@pytest.mark.parametrize("screen", ["home", "walk", "account", "rename", "letter"])
@pytest.mark.parametrize("name", ["closing markup", "opening markup", "an action", "brackets in brackets"])
async def test_markup_is_shown_as_it_was_typed(name: str, screen: str) -> None:
    async with opened(hostile_demo(MARKUP[name]), (300, 50)) as it:
        await go_to(it, screen)
        assert (MARKUP[name][:12] if screen == "home" else MARKUP[name]) in it.text


async def test_what_is_said_in_passing_is_inert_too(demo: Session) -> None:
    async with opened(demo, (200, 30)) as it:
        await it.press("a")
        await it.type("linkedin")
        await it.press("enter", "enter")
        await it.type("[/] [@click=app.quit]x[/] \x1b[31m")
        await it.press("f2", "u", "enter")
        assert it.said.startswith("Undone: LinkedIn [/]")
        assert "[@click=app.quit]x[/]" in it.said
        assert not any(char in it.text for char in DRIVING)


async def test_where_garbage_is_collected_already_nothing_is_kept_from_it(demo: Session) -> None:
    kept = gc.get_freeze_count()
    async with opened(demo):
        assert gc.get_freeze_count() <= kept


async def test_a_long_note_is_kept_whole(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "m", "tab")
        await it.type("0123456789" * 400)
        await it.press("ctrl+s")
        assert it.said == "The note is saved."
    notes = [getattr(entry, "note", "") for entry in open_session().journal.entries]
    assert "0123456789" * 400 in notes


async def test_a_name_that_is_too_long_adds_none_of_them(demo: Session) -> None:
    before = demo.accounts
    async with opened(demo) as it:
        await it.press("a")
        await it.type("linkedin")
        await it.press("enter", "enter")
        await it.type("@one, " + "x" * 1_500)
        await it.press("f2", "f2")
        assert "too long" in it.toasts[-1]
        assert demo.accounts == before


async def test_pasted_text_is_cleaned_before_a_line_shows_it(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        it.app.post_message(Paste("a\x9b31m\x1b]0;x\x07b\u202ec"))
        await it.settled()
        assert "a31m]0;xbc" in it.text


async def test_text_pasted_where_no_line_is_changes_nothing(session: Session) -> None:
    async with opened(session) as it:
        before = it.text
        it.app.post_message(Paste("d\x9b31m"))
        await it.settled()
        assert it.text == before


SIZES = [(200, 60), (60, 20), (1, 1), (80, 24)]


@every_screen
async def test_every_screen_stands_every_size(demo: Session, screen: str) -> None:
    smallest = (60, 20) if screen == "qr" else (3, 2)  # a code that does not fit is not shown
    async with opened(demo, smallest) as it:
        await go_to(it, screen)
        there = it.app.screen
        for width, height in SIZES:
            await it.resize(width, height)
            assert it.app.screen is there
            assert len(it.text.split("\n")) == height


@every_screen
async def test_every_key_shown_has_words_and_an_id_of_its_own(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        bindings = {id(active.binding): active.binding for active in it.app.screen.active_bindings.values()}.values()
        actions = {(binding.id, binding.action) for binding in bindings if binding.id}
        assert [name for name, count in Counter(name for name, _action in actions).items() if count > 1] == []
        assert it.keys
        assert all(it.keys.values())
        assert "" not in it.keys


@pytest.mark.parametrize(
    ("screen", "action", "leads_to"),
    [
        ("home", "home.report", "ReportScreen"),
        ("home", "home.search", "Search"),
        ("home", "help", "Help"),
        ("walk", "walk.note", "NoteSheet"),
        ("walk", "back", "Home"),
        ("account", "account.edit", "Rename"),
    ],
)
async def test_keys_can_be_changed_in_the_preferences(demo: Session, screen: str, action: str, leads_to: str) -> None:
    with demo.folders.config_file.open("a") as config:
        config.write(f'\n[keys]\n"{action}" = "f8,z"\n')
    demo.preferences.reload()
    async with opened(demo) as it:
        await go_to(it, screen)
        await it.press("f8")
        assert type(it.app.screen).__name__ == leads_to


async def test_a_changed_key_is_the_one_that_is_shown(demo: Session) -> None:
    with demo.folders.config_file.open("a") as config:
        config.write('\n[keys]\n"home.report" = "f8"\n')
    demo.preferences.reload()
    async with opened(demo) as it:
        assert "f8 report" in it.text
        await it.press("r")
        assert type(it.app.screen).__name__ == "Home"


async def test_what_another_program_added_is_seen(demo: Session) -> None:
    async with opened(demo) as it:
        assert "5 of 15" in it.text
        other = open_session()
        account = other.accounts.called("x-7k3f")
        other.checklist.record(account, other.accounts.control(account, "grok-memory"), Outcome.SWITCHED_OFF)
        it.app._look_again()
        await it.settled()
        assert "6 of 15" in it.text


async def test_looking_again_leaves_the_choice_where_it_is(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("down", "down")
        chosen = it.line
        other = open_session()
        other.accounts.add(other.knowledge.platform("x"), "@new")
        it.app._look_again()
        await it.settled()
        assert it.line == chosen


@pytest.mark.parametrize(
    ("screen", "remains"),
    [("walk", "Home"), ("note", "Home"), ("account", "Home"), ("rename", "Home"), ("report", "ReportScreen")],
)
async def test_an_account_that_another_program_removed_takes_its_screens_along(
    demo: Session, screen: str, remains: str
) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        other = open_session()
        other.accounts.remove(other.accounts.called("instagram-9t4w"))
        it.app._look_again()
        await it.settled()
        assert type(it.app.screen).__name__ == remains
        assert "@atelier.ml" not in it.text


async def test_a_journal_that_another_program_broke_is_told_of_once(demo: Session) -> None:
    async with opened(demo) as it:
        with demo.folders.journal.open("a") as journal:
            journal.write('\n[[entry]]\nwhat = "unheard-of"\nid = "01K95DEM0000000000000000099"\n')
        it.app._look_again()
        it.app._look_again()
        await it.settled()
        assert len(it.toasts) == 1
        assert str(demo.folders.journal) in it.toasts[0]
        assert type(it.app.screen).__name__ == "Home"


@pytest.mark.parametrize("older", ["", "older"])
async def test_what_was_saved_here_is_offered_back_when_an_older_journal_takes_its_place(
    demo: Session, older: str
) -> None:
    path = demo.folders.journal
    before = path.read_bytes() if older else b""
    async with opened(demo) as it:
        demo.journal.write(Noted, account="x-7k3f", control="grok-training", note="Saved in this sitting.")
        saved = demo.journal.entries[-1]
        path.write_bytes(before)
        it.app._look_again()
        await it.settled()
        assert "no longer has what you saved" in it.text
        await it.press("enter")
        assert "What was saved is back." in it.text
        assert saved in open_session().journal.entries
        it.app._look_again()
        await it.settled()
        assert "no longer has what you saved" not in it.text


async def test_nothing_of_a_journal_that_was_emptied_is_shown_and_it_is_told(demo: Session) -> None:
    other = open_session()
    case = other.requests.draft(other.accounts.called("x-7k3f"), Right.OBJECT_TRAINING, "en", None)
    other.letters.say(case, Said(grounds=("Mine.",)))
    demo.journal.reload()
    async with opened(demo) as it:
        await it.seen("to be sent")
        demo.folders.journal.write_bytes(b"")
        it.app._look_again()
        await it.settled()
        assert "to be sent" not in it.text
        assert any("There is data here" in one for one in it.toasts)


async def test_what_was_saved_here_is_offered_back_when_another_journal_of_its_length_takes_its_place(
    demo: Session,
) -> None:
    path = demo.folders.journal
    async with opened(demo) as it:
        demo.journal.write(Noted, account="x-7k3f", control="grok-training", note="Saved in this sitting.")
        saved = demo.journal.entries[-1]
        path.write_bytes(path.read_bytes().replace(saved.id.encode(), b"0" * 25 + b"7"))
        it.app._look_again()
        await it.settled()
        assert "no longer has what you saved" in it.text
        await it.press("enter")
    assert saved in open_session().journal.entries


async def test_what_is_written_after_that_rests_on_the_journal_that_is_there(demo: Session) -> None:
    path = demo.folders.journal
    before = path.read_bytes()
    changed = before.replace(b'note = "Clients"', b'note = "Friends"')
    path.write_bytes(changed)
    demo.journal.write(Noted, account="x-7k3f", control="grok-training", note="New.")
    assert "Friends" in [getattr(entry, "note", "") for entry in demo.journal.entries]


async def test_what_is_not_wanted_back_is_offered_once(demo: Session) -> None:
    before = demo.folders.journal.read_bytes()
    async with opened(demo) as it:
        demo.journal.write(Noted, account="x-7k3f", control="grok-training", note="Saved in this sitting.")
        demo.folders.journal.write_bytes(before)
        for _time in range(2):
            it.app._look_again()
            await it.settled()
            await it.press("escape")
        assert demo.folders.journal.read_bytes() == before
        assert "no longer has what you saved" not in it.text


async def test_a_torn_end_of_the_journal_is_told_at_start(demo: Session) -> None:
    with demo.folders.journal.open("ab") as journal:
        journal.write(b"\n[[entry]]\nat = 2026-")
    async with opened(open_session()) as it:
        assert "was incomplete" in it.toasts[-1]
        assert "journal.torn-" in it.toasts[-1]


async def test_a_torn_end_is_told_once_when_it_comes_while_running(demo: Session) -> None:
    async with opened(demo) as it:
        with demo.folders.journal.open("ab") as journal:
            journal.write(b"\n[[entry]]\nat = 2026-")
        it.app._look_again()
        it.app._look_again()
        await it.settled()
        assert len(it.toasts) == 1
        assert "was incomplete" in it.toasts[0]


async def test_what_cannot_be_saved_is_not_called_saved(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise StorageError("The entry could not be saved.", "No space left on device")

    async with opened(demo) as it:
        await it.press("enter")
        card = it.text
        monkeypatch.setattr(file.Held, "add", full)
        for keys in (("d",), ("v",), ("p",), ("u", "enter")):
            await it.press(*keys)
            assert it.said == ""
            assert it.toasts == ["The entry could not be saved.\nNo space left on device"]
        it.app.clear_notifications()
        await it.settled()
        assert it.text == card


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_ctrl_c_says_how_to_quit(demo: Session, language: str) -> None:
    set_language("fr" if language == "fr" else "en")
    async with opened(demo) as it:
        await it.press("ctrl+c")
        assert it.said == _("Press q, or ctrl+q, to quit.")
        await it.press("u", "ctrl+c")
        assert _("Undo this?") in it.text
        assert it.said == _("Press q, or ctrl+q, to quit.")


@pytest.mark.parametrize("screen", ["home", "walk", "note", "names", "credentials", "search", "help", "country"])
async def test_ctrl_q_quits_from_everywhere(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        await it.press("ctrl+q")
        assert not it.app.is_running
        assert it.app.return_code == 0


async def test_what_is_said_falls_silent(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentui.tui.shared.window.SAID_FOR_SECONDS", 0.01)
    async with opened(demo) as it:
        it.app.say("In passing.")
        while it.said:
            await it.settled()
        assert "In passing." not in it.text


async def test_a_walk_can_be_opened_from_the_start(demo: Session) -> None:
    async with opened(demo, walk="@marie_l") as it:
        assert it.text.lstrip().startswith("X · @marie_l")


async def test_without_an_account_the_walk_begins_at_the_first_thing_to_do(demo: Session) -> None:
    async with opened(demo, walk="") as it:
        assert it.text.lstrip().startswith("Instagram · @atelier.ml")


def test_running_gives_the_exit_code_and_the_preferences_to_the_terminal(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with demo.folders.config_file.open("a") as config:
        config.write('\ntheme = "light"\nmouse = false\nanimation = false\n')
    demo.preferences.config = read_config(demo.folders.config_file)
    runs: list[tuple[ConsentuiApp, bool]] = []

    def run(app: ConsentuiApp, *, mouse: bool, loop: AbstractEventLoop) -> None:
        loop.close()
        runs.append((app, mouse))

    monkeypatch.setattr(ConsentuiApp, "run", run)
    assert run_app(demo) == 0
    [(app, mouse)] = runs
    assert not mouse
    assert app.theme == "consentui-light"
    assert app.animation_level == "none"
    assert "NO_COLOR" not in os.environ

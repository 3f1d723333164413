"""What a person wants to do, from the first key to the file on disk."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from consentui.checklist.items import Item
from consentui.checklist.ways import AnotherControl, AnotherRoute, Way
from consentui.i18n import speaking
from consentui.journal.entries import Recorded
from consentui.profile.session import Session, open_session
from consentui.words.names import platform_name, surface_name
from tests.demo import write_demo
from tests.journeys.program import SETTINGS, Setting, in_every_setting, resize, start
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

SAVED = {"en": "Saved", "fr": "Enregistré", "de": "Gespeichert"}


def outcomes(session: Session) -> list[tuple[str, str, str | None]]:
    """The recorded outcomes, oldest first: control, outcome, surface."""
    return [
        (one.control, str(one.outcome), one.surface) for one in session.journal.entries if isinstance(one, Recorded)
    ]


def item_of(session: Session, ref: str) -> Item:
    return next(item for item in session.checklist.all_items() if item.ref == ref)


def add_account(terminal: Terminal, setting: Setting, platform_id: str, handle: str) -> None:
    """From the first screen to Home, adding one account and the one that has its shared settings."""
    with speaking(setting.language):
        platform = platform_name(open_session().knowledge.platform(platform_id))
    terminal.wait_for(setting.words("Start"))
    terminal.press("enter")
    terminal.wait_for("Adobe")
    terminal.type(platform_id)
    terminal.wait_until(lambda: platform in terminal.text and "Adobe" not in terminal.text, what="the search")
    terminal.press("enter")
    terminal.wait_for("Adobe")
    terminal.press("enter")
    terminal.wait_for(setting.words("How do you tell them apart?"))
    terminal.type(handle)
    terminal.wait_for(handle)
    terminal.press("f2")
    terminal.wait_for(setting.words("Accounts").upper())


def record(terminal: Terminal, key: str, then: str) -> None:
    """Press the key of an outcome and wait until it is on disk and `then` is on the screen."""
    count = len(open_session().journal.entries) + 1
    terminal.press(key)
    terminal.wait_until(lambda: len(open_session().journal.entries) == count and then in terminal.text, what=then)


def choose_way(terminal: Terminal, setting: Setting, ref: str, wanted: Callable[[Way], bool]) -> None:
    """On the back of a card, choose the first way that is wanted."""
    session = open_session()
    ways = session.checklist.ways_on(item_of(session, ref))
    at = next(number for number, way in enumerate(ways) if wanted(way))
    terminal.press(*["down"] * at, "enter")
    terminal.wait_gone(back_of_card(setting))


def back_of_card(setting: Setting) -> str:
    """The heading of the remaining ways on."""
    return setting.words("{what}. Try, in this order:").removeprefix("{what}. ")


def is_form(way: Way, url: str) -> bool:
    return isinstance(way, AnotherRoute) and way.route.url == url


@in_every_setting
def test_from_the_first_start_to_a_report_on_disk(home: Path, setting: Setting) -> None:
    with start(home, setting) as terminal:
        add_account(terminal, setting, "linkedin", "@marie")
        terminal.wait_for("LinkedIn @marie")
        terminal.press("enter")
        terminal.wait_for("LinkedIn · @marie")
        record(terminal, "d", SAVED[setting.language])
        terminal.press("escape")
        terminal.wait_for(setting.words("Accounts").upper())
        terminal.press("r")
        terminal.wait_for("Markdown · ")
        terminal.press("w")
        terminal.wait_for("f1 ")
        terminal.press("enter")
        terminal.wait_for(setting.words("Written"))
        terminal.wait_gone("f1 ")
        terminal.press("q")
        terminal.ends_well()
    session = open_session()
    assert [(account.platform, account.handle) for account in session.accounts] == [("linkedin", "@marie")]
    assert len(outcomes(session)) == 1
    report = (home / "consentui-day-2026-11-21.md").read_text()
    assert report.startswith(
        {"en": "# Report on consent", "fr": "# Rapport sur les consentements", "de": "# Bericht über"}[setting.language]
    )
    assert session.preferences.language == setting.language
    assert session.preferences.country == {"en": "GB", "fr": "FR", "de": "AT"}[setting.language]


@in_every_setting
def test_not_found_leads_to_another_surface_then_to_another_control_then_to_an_end(
    home: Path, setting: Setting
) -> None:
    ref, fallback = "instagram/ai-objection", "meta/ai-objection"
    with speaking(setting.language):
        web = surface_name("web").upper()
    remaining = back_of_card(setting)
    with start(home, setting) as terminal:
        add_account(terminal, setting, "instagram", "@marie")
        terminal.press("enter")
        terminal.wait_for("Instagram · @marie")
        record(terminal, "n", remaining)
        choose_way(terminal, setting, ref, lambda way: isinstance(way, AnotherRoute))
        terminal.wait_for(web)
        record(terminal, "x", remaining)
        choose_way(terminal, setting, ref, lambda way: way == AnotherControl(fallback))
        terminal.wait_until(lambda: terminal.rows[0].lstrip().startswith("Meta ("), what="the other account")
        record(terminal, "d", SAVED[setting.language])
        terminal.press("ctrl+q")
        terminal.ends_well()
    session = open_session()
    assert outcomes(session) == [
        ("ai-objection", "not-found", "form"),
        ("ai-objection", "not-offered", "web"),
        ("ai-objection", "sent", "web"),
    ]
    assert [item_of(session, one).standing for one in (ref, fallback)] == ["blocked", "waiting"]


@in_every_setting
def test_an_unavailable_form_leads_to_another_form_and_to_the_general_objection(home: Path, setting: Setting) -> None:
    ref, last = "meta/ai-objection", "meta/general-objection"
    remaining = back_of_card(setting)
    title = title_of(last, setting)
    routes = open_session().knowledge.control(ref).route
    forms = [route.url or "" for route in routes if route.surface == "form"]
    with start(home, setting) as terminal:
        add_account(terminal, setting, "meta", "@marie")
        terminal.press("enter")
        terminal.wait_for(title_of(ref, setting))
        terminal.press(*["right"] * [route.url for route in routes].index(forms[0]))
        terminal.wait_for(forms[0])
        for form in forms[1:]:
            record(terminal, "f", remaining)
            choose_way(terminal, setting, ref, partial(is_form, url=form))
            terminal.wait_for(form)
        record(terminal, "f", remaining)
        choose_way(terminal, setting, ref, lambda way: way == AnotherControl(last))
        terminal.wait_for(title)
        record(terminal, "d", setting.words("Waiting for an answer").upper())
        terminal.press("ctrl+q")
        terminal.ends_well()
    session = open_session()
    assert outcomes(session) == [
        *[("ai-objection", "form-unavailable", "form")] * len(forms),
        ("general-objection", "sent", "form"),
    ]
    assert item_of(session, last).standing == "waiting"


def title_of(ref: str, setting: Setting) -> str:
    """The title of a control in the setting's language."""
    return open_session().knowledge.control(ref).title.in_language(setting.language)


@pytest.mark.parametrize("key", ["d", "n", "v", "p"])
def test_what_was_called_saved_survives_a_kill(home: Path, key: str) -> None:
    write_demo("en")
    before = len(open_session().journal.entries)
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.press("enter")
        terminal.wait_for("1 of 6")
        terminal.press(key)
        terminal.wait_for("Saved")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    session = open_session()
    assert len(session.journal.entries) == before + 1
    assert session.journal.torn is None
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")


def test_after_a_kill_one_comes_back_to_the_card_that_was_left(home: Path) -> None:
    write_demo("en")
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.press("enter")
        terminal.wait_for("1 of 6")
        terminal.press("tab")
        terminal.wait_for("2 of 6")
        card = terminal.rows[2]
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.press("enter")
        terminal.wait_until(lambda: terminal.rows[2] == card, what=card)


def test_two_programs_at_once_see_what_the_other_wrote_and_lose_nothing(home: Path) -> None:
    write_demo("en")
    before = outcomes(open_session())
    with ExitStack() as running:
        one = running.enter_context(start(home))
        one.wait_for("ACCOUNTS")
        one.press("enter")
        one.wait_for("1 of 6")
        # Started only now, because each program begins with the card shown last in any of them.
        other = running.enter_context(start(home, SETTINGS[0], "walk", "x-7k3f"))
        other.wait_for("X · @marie_l")
        looker = running.enter_context(start(home))
        looker.wait_for("settled")
        for terminal, key in ((one, "d"), (other, "d"), (one, "d"), (other, "p"), (other, "d"), (one, "p")):
            record(terminal, key, "Saved")
        looker.wait_for("8 of 34 settled")
        for terminal in (one, other, looker):
            terminal.press("ctrl+q")
            terminal.ends_well()
    session = open_session()
    assert session.journal.torn is None
    assert outcomes(session)[: len(before)] == before
    assert len(outcomes(session)) == len(before) + 6


def test_the_window_may_change_at_any_moment(home: Path) -> None:
    write_demo("en")
    with start(home, SETTINGS[1]) as terminal:
        terminal.wait_for("ACCOUNTS")
        for cols, rows in ((60, 20), (200, 50), (30, 10), (80, 24)):
            resize(terminal, cols, rows)
        terminal.press("enter")
        terminal.wait_for("1 of 6")
        for cols, rows in ((50, 15), (120, 40)):
            resize(terminal, cols, rows)
        record(terminal, "d", "Saved")
        terminal.press("q")
        terminal.ends_well()

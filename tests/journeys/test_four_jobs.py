"""Four people do their jobs, each from a fresh start to the result.

They have 300 brand accounts, 40 accounts of a staff, three persons helped by a volunteer, and two accounts on one
platform.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from consentui.i18n import speaking
from consentui.journal.entries import Recorded
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.tui.home.policy_row import session_against_policy
from consentui.words.groups import accounts_words
from consentui.words.policy import against_words
from tests.journeys.program import Setting, press, start
from tests.journeys.terminal import Terminal
from tests.journeys.test_journeys import add_account
from tests.pdfs import read

pytestmark = pytest.mark.journey

SMALL_AND_LARGE = [Setting("en", 80, 24), Setting("fr", 80, 24), Setting("en", 200, 60), Setting("fr", 200, 60)]
in_small_and_large = pytest.mark.parametrize(
    "setting", SMALL_AND_LARGE, ids=[f"{one.language}-{one.cols}x{one.rows}" for one in SMALL_AND_LARGE]
)
HEAD = "platform,name,type,owner,client"


def import_list(terminal: Terminal, setting: Setting, path: Path, rows: Iterable[str]) -> None:
    """From the first screen to Home, importing the accounts of a list."""
    path.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    terminal.wait_for(setting.words("Start"))
    terminal.press("down", "down", "down", "enter")
    terminal.wait_for("f2 ")
    terminal.type(str(path))
    terminal.press("enter")
    terminal.wait_for("@")
    terminal.press("f2")
    at_home(terminal, setting)


def at_home(terminal: Terminal, setting: Setting) -> None:
    terminal.wait_for(setting.words("Accounts").upper())


def write_report(terminal: Terminal, path: Path) -> None:
    """From the preview of a report, write the file that is proposed; wait until it is at this path."""
    terminal.wait_quiet()
    terminal.press("w")
    terminal.wait_for("f1 ")
    terminal.press("enter")
    terminal.wait_until(path.exists, what=f"{path.name} to be written")


def recorded(session: Session) -> list[Recorded]:
    return [one for one in session.journal.entries if isinstance(one, Recorded)]


def many(setting: Setting, count: int) -> str:
    with speaking(setting.language):
        return accounts_words(count)


@in_small_and_large
def test_300_brand_accounts_are_imported_settled_60_at_once_found_and_reported(home: Path, setting: Setting) -> None:
    platforms = ("x", "instagram", "linkedin", "tiktok", "facebook")
    rows = [f"{platforms[at % 5]},@brand-{at:03d},business,Ana,Client {at // 30}" for at in range(300)]
    with start(home, setting) as terminal:
        import_list(terminal, setting, home / "accounts.csv", rows)
        terminal.wait_for(many(setting, 60))
        terminal.press("enter")
        terminal.wait_for(setting.words("{count} of {whole} marked").format(count=60, whole=60))
        terminal.press("d")
        terminal.wait_until(lambda: len(recorded(open_session())) == 60, what="an outcome for each")
        terminal.press("escape")
        at_home(terminal, setting)
        press(terminal, "/")
        terminal.type("brand-123")
        terminal.wait_for("@brand-123")
        terminal.press("escape", "escape")
        at_home(terminal, setting)
        press(terminal, "p")
        press(terminal, "o")
        terminal.wait_for("@brand-")
        press(terminal, "r")
        terminal.press("n")
        terminal.wait_for(setting.words("names in full"))
        write_report(terminal, home / "consentui-portfolio-2026-11-21.md")
    assert set(Counter(one.control for one in recorded(open_session())).values()) == {60}
    written = (home / "consentui-portfolio-2026-11-21.md").read_text()
    assert written.count("@brand-") == 300


@in_small_and_large
def test_40_staff_accounts_are_held_against_a_policy_up_to_the_page_for_the_board(home: Path, setting: Setting) -> None:
    platforms = ("chatgpt", "slack", "zoom", "github")
    rows = [f"{platforms[at % 4]},@staff-{at:02d},work,Head {at % 3},Dept {at % 5}" for at in range(40)]
    with start(home, setting) as terminal:
        import_list(terminal, setting, home / "staff.csv", rows)
        terminal.press("q")
        terminal.ends_well()
    with start(home, setting, "policy", "init") as terminal:
        assert terminal.wait_exit() == 0
    with start(home, setting, "status", "--policy") as terminal:
        assert terminal.wait_exit() == 1
    with speaking(setting.language):
        found = session_against_policy(open_session())
        assert found
        words = against_words(found.deviating, found.to_look_at)
    with start(home, setting) as terminal:
        terminal.wait_for(words)
        press(terminal, "r")
        for _kind in range(4):
            press(terminal, "k")
        terminal.wait_for(setting.words("Who is responsible, by when"))
        press(terminal, "f")
        press(terminal, "f")
        terminal.wait_for("PDF")
        write_report(terminal, home / "consentui-board-2026-11-21.pdf")
    assert len(read((home / "consentui-board-2026-11-21.pdf").read_bytes()).pages) == 1


@in_small_and_large
def test_three_persons_are_gone_between_and_reported_together(home: Path, setting: Setting) -> None:
    for name in ("ana", "bela"):
        session = open_session(name)
        write_setting(session.folders.config_file, "language", setting.language)
        session.accounts.add(session.knowledge.platform("x"), f"@{name}")
    with start(home, setting) as terminal:
        add_account(terminal, setting, "linkedin", "@me")
        press(terminal, "p")
        terminal.wait_for("bela")
        press(terminal, "o")
        terminal.wait_for("@bela")
        terminal.press("r")
        terminal.wait_for(setting.words("By client"))
        write_report(terminal, home / "consentui-portfolio-2026-11-21.md")
        terminal.press("escape")
        terminal.wait_for("@bela")
        terminal.press("escape")
        terminal.wait_for("● default")
        terminal.press("up", "enter")
        terminal.wait_for("X @bela")
        assert "@me" not in terminal.text
    written = (home / "consentui-portfolio-2026-11-21.md").read_text()
    assert all(name in written for name in ("ana", "bela", "default"))
    assert "@bela" not in written, "names are masked unless they are wanted"


@in_small_and_large
def test_of_two_accounts_on_one_platform_the_one_that_is_meant_is_settled(home: Path, setting: Setting) -> None:
    session = open_session()
    write_setting(session.folders.config_file, "language", setting.language)
    platform = session.knowledge.platform("x")
    for name in ("@private", "@shop"):
        session.accounts.add(platform, name)
    with start(home, setting) as terminal:
        at_home(terminal, setting)
        press(terminal, "/")
        terminal.type("grok training")
        terminal.wait_for("xAI")
        press(terminal, "down")
        terminal.press("enter")
        terminal.wait_for("@shop")
        terminal.wait_for("@private")
        terminal.press("down", "space")
        terminal.wait_for(setting.words("{count} of {whole} marked").format(count=1, whole=2))
        terminal.press("d")
        terminal.wait_until(lambda: len(recorded(open_session())) == 1, what="one outcome")
    (one,) = recorded(open_session())
    assert open_session().accounts.called(one.account).handle == "@shop"

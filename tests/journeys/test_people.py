"""Several people on one machine: begun, switched between, and never begun by a typing error."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.profile.session import open_session
from consentui.storage.places import all_profiles
from tests.demo import write_demo
from tests.journeys.program import SETTINGS, Setting, in_every_setting, press, start
from tests.journeys.test_journeys import add_account

pytestmark = pytest.mark.journey


@in_every_setting
def test_another_person_begins_and_one_comes_back_without_leaving(home: Path, setting: Setting) -> None:
    write_demo(setting.language)
    with start(home, setting) as terminal:
        terminal.wait_for("@marie_l")
        terminal.press("p")
        terminal.wait_for("● default")
        press(terminal, "a")
        terminal.type("Zoé")
        terminal.wait_for("zoe")
        terminal.press("enter")
        terminal.wait_gone("● default")
        add_account(terminal, setting, "linkedin", "@zoe")
        terminal.wait_for("LinkedIn @zoe")
        terminal.press("p")
        terminal.wait_for("● zoe")
        terminal.wait_for("░")
        terminal.press("up", "enter")
        terminal.wait_for("@marie_l")
        assert "@zoe" not in terminal.text
        terminal.press("q")
        terminal.ends_well()
    assert [one.handle for one in open_session("zoe").accounts] == ["@zoe"]
    assert all(one.handle != "@zoe" for one in open_session().accounts)


def test_a_mistyped_profile_is_asked_about_before_anything_begins(home: Path) -> None:
    anna = open_session("anna")
    anna.accounts.add(anna.knowledge.platform("linkedin"), "@anna")
    with start(home, SETTINGS[0], "--profile", "ana") as terminal:
        terminal.wait_for("Did you mean “anna”?")
        terminal.type("y")
        terminal.press("enter")
        terminal.wait_for("LinkedIn @anna")
        terminal.press("q")
        terminal.ends_well()
    assert all_profiles() == ("anna",)

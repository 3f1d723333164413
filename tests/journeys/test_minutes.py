"""A walk of ten minutes, from the key on Home to what was gained."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.checklist.minutes import best_within
from consentui.journal.entries import Recorded
from consentui.profile.preferences import write_setting
from consentui.profile.session import open_session
from tests.journeys.program import Setting, in_every_setting, press, start

pytestmark = pytest.mark.journey


@in_every_setting
def test_ten_minutes_go_over_all_accounts_and_end(home: Path, setting: Setting) -> None:
    session = open_session()
    write_setting(session.folders.config_file, "country", "FR")
    write_setting(session.folders.config_file, "language", setting.language)
    session = open_session()
    for platform in ("x", "linkedin"):
        session.accounts.add(session.knowledge.platform(platform), "@marie")
    best = best_within(session.checklist.all_items(), 10)
    with start(home, setting) as terminal:
        terminal.wait_for("@marie")
        press(terminal, "t")
        for number, item in enumerate(best, 1):
            place = setting.words("{number} of {count}").format(number=number, count=len(best))
            terminal.wait_for(place)
            terminal.wait_for(f"{item.platform.name} · @marie")
            terminal.press("d")
        terminal.wait_for(setting.words("Done for today"))
        assert "(LinkedIn @marie)" in terminal.text
        terminal.press("enter")
        terminal.wait_for(setting.words("Accounts").upper())
        terminal.press("q")
        terminal.ends_well()
    recorded = [one.control for one in open_session().journal.entries if isinstance(one, Recorded)]
    assert recorded == [item.control.id for item in best]

"""Work in a thread: the screen takes what it asked for last."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from consentui.errors import ConsentuiError, UsageError
from consentui.export.models import Format, Wanted
from consentui.i18n import Language
from consentui.profile.session import Session
from consentui.tui.home.search import Search
from consentui.tui.reports.report import PreparedReport, ReportScreen
from consentui.tui.shared.in_thread import in_thread
from tests.tui.driving import opened


async def test_what_was_asked_for_before_is_not_taken_even_if_it_is_found_last(demo: Session) -> None:
    begun, go_on, taken = Event(), Event(), list[str]()

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "first"

    async with opened(demo) as it:
        screen = Search()
        await it.app.push_screen(screen)
        in_thread(screen, "test", slow, taken.append)
        await asyncio.to_thread(begun.wait, 10)
        in_thread(screen, "test", lambda: "second", taken.append)
        await it.settled()
        go_on.set()
        await it.settled()
    assert taken == ["second"]


async def test_why_what_was_asked_for_before_failed_is_not_told_either(demo: Session) -> None:
    begun, go_on, told = Event(), Event(), list[ConsentuiError]()

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        raise UsageError("It failed.")

    async with opened(demo) as it:
        screen = Search()
        await it.app.push_screen(screen)
        in_thread(screen, "test", slow, lambda _found: None, told.append)
        await asyncio.to_thread(begun.wait, 10)
        in_thread(screen, "test", lambda: "second", lambda _found: None)
        go_on.set()
        await it.settled()
    assert told == []


async def test_the_names_in_a_report_are_those_that_the_screen_says_however_late_the_others_come(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    work_out = ReportScreen._worked_out

    def slow_with_masked_names(screen: ReportScreen, wanted: Wanted, form: Format, spoken: Language) -> PreparedReport:
        made = work_out(screen, wanted, form, spoken)
        if wanted.names == "masked":
            go_on.wait(10)
        return made

    monkeypatch.setattr(ReportScreen, "_worked_out", slow_with_masked_names)
    async with opened(demo) as it:
        screen = ReportScreen()
        await it.app.push_screen(screen)
        screen.action_names()
        await it.settled()
        go_on.set()
        await it.settled()
        assert screen._made
        assert screen._made.wanted.names == "full"
        assert "names in full" in it.text

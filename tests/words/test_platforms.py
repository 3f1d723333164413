"""The page about a platform."""

from __future__ import annotations

from consentui.words.platforms import platform_page
from tests.builders import TODAY, a_platform, a_text, an_event


def test_the_newest_event_stands_first_with_its_source() -> None:
    older, newer = an_event(date="2026-01-02", what=a_text("older")), an_event(date="2026-03", what=a_text("newer"))
    parts = dict(platform_page(a_platform(event=(older, newer)), None, TODAY))
    lines = parts["What happened"].splitlines()
    assert lines == [f"March 2026: {newer.what.en}", newer.url, f"2 January 2026: {older.what.en}", older.url]


def test_without_events_or_a_company_nothing_is_said_of_them() -> None:
    parts = dict(platform_page(a_platform(), None, TODAY))
    assert list(parts) == ["", "How old this is"]
    assert parts[""].startswith("1 control\n")
    assert parts["How old this is"].startswith("last checked on ")

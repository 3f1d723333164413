"""What changed on the person's platforms: Home's row leads there, and that the person looked is remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consentui.i18n import Language
from consentui.knowledge.partial_dates import last_day
from consentui.profile.memory import read_news_day, write_news_day
from consentui.profile.news import news
from consentui.profile.session import Session
from consentui.tui.home.news import News
from tests.builders import TODAY
from tests.tui.driving import opened

LONG_AGO = date(2024, 1, 1)
TALL = (100, 60)


@pytest.fixture
def behind(demo: Session) -> Session:
    """The demonstration's person, who has not looked for years."""
    write_news_day(demo.folders.state, LONG_AGO)
    return demo


async def test_homes_row_counts_what_changed_and_leads_to_it(behind: Session) -> None:
    count = len(news(behind, TODAY))
    assert count > 1
    async with opened(behind, TALL) as it:
        assert it.options[it.rows.get_option_index("news:")] == f"{count} changes since you last looked"
        await it.choose("news:")
        assert isinstance(it.app.screen, News)


async def test_one_change_is_one_change(demo: Session) -> None:
    newest, second, *_rest = news(demo, TODAY, LONG_AGO)
    assert last_day(newest.on) > last_day(second.on)
    write_news_day(demo.folders.state, last_day(second.on))
    async with opened(demo, TALL) as it:
        assert it.options[it.rows.get_option_index("news:")] == "1 change since you last looked"


async def test_the_newest_stands_first_with_its_day_its_source_and_what_to_look_at(behind: Session) -> None:
    newest = news(behind, TODAY)[0]
    async with opened(behind, TALL) as it:
        await it.press("n")
        flowing = " ".join(it.sheet.split())
        assert flowing.startswith("What changed Since 1 January 2024: ")
        assert newest.what.en[:60] in flowing
        assert "Review: " in flowing
        assert newest.url[:60] in flowing


async def test_looking_is_remembered_when_the_sheet_is_closed_and_the_row_goes(behind: Session) -> None:
    async with opened(behind, TALL) as it:
        await it.press("n")
        assert read_news_day(behind.folders.state) == LONG_AGO
        await it.press("escape")
        assert read_news_day(behind.folders.state) == TODAY
        assert type(it.app.screen).__name__ == "Home"
        assert "news:" not in it.ids
        await it.press("n")
        assert "Nothing has changed since 21 November 2026." in " ".join(it.sheet.split())
    async with opened(behind, TALL) as it:
        assert "news:" not in it.ids


async def test_old_facts_say_their_age_on_home_and_what_it_means_there(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", "2029-01-15T12:00:00+00:00")
    write_news_day(demo.folders.state, date(2029, 1, 2))
    async with opened(demo, TALL) as it:
        row = it.options[it.rows.get_option_index("age:")]
        assert row == "What is known here was last checked 2 years ago"
        await it.choose("age:")
        words = " ".join(it.sheet.split())
        assert "most of it should have been checked again since" in words
        assert "What changed since 2 January 2029 is not known" in words
        assert "Nothing has changed" not in words


async def test_facts_that_are_as_young_as_they_should_be_need_no_row(demo: Session) -> None:
    async with opened(demo, TALL) as it:
        assert "age:" not in it.ids


async def test_a_day_that_cannot_be_remembered_does_no_harm(behind: Session) -> None:
    async with opened(behind, TALL) as it:
        (behind.folders.state / "news.json").unlink()
        (behind.folders.state / "news.json").mkdir()
        await it.press("n", "escape")
        assert type(it.app.screen).__name__ == "Home"
        assert it.toasts == []


async def test_without_anything_new_home_has_no_such_row(demo: Session) -> None:
    write_news_day(demo.folders.state, TODAY)
    async with opened(demo, TALL) as it:
        assert "news:" not in it.ids


async def test_someone_without_accounts_has_no_news(demo: Session) -> None:
    for account in demo.accounts:
        demo.accounts.remove(account)
    async with opened(demo) as it:
        assert "news:" not in it.ids
        await it.press("n")
        assert "Nothing has changed since 21 November 2025." in " ".join(it.sheet.split())


@pytest.mark.parametrize(
    ("language", "row", "title"),
    [
        ("en", " changes since you last looked", "What changed"),
        ("fr", " changements depuis votre dernier passage", "Ce qui a changé"),
    ],
)
async def test_news_speak_the_persons_language(
    demo_in: Callable[[Language], Session], language: Language, row: str, title: str
) -> None:
    session = demo_in(language)
    write_news_day(session.folders.state, LONG_AGO)
    newest = news(session, TODAY)[0]
    async with opened(session, TALL) as it:
        assert row in it.options[it.rows.get_option_index("news:")]
        await it.press("n")
        flowing = " ".join(it.sheet.split())
        assert flowing.startswith(title)
        assert " ".join(newest.what.in_language(language).split())[:60] in flowing

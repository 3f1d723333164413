"""What changed on the person's platforms since they last looked."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from consentui.journal import file
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.changes import Change
from consentui.profile.memory import write_news_day
from consentui.profile.news import FIRST_LOOK, last_look, news, seen_up_to
from consentui.profile.session import Session
from tests.builders import ACCOUNT, TODAY, a_platform, account_added, account_removed, an_event
from tests.knowledge.files import a_base

ADDED = date(2026, 1, 1)
"""The day on which the builders' accounts were added."""
CHIRP = a_platform(event=(an_event(date="2025-12-31"), an_event(date="2026-01-02"), an_event(date="2026-06-01")))
NEST = a_platform(id="nest", event=(an_event(date="2026-07-01"),))


@pytest.fixture
def chirping(session: Session, tmp_path: Path) -> Session:
    """A session with an account on Chirp, and a knowledge base with Chirp and Nest."""
    file.append(session.folders.journal, [account_added()])
    return Session(session.folders, KnowledgeBase(a_base(tmp_path / "data", CHIRP, NEST)))


def days(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.platform.id, change.on) for change in changes]


def test_before_the_first_look_it_is_what_came_after_the_first_account(chirping: Session) -> None:
    assert last_look(chirping, TODAY) == ADDED
    assert days(news(chirping, TODAY)) == [("chirp", "2026-06-01"), ("chirp", "2026-01-02")]


def test_of_several_accounts_the_first_counts(chirping: Session) -> None:
    later = account_added(1, account="nest-0001", platform="nest", at=account_added().at + timedelta(days=200))
    file.append(chirping.folders.journal, [later])
    chirping.journal.reload()
    assert last_look(chirping, TODAY) == ADDED
    assert days(news(chirping, TODAY))[0] == ("nest", "2026-07-01")


def test_after_a_look_it_is_what_came_later(chirping: Session) -> None:
    write_news_day(chirping.folders.state, date(2026, 5, 31))
    assert days(news(chirping, TODAY)) == [("chirp", "2026-06-01")]
    write_news_day(chirping.folders.state, date(2026, 6, 1))
    assert news(chirping, TODAY) == ()


def test_whoever_looks_has_seen_no_more_than_was_known_then(chirping: Session) -> None:
    checked = CHIRP.control[0].verified_on
    assert checked < TODAY
    assert seen_up_to(chirping, TODAY) == checked
    assert seen_up_to(chirping, checked - timedelta(days=1)) == checked - timedelta(days=1)


def test_a_day_that_is_asked_for_goes_before_the_last_look(chirping: Session) -> None:
    write_news_day(chirping.folders.state, TODAY)
    assert len(news(chirping, TODAY, date(2025, 1, 1))) == 3


def test_platforms_without_an_account_are_no_news(chirping: Session) -> None:
    file.append(chirping.folders.journal, [account_removed()])
    chirping.journal.reload()
    assert news(chirping, TODAY, date(2020, 1, 1)) == ()


def test_nor_are_platforms_that_are_not_known(chirping: Session) -> None:
    file.append(chirping.folders.journal, [account_added(1, account="myspace-0001", platform="myspace")])
    chirping.journal.reload()
    assert {platform for platform, _day in days(news(chirping, TODAY))} == {"chirp"}


def test_someone_without_accounts_looks_a_year_back(session: Session) -> None:
    assert last_look(session, TODAY) == TODAY - FIRST_LOOK == date(2025, 11, 21)
    assert news(session, TODAY) == ()


def test_an_account_that_is_gone_counts_no_more(chirping: Session) -> None:
    file.append(chirping.folders.journal, [account_removed(account=ACCOUNT)])
    chirping.journal.reload()
    assert last_look(chirping, TODAY) == TODAY - FIRST_LOOK

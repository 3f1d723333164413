"""The people on this machine: listed, switched to, begun and forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.i18n import language
from consentui.journal.entries import Outcome
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Right
from consentui.storage.places import all_profiles, is_begun
from tests.tui.driving import opened


def a_person(profile: str, *platforms: str, spoken: str = "en") -> Session:
    """Somebody in Ireland with an account on each of these platforms."""
    session = open_session(profile)
    write_setting(session.folders.config_file, "language", spoken)
    write_setting(session.folders.config_file, "country", "IE")
    for platform in platforms:
        session.accounts.add(session.knowledge.platform(platform), f"@{profile}")
    return open_session(profile)


async def test_each_person_has_a_row_with_what_is_settled_of_all(demo: Session) -> None:
    anna = a_person("anna", "x")
    first = anna.checklist.all_items()[0]
    anna.checklist.record(first.account, first.control, Outcome.SWITCHED_OFF)
    counted = sum(item.is_counted for item in anna.checklist.all_items())
    async with opened(demo, (80, 24)) as it:
        await it.press("p")
        assert it.ids == ["anna", "default"]
        assert it.line.startswith("● default")
        row = next(line for line in it.options if "anna" in line)
        assert f"1 of {counted}" in row
        assert "1 account" in row
        assert "2 people" in it.text


async def test_a_late_answer_of_another_person_is_seen(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = a_person("anna", "x")
    case = anna.requests.draft(anna.accounts.called("x"), Right.ACCESS, "en", None)
    text = letter(Kind.ACCESS, anna.facts.of(case, Person("Anna"), "email"), "en")
    anna.requests.record_sent(case, Kind.ACCESS, text, "email", "", date(2026, 11, 21))
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-15T12:00:00+00:00")
    async with opened(demo, (80, 24)) as it:
        await it.press("p")
        row = next(line for line in it.options if "anna" in line)
        assert row.rstrip().endswith("1 overdue")


async def test_enter_goes_to_a_person_and_their_language_without_leaving(demo: Session) -> None:
    a_person("anna", "linkedin", spoken="fr")
    async with opened(demo) as it:
        await it.press("p")
        await it.choose("anna")
        await it.reached("Home")
        assert "LinkedIn @anna" in it.text
        assert "@marie_l" not in it.text
        assert "consentui  anna · Irlande" in it.text
        assert language() == "fr"
        await it.press("p")
        await it.choose("default")
        await it.reached("Home")
        assert "@marie_l" in it.text
        assert language() == "en"


async def test_what_is_done_after_going_to_a_person_is_theirs(demo: Session) -> None:
    a_person("anna", "x")
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await it.press("p")
        await it.choose("anna")
        await it.reached("Home")
        await it.press("enter", "d")
    assert len(open_session().journal.entries) == before
    assert len(open_session("anna").journal.entries) == 2


async def test_enter_on_the_person_who_is_there_goes_back(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("p", "enter")
        await it.reached("Home")
        assert it.app.session is demo


async def test_another_person_begins_with_a_name_and_the_first_minute(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.press("p", "a")
        await it.type("Zoé Lefèvre")
        assert "“zoe-lefevre”" in it.sheet
        await it.press("enter")
        await it.reached("FirstRun")
        assert it.app.session.profile == "zoe-lefevre"
        assert it.text.split()[:2] == ["consentui", "zoe-lefevre"]
        await it.press("p")
        assert it.ids == ["default", "zoe-lefevre"]
        await it.choose("default")
        await it.reached("Home")


async def test_a_name_that_is_taken_or_empty_begins_nobody(demo: Session) -> None:
    a_person("anna")
    async with opened(demo) as it:
        await it.press("p", "a")
        await it.type("…")
        await it.press("enter")
        assert it.said == "Use some letters."
        await it.type("Anna")
        await it.press("enter")
        assert "There is already a profile “anna”." in it.toasts[0]
        await it.reached("NewPerson")
    assert all_profiles() == ("anna", "default")


async def test_a_person_is_forgotten_only_once_that_was_asked_and_chosen(demo: Session) -> None:
    a_person("anna", "x")
    async with opened(demo, (80, 24)) as it:
        await it.press("p")
        it.rows.highlighted = 0
        await it.press("delete")
        await it.reached("Confirm")
        assert "Forget the profile “anna”?" in it.text
        assert "1 journal entry" in it.text
        await it.press("enter")
        assert is_begun("anna")
        await it.press("delete")
        await it.reached("Confirm")
        await it.press("down", "enter")
        await it.seen("Forgotten.")
        assert it.ids == ["default"]
    assert not is_begun("anna")
    assert open_session().accounts


async def test_who_forgets_the_person_who_is_there_goes_to_another(demo: Session) -> None:
    a_person("anna", "x")
    async with opened(demo) as it:
        await it.press("p", "delete")
        await it.reached("Confirm")
        await it.press("down", "enter")
        await it.reached("Home")
        assert it.app.session.profile == "anna"
        assert "X @anna" in it.text
    assert all_profiles() == ("anna",)


async def test_a_person_whose_files_cannot_be_read_is_named_and_not_gone_to(demo: Session) -> None:
    anna = a_person("anna", "x")
    anna.folders.journal.write_text("nonsense", encoding="utf-8")
    async with opened(demo) as it:
        await it.press("p")
        assert it.ids == ["anna", "default"]
        await it.choose("anna")
        assert it.toasts
        await it.reached("People")
        assert it.app.session is demo


async def test_the_settings_lead_to_the_people(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("people")
        await it.reached("People")

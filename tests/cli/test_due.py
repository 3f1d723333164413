"""`consentui due`, `authority` and `calendar`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from consentui.profile.session import open_session
from tests.cli.conftest import Call


@pytest.fixture
def reference(call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    """An objection from France that Meta received on 31 January 2027."""
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre")
    call("account", "add", "facebook", "--handle", "marie.l")
    reference = call("request", "draft", "facebook", "--control", "ai-objection").out.strip()
    call("request", "sent", reference, "--how", "post")
    call("request", "received", reference)
    return reference


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", f"{day}T12:00:00+00:00")


def days(path: Path) -> dict[str, date]:
    """The days of the entries of a calendar file, by their ids."""
    return {str(one["uid"]): one.decoded("dtstart") for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def events(path: Path) -> dict[str, date]:
    """The days of the entries of a calendar file, by their titles."""
    return {str(one["summary"]): one.decoded("dtstart") for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def test_without_requests_nothing_is_due(call: Call, account: str) -> None:
    said = call("due")
    assert (said.code, said.out, said.err) == (0, "", "No request is waiting for an answer.\n")
    assert call("due", "--json").json == {"as_of": "2026-11-21", "due": []}


def test_where_no_law_sets_a_day_an_answer_is_still_awaited(call: Call, account: str) -> None:
    call("config", "set", "country", "AU")
    reference = call("request", "draft", account, "--right", "access").out.strip()
    call("identity", "set", "--name", "Marie Lefèvre")
    assert call("due").err == "No request is waiting for an answer.\n"
    call("request", "sent", reference, "--how", "post")
    said = call("due")
    assert (said.code, said.out) == (0, "")
    assert said.err == "An answer is awaited, but no law known here sets a date for it.\n"


@pytest.mark.parametrize(
    ("day", "left", "code"),
    [("2027-01-31", "29 days left", 0), ("2027-03-01", "due today", 0), ("2027-03-02", "1 day late", 1)],
)
def test_what_is_due_is_told_and_being_late_is_exit_code_1(
    call: Call, reference: str, monkeypatch: pytest.MonkeyPatch, day: str, left: str, code: int
) -> None:
    on(monkeypatch, day)
    said = call("due")
    assert said.code == code
    assert said.rows[0][:3] == [reference, "1 March 2027", left]
    assert call("due", "--json").code == code


def test_due_answers_other_programs(call: Call, reference: str) -> None:
    tree = call("due", "--json").json
    assert tree["as_of"] == "2027-01-31"
    assert tree["due"] == [
        {
            "request": reference,
            "account": open_session().accounts[0].id,
            "tags": [],
            "company": "Meta Platforms Ireland Limited",
            "due": "2027-03-01",
            "set_by": "law",
            "status": "waiting",
            "rules": ["gdpr-21-1", "gdpr-18", "eu-start", "gdpr-12-3", "eu-months", "eu-roll"],
        }
    ]


def test_what_comes_first_stands_first(call: Call, reference: str, monkeypatch: pytest.MonkeyPatch) -> None:
    call("request", "reply", reference, "extended", "--reasons")
    second = call("request", "draft", "facebook", "--right", "access").out.strip()
    call("request", "sent", second)
    assert [row[0] for row in call("due").rows] == [second, reference]


@pytest.mark.parametrize("answer", ["granted", "refused"])
def test_an_answered_request_is_not_due(
    call: Call, reference: str, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    call("request", "reply", reference, answer)
    on(monkeypatch, "2027-03-02")
    said = call("due")
    assert (said.code, said.out) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--country", "FR"), ("Commission nationale de l'informatique et des libertés (CNIL)", "https://www.cnil.fr")),
        (("--country", "gb"), ("Information Commissioner", "ICO")),
        (("--country", "CH"), ("EDÖB",)),
        (("--country", "DE", "--region", "hh"), ("Hamburg",)),
    ],
)
def test_the_authority_of_a_country_is_shown(call: Call, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    said = call("authority", *arguments)
    assert said.code == 0
    for word in words:
        assert word in said.out
    assert said.err.startswith("Contact details as of ")
    assert call("authority", *arguments, "--json").json["country"] == arguments[1].upper()


def test_ones_own_country_is_meant(call: Call, reference: str) -> None:
    assert call("authority", "--json").json["short"] == "CNIL"


def test_in_germany_the_regions_are_named(call: Call) -> None:
    said = call("authority", "--country", "DE")
    assert (said.code, said.out) == (1, "")
    assert "HH\tHamburg\t" in said.err
    assert said.err.splitlines()[-1].startswith("No authority is known for this")


def test_a_region_that_does_not_exist_is_an_error(call: Call) -> None:
    for country, told in (("DE", "There is no region called “XX”."), ("FR", "one authority covers the whole country")):
        said = call("authority", "--country", country, "--region", "XX")
        assert (said.code, said.out) == (2, "")
        assert told in said.err


def test_in_the_united_states_californias_is_what_there_is(call: Call) -> None:
    said = call("authority", "--country", "US")
    assert (said.code, said.out) == (1, "")
    assert "CA\tCalifornia\tCalifornia Privacy Protection Agency" in said.err
    found = call("authority", "--country", "US", "--region", "CA").out
    assert "https://privacy.ca.gov/submit-a-complaint" in found
    assert "https://oag.ca.gov/contact/consumer-complaint-against-business-or-company" in found


def test_the_region_of_the_preferences_is_meant_in_ones_own_country_alone(call: Call) -> None:
    call("config", "set", "country", "DE")
    call("config", "set", "region", "HH")
    assert call("authority", "--json").json["short"] == "HmbBfDI"
    assert call("authority", "--country", "US").code == 1


def test_a_country_without_a_known_authority_is_exit_code_1(call: Call) -> None:
    assert call("authority", "--country", "ZZ").code == 1


def test_the_calendar_has_deadlines_and_reviews_each_with_its_company_or_platform(
    call: Call, reference: str, tmp_path: Path
) -> None:
    account = call("account", "list", "--json").json["accounts"][0]["id"]
    call("record", account, "search-engines", "switched-off")
    path = tmp_path / "x.ics"
    assert call("calendar", "--output", str(path)).err == f"Written: {path}\n"
    title = open_session().knowledge.control("facebook/search-engines").title.en
    assert events(path) == {
        f"Meta Platforms Ireland Limited: answer due (objection to AI training, Art. 21(1), {reference})": date(
            2027, 3, 1
        ),
        f"Review: Facebook: {title} · marie.l": date(2028, 1, 31),
    }


def test_importing_again_updates(call: Call, reference: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.ics"
    call("calendar", "-o", str(path))
    before = days(path)
    on(monkeypatch, "2027-02-10")
    call("request", "reply", reference, "extended", "--reasons")
    refused = call("calendar", "-o", str(path))
    assert refused.code == 2
    assert "--force" in refused.err
    assert days(path) == before
    assert call("calendar", "-o", str(path), "--force").code == 0
    after = days(path)
    assert set(after) == set(before)
    assert set(after.values()) == {date(2027, 4, 30)}


def test_what_is_answered_is_cancelled_not_dropped(call: Call, reference: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    call("calendar", "-o", str(path))
    before = days(path)
    call("request", "reply", reference, "refused", "--reasons")
    call("calendar", "-o", str(path), "--force")
    assert days(path) == before
    assert b"STATUS:CANCELLED" in path.read_bytes()


def test_where_there_is_nothing_no_file_is_written(call: Call, account: str, tmp_path: Path) -> None:
    said = call("calendar", "-o", str(tmp_path / "x.ics"))
    assert (said.code, said.out) == (1, "")
    assert said.err == "Nothing is due, and there is nothing to review: no file was written.\n"
    assert not (tmp_path / "x.ics").exists()


def test_a_calendar_that_cannot_be_written_is_told(call: Call, reference: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = call("calendar", "-o", str(tmp_path / "file" / "x.ics"))
    assert said.code == 3
    assert said.err.startswith("The file could not be written.")

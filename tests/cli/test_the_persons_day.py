"""What was done around midnight bears the person's own date in every text, whatever the time zone."""

from __future__ import annotations

import re
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from consentui.i18n import speaking
from consentui.i18n.dates import long_date
from consentui.profile.session import open_session
from tests.cli.conftest import Call
from tests.pdfs import read
from tests.tui.driving import opened
from tests.verify.downloads import MAKERS, write_zip

THE_DAY = date(2027, 3, 15)
NEIGHBOURS = (date(2027, 3, 14), date(2027, 3, 16))
"""The days before and after, on which no known fact and nothing due falls."""

ZONES = {"Los Angeles": "PST8PDT,M3.2.0,M11.1.0", "Paris": "CET-1CEST,M3.5.0,M10.5.0/3", "Tokyo": "JST-9"}
_AN_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:]+Z")
"""Timestamps for programs, which name their zone (UTC)."""

COMMANDS = [
    "history",
    "history --json",
    "status",
    "status --json",
    "next",
    "due",
    "due --json",
    "request list",
    "request list --json",
    "request show REQUEST",
    "request show REQUEST --json",
    "request complain REQUEST",
    "request dossier REQUEST",
    "letter REQUEST --format md",
    "letter REQUEST --format eml",
    "letter REQUEST --letter reminder",
    "kb changes",
    "kb moved x/grok-training",
    *(f"report --kind {kind} --format {format_} --names full" for kind, format_ in [
        ("day", "markdown"),
        ("day", "html"),
        ("day", "csv"),
        ("day", "json"),
        ("day", "consent-records"),
        ("checklist", "markdown"),
        ("changes --since 2027-03-01", "markdown"),
        ("portfolio", "markdown"),
        ("dossier --account x", "markdown"),
        ("dossier --request REQUEST", "markdown"),
    ]),
]  # fmt: skip


@pytest.fixture(params=["00:30", "23:30"])
def hour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=ZONES)
def reference(
    request: pytest.FixtureRequest, hour: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Do everything you can do, at that hour of local time, and give the reference of the first request."""
    monkeypatch.setenv("TZ", ZONES[request.param])
    time.tzset()
    moment = datetime.fromisoformat(f"{THE_DAY}T{hour}:00").astimezone()
    monkeypatch.setenv("CONSENTUI_NOW", moment.isoformat())
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.fr")
    call("account", "add", "x", "--handle", "@marie_l")
    call("account", "add", "tiktok", "--handle", "@marie_l")
    call("record", "x", "grok-training", "switched-off", "--surface", "web", "--note", "Seen.")
    call("decide", "x", "discoverability-contacts", "allow")
    call("note", "x", "grok-training", "It was in another menu.")
    (tmp_path / "shot.txt").write_text("Off")
    call("proof", "add", "x", "grok-training", str(tmp_path / "shot.txt"))
    tiktok = next(maker for maker in MAKERS if maker.platform == "tiktok")
    files = tiktok.files("new", "en", "off", "marie_l")
    call("verify", "export", str(write_zip(tmp_path / f"download-{THE_DAY}.zip", files)))
    reference = call("request", "draft", "x", "--control", "grok-training").out.strip()
    call("request", "sent", reference, "--how", "form", "--to", "https://example.org/form")
    call("request", "received", reference)
    (tmp_path / "answer.txt").write_text("No.")
    call("proof", "add", "--request", reference, str(tmp_path / "answer.txt"))
    call("request", "reply", reference, "partly", "--said", "We are looking into it.")
    another = call("request", "draft", "tiktok", "--right", "access").out.strip()
    call("request", "sent", another, "--how", "form", "--to", "https://example.org/form")
    return reference


def spoken(day: date) -> tuple[str, ...]:
    """The ways in which output may write a day, some without the year."""
    with speaking("fr"):
        french = long_date(day).removesuffix(f" {day.year}")
    return (day.isoformat(), f"{day:%Y%m%d}", long_date(day).removesuffix(f" {day.year}"), french)


def days_of_others(text: str) -> list[str]:
    """The places in a text that name the day before or after."""
    told = _AN_INSTANT.sub("", text)
    words = [word for day in NEIGHBOURS for word in spoken(day)]
    return [found[0] for word in words for found in [re.search(rf"(?<!\d){word}(?!\d).{{0,40}}", told)] if found]


def test_no_command_names_the_day_before_or_after(call: Call, reference: str) -> None:
    said = {line: call(*line.replace("REQUEST", reference).split()) for line in COMMANDS}
    assert {line: one.err for line, one in said.items() if one.code not in {0, 1} or not one.out + one.err} == {}
    assert {line: days for line, one in said.items() if (days := days_of_others(one.out + one.err))} == {}


def test_what_was_done_carries_the_day_and_the_hour_on_the_wall(
    call: Call, reference: str, hour: str, tmp_path: Path
) -> None:
    assert {row[0] for row in call("history").rows} == {f"{THE_DAY} {hour}"}
    shown = [row[1] for row in call("request", "show", reference).rows if row[0].startswith("  15 March 2027")]
    assert len(shown) == 4
    assert "15 March 2027" in call("report", "--names", "full").out
    assert "15 mars 2027" in call("request", "complain", reference).out  # in the authority's language
    call("letter", reference, "--format", "pdf", "-o", str(tmp_path / "letter.pdf"))
    call("report", "--format", "pdf", "--names", "full", "-o", str(tmp_path / "report.pdf"))
    files = [read((tmp_path / name).read_bytes()) for name in ("letter.pdf", "report.pdf")]
    assert days_of_others("\n".join(page.extract_text() for file in files for page in file.pages)) == []
    call("calendar", "-o", str(tmp_path / "days.ics"))
    events = Calendar.from_ical((tmp_path / "days.ics").read_bytes()).walk("VEVENT")
    reviews = {event.decoded("dtstart") for event in events if "review" in str(event["uid"])}
    assert reviews == {date(2028, 3, 14)}  # 365 days on, in a leap year


async def test_no_screen_names_the_day_before_or_after(reference: str) -> None:
    session = open_session()
    x = next(account.id for account in session.accounts if account.platform == "x")
    async with opened(session, (100, 60)) as it:
        seen = [it.text]
        await it.choose(f"account:{x}")
        seen.append(it.text)
        await it.press("enter")
        seen.append(it.text)
        await it.press("escape", "escape")
        await it.choose(f"request:{reference}")
        seen.append(it.text)
        await it.press("escape", "r")
        seen.append(it.text)
    assert [days for text in seen if (days := days_of_others(text))] == []
    assert any("15 March" in text for text in seen)

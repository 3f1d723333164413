"""Letters under every law bear the person's date: around midnight, when clocks change, and after a change of zone."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from consentui.i18n.dates import long_date
from consentui.requests.letters.kinds import Kind
from tests.cli.conftest import Call

ZONES = {
    "FR": "CET-1CEST,M3.5.0,M10.5.0/3",
    "CH": "CET-1CEST,M3.5.0,M10.5.0/3",
    "GB": "GMT0BST,M3.5.0/1,M10.5.0",
    "US": "PST8PDT,M3.2.0,M11.1.0",
}
CHANGES = {
    "FR": ("2027-03-28", "2027-10-31"),
    "CH": ("2027-03-28", "2027-10-31"),
    "GB": ("2027-03-28", "2027-10-31"),
    "US": ("2027-03-14", "2027-11-07"),
}
"""The days on which clocks change, by country."""
FOLLOWING: dict[str, tuple[Kind, ...]] = {
    "FR": (Kind.COMPLAINT, Kind.ASK_AUTHORITY, Kind.OBJECT_SETTLEMENT),
    "CH": (Kind.COMPLAINT, Kind.ASK_AUTHORITY),
    "GB": (Kind.CONTROLLER_COMPLAINT, Kind.COMPLAINT, Kind.ASK_AUTHORITY),
    "US": (Kind.COMPLAINT,),
}


def at(monkeypatch: pytest.MonkeyPatch, zone: str, day: str, hour: str) -> None:
    """Set the time zone, and stop the clock at this hour of the day there."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    monkeypatch.setenv("CONSENTUI_NOW", datetime.fromisoformat(f"{day}T{hour}:00").astimezone().isoformat())


def begun(call: Call, country: str) -> str:
    """The reference of an objection sent by the form."""
    call("config", "set", "country", country)
    if country == "US":
        call("config", "set", "region", "CA")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    account = call("account", "add", "facebook", "--handle", "marie.l").out.strip()
    reference = call("request", "draft", account, "--control", "ai-objection").out.strip()
    call("request", "sent", reference, "--how", "form", "--to", "https://example.org/form")
    return reference


def dated(text: str, day: str) -> bool:
    """Whether the day is on a line of its own, as in the head of a letter."""
    return long_date(datetime.fromisoformat(day).date()) in text.splitlines()


@pytest.mark.parametrize("hour", ["00:30", "23:30"])
@pytest.mark.parametrize(("country", "change"), [(one, at) for one in ZONES for at in (0, 1)])
def test_every_letter_bears_the_day_on_which_it_is_written(
    call: Call, monkeypatch: pytest.MonkeyPatch, country: str, change: int, hour: str
) -> None:
    day = CHANGES[country][change]
    at(monkeypatch, ZONES[country], day, hour)
    reference = begun(call, country)
    words = ("--complaint-in", "en")
    call("request", "say", reference, *words)
    first = call("letter", reference, "--letter", "object-training")
    assert dated(first.out, day)
    for kind in FOLLOWING[country]:
        assert dated(call("letter", reference, "--letter", kind.value).out, day), kind
        call("request", "sent", reference, "--letter", kind.value, "--how", "email", "--to", "office@mail.example")
    shown = call("request", "show", reference).out
    spoken = long_date(datetime.fromisoformat(day).date())
    assert shown.count(f"  {spoken}\t") == 1 + len(FOLLOWING[country])


def test_a_journal_that_was_written_in_another_zone_keeps_its_days(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "JST-9", "2027-03-15", "00:30")
    reference = begun(call, "FR")
    at(monkeypatch, "PST8PDT,M3.2.0,M11.1.0", "2027-05-20", "23:30")
    call("request", "say", reference, "--complaint-in", "en")
    assert "15 March 2027 – I sent the company" in call("letter", reference, "--letter", "complaint").out
    assert "15 March 2027\trequest sent" in call("request", "show", reference).out


def test_accounts_that_were_removed_later_are_still_named_each_of_them(call: Call) -> None:
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@mail.example")
    accounts = [call("account", "add", "facebook", "--handle", name).out.strip() for name in ("marie.l", "marie.pro")]
    reference = call(
        "request", "draft", accounts[0], "--control", "ai-objection", "--also", accounts[1], "--in", "en"
    ).out.strip()
    call("request", "sent", reference, "--how", "form", "--to", "https://example.org/form")
    call("request", "say", reference, "--complaint-in", "en")
    for account in accounts:
        assert call("account", "remove", account).code == 0
    text = call("letter", reference, "--letter", "complaint").out
    assert "Facebook account marie.l" in text
    assert "Facebook account marie.pro" in text
    assert "my account Meta" not in text

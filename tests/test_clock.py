"""The current time, and the clock that tests and reports stop."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from consentui import clock
from consentui.errors import UsageError


@pytest.mark.parametrize(
    "text", ["2026-11-21T12:00:00+00:00", "2026-11-21T13:00:00+01:00", "2026-11-21T12:00:00Z", "2026-11-21T12:00:00.9Z"]
)
def test_a_stopped_clock_gives_its_time_in_utc_to_the_second(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", text)
    assert clock.now() == datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("stopped", [None, ""])
def test_a_clock_that_is_not_stopped_gives_the_systems_time_to_the_second(
    monkeypatch: pytest.MonkeyPatch, stopped: str | None
) -> None:
    monkeypatch.delenv("CONSENTUI_NOW") if stopped is None else monkeypatch.setenv("CONSENTUI_NOW", stopped)
    before = datetime.now(UTC)
    now = clock.now()
    assert before - timedelta(seconds=1) < now <= datetime.now(UTC)
    assert now.microsecond == 0
    assert now.tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-21T12:00:00Z", date(2026, 11, 21)),
        ("2026-11-21T22:59:59Z", date(2026, 11, 21)),
        ("2026-11-21T23:00:00Z", date(2026, 11, 22)),
        ("2027-03-27T23:00:00Z", date(2027, 3, 28)),
        ("2027-03-28T00:59:59Z", date(2027, 3, 28)),
        ("2027-03-28T01:00:00Z", date(2027, 3, 28)),
        ("2027-03-28T21:59:59Z", date(2027, 3, 28)),
        ("2027-03-28T22:00:00Z", date(2027, 3, 29)),
        ("2027-10-30T22:00:00Z", date(2027, 10, 31)),
        ("2027-10-31T01:00:00Z", date(2027, 10, 31)),
        ("2027-10-31T22:59:59Z", date(2027, 10, 31)),
        ("2028-02-29T22:59:59Z", date(2028, 2, 29)),
    ],
)
def test_today_is_the_day_it_is_where_the_person_is(monkeypatch: pytest.MonkeyPatch, moment: str, day: date) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", moment)
    assert clock.today() == day


@pytest.mark.parametrize("text", ["noon", "2026-13-01T12:00:00Z", "12:00", "0001-01-01T00:00:00+01:00"])
def test_a_stopped_clock_without_a_time_is_refused_with_an_example(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", text)
    with pytest.raises(UsageError, match="CONSENTUI_NOW is not a time") as raised:
        clock.now()
    assert raised.value.way_out == "Write it like 2026-11-21T12:00:00+00:00, or remove it."

"""Days as an iCalendar file, read back with a library."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from icalendar import Calendar

from consentui.report.formats.calendar import Day, render
from consentui.text import clean
from tests.journal.strategies import texts

WRITTEN = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 12, tzinfo=UTC)
DUE = Day("CU-2026-001-due", date(2027, 3, 1), "CU-2026-001 : réponse attendue", "Première ligne,\nseconde ; troisième")
REVIEW = Day("x-7k3f-grok-training-review", date(2027, 1, 5), "Look again: X")


def events(content: bytes) -> list[dict[str, object]]:
    """The entries of a file: uid, first day, day after the last, title, text."""
    found = Calendar.from_ical(content)
    return [
        {
            "uid": str(event["uid"]),
            "on": event.decoded("dtstart"),
            "until": event.decoded("dtend"),
            "title": str(event["summary"]),
            "text": str(event.get("description", "")),
        }
        for event in found.walk("VEVENT")
    ]


def test_a_day_is_a_whole_day_with_its_title_and_text() -> None:
    assert events(render([DUE], WRITTEN)) == [
        {
            "uid": "CU-2026-001-due@consentui",
            "on": date(2027, 3, 1),
            "until": date(2027, 3, 2),
            "title": "CU-2026-001 : réponse attendue",
            "text": "Première ligne,\nseconde ; troisième",
        }
    ]


def test_days_come_in_their_order() -> None:
    assert [one["on"] for one in events(render([DUE, REVIEW], WRITTEN))] == [REVIEW.on, DUE.on]


def test_importing_again_updates_since_the_ids_stay() -> None:
    moved = Day(DUE.uid, date(2027, 4, 30), "CU-2026-001: extended", "")
    before, after = events(render([DUE, REVIEW], WRITTEN)), events(render([moved, REVIEW], LATER))
    assert {one["uid"] for one in before} == {one["uid"] for one in after}
    assert len({one["uid"] for one in before}) == 2


def test_the_file_is_what_calendar_programs_expect() -> None:
    content = render([DUE], WRITTEN)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"DTSTAMP:20261121T120000Z\r\n" in content
    assert b"TRANSP:TRANSPARENT" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_a_file_without_days_is_still_a_calendar() -> None:
    assert events(render([], WRITTEN)) == []


def test_the_same_days_give_the_same_file() -> None:
    assert render([DUE, REVIEW], WRITTEN) == render([REVIEW, DUE], WRITTEN)


@given(title=texts.map(clean), text=texts.map(clean))
def test_no_text_breaks_out_of_its_entry(title: str, text: str) -> None:
    (found,) = events(render([Day("one", date(2027, 1, 1), title, text)], WRITTEN))
    assert found["uid"] == "one@consentui"
    assert len(Calendar.from_ical(render([Day("one", date(2027, 1, 1), title, text)], WRITTEN)).subcomponents) == 1

"""Days as an iCalendar file, read back with three independent libraries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import vobject
from hypothesis import given
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from msgspec.structs import replace

from consentui.report.formats.calendar import Day, render
from consentui.text import clean
from tests.journal.strategies import texts

WRITTEN = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 12, tzinfo=UTC)
CHANGED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DUE = Day(
    "01K-due",
    date(2027, 3, 1),
    "CU-2026-001 : réponse attendue",
    CHANGED,
    4,
    "Première ligne,\nseconde ; troisième \\ fin",
)
REVIEW = Day("01J-grok-training-review", date(2027, 1, 5), "Review: X", CHANGED, 1)
SETTLED = replace(DUE, uid="01L-due", is_cancelled=True, text="")


def events(content: bytes) -> list[dict[str, object]]:
    """The entries of a file: UID, first day, day after the last, title and text."""
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
            "uid": "01K-due@consentui",
            "on": date(2027, 3, 1),
            "until": date(2027, 3, 2),
            "title": DUE.title,
            "text": DUE.text,
        }
    ]


def test_another_reader_finds_the_same() -> None:
    calendar = vobject.readOne(render([SETTLED, DUE], WRITTEN).decode())
    due, settled = sorted(calendar.vevent_list, key=lambda one: str(one.uid.value))
    assert due.uid.value == "01K-due@consentui"
    assert (due.dtstart.value, due.dtend.value) == (date(2027, 3, 1), date(2027, 3, 2))
    assert (due.summary.value, due.description.value) == (DUE.title, DUE.text)
    assert (due.sequence.value, due.status.value) == ("4", "CONFIRMED")
    assert due.last_modified.value == CHANGED
    assert due.dtstamp.value == WRITTEN
    assert due.valarm.trigger.value == timedelta(hours=9)
    assert (due.valarm.action.value, due.valarm.description.value) == ("DISPLAY", DUE.title)
    assert settled.status.value == "CANCELLED"
    assert not hasattr(settled, "valarm")


def test_a_third_reader_finds_the_same() -> None:
    calendar = IcsCalendarStream.calendar_from_ics(render([SETTLED, DUE], WRITTEN).decode())
    due, settled = sorted(calendar.events, key=lambda one: one.uid)
    assert (due.uid, due.summary, due.description) == ("01K-due@consentui", DUE.title, DUE.text)
    assert (due.dtstart, due.dtend, due.sequence) == (date(2027, 3, 1), date(2027, 3, 2), 4)
    assert (due.last_modified, due.dtstamp) == (CHANGED, WRITTEN)
    assert [(one.action, one.trigger) for one in due.alarm] == [("DISPLAY", timedelta(hours=9))]
    assert (due.status, settled.status, settled.alarm) == ("CONFIRMED", "CANCELLED", [])


def test_days_come_in_their_order() -> None:
    assert [one["on"] for one in events(render([DUE, REVIEW], WRITTEN))] == [REVIEW.on, DUE.on]


def test_importing_again_updates_since_the_ids_stay() -> None:
    moved = replace(DUE, on=date(2027, 4, 30), title="CU-2026-001: extended", text="", revision=5)
    before, after = events(render([DUE, REVIEW], WRITTEN)), events(render([moved, REVIEW], LATER))
    assert {one["uid"] for one in before} == {one["uid"] for one in after}
    assert len({one["uid"] for one in before}) == 2


def test_the_file_is_what_calendar_programs_expect() -> None:
    content = render([DUE], WRITTEN)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in (
        b"DTSTAMP:20261121T120000Z",
        b"LAST-MODIFIED:20261120T093000Z",
        b"DTSTART;VALUE=DATE:20270301",
        b"TRANSP:TRANSPARENT",
        b"TRIGGER:PT9H",
    ):
        assert line + b"\r\n" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_the_same_days_give_the_same_file() -> None:
    assert render([DUE, REVIEW], WRITTEN) == render([REVIEW, DUE], WRITTEN)


@given(title=texts.map(clean), text=texts.map(clean))
def test_no_text_breaks_out_of_its_entry(title: str, text: str) -> None:
    content = render([replace(DUE, uid="one", title=title, text=text)], WRITTEN)
    (found,) = events(content)
    assert found["uid"] == "one@consentui"
    assert len(Calendar.from_ical(content).subcomponents) == 1
    assert len(vobject.readOne(content.decode()).vevent_list) == 1
    assert len(IcsCalendarStream.calendar_from_ics(content.decode()).events) == 1

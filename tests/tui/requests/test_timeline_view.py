"""The history of a request: its timeline, and the part that is in sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from consentui.tui.requests.timeline_view import History, history, line_of, scrolled_to
from consentui.tui.shared.strip import DUE, HAPPENED, LATE, TODAY
from consentui.words.timeline import Moment

TODAY_IS = date(2026, 11, 21)
PAST = tuple(Moment(TODAY_IS - timedelta(days=day), f"step {day}", "a detail " * 20) for day in range(40, 0, -2))
AHEAD = (Moment(TODAY_IS + timedelta(days=9), "answer due", "a rule " * 30),)


def drawn() -> History:
    return history((*PAST, *AHEAD), TODAY_IS, 60)


@pytest.mark.parametrize("height", [3, 5, 8, 12, 20, 40])
def test_the_newest_line_is_in_sight_and_as_much_of_what_is_due_as_fits(height: int) -> None:
    shown = drawn()
    top = scrolled_to(shown, height)
    seen = "\n".join(line.plain for line in shown.lines[top : top + height])
    assert "step 2 " in seen or "a detail" in seen.split("\n")[0]
    first, last = shown.newest
    assert top <= last < top + height
    assert first >= top or last - first >= height


def test_a_history_that_fits_begins_at_its_beginning() -> None:
    shown = history(PAST[:2], TODAY_IS, 60)
    assert scrolled_to(shown, 40) == 0


def test_the_line_has_what_happened_what_is_due_and_today() -> None:
    line = line_of((*PAST[:1], *AHEAD), None, TODAY_IS, 60).plain
    assert line.startswith("12 October ")
    assert line.endswith(" 30 November")
    assert line.index(HAPPENED) < line.index(TODAY) < line.index(DUE)


def test_a_day_that_was_let_pass_is_marked() -> None:
    line = line_of(PAST[:2], TODAY_IS - timedelta(days=38), TODAY_IS, 60).plain
    assert LATE in line


def test_without_a_history_there_is_no_line() -> None:
    assert line_of((), None, TODAY_IS, 60).plain == ""

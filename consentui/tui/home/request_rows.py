"""The rows of requests on Home."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from consentui.profile.running import Running
from consentui.tui.shared.columns import Cell, row
from consentui.words.requests import status_name, time_left_words


def request_line(one: Running, right: str, name: Cell, width: int, today: date) -> Content:
    """Return the row of a request; `right` is its right in words."""
    left = time_left_words(one.here, today)
    style = "$warning" if one.is_pressing else "$muted"
    words = f"{status_name(one.here.status)} · {right}"
    side = len(left) + 1 if left else 0
    return row(name, Cell("", 1), Cell(words, width - name.width - 1 - side), Cell(left, side, style, "right"))

"""Several lines to type in, one below the other: what Enter does in each."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget


def go_to_next_line(entered: Widget, done: Callable[[], None]) -> None:
    """From a line to the one below it on its screen; from the last, to what is done with all of them."""
    lines = [one for one in entered.screen.query("Input, Area, YesNo") if one.display]
    following = lines.index(entered) + 1
    if following < len(lines):
        # Not `focus()`, which waits its turn: what is typed by then would stand in the line that was left.
        entered.screen.set_focus(lines[following])
    else:
        done()

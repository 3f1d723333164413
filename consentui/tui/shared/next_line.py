"""What Enter does in each of several fields, one below the other."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget


def go_to_next_line(entered: Widget, done: Callable[[], None]) -> None:
    """Focus the field below the one in which Enter was pressed; call `done` in the last."""
    lines = [one for one in entered.screen.query("Input, Area, YesNo") if one.display]
    following = lines.index(entered) + 1
    if following < len(lines):
        # Not `focus()`, which is deferred: what is typed until then would end up in the old field.
        entered.screen.set_focus(lines[following])
    else:
        done()

"""Get and set the text of a field, whether it is a line or an area."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.widget import Widget
from textual.widgets import Input

if TYPE_CHECKING:  # slow to load: only the screens with an area import it
    from textual.widgets import TextArea


def text_in(field: Input | TextArea) -> str:
    """Return the text of a field."""
    return field.value if isinstance(field, Input) else field.text


def put_in(field: Input | TextArea, text: str) -> None:
    """Replace the text of a field; a line that had everything selected for typing over still has."""
    if isinstance(field, Input):
        had_all_selected = not field.selection.is_empty
        field.value = text
        if had_all_selected:
            field.action_select_all()
    else:
        field.text = text


def typed_in(widget: Widget, name: str) -> str:
    """Return the text of the line or area whose id is `name`."""
    return text_in(cast("Input | TextArea", widget.query_one(f"#{name}")))

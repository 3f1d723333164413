"""Get and set the text of a field, whether it is a line or an area."""

from __future__ import annotations

from textual.widgets import Input, TextArea


def text_in(field: Input | TextArea) -> str:
    """Return the text of a field."""
    return field.value if isinstance(field, Input) else field.text


def put_in(field: Input | TextArea, text: str) -> None:
    """Replace the text of a field."""
    if isinstance(field, Input):
        field.value = text
    else:
        field.text = text

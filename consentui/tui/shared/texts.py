"""What stands in a line or an area that is typed in."""

from __future__ import annotations

from textual.widgets import Input, TextArea


def text_in(field: Input | TextArea) -> str:
    """What was typed."""
    return field.value if isinstance(field, Input) else field.text


def put_in(field: Input | TextArea, text: str) -> None:
    """Let it be as if this had been typed."""
    if isinstance(field, Input):
        field.value = text
    else:
        field.text = text

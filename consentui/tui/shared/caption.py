"""Words on a sheet: above a field, or before a choice."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Label


class Caption(Label):
    """A label whose text is shown as it is, never read as markup."""

    def __init__(self, text: str, id: str | None = None, classes: str = "") -> None:  # noqa: A002 -- Textual's name
        super().__init__(Content(text), id=id, classes=classes)

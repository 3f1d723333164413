"""Words on a sheet: above a field, or before a choice."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Label

from consentui.text import wrapped


class Caption(Label):
    """A label that never breaks a line before French punctuation: Textual breaks it at no-break spaces too."""

    def __init__(self, text: str, id: str | None = None, classes: str = "") -> None:  # noqa: A002 -- Textual's name
        super().__init__(_Wrapped(text), id=id, classes=classes, markup=False)


class _Wrapped(Visual):
    """A text that is wrapped for the width in which it is drawn."""

    def __init__(self, text: str) -> None:
        self._text = text

    def _lines(self, width: int) -> Content:
        return Content(wrapped(self._text, width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self._lines(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return Content(self._text).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self._lines(width).get_height(rules, width)

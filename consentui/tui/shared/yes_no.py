"""A question to answer with yes, no, or not at all."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from consentui.i18n import N_, _
from consentui.tui.shared.next_line import go_to_next_line

_ANSWERS: tuple[bool | None, ...] = (None, True, False)


class YesNo(Static, can_focus=True):
    """A field for the answer: space or an arrow goes from “not said” to yes and no; untouched, it stays not said."""

    BINDINGS = [
        Binding("space,right", "turn(1)", N_("yes or no"), id="yes-no.turn"),
        Binding("left", "turn(-1)", show=False),
        Binding("enter", "on", N_("go on"), id="yes-no.on"),
    ]
    DEFAULT_CSS = """
    YesNo {
        height: auto;
        margin-bottom: 1;
        &:focus {
            text-style: reverse;
        }
    }
    """
    told: reactive[bool | None] = reactive(None)

    def __init__(self, question: str, *, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id, markup=False)
        self._question = question

    def render(self) -> Content:
        """Return the question and the answer so far, legible without colour too."""
        return Content(f"{self._question} ‹ {_words(self.told)} ›")

    def action_turn(self, step: int) -> None:
        at = _ANSWERS.index(self.told)
        self.told = _ANSWERS[(at + step) % len(_ANSWERS)]

    def action_on(self) -> None:
        go_to_next_line(self, lambda: None)


def _words(told: bool | None) -> str:  # noqa: FBT001 -- an answer
    if told is None:
        return _("not set")
    return _("yes") if told else _("no")

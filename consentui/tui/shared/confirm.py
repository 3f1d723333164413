"""A question asked before something that cannot be undone, or that is not visible on the screen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.i18n import _
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet

_YES, _NO = "yes", "no"


class Confirm(Sheet[bool]):
    """A sheet that answers True only if the person chose to go on.

    The cursor starts on leaving things as they are, or on going on if that can be undone.
    """

    def __init__(self, title: str, facts: str, do_it: str, *, can_be_undone: bool = False) -> None:
        """`facts` say what would happen; `do_it` labels the choice to go on."""
        super().__init__()
        self.title_text = title
        self._facts = facts
        choices = [Option(Content(_("Leave it as it is")), id=_NO), Option(Content(do_it), id=_YES)]
        self._choices = choices[::-1] if can_be_undone else choices

    def compose_body(self) -> ComposeResult:
        yield Caption(self._facts, classes="facts")
        yield Rows(*self._choices)

    def key_words(self, action: str) -> str:
        return _("choose") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.dismiss(event.option.id == _YES)

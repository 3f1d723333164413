"""The help sheet: the keys of the screen below, taken from its live bindings, and a few things worth knowing."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from consentui.i18n import _
from consentui.tui.shared.key_bar import binding_words, key_name, working_bindings
from consentui.tui.shared.sheet import Sheet


class Help(Sheet[None]):
    """The sheet that lists every key that works on a screen."""

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self.title_text = _("Keys")
        self._lines = [*_keys(about), Content(""), *_promises()]

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content("\n").join(self._lines), markup=False)


def _keys(about: Screen[object]) -> Iterator[Content]:
    for active in working_bindings(about):
        key = key_name(active.binding.key.split(",")[0])
        words = binding_words(about, active.binding)
        yield Content(f"  {key:<12}").stylize("bold $accent") + Content(words)


def _promises() -> Iterator[Content]:
    yield Content(_("Everything is saved at once, on this machine only; u undoes the last thing, U redoes it."))
    yield Content(_("To select text with the mouse, hold shift in most terminals."))
    yield Content(_("Every screen has a command too: consentui --help"))

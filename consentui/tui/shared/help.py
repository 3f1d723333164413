"""The keys of the screen below, made from its live bindings, and how consentui keeps its word."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from consentui.i18n import _
from consentui.tui.shared.key_bar import binding_words, key_name
from consentui.tui.shared.sheet import Sheet


class Help(Sheet[None]):
    """Every key that works on a screen."""

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self.title_text = _("Keys")
        self._lines = [*_keys(about), Content(""), *_promises()]

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content("\n").join(self._lines), markup=False)


def _keys(about: Screen[object]) -> Iterator[Content]:
    seen: set[str] = set()
    for active in about.active_bindings.values():
        words = binding_words(about, active.binding)
        if active.enabled and words and not active.binding.system and words not in seen and _is_ours(active.binding):
            seen.add(words)
            key = key_name(active.binding.key.split(",")[0])
            yield Content(f"  {key:<12}").stylize("bold $accent") + Content(words)


def _is_ours(binding: Binding) -> bool:
    """Whether the binding is one of consentui's: those have ids; Textual's own speak English."""
    return binding.id is not None


def _promises() -> Iterator[Content]:
    yield Content(_("Everything is saved at once, on this machine alone; u undoes the last thing, U redoes it."))
    yield Content(_("To select text with the mouse, hold shift in most terminals."))
    yield Content(_("Every screen has a command too: consentui --help"))

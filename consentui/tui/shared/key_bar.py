"""The line at the bottom of every screen: the keys that work now, taken from the live bindings.

Passing messages are shown in its upper border, where they cover nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.events import Click, Resize
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from consentui.i18n import N_, _
from consentui.tui.shared.columns import cut_inside
from consentui.tui.shared.window import window_of

_GAP = "  "
MOST_KEYS = 5
"""How many keys to show besides back and help: few enough to be read at a glance; the help lists them all."""
_PRESSES = "presses"
"""What the style of a key and its words holds: the key that a click on them presses."""
_LAST = ("back", "help")
"""The ids of the bindings shown last, in this order."""
_KEY_NAMES = {
    "enter": "⏎",
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "tab": "⇥",
    "delete": N_("del"),
    "space": N_("space"),
}


def key_name(key: str) -> str:
    """Return a key as it is printed on a keyboard."""
    return _(_KEY_NAMES[key]) if key in _KEY_NAMES else key


def shown_bindings(screen: Screen[object]) -> list[Binding]:
    """Return the bindings of a screen that are active and to be shown, each action once.

    Those of the focused widget come first, then the screen's in the order of its class, whatever keys the person gave
    them, and back and help last.
    """
    by_action: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.show and active.enabled and binding.id:
            by_action.setdefault(binding.action, binding)
    places = {one.id: place for place, one in enumerate(type(screen).BINDINGS) if isinstance(one, Binding)}
    return sorted(by_action.values(), key=lambda one: (_from_the_end(one), places.get(one.id, -1)))


def _from_the_end(binding: Binding) -> int:
    return _LAST.index(binding.id) + 1 if binding.id in _LAST else 0


def working_bindings(screen: Screen[object]) -> Iterator[ActiveBinding]:
    """Yield the bindings of consentui that work on a screen now, only one for each description.

    Those are the bindings with ids; Textual's own have none, and their descriptions are in English only.
    """
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        words = binding_words(screen, binding)
        if active.enabled and binding.id and words and not binding.system and words not in seen:
            seen.add(words)
            yield active


def binding_words(screen: Screen[object], binding: Binding) -> str:
    """Return what a key does, in the current language; the screen's `key_words` may override the description."""
    words = getattr(screen, "key_words", None)
    return (words(binding.action) if words else "") or _(binding.description)


def keys_of(screen: Screen[Any]) -> dict[str, str]:
    """Return the keys that are active on a screen now, as printed on a keyboard, by the ids of their bindings."""
    bindings = (active.binding for active in screen.active_bindings.values())
    return {binding.id: key_name(binding.key) for binding in reversed(tuple(bindings)) if binding.id}


def key_hint(keys: Iterable[tuple[str, str]]) -> Content:
    """Return keys and what they do as one line."""
    return Content(_GAP).join(Content.assemble((key, "bold $accent"), " ", (words, "$muted")) for key, words in keys)


class KeyBar(Static):
    """The most important keys on one line, which a click presses; the help lists them all."""

    _shown = Content("")

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.renew())
        self.watch(self.app, "saying", self._say)

    def on_resize(self, _event: Resize) -> None:
        self.renew()
        self._say(window_of(self).saying)

    def renew(self) -> None:
        """Show the keys that work now, in the current language."""
        shown = shown_bindings(self.screen)
        first = [self._part(binding) for binding in shown if binding.id not in _LAST][:MOST_KEYS]
        last = [self._part(binding) for binding in shown if binding.id in _LAST]
        keys = Content(_GAP).join(_fitting(first, last, max(self.size.width, 20)))
        if keys != self._shown:
            self._shown = keys
            self.update(keys, layout=False)

    def _say(self, text: str) -> None:
        """Show a message; one that does not fit keeps its end, which says what was done and which key goes on."""
        self.border_title = cut_inside(text, self.size.width)

    def _part(self, binding: Binding) -> Content:
        pressed = binding.key.split(",")[0]
        key = Content(key_name(pressed)).stylize("bold $accent")
        part = Content.assemble(key, " ", binding_words(self.screen, binding))
        return part.stylize(Style.from_meta({_PRESSES: pressed}))

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked on."""
        if pressed := event.style.meta.get(_PRESSES):
            self.app.simulate_key(pressed)


def _fitting(first: Sequence[Content], last: Sequence[Content], width: int) -> list[Content]:
    """Return `last` with as many of the `first` parts before it as fit into the width; no part is cut."""
    room = width - sum(part.cell_length + len(_GAP) for part in last)
    fitting: list[Content] = []
    for part in first:
        room -= part.cell_length + (len(_GAP) if fitting else 0)
        if room < 0:
            break
        fitting.append(part)
    return [*fitting, *last]

"""What can be done on a screen, taken from its live bindings and named “area: do what” in the current language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from consentui.i18n import N_, _
from consentui.tui.home.home import Home
from consentui.tui.shared.key_bar import binding_words, key_name, working_bindings

PALETTE_ID = "palette"
_ITSELF = frozenset({PALETTE_ID, "palette.choose"})
_AREAS = {
    "answer": N_("Answer"),
    "account": N_("Account"),
    "area": N_("Text"),
    "card": N_("Card"),
    "claims": N_("Letter"),
    "compose": N_("Letter"),
    "credential": N_("Sign-in"),
    "file": N_("File"),
    "find": N_("List"),
    "first": N_("Welcome"),
    "group": N_("Accounts"),
    "home": N_("Home"),
    "import": N_("Import"),
    "issue": N_("Report it"),
    "letter": N_("Letter"),
    "line": N_("Text"),
    "name": N_("Accounts"),
    "page": N_("List"),
    "people": N_("People"),
    "pick": N_("Platforms"),
    "policy": N_("Policy"),
    "report": N_("Report"),
    "request": N_("Request"),
    "rows": N_("List"),
    "save": N_("Text"),
    "ticks": N_("List"),
    "walk": N_("Card"),
    "writer": N_("Letter"),
    "yes-no": N_("Answer"),
}
"""The names of areas by the first part of a binding's id; bindings without an area belong to the program as a whole."""


class Deed(Struct, frozen=True):
    """An action to choose: its name, the key that does the same (empty if none), and the function that does it."""

    words: str
    key: str
    do: Callable[[], Awaitable[object] | None]


def area_name(binding_id: str) -> str:
    """Return the name of the area that a binding belongs to, in the current language."""
    name = _AREAS.get(binding_id.partition(".")[0])
    return _(name) if name else "consentui"


def deed_name(area: str, what: str) -> str:
    """Return the name of a deed as the palette shows it."""
    return f"{area}{_(':')} {what}"


def deeds_of(screen: Screen[object]) -> Iterator[Deed]:
    """Yield what the keys of a screen do now, each action once, those that work everywhere last."""
    found = [one for one in working_bindings(screen) if one.binding.id not in _ITSELF]
    for active in sorted(found, key=lambda one: _belongs_to_no_area(one.binding)):
        words = binding_words(screen, active.binding)
        yield _deed(screen.app, active.binding, words, active.node)


def home_deeds(app: App[Any]) -> Iterator[Deed]:
    """Yield what Home's own keys do; it can be done from any screen."""
    home = app.screen_stack[0]
    if isinstance(home, Home):
        for binding in Home.BINDINGS:
            if isinstance(binding, Binding) and (binding.id or "").startswith("home."):
                yield Deed(deed_name(area_name("home"), _(binding.description)), "", _run(app, binding, home))


def _deed(app: App[Any], binding: Binding, words: str, node: DOMNode) -> Deed:
    key = key_name(binding.key.split(",")[0])
    return Deed(deed_name(area_name(binding.id or ""), words), key, _run(app, binding, node))


def _run(app: App[Any], binding: Binding, node: DOMNode) -> Callable[[], Awaitable[object]]:
    return partial(app.run_action, binding.action, node)


def _belongs_to_no_area(binding: Binding) -> bool:
    return (binding.id or "").partition(".")[0] not in _AREAS

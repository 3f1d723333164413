"""The longer texts that the plain walk shows on request."""

from __future__ import annotations

from collections.abc import Callable

from consentui import clock
from consentui.checklist.items import Item
from consentui.checklist.ways import routes_for
from consentui.cli.walk_letters import listed
from consentui.profile.session import Session
from consentui.words.cards import Card, card
from consentui.words.names import look_alikes
from consentui.words.plain import card_text, platform_text, source_lines
from consentui.words.priority import why_lines


def card_of(session: Session, item: Item) -> Card:
    """The card of an item, with the ways that exist in the person's country."""
    routes = routes_for(item.control, session.preferences.country)
    return card(item.platform, item.control, routes, clock.today(), look_alikes(item.control, session.knowledge))


READINGS: dict[str, Callable[[Session, Item], str]] = {
    "more": lambda session, item: card_text(card_of(session, item)),
    "sources": lambda _session, item: "\n".join(source_lines(item.control.source)).strip(),
    "why": lambda _session, item: "\n".join(why_lines(item.control)),
    "platform": lambda _session, item: platform_text(item.platform),
    "help": lambda session, item: "\n".join(listed(item.control, session.preferences.config.keys)),
}
"""The texts by the name of their command in `walk_letters.COMMANDS`."""

"""The front of the card of an item, shown in the walk and in the second pane of lists."""

from __future__ import annotations

from textual.content import Content

from consentui import clock
from consentui.checklist.items import Item
from consentui.checklist.ways import routes_for
from consentui.profile.session import Session
from consentui.tui.walk.card_view import Hints, card_content
from consentui.words.cards import card
from consentui.words.items import said_of
from consentui.words.names import look_alikes
from consentui.words.proofs import count_words


def front(
    session: Session,
    item: Item,
    width: int,
    way: int = 0,
    hints: Hints = Hints(),  # noqa: B008 -- frozen
    height: int | None = None,
) -> Content:
    """Return the card with one of its ways and what the person recorded about it, cut to a height as `card_content`."""
    routes = routes_for(item.control, session.preferences.country)
    shown = card(item.platform, item.control, routes, clock.today(), look_alikes(item.control, session.knowledge))
    return card_content(shown, min(way, max(len(shown.ways) - 1, 0)), width, _said(session, item), hints, height)


def _said(session: Session, item: Item) -> str:
    count = len(session.proofs.about(item.account.id, item.control.id))
    return " ".join(filter(None, (said_of(item), count_words(count))))

"""The actions of a card other than recording an outcome: its link, its sources, a note, a proof, a letter."""

from __future__ import annotations

from textual.content import Content

from consentui.checklist.items import Item
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.knowledge.records import Route
from consentui.tui.shared.link import copy_text, open_link
from consentui.tui.shared.screens import SessionScreen


class CardScreen(SessionScreen):
    """A screen that shows a card; subclasses say which card and bind the keys."""

    @property
    def _account(self) -> Account | None:
        """The account of the card; None if it is gone."""
        raise NotImplementedError

    @property
    def _item(self) -> Item | None:
        """The item whose card is shown; None if it is gone."""
        raise NotImplementedError

    @property
    def _route(self) -> Route | None:
        """The route that the card shows; None if it has none."""
        raise NotImplementedError

    def action_open(self) -> None:
        if self._route and self._route.url:
            self.window.say(open_link(self.app, self._route.url))

    def action_copy(self) -> None:
        if self._route:
            self.window.say(copy_text(self.app, self._route.url or self._route.address or ""))

    def action_qr(self) -> None:
        from consentui.tui.shared.qr import show_code

        if self._route and self._route.url:
            unfitting = _("The code does not fit into this window: copy the link, or make the window larger.")
            show_code(self.window, self._route.url, unfitting)

    def action_note(self) -> None:
        from consentui.tui.shared.note import NoteSheet

        if item := self._item:
            self.app.push_screen(NoteSheet(item))

    def action_proof(self) -> None:
        from consentui.tui.shared.attach import to_item

        if item := self._item:
            self.app.push_screen(to_item(item))

    def action_sources(self) -> None:
        from consentui.tui.walk.sources import Sources

        if item := self._item:
            self.app.push_screen(Sources(item.platform, item.control))

    def action_platform(self) -> None:
        from consentui.tui.shared.platform_page import page_of

        if item := self._item:
            self.app.push_screen(page_of(self.session, item.platform))

    def action_moved(self) -> None:
        from consentui.tui.walk.moved import MovedSheet

        if item := self._item:
            surface = self._route.surface if self._route else None
            self.app.push_screen(MovedSheet(item, surface, self.session.checklist.label_seen(item)))

    def action_why(self) -> None:
        from consentui.tui.shared.sheet import TextSheet
        from consentui.words.priority import why_lines

        if item := self._item:
            lines = Content("\n").join(Content(line) for line in why_lines(item.control))
            self.app.push_screen(TextSheet(_("Why this comes here"), lines))

    def action_write(self) -> None:
        from consentui.tui.requests.compose import Compose

        if item := self._item:
            self.app.push_screen(Compose(item.account, item.control))

    def action_credential(self) -> None:
        from consentui.tui.shared.credentials import Credentials

        if self._account:
            self.app.push_screen(Credentials(self._account))

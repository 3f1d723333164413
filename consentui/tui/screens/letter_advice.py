"""What to write, to whom, when no switch and no form is left."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from consentui.checklist.items import Item
from consentui.i18n import N_, _, language
from consentui.knowledge.records import Controller
from consentui.tui.link import copy_text
from consentui.tui.widgets.sheet import Sheet
from consentui.wording import platform_name


class LetterAdvice(Sheet[None]):
    """The company's address, and what the letter must say (GDPR Art. 12(3), 18(1)(d), 21(1), 77)."""

    BINDINGS = [Binding("c", "copy", N_("copy the address"), id="copy")]

    def __init__(self, item: Item, controller: str) -> None:
        super().__init__()
        self.title_text = _("Write to the company that answers for your data")
        self._item = item
        self._controller_id = controller
        self._controller: Controller | None = None

    def compose_body(self) -> ComposeResult:
        self._controller = self.session.knowledge.controller(self._controller_id)
        with VerticalScroll():
            yield Static(Content("\n").join(self._lines()), markup=False)

    def _lines(self) -> Iterator[Content]:
        if self._controller:
            yield from _address(self._controller)
            yield Content("")
        handle = self._item.account.handle or platform_name(self._item.platform)
        yield Content(
            _(
                "Say that you object under Article 21(1) of the GDPR, and what you want: “{what}”, for your account"
                " {handle}."
            ).format(what=self._item.control.title.in_language(language()), handle=handle)
        )
        yield Content(
            _(
                "Give your own reasons in two or three sentences, and ask that the use be restricted until they"
                " answer (Article 18(1)(d))."
            )
        )
        yield Content(_("Keep a copy and the proof of sending. They have one month from receipt (Article 12(3))."))
        yield Content(_("Without an answer, you can complain to your data protection authority (Article 77)."))

    def action_copy(self) -> None:
        if self._controller:
            contact = self._controller.contact
            where = contact.address or contact.email or contact.form or self._controller.name
            self.consentui.say(copy_text(self.app, where))


def _address(controller: Controller) -> Iterator[Content]:
    contact = controller.contact
    for line in (contact.address or controller.name).splitlines():
        yield Content(line).stylize("bold")
    yield from (Content(way).stylize("$accent") for way in (contact.email, contact.form) if way)
    if controller.doubt:
        yield Content(controller.doubt.in_language(language())).stylize("$muted")

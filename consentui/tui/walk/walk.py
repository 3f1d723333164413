"""The walk: one control at a time, and one key to record its outcome."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.checklist.ways import AnotherControl, AnotherRoute, Way, WriteToController, routes_for
from consentui.i18n import N_, _, language, ngettext
from consentui.journal.entries import AboutControl, Decision, Entry, Outcome
from consentui.journal.fold import Account
from consentui.knowledge.records import Route
from consentui.profile.memory import LastCard, write_place
from consentui.text import wrapped
from consentui.tui.shared.key_bar import KeyBar, key_hint, keys_of
from consentui.tui.shared.panes import Panes, page_width, text_width
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.undo import UNDO_BINDINGS, redo_last, undo_last
from consentui.tui.walk import trip
from consentui.tui.walk.card_screen import CardScreen
from consentui.tui.walk.card_view import Hints
from consentui.tui.walk.front import front
from consentui.tui.walk.outcome_keys import OUTCOME_BINDINGS, outcome_key_words
from consentui.tui.walk.stops import WANTED_LIST, Stops
from consentui.words.accounts import account_name
from consentui.words.items import failure_sentence, way_words
from consentui.words.names import decision_name, outcome_name, platform_name
from consentui.words.outcome_keys import outcome_of

_CHROME = 4
"""The lines of the window above and below a card."""


class Walk(CardScreen):
    """The screen of the cards of one account; a card whose way failed is turned over to show the ways that remain."""

    BINDINGS = [
        *OUTCOME_BINDINGS,
        Binding("right", "turn(1)", N_("another way"), id="walk.way"),
        Binding("left", "turn(-1)", show=False),
        Binding("space", "whole", N_("the whole card, or what fits"), show=False, id="walk.whole"),
        Binding("o", "open", N_("open"), show=False, id="walk.open"),
        Binding("c", "copy", N_("copy"), show=False, id="walk.copy"),
        Binding("k", "qr", N_("QR"), show=False, id="walk.qr"),
        Binding("m", "note", N_("note"), id="walk.note"),
        Binding("t", "proof", N_("attach a proof"), id="walk.proof"),
        Binding("s", "sources", N_("sources"), show=False, id="walk.sources"),
        Binding("g", "platform", N_("the platform"), show=False, id="walk.platform"),
        Binding("b", "moved", N_("it has moved"), show=False, id="walk.moved"),
        Binding("y", "why", N_("why this comes here"), show=False, id="walk.why"),
        Binding("w", "write", N_("write to them"), id="walk.write"),
        Binding("i", "credential", N_("sign-in"), id="walk.credential"),
        *UNDO_BINDINGS,
        Binding("tab", "step(1)", N_("next card"), show=False, id="walk.next"),
        Binding("shift+tab", "step(-1)", N_("previous card"), show=False, id="walk.previous"),
    ]
    CSS_PATH = "walk.tcss"
    AUTO_FOCUS = "#card"

    def __init__(self, account_id: str, control: str = "") -> None:
        super().__init__()
        self._trip = trip.Trip((trip.TripStop(account_id, control),))
        self._way = 0
        self._on_the_back = False
        self._is_whole = False
        """Whether to show the whole card rather than what fits."""

    def compose(self) -> ComposeResult:
        yield TopLine()
        with Panes(wanted_list=WANTED_LIST):
            yield Stops()
            with Vertical(classes="page"):
                with VerticalScroll(id="card"):
                    yield Static(id="front", markup=False)
                yield Static(id="failure", markup=False)
                yield Rows(id="ways")
        yield KeyBar()

    def begin(self) -> None:
        self._trip = trip.begin(self._items, self._trip.control)
        self._arrive()

    def fit(self) -> None:
        self.show_session()

    # The current card

    @property
    def _account(self) -> Account | None:
        return self.session.journal.ledger.accounts.get(self._trip.stop.account)

    @property
    def _items(self) -> tuple[Item, ...]:
        """The items that the walk goes through."""
        return self._items_here

    @property
    def _items_here(self) -> tuple[Item, ...]:
        """The items of the current account."""
        return self.session.checklist.items(self._account) if self._account else ()

    @property
    def _item(self) -> Item | None:
        return next((item for item in self._items_here if item.control.id == self._trip.control), None)

    @property
    def _routes(self) -> tuple[Route, ...]:
        return routes_for(self._item.control, self.session.preferences.country) if self._item else ()

    @property
    def _route(self) -> Route | None:
        routes = self._routes
        return routes[min(self._way, len(routes) - 1)] if routes else None

    @property
    def _ways_on(self) -> tuple[Way, ...]:
        return self.session.checklist.ways_on(self._item) if self._item else ()

    # Showing the card

    def _arrive(self) -> None:
        """Show another card: with its first way, or its back if it failed already; remember the place."""
        self._way, self._is_whole = 0, False
        self.query_one(Rows).clear_options()
        item = self._item
        self._on_the_back = bool(item and item.standing is Standing.BLOCKED)
        self.query_one("#card").scroll_home(animate=False)
        write_place(self.session.folders.state, LastCard(*self._trip.stop))
        self.show_session()

    def show_session(self) -> None:
        item = self._item
        if item is None:
            self.window.leave(self)
            return
        self._show_top(item)
        self.query_one(Stops).show(self._trip, self._items, self.size.width)
        # An undo may have taken back the failure: then there is no back to show.
        back = self._on_the_back = self._on_the_back and item.standing is Standing.BLOCKED
        self.query_one("#card").display = not back
        self.query_one("#failure").display = back
        ways = self.query_one(Rows)
        ways.display = back
        if back:
            self._show_back(item, ways)
        else:
            self._show_front(item)
        (ways if back else self.query_one("#card")).focus()
        self.refresh_bindings()

    def _show_top(self, item: Item) -> None:
        top = self.query_one(TopLine)
        top.left = account_name(item.platform, item.account)
        left = [other for other in self._items if other.is_open]
        minutes = sum(other.control.minutes for other in left)
        top.right = " · ".join(
            (
                _("{number} of {count}").format(number=self._trip.at + 1, count=len(self._trip.order)),
                ngettext("{count} left, about {minutes} min", "{count} left, about {minutes} min", len(left)).format(
                    count=len(left), minutes=minutes
                ),
            )
        )

    def _show_front(self, item: Item) -> None:
        width = text_width(page_width(self.size.width, WANTED_LIST))
        height = None if self._is_whole else self.size.height - _CHROME
        self.query_one("#front", Static).update(front(self.session, item, width, self._way, self._hints(), height))

    def _hints(self) -> Hints:
        """Return the keys shown on the card itself, beside the link, the age of the facts and what is left out.

        The letter stands among them because it reaches what a switch does not, and the key bar rarely has room for it.
        """
        keys = keys_of(self)
        link = (("walk.open", _("open")), ("walk.copy", _("copy")), ("walk.qr", _("QR")))
        return Hints(
            link=_hint(keys, *link),
            age=_hint(keys, ("walk.sources", _("sources")), ("walk.write", _("write to them"))),
            more=_hint(keys, ("walk.whole", _("the rest"))),
        )

    def _show_back(self, item: Item, ways: Rows) -> None:
        title = Content(f"{item.control.title.in_language(language())}\n\n").stylize("bold")
        self.query_one("#failure", Static).update(title + Content(failure_sentence(item)).stylize("$warning"))
        words = {repr(way): way_words(way, self.session.knowledge) for way in self._ways_on}
        width = text_width(page_width(self.size.width, WANTED_LIST))
        ways.renew(Option(_in_few_lines(text, width), id=way) for way, text in words.items())

    def key_words(self, action: str) -> str:
        return outcome_key_words(action, self._item.control) if self._item else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        item = self._item
        if item is None:
            return action in {"back", "quit", "help"}
        if self._on_the_back and action in {"turn", "open", "copy", "qr", "sources"}:
            return False
        if action == "outcome":
            return outcome_of(str(parameters[0]), item.control) is not None and not (
                self._on_the_back and parameters[0] != "later"
            )
        if action == "turn":
            return len(self._routes) > 1
        if action in {"open", "copy", "qr"}:
            return bool(self._route and (self._route.url or (action == "copy" and self._route.address)))
        return True

    # Recording what happened

    def action_outcome(self, name: str) -> None:
        item = self._item
        outcome = outcome_of(name, item.control) if item else None
        if item is None or outcome is None:
            return
        surface = self._route.surface if self._route and outcome is not Outcome.LATER else None
        with self.window.telling():
            self.session.checklist.record(item.account, item.control, outcome, surface=surface)
            self._go_on(outcome_name(outcome))

    def action_allow(self) -> None:
        if (item := self._item) is None:
            return
        with self.window.telling():
            self.session.checklist.decide(item.account, item.control, Decision.ALLOW)
            self._go_on(decision_name(Decision.ALLOW))

    def _go_on(self, saved: str) -> None:
        """Go on after an outcome: to the back of the card if it failed, else to the next open card, else leave."""
        item = self._item
        title = item.control.title.in_language(language()) if item else ""
        self.window.say(_("Saved: {what} ({control})").format(control=title, what=saved))
        if item and item.standing is Standing.BLOCKED and not self._was_put_off(item):
            self._on_the_back = True
            self.query_one(Rows).clear_options()
            self.show_session()
            return
        onward = trip.to_next_open(self._trip, self._items)
        if onward is None:
            self._finish(saved)
            return
        self._trip = onward
        self._arrive()

    def _was_put_off(self, item: Item) -> bool:
        return item.position.last is not None and item.position.last.outcome is Outcome.LATER

    def _finish(self, saved: str) -> None:
        left = sum(item.is_open for item in self._items)
        if left:
            words = ngettext("{count} is left for later.", "{count} are left for later.", left).format(count=left)
        else:
            words = _("Nothing is left to do here.")
        account = self.query_one(TopLine).left
        self.window.say(_("Saved: {what} ({control})").format(control=account, what=saved) + f" · {words}")
        self.action_back()

    @on(Stops.Chosen)
    def _stop_chosen(self, event: Stops.Chosen) -> None:
        self._trip = trip.stepped(self._trip, event.at - self._trip.at)
        self._arrive()

    @on(Rows.OptionSelected, "#ways")
    def _way_chosen(self, event: Rows.OptionSelected) -> None:
        match next((way for way in self._ways_on if repr(way) == event.option.id), None):
            case AnotherRoute(route=route):
                self._way = self._routes.index(route)
                self._on_the_back = False
                self.show_session()
            case AnotherControl(ref=ref):
                self._go_to(ref)
            case WriteToController():
                self.action_write()

    def _go_to(self, ref: str) -> None:
        """Go to another control of this account, or of another platform, where an account is added if there is none."""
        platform_id, _slash, control = ref.partition("/")
        account = self._account
        if account is None:
            return
        if platform_id == account.platform:
            self._trip = self._moved_to(control)
            self._arrive()
            self._on_the_back = False
            self.show_session()
            return
        if not self.session.accounts.on(platform_id):
            platform = self.session.knowledge.platform(platform_id)
            with self.window.telling():
                self.session.accounts.add(platform)
                self.window.say(_("Added to your accounts: {name}.").format(name=platform_name(platform)))
        self.window.open_control(platform_id, control)

    def _moved_to(self, control: str) -> trip.Trip:
        return trip.moved_to(self._trip, control)

    # Other actions

    def action_whole(self) -> None:
        self._is_whole = not self._is_whole
        self.show_session()

    def action_turn(self, by: int) -> None:
        if routes := self._routes:
            self._way = (self._way + by) % len(routes)
            self.show_session()

    def action_step(self, by: int) -> None:
        self._trip = trip.stepped(self._trip, by)
        self._arrive()

    def action_back(self) -> None:
        """Go from the back of a card to its front if it has a way to show, otherwise leave the walk."""
        item = self._item
        if self._on_the_back and item is not None and self._routes:
            self._on_the_back = False
            self.show_session()
            return
        super().action_back()

    def action_undo(self) -> None:
        undo_last(self.window, self._shows)

    def _shows(self, entry: Entry) -> bool:
        """Whether an entry is about the current card."""
        return isinstance(entry, AboutControl) and trip.TripStop(entry.account, entry.control) == self._trip.stop

    def action_redo(self) -> None:
        redo_last(self.window)


def _hint(keys: Mapping[str, str], *bindings: tuple[str, str]) -> Content:
    """Return the keys of these bindings and what they do; bindings that are not active are left out."""
    return key_hint((keys[name], words) for name, words in bindings if name in keys)


def _in_few_lines(text: str, width: int) -> Content:
    """Return a way on two lines at most, so that the last way, writing a letter, stays in sight."""
    first, *rest = wrapped(text, width).split("\n")
    return Content("\n").join(
        (Content(first), *((Content(" ".join(rest)).truncate(width, ellipsis=True),) if rest else ()))
    )

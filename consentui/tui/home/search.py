"""Search the knowledge base and the person's accounts, by the words that people use, in every language at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui import clock
from consentui.checklist.availability import as_found_in
from consentui.checklist.ways import routes_for
from consentui.i18n import N_, _, ngettext
from consentui.journal.fold import Account
from consentui.knowledge.authorities import Authority
from consentui.knowledge.base import control_named
from consentui.knowledge.law import Rule
from consentui.knowledge.records import Controller, Platform
from consentui.knowledge.search.documents import Findable
from consentui.knowledge.search.find import Hit, Results
from consentui.tui.accounts.own_platform import OFFER, OwnPlatform, offer
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.fields import OnlyLine
from consentui.tui.shared.finding import once_everything_is_read
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.platform_page import page_of
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.sheet import TextSheet
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.window import Window
from consentui.tui.walk.card_view import card_content
from consentui.tui.walk.opening import open_walk
from consentui.words.accounts import platform_name_of, tags_words
from consentui.words.authorities import authority_text
from consentui.words.cards import card
from consentui.words.companies import company_text
from consentui.words.found import found_place, found_title, missing_name, reason, remarks
from consentui.words.law import rule_text
from consentui.words.names import look_alikes, platform_name

_WIDE = 90
"""The narrowest row in which the names of platforms have all the room they need."""
_ACCOUNTS_SHOWN = 6
_BEFORE_OFFER = 3
"""How many results come before the offer to add what may be missing: few, for a long list would hide it."""


class Search(SessionScreen):
    """The search screen: a line to type in, and the results below it."""

    BINDINGS = [Binding("down", "to_rows", N_("to the results"), show=False)]
    CSS_PATH = "search.tcss"

    _entered_early = False
    """Whether Enter was pressed before the search index was ready."""
    _missing = ""
    """The name that the offer to add a platform has."""

    def compose(self) -> ComposeResult:
        yield TopLine(_("Search"))
        yield OnlyLine(placeholder=_("a platform, a setting, the words of an old article"), id="query")
        yield Static("", id="unknown", markup=False)
        yield Rows(id="hits")
        yield KeyBar()

    def begin(self) -> None:
        self._show("")
        once_everything_is_read(self, self._find_what_was_typed)

    def _find_what_was_typed(self) -> None:
        self._show(self.query_one(Input).value)
        if self._entered_early:
            self._entered()

    def key_words(self, action: str) -> str:
        return _("open") if action == "submit" else ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._entered_early = False
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Open the best result; if the only row is the offer to add a platform, move the focus to it instead."""
        rows = self.query_one(Rows)
        self._entered_early = not self.session.finder.is_ready
        if rows.option_count == 0 or self._entered_early:
            return
        first = rows.get_option_at_index(0).id or ""
        if first == OFFER:
            self.action_to_rows()
        else:
            self._open(first)

    def action_to_rows(self) -> None:
        rows = self.query_one(Rows)
        if rows.option_count:
            self.set_focus(rows)
            rows.highlighted = rows.highlighted or 0

    def fit(self) -> None:
        rows = self.query_one(Rows)
        before = rows.highlighted
        self._show(self.query_one(Input).value)
        rows.highlighted = before

    def _show(self, query: str) -> None:
        finder, followed = self.session.finder, {*self.session.accounts.platform_ids, *self._own_authorities()}
        answer = finder.find(query, followed) if finder.is_ready and query.strip() else Results()
        width = max(self.size.width - 3, 20)
        accounts = self.session.accounts.matching(query)
        hits = [Option(_hit_rows(hit, query, width), id=hit.found.ref) for hit in answer.hits]
        is_looked_for = bool(query.strip()) and self.session.finder.is_ready
        self._missing = missing_name(answer, query)
        offered = [offer(self._missing)] if is_looked_for and answer.may_miss and not accounts else []
        hits[_BEFORE_OFFER:_BEFORE_OFFER] = offered
        self.query_one(Rows).set_options([*self._account_rows(accounts, width), *hits])
        self.query_one(TopLine).right = _count(len(answer.hits) + len(accounts)) if is_looked_for else ""
        said = remarks(answer) if answer.hits else (_("Nothing was found."),)
        self.query_one("#unknown", Static).update("\n".join(said) if is_looked_for and not accounts else "")

    def _own_authorities(self) -> Iterator[str]:
        """The references of the person's authority, and of that of their region."""
        preferences = self.session.preferences
        yield f"authority:{preferences.country}"
        yield f"authority:{preferences.country}-{preferences.region}"

    def _account_rows(self, accounts: Sequence[Account], width: int) -> Iterator[Option]:
        """Yield the rows of the accounts that match by name, owner, client or tags."""
        for account in accounts[:_ACCOUNTS_SHOWN]:
            platform = self.session.accounts.platform_of(account)
            where = Cell(platform_name_of(platform, account), _where_width(width), "$muted")
            line = row(where, Cell("", 1), *_account_cells(account, width - where.width - 1))
            yield Option(line, id=f"account:{account.id}")
        more = len(accounts) - _ACCOUNTS_SHOWN
        if more > 0:
            words = ngettext("and {count} other account", "and {count} other accounts", more).format(count=more)
            yield Option(Content(words).stylize("$muted"), id="more:", disabled=True)

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self._open(event.option.id or "")

    def _open(self, ref: str) -> None:
        """Open a row: an account, the offer to add a platform, a control, or a text to read."""
        if ref.startswith("account:"):
            from consentui.tui.accounts.account import AccountScreen

            self.app.push_screen(AccountScreen(ref.removeprefix("account:")))
            return
        if ref == OFFER:
            self.app.push_screen(OwnPlatform(self._missing), self._begun)
            return
        found = self.session.finder.called(ref)
        if found.platform:
            open_known_control(self.window, *ref.split("/"))
        else:
            self.app.push_screen(TextSheet(found_title(found), Content(self._text_of(found))))

    def _begun(self, platform_id: str | None) -> None:
        """Add an account on the platform that the person added, and open its walk."""
        if platform_id:
            once_everything_is_read(self, self._find_what_was_typed)
            with self.window.telling():
                open_walk(self.window, followed(self.window, self.session.knowledge.platform(platform_id)))

    def _text_of(self, found: Findable) -> str:
        match found.record:
            case Rule() as rule:
                return rule_text(rule)
            case Controller() as company:
                return company_text(company, self.session.knowledge.platforms_of(company))
            case Authority() as authority:
                return authority_text(authority)
            case _:
                return found_title(found)


def open_known_control(app: Window, platform_id: str, control_id: str) -> None:
    """Open a control in the walk of an account that has it; if none has, show its card to read only."""
    if app.open_control(platform_id, control_id):
        return
    knowledge, country = app.session.knowledge, app.session.preferences.country
    platform = knowledge.platform(platform_id)
    control = as_found_in(control_named(platform, control_id), country)
    shown = card(platform, control, routes_for(control, country), clock.today(), look_alikes(control, knowledge))
    content = card_content(shown, 0, min(app.size.width, 76) - 5)
    app.push_screen(CardSheet(platform, control_id, content))


class CardSheet(TextSheet):
    """The card of a control that no account has; the platform can be added from here."""

    BINDINGS = [
        Binding("a", "add", N_("add to my accounts"), id="card.add"),
        Binding("g", "platform", N_("the platform"), id="card.platform"),
    ]

    def __init__(self, platform: Platform, control: str, card: Content) -> None:
        super().__init__(platform_name(platform), card)
        self._platform = platform
        self._control = control

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """Disable adding if there is an account on the platform already."""
        return action != "add" or self._platform.id not in self.session.accounts.platform_ids

    def action_add(self) -> None:
        with self.window.telling():
            account = followed(self.window, self._platform)
            self.dismiss(None)
            open_walk(self.window, account, self._control)

    def action_platform(self) -> None:
        self.app.push_screen(page_of(self.session, self._platform))


def followed(window: Window, platform: Platform) -> Account:
    """Add an account on a platform, say so, and return it; raises StorageError if it cannot be saved."""
    account = window.session.accounts.add(platform)
    window.say(_("Added to your accounts: {name}.").format(name=platform_name(platform)))
    return account


def _count(hits: int) -> str:
    return ngettext("{count} result", "{count} results", hits).format(count=hits) if hits else _("no result")


def _account_cells(account: Account, width: int) -> tuple[Cell, Cell]:
    """The name of an account, cut in its middle if it must be, and beside it whose account it is."""
    name = account.handle or account.id
    whose = " · ".join(("", *filter(None, (account.client, account.owner, tags_words(account.tags)))))
    taken = min(cell_len(name), max(width - cell_len(whose), width * 2 // 3))
    return Cell(name, taken, "$accent", cut="middle"), Cell(whose, width - taken, "$accent")


def _where_width(width: int) -> int:
    """Return how wide the names of platforms are; in a wide window, all of them are read whole."""
    return 17 if width < _WIDE else 26


def _hit_rows(hit: Hit, query: str, width: int) -> Content:
    """Return a result, and below it why it was found."""
    where = Cell(found_place(hit.found), _where_width(width), "$muted")
    rest = width - where.width - 1
    first = row(where, Cell("", 1), Cell(found_title(hit.found), rest))
    why = reason(hit, query)
    return Content("\n").join([first, row(Cell("", where.width + 1), Cell(why, rest, "$muted"))]) if why else first

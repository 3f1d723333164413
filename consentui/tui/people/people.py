"""The screen of the profiles of this machine and their progress; Enter switches to one without quitting."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from consentui.i18n import N_, _, ngettext
from consentui.profile.forgetting import Goes, forget_profile, of_profile
from consentui.profile.people import ProfileProgress, person
from consentui.profile.session import open_session
from consentui.storage.places import DEFAULT_PROFILE, all_profiles, profile_folders
from consentui.tui.people.new_person import NewPerson
from consentui.tui.shared.becoming import become
from consentui.tui.shared.columns import Cell, bar, row
from consentui.tui.shared.forgetting import question
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.groups import accounts_words
from consentui.words.people import late_words, progress_words

_BAR_WIDTH = 12
_COUNT_WIDTH = 12
_ACCOUNTS_WIDTH = 14
_LATE_WIDTH = 13
"""As wide as the longest words in any language, and a space."""


class People(SessionScreen):
    """A row for each profile, shown at once; their progress is computed in a thread and filled in."""

    BINDINGS = [
        Binding("a", "add", N_("another person"), id="people.add"),
        Binding("o", "portfolio", N_("portfolio"), id="people.portfolio"),
        Binding("delete", "remove", N_("remove"), id="people.remove"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, ProfileProgress] = {}

    def compose(self) -> ComposeResult:
        yield TopLine()
        yield Rows(id="people")
        yield KeyBar()

    def begin(self) -> None:
        self.show_session()
        rows = self.query_one(Rows)
        rows.highlighted = rows.get_option_index(self.session.profile)
        self._look()

    def fit(self) -> None:
        self.show_session()

    def show_session(self) -> None:
        names = self._names
        top = self.query_one(TopLine)
        top.left = _("People")
        top.right = ngettext("{count} person", "{count} people", len(names)).format(count=len(names))
        width = max(self.size.width - 3, 20)
        self.query_one(Rows).renew(Option(self._row(name, width), id=name) for name in names)

    @property
    def _names(self) -> list[str]:
        """The names of all profiles, including the open one, of which nothing may be stored yet."""
        return sorted({*all_profiles(), self.session.profile})

    def _row(self, name: str, width: int) -> Content:
        mark = Cell("●" if name == self.session.profile else "", 2, "$accent")
        one = self._found.get(name)
        if one is None or one.fault:
            return row(mark, Cell(name, 24, cut="middle"), Cell(f" {one.fault}" if one else "", width - 26, "$warning"))
        counted = one.progress.counted
        rest = _BAR_WIDTH + _COUNT_WIDTH + _ACCOUNTS_WIDTH + _LATE_WIDTH
        return row(
            mark,
            Cell(name, max(width - 2 - rest - 1, 8), cut="middle"),
            Cell("", 1),
            Cell(bar(one.progress.settled, counted) if counted else "", _BAR_WIDTH, "$accent"),
            Cell(progress_words(one.progress), _COUNT_WIDTH),
            Cell(accounts_words(one.accounts), _ACCOUNTS_WIDTH, "$muted"),
            Cell(late_words(one.late), _LATE_WIDTH, "$warning"),
        )

    @work(thread=True, exclusive=True, group="people")
    def _look(self) -> None:
        worker = get_current_worker()
        for name in self._names:
            found = person(name)
            if worker.is_cancelled:
                return
            self.hand_over(self._take, found)

    def _take(self, found: ProfileProgress) -> None:
        self._found[found.profile] = found
        self.show_session()

    # Switching to a profile

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        name = event.option.id or ""
        if name == self.session.profile:
            self.action_back()
        else:
            self._go_to(name)

    def _go_to(self, name: str) -> None:
        in_thread(self, "person", partial(open_session, name), partial(become, self.window))

    def action_add(self) -> None:
        def named(name: str | None) -> None:
            if name:
                self._go_to(name)

        self.app.push_screen(NewPerson(), named)

    def action_portfolio(self) -> None:
        from consentui.tui.people.portfolio import PortfolioScreen

        self.app.push_screen(PortfolioScreen())

    # Forgetting a profile

    def action_remove(self) -> None:
        if option := self.query_one(Rows).highlighted_option:
            self.window.say(_("Asking the keyring…"))
            name = option.id or ""
            goes = partial(of_profile, profile_folders(name), name)
            in_thread(self, "keyring", goes, partial(self._ask_to_forget, name))

    def _ask_to_forget(self, name: str, goes: Goes) -> None:
        self.window.say("")

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
            if is_wanted:
                self.window.say(_("Forgetting…"))
                forget = partial(forget_profile, profile_folders(name), goes)
                in_thread(self, "forgetting", forget, lambda _done: self._forgotten(name))

        self.app.push_screen(question(name, goes, _("Forget it for good")), answered)

    def _forgotten(self, name: str) -> None:
        """Take a forgotten profile off the list; if it was the open one, switch to another."""
        self._found.pop(name, None)
        if name == self.session.profile:
            self._go_to(next(iter(all_profiles()), DEFAULT_PROFILE))
            return
        self.show_session()
        self.window.say(_("Forgotten."))

"""The screens that add accounts: first choose platforms from a list or a pack, then name the accounts, if wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static
from textual.widgets.option_list import Option

from consentui.errors import ConsentuiError
from consentui.i18n import N_, _, language, ngettext
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.hosts import host_of, owner_of
from consentui.knowledge.records import Pack, Platform
from consentui.nearest import nearest
from consentui.profile.input import cleaned_handle
from consentui.text import findable
from consentui.tui.accounts.own_platform import OFFER, OwnPlatform, offer
from consentui.tui.shared.columns import heading
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.next_line import go_to_next_line
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.tui.walk.minutes import open_minutes
from consentui.words.names import platform_name

_TEN_MINUTES = "ten-minutes"
"""The id of the pack for the best ten minutes."""
CHOSEN = "platforms"
"""The name of the draft that keeps the chosen platforms until they are added."""


class PickPlatforms(SessionScreen):
    """The list of platforms; Enter chooses the first match for what was typed, and goes on if the line is empty."""

    BINDINGS = [
        Binding("down", "to_rows", N_("to the list"), show=False),
        Binding("f2", "go_on", N_("go on"), id="pick.on"),
    ]
    CSS_PATH = "add_accounts.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._wants_minutes = False
        """Whether the pack for the best ten minutes was chosen, which are begun right after adding."""

    def compose(self) -> ComposeResult:
        yield TopLine(_("Which platforms do you use?"))
        yield TextLine(placeholder=_("type a name, Enter chooses it; Enter alone goes on"), id="query")
        yield Rows(id="platforms")
        yield KeyBar()

    def begin(self) -> None:
        """Show the list with what was chosen earlier and not added."""
        kept = self.session.drafts.kept(CHOSEN).get(CHOSEN, "").split()
        self._chosen = [one.id for name in kept for one in self._platforms if one.id == name]
        if self._chosen:
            self.window.say(_("What you had chosen is back."))
        self._show()

    @cached_property
    def _platforms(self) -> tuple[Platform, ...]:
        return tuple(self.session.knowledge)

    @cached_property
    def _packs(self) -> tuple[Pack, ...]:
        return self.session.knowledge.packs()

    def _show(self) -> None:
        typed = self.query_one(Input).value
        options = [] if typed.strip() else [*self._going_on(), *self._pack_rows()]
        self.query_one(Rows).set_options([*options, *self._platform_rows(typed)])
        count = len(self._chosen)
        self.query_one(TopLine).right = (
            ngettext("{count} chosen", "{count} chosen", count).format(count=count) if count else ""
        )

    def _going_on(self) -> Iterable[Option]:
        if self._chosen:
            names = ", ".join(platform_name(self.session.knowledge.platform(one)) for one in self._chosen)
            yield Option(Content(_("Go on with {names}").format(names=names)).stylize("bold $accent"), id="on:")

    def _pack_rows(self) -> Iterable[Option]:
        yield Option(heading(_("Several at once")), disabled=True)
        yield Option(Content(_("From a file: a password manager’s export, bookmarks, a list…")), id="file:")
        for pack in self._packs:
            names = ", ".join(platform_name(self.session.knowledge.platform(one)) for one in pack.platforms)
            title = pack.title.in_language(language())
            yield Option(Content.assemble(title, (f"  {names}", "$muted")), id=f"pack:{pack.id}")

    def _platform_rows(self, typed: str) -> Iterable[Option]:
        yield Option(heading(_("Platforms")), disabled=True)
        found = matching(self._platforms, typed)
        near = [] if found else meant(self._platforms, typed)
        for platform in found or near:
            mark = "✓ " if platform.id in self._chosen else "  "
            yield Option(
                Content.assemble((mark, "bold $accent"), platform_name(platform)),
                id=f"platform:{platform.id}",
            )
        if typed.strip() and not found:
            yield offer(typed)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Choose the first match for what was entered, or take it back; keep what was typed after Enter in the line."""
        if not event.value.strip():
            self.action_go_on()
            return
        found = matching(self._platforms, event.value)
        if not found:
            self.window.say(_("No platform of that name is known."))
            if meant(self._platforms, event.value):
                self.action_to_rows()
            return
        self._toggle(f"platform:{found[0].id}")
        event.input.value = event.input.value.removeprefix(event.value)

    @on(Rows.OptionSelected)
    def _picked(self, event: Rows.OptionSelected) -> None:
        if event.option.id == "on:":
            self.action_go_on()
            return
        if event.option.id == OFFER:
            self.app.push_screen(OwnPlatform(self.query_one(Input).value), self._begun)
            return
        if event.option.id == "file:":
            from consentui.tui.accounts.import_accounts import ImportAccounts

            self.app.switch_screen(ImportAccounts())
            return
        at = event.option_index
        had = event.option_list.option_count
        self._toggle(event.option.id or "")
        self._show()
        event.option_list.highlighted = at + event.option_list.option_count - had

    def _begun(self, platform_id: str | None) -> None:
        """Choose the platform that the person added."""
        if platform_id:
            del self._platforms
            self._chosen.append(platform_id)
            self._keep_chosen()
            self.query_one(Input).value = ""

    def _toggle(self, option_id: str) -> None:
        kind, _colon, name = option_id.partition(":")
        if kind == "pack":
            pack = next(pack for pack in self._packs if pack.id == name)
            self._wants_minutes = self._wants_minutes or name == _TEN_MINUTES
            self._chosen += [one for one in pack.platforms if one not in self._chosen]
        elif name in self._chosen:
            self._chosen.remove(name)
        else:
            self._chosen.append(name)
        self._keep_chosen()

    def _keep_chosen(self) -> None:
        with suppress(ConsentuiError):  # only a later visit needs it
            self.session.drafts.keep(CHOSEN, {CHOSEN: " ".join(self._chosen)} if self._chosen else {})

    def action_to_rows(self) -> None:
        rows = self.query_one(Rows)
        rows.focus()
        rows.highlighted = next((n for n, option in enumerate(rows.options) if not option.disabled), None)

    def action_go_on(self) -> None:
        if not self._chosen:
            self.window.say(_("Choose at least one platform."))
            return
        held = {account.platform for account in self.session.accounts}
        chosen = [self.session.knowledge.platform(one) for one in self._chosen]
        platforms = with_companions(chosen, held, self.session.knowledge)
        self.app.push_screen(NameAccounts(platforms, then_minutes=self._wants_minutes))


def matching(platforms: Iterable[Platform], typed: str) -> list[Platform]:
    """Return the platforms that a few letters may mean.

    Those of exactly that name or address come first, then those with a name that begins so, then those that contain it.
    """
    platforms = tuple(platforms)
    wanted, apart = findable(typed), _together(typed)
    host = host_of(typed)
    at_host = owner_of(host, {one: platform.id for platform in platforms for one in platform.hosts}) if host else None
    ranked = []
    for platform in platforms:
        names = [findable(name) for name in (platform_name(platform), *platform.names)]
        if platform.id == at_host or wanted in names or apart in map(_together, names):
            ranked.append((0, names[0], platform))
        elif any(wanted in name or apart in _together(name) for name in names):
            ranked.append((1 if any(name.startswith(wanted) for name in names) else 2, names[0], platform))
    return [platform for _rank, _name, platform in sorted(ranked, key=lambda found: found[:2])]


def meant(platforms: Iterable[Platform], typed: str) -> list[Platform]:
    """Return the platform that a mistyped name probably means; empty if no name is like it."""
    named = {findable(name): one for one in platforms for name in one.names}
    near = nearest(findable(typed), named)
    return [named[near]] if near else []


def _together(name: str) -> str:
    """Return a name folded for search and without spaces, since some write `chat gpt`."""
    return findable(name).replace(" ", "")


def with_companions(chosen: list[Platform], held: set[str], knowledge: KnowledgeBase) -> list[Platform]:
    """Return the chosen platforms, then those that hold settings they share, unless the person has them already."""
    platforms = list(chosen)
    for platform in chosen:
        known = held.union(one.id for one in platforms)
        if platform.companion and platform.companion not in known:
            platforms.append(knowledge.platform(platform.companion))
    return platforms


def split_handles(typed: str) -> list[str]:
    """Return the names in a line, separated by commas or semicolons; one empty name if the line is empty."""
    return [name for part in re.split(r"[,;]", typed) if (name := part.strip())] or [""]


class NameAccounts(SessionScreen):
    """A line for the names on each platform: empty for one account without a name, commas between several."""

    BINDINGS = [Binding("f2", "save", N_("save"), id="name.save")]
    CSS_PATH = "add_accounts.tcss"
    AUTO_FOCUS = "Input"

    def __init__(self, platforms: list[Platform], *, then_minutes: bool = False) -> None:
        """`then_minutes` opens a walk of the best ten minutes afterwards."""
        super().__init__()
        self._platforms = platforms
        self._then_minutes = then_minutes
        self.draft_key = "names"

    def compose(self) -> ComposeResult:
        yield TopLine(_("How do you tell them apart?"))
        with VerticalScroll(id="names"):
            yield Static(
                Content(_("A name if you wish, such as @marie; commas between several. Enter goes on.")).stylize(
                    "$muted"
                )
            )
            for platform in self._platforms:
                yield Label(Content(platform_name(platform)))
                yield TextLine(between=", ", id=f"handle-{platform.id}", max_length=2000, compact=True)
        yield KeyBar()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        go_to_next_line(event.input, self.action_save)

    def action_save(self) -> None:
        with self.window.telling():
            # Check all names before adding the first account, so that a bad one does not leave half of them added.
            for platform, handle in [(platform, cleaned_handle(one)) for platform, one in self._named()]:
                self.session.accounts.add(platform, handle)
            self.was_saved()
            self.session.drafts.keep(CHOSEN, {})
            self.app.pop_screen()
            self.app.pop_screen()
            self.window.refresh_screens()
            if self._then_minutes:
                open_minutes(self.window)

    def _named(self) -> Iterator[tuple[Platform, str]]:
        for platform in self._platforms:
            for handle in split_handles(self.query_one(f"#handle-{platform.id}", Input).value):
                yield platform, handle

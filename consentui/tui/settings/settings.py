"""The screen of the settings; Enter changes the one under the cursor."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, _, language, ngettext
from consentui.i18n.countries import country_name
from consentui.profile.compacting import compact, removable_count
from consentui.profile.forgetting import Goes, forget_profile, of_profile
from consentui.profile.identity import IDENTITY_FIELDS, forget_identity
from consentui.profile.preferences import Theme, write_setting
from consentui.tui.accounts.import_accounts import ImportAccounts
from consentui.tui.settings.pick_country import PickCountry
from consentui.tui.shared.choices import following
from consentui.tui.shared.columns import Cell, heading, row
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.forgetting import question
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine

_GAP, _AROUND = 2, 3
"""The columns between the names of settings and their values, and those of the margins with the scroll bar."""
_THEMES: tuple[Theme, ...] = ("auto", "dark", "light", "contrast")


def setting_names() -> dict[str, str]:
    """The names of the settings that are always there, by their keys."""
    return {
        "language": _("Language"),
        "country": _("Country"),
        "theme": _("Appearance"),
        "animation": _("Animation"),
        "mouse": _("Mouse (from the next start)"),
        "people": _("People"),
        "backup": _("Back up"),
        "restore": _("Restore a backup"),
        "compact": _("Tidy up the journal"),
        "forget": _("Forget this profile"),
    }


class Setting(NamedTuple):
    """A row with the name of a setting and its value."""

    key: str
    name: str
    value: str


class Settings(SessionScreen):
    """Language, country, appearance; profiles, backups, forgetting; where the files are."""

    def __init__(self, chosen: str = "") -> None:
        """The cursor is on the setting `chosen`, or on the first one."""
        super().__init__()
        self._first = chosen

    def begin(self) -> None:
        self.show_session()
        rows = self.query_one(Rows)
        if self._first:
            rows.highlighted = rows.get_option_index(self._first)

    def compose(self) -> ComposeResult:
        yield TopLine(_("Settings"))
        yield Rows(id="settings")
        yield KeyBar()

    def show_session(self) -> None:
        config = self.session.preferences.config
        themes = {
            "auto": _("same as the terminal"),
            "dark": _("dark"),
            "light": _("light"),
            "contrast": _("high contrast"),
        }
        names = setting_names()
        rows = self._drawn(
            [
                Setting("language", names["language"], LANGUAGE_NAMES[language()]),
                Setting("country", names["country"], country_name(self.session.preferences.country) or _("not set")),
                Setting("theme", names["theme"], themes[config.theme]),
                Setting("animation", names["animation"], _("yes") if config.animation else _("no")),
                Setting("mouse", names["mouse"], _("yes") if config.mouse else _("no")),
                *self._identity_rows(),
                Option(_("Accounts from a file…"), id="import"),
                Option("", disabled=True),
                Setting("people", names["people"], self.session.profile),
                Setting("backup", names["backup"], _("all of this profile into one file")),
                Setting("restore", names["restore"], _("adds what it has; replaces nothing")),
                Setting("compact", names["compact"], _("without what was undone; keeps a copy")),
                Setting("forget", names["forget"], _("shows what would go, then asks")),
                Option("", disabled=True),
                Option(heading(_("Where things are kept")), disabled=True),
                Option(Content(str(self.session.folders.journal)), disabled=True),
                Option(Content(str(self.session.folders.config_file)), disabled=True),
            ]
        )
        self.query_one(Rows).renew(rows)
        self.query_one(TopLine).left = _("Settings")

    def fit(self) -> None:
        self.show_session()

    def _drawn(self, entries: list[Setting | Option]) -> list[Option]:
        """Return the rows; the values stand in one column, as far left as the longest name allows."""
        names = max(cell_len(one.name) for one in entries if isinstance(one, Setting)) + _GAP
        width = self.size.width - _AROUND
        return [Option(_line(one, names, width), id=one.key) if isinstance(one, Setting) else one for one in entries]

    def _identity_rows(self) -> list[Setting]:
        """Return the row to forget the writer's name and address; empty if none are stored."""
        if not self.session.folders.identity.exists():
            return []
        return [Setting("identity", _("Name and address for letters"), _("kept; Enter to forget them"))]

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        config = self.session.preferences.config
        match event.option.id:
            case "identity":
                self.app.push_screen(
                    Confirm(
                        _("Forget your name and address?"),
                        _("The next letter asks for them again. Letters already sent keep them."),
                        _("Forget them"),
                    ),
                    self._forget_confirmed,
                )
            case "import":
                self.app.push_screen(ImportAccounts())
            case "people" | "backup" | "restore" as what:
                self._open(what)
            case "compact":
                self._ask_to_compact()
            case "forget":
                self.window.say(_("Asking the keyring…"))
                goes = partial(of_profile, self.session.folders, self.session.profile)
                in_thread(self, "keyring", goes, self._ask_to_forget)
            case "country":
                self.app.push_screen(PickCountry(), self._country_chosen)
            case "language":
                self._set("language", following(LANGUAGES, language()))
            case "theme":
                self._set("theme", following(_THEMES, config.theme))
            case "animation" | "mouse" as key:
                is_on = config.animation if key == "animation" else config.mouse
                self._set(key, "false" if is_on else "true")

    def _ask_to_compact(self) -> None:
        count = removable_count(self.session.journal)
        if not count:
            self.window.say(_("There is nothing to remove."))
            return
        facts = ngettext(
            "{count} undone entry is removed, and “redo” can no longer bring it back. A copy of the journal is kept.",
            "{count} undone entries are removed, and “redo” can no longer bring them back. A copy of the journal "
            "is kept.",
            count,
        ).format(count=count)
        self.app.push_screen(Confirm(_("Rewrite the journal?"), facts, _("Rewrite it")), self._compact_confirmed)

    def _compact_confirmed(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if not is_wanted:
            return
        with self.window.telling():
            copy = compact(self.session.journal, self.session.folders)
            self.window.refresh_screens()
            self.window.say(_("A copy of the old journal is in {path}.").format(path=copy.name if copy else ""))

    def _open(self, what: str) -> None:
        from consentui.tui.people.people import People
        from consentui.tui.settings.backups import BackupSheet, RestoreSheet

        kinds = {"people": People, "backup": BackupSheet, "restore": RestoreSheet}
        self.app.push_screen(kinds[what]())

    def _forget_confirmed(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if not is_wanted:
            return
        with self.window.telling():
            forget_identity(self.session.folders.identity)
            self.session.drafts.forget_fields(IDENTITY_FIELDS)
            self.window.say(_("Name and address are forgotten."))
            self.show_session()

    def _ask_to_forget(self, goes: Goes) -> None:
        self.window.say("")

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
            if is_wanted:
                self.window.say(_("Forgetting…"))
                forget = partial(forget_profile, self.session.folders, goes)
                in_thread(self, "forgetting", forget, lambda _done: self.app.exit(message=_("Forgotten.")))

        self.app.push_screen(question(self.session.profile, goes, _("Forget it for good, and quit")), answered)

    def _country_chosen(self, code: str | None) -> None:
        if code is not None:
            self._set("country", code)

    def _set(self, key: str, value: str) -> None:
        with self.window.telling():
            write_setting(self.session.folders.config_file, key, value)
            self.window.apply_preferences()
            self.query_one(KeyBar).renew()


def _line(one: Setting, names: int, width: int) -> Content:
    """Return a name and its value, which goes below the name if there is no room beside it."""
    if cell_len(one.value) <= width - names:
        return row(Cell(one.name, names), Cell(one.value, width - names, "$accent"))
    return Content("\n").join((Content(one.name), row(Cell("", _GAP), Cell(one.value, width - _GAP, "$accent"))))

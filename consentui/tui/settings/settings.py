"""The preferences: each row changes with Enter."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, _, language
from consentui.i18n.countries import country_name
from consentui.profile.identity import forget_identity
from consentui.profile.preferences import write_setting
from consentui.tui.accounts.import_accounts import ImportAccounts
from consentui.tui.settings.pick_country import PickCountry
from consentui.tui.shared.choices import following
from consentui.tui.shared.columns import Cell, heading, row
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.window import SessionScreen

_NEXT_THEME = {"auto": "dark", "dark": "light", "light": "auto"}


class Settings(SessionScreen):
    """Language, country and look; where the files lie."""

    def compose(self) -> ComposeResult:
        yield TopLine(_("Settings"))
        yield Rows(id="settings")
        yield KeyBar()

    def show_session(self) -> None:
        config = self.session.preferences.config
        themes = {"auto": _("same as the terminal"), "dark": _("dark"), "light": _("light")}
        self.query_one(Rows).renew(
            [
                _setting("language", _("Language"), LANGUAGE_NAMES[language()]),
                _setting("country", _("Country"), country_name(self.session.preferences.country) or _("not said")),
                _setting("theme", _("Appearance"), themes[config.theme]),
                _setting("animation", _("Animation"), _("yes") if config.animation else _("no")),
                _setting("mouse", _("Mouse (from the next start on)"), _("yes") if config.mouse else _("no")),
                *self._identity_rows(),
                Option(_("Accounts from a file…"), id="import"),
                Option("", disabled=True),
                Option(heading(_("Where things are kept")), disabled=True),
                Option(Content(str(self.session.folders.journal)), disabled=True),
                Option(Content(str(self.session.folders.config_file)), disabled=True),
            ]
        )
        self.query_one(TopLine).left = _("Settings")

    def _identity_rows(self) -> list[Option]:
        """A row to forget who writes letters, while that is kept."""
        if not self.session.folders.identity.exists():
            return []
        return [_setting("identity", _("Name and address for letters"), _("kept; Enter to forget them"))]

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        config = self.session.preferences.config
        match event.option.id:
            case "identity":
                self.app.push_screen(
                    Confirm(
                        _("Forget your name and address?"),
                        _("The next letter asks for them again. Letters that went out keep them."),
                        _("Forget them"),
                    ),
                    self._forget_confirmed,
                )
            case "import":
                self.app.push_screen(ImportAccounts())
            case "country":
                self.app.push_screen(PickCountry(), self._country_chosen)
            case "language":
                self._set("language", following(LANGUAGES, language()))
            case "theme":
                self._set("theme", _NEXT_THEME[config.theme])
            case "animation":
                self._set("animation", "false" if config.animation else "true")
            case "mouse":
                self._set("mouse", "false" if config.mouse else "true")

    def _forget_confirmed(self, is_wanted: bool | None) -> None:  # noqa: FBT001 -- what the sheet gives
        if not is_wanted:
            return
        with self.consentui.telling():
            forget_identity(self.session.folders.identity)
            self.consentui.say(_("Name and address are forgotten."))
            self.show_session()

    def _country_chosen(self, code: str | None) -> None:
        if code is not None:
            self._set("country", code)

    def _set(self, key: str, value: str) -> None:
        with self.consentui.telling():
            write_setting(self.session.folders.config_file, key, value)
            self.session.preferences.reload()
            self.consentui.speak(self.session.preferences.language)
            self.consentui.apply_theme()
            self.app.animation_level = "full" if self.session.preferences.config.animation else "none"
            self.consentui.refresh_screens()
            self.query_one(KeyBar).renew()


def _setting(key: str, name: str, value: str) -> Option:
    return Option(row(Cell(name, 34), Cell(value, 40, "$accent")), id=key)

"""The first run: confirm language and country, read a sentence on privacy, then go on to the platforms."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, N_, _, guess_country, language
from consentui.i18n.countries import country_name
from consentui.profile.preferences import write_setting
from consentui.storage.places import DEFAULT_PROFILE
from consentui.tui.settings.pick_country import PickCountry
from consentui.tui.shared.choices import following
from consentui.tui.shared.columns import heading
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.facts_language import facts_language_words

_CHOICES_AND_BARS = 9
"""The lines of the choices, of the line at the top and of the keys at the foot, each with its rule."""


class FirstRun(SessionScreen):
    """The screen shown while the journal is new; what is set or was guessed from the system is filled in already.

    Settings that exist, such as those of a profile whose journal was lost, are written only if they are changed here.
    """

    BINDINGS = [
        Binding("l", "language", N_("language"), id="first.language"),
        Binding("c", "country", N_("country"), id="first.country"),
        Binding("p", "people", N_("people"), id="first.people"),
        Binding("escape", "nowhere", show=False),
    ]
    CSS_PATH = "first_run.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._country: str | None = None
        """The country to be saved, empty if not given; None if one is set already and stays."""
        self._is_language_new = False

    def compose(self) -> ComposeResult:
        profile = self.session.profile
        yield TopLine("consentui" if profile == DEFAULT_PROFILE else f"consentui  {profile}")
        with VerticalScroll(id="welcome"):
            yield Static(id="words", markup=False)
        yield Rows(id="choices")
        yield KeyBar()

    def begin(self) -> None:
        config = self.session.preferences.config
        self._country = (guess_country() or "") if config.country is None else None
        self._is_language_new = config.language is None
        self._show()

    def fit(self) -> None:
        """Leave the welcome all the room that the choices and the bars do not need."""
        self.query_one("#welcome").styles.max_height = max(self.size.height - _CHOICES_AND_BARS, 3)

    def _show(self) -> None:
        self.query_one("#words", Static).update(_welcome())
        rows = self.query_one(Rows)
        rows.renew(
            [
                Option(Content(_("Start")).stylize("bold"), id="begin"),
                Option(_("Language: {language}").format(language=LANGUAGE_NAMES[language()]), id="language"),
                Option(_("Country: {country}").format(country=self._country_words()), id="country"),
                Option(_("Start with a file: passwords, bookmarks, a list…"), id="file"),
                Option(Content(_("Restore a backup")), id="restore"),
            ]
        )
        rows.focus()
        self.query_one(TopLine).right = ""
        self.query_one(KeyBar).renew()

    def _country_words(self) -> str:
        country = self.session.preferences.country if self._country is None else self._country
        return country_name(country) if country else _("not set: everything is shown")

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        {
            "begin": self.action_begin,
            "file": self._begin_with_a_file,
            "restore": self._begin_with_a_backup,
            "language": self.action_language,
            "country": self.action_country,
        }[event.option.id or "begin"]()

    def action_language(self) -> None:
        self._is_language_new = True
        self.window.speak(following(LANGUAGES, language()))
        self._show()

    def action_country(self) -> None:
        self.app.push_screen(PickCountry(), self._country_chosen)

    def _country_chosen(self, code: str | None) -> None:
        if code is not None:
            self._country = code
        self._show()

    def action_begin(self) -> None:
        from consentui.tui.accounts.add_accounts import PickPlatforms

        self._go_on(PickPlatforms())

    def _begin_with_a_file(self) -> None:
        from consentui.tui.accounts.import_accounts import ImportAccounts

        self._go_on(ImportAccounts())

    def _begin_with_a_backup(self) -> None:
        """Ask for the backup; nothing is saved before it, so that its language and country hold here too."""
        from consentui.tui.settings.backups import RestoreSheet

        def restored(_answer: None) -> None:
            if self.session.folders.config_file.exists():
                self.begin()
            self.show_session()

        self.app.push_screen(RestoreSheet(), restored)

    def _go_on(self, screen: SessionScreen) -> None:
        """Save what was confirmed and open the next screen."""
        path = self.session.folders.config_file
        with self.window.telling():
            if self._is_language_new:
                write_setting(path, "language", language())
            if self._country is not None:
                write_setting(path, "country", self._country)
            self.session.preferences.reload()
            self.app.push_screen(screen)

    def show_session(self) -> None:
        """Close the first run once there is an account."""
        if self.session.accounts and self.app.screen is self:
            self.action_back()

    def action_people(self) -> None:
        from consentui.tui.people.people import People

        self.app.push_screen(People())

    def action_nowhere(self) -> None:
        """Do nothing on escape: there is nothing to go back to."""


def _welcome() -> Content:
    return Content("\n").join(
        (
            Content(""),
            heading(_("Your consent, account by account")),
            Content(""),
            Content(
                _(
                    "Platforms train their AI on what you post unless you refuse, and hide where to do so. "
                    "consentui shows you the way for each of your accounts, records what you did and when, and "
                    "reminds you of what is open."
                )
            ),
            Content(""),
            Content(_("Everything stays on this machine, in a file you can read; nothing is sent anywhere.")).stylize(
                "$accent"
            ),
            *((Content(""), Content(words)) if (words := facts_language_words()) else ()),
            Content(""),
        )
    )

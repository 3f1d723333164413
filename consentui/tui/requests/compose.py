"""Beginning a request: which right, the person's own grounds, who writes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static, TextArea

from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, N_, Language, _, language
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.requests.letters.grounds import questions
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right, fitting_right
from consentui.text import folded
from consentui.tui.shared.choices import following
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.lines import onward
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.window import SessionScreen
from consentui.words.names import control_title, platform_name, right_name

_ASKS_FOR_GROUNDS = Right.OBJECT_TRAINING


class Compose(SessionScreen):
    """F3 changes the right, F4 the language of the letters, F2 goes on to the letter. Nothing is sent from here."""

    BINDINGS = [
        Binding("f2", "go_on", N_("to the letter"), id="compose.on"),
        Binding("f3", "right", N_("another right"), id="compose.right"),
        Binding("f4", "language", N_("language of the letters"), id="compose.language"),
    ]
    CSS_PATH = "compose.tcss"
    AUTO_FOCUS = ""

    def __init__(self, account: Account, control: Control | None = None) -> None:
        """About one control of an account, or about the account on its own."""
        super().__init__()
        self._account = account
        self._control = control
        self._right = (fitting_right(control) if control else None) or Right.OBJECT_TRAINING
        self._language: Language = language()

    def compose(self) -> ComposeResult:
        kept = read_identity(self.session.folders.identity) or Identity("")
        yield TopLine(self._about())
        with VerticalScroll(id="form", can_focus=False):
            yield Static(id="right", markup=False)
            yield TextArea(id="grounds", soft_wrap=True)
            yield Static(id="questions", markup=False)
            yield Label(_("Your name, as the letter signs it"), markup=False)
            yield Input(kept.name, id="name", max_length=200, compact=True)
            yield Label(_("Your postal address, if you wish; commas between its lines"), markup=False)
            yield Input(", ".join(kept.address.splitlines()), id="address", max_length=400, compact=True)
            yield Label(_("Your e-mail address: best the account’s own"), markup=False)
            yield Input(kept.email, id="email", max_length=200, compact=True)
            yield Static(
                Content(_("Name and address stay on this machine; the settings can forget them.")), classes="muted"
            )
        yield KeyBar()

    def _about(self) -> str:
        platform = self.session.accounts.platform_of(self._account)
        if platform and self._control:
            return control_title(platform, self._control)
        name = platform_name(platform) if platform else self._account.platform
        return " · ".join(filter(None, (name, self._account.handle)))

    def begin(self) -> None:
        self._show_right()
        self._focus_first()

    def fit(self) -> None:
        self._show_right()

    def _focus_first(self) -> None:
        (self.query_one("#grounds") if self._right is _ASKS_FOR_GROUNDS else self.query_one("#name")).focus()

    def _show_right(self) -> None:
        asks = self._right is _ASKS_FOR_GROUNDS
        words = (
            _("Your own reasons, in two or three sentences. Nobody can write them for you; the questions may help.")
            if asks
            else _("This right needs no reason.")
        )
        width = max(self.size.width - 5, 20)
        self.query_one(TopLine).right = LANGUAGE_NAMES[self._language]
        title = Content(right_name(self._right.value)).stylize("bold $accent")
        self.query_one("#right", Static).update(title + Content("\n" + folded(words, width)))
        asked = "\n".join(folded(f"· {one}", width) for one in questions(language()))
        self.query_one("#questions", Static).update(Content(asked))
        self.query_one("#questions").display = asks
        self.query_one("#grounds").display = asks

    def action_right(self) -> None:
        rights = tuple(Right)
        self._right = rights[(rights.index(self._right) + 1) % len(rights)]
        self._show_right()
        self._focus_first()

    def action_language(self) -> None:
        self._language = following(LANGUAGES, self._language)
        self._show_right()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        onward(event.input, self.action_go_on)

    def action_go_on(self) -> None:
        from consentui.tui.requests.letter import LetterScreen
        from consentui.tui.requests.request import RequestScreen

        name, address, email = (self.query_one(f"#{field}", Input).value for field in ("name", "address", "email"))
        if not name.strip():
            self.consentui.say(_("The letter needs your name."))
            self.query_one("#name").focus()
            return
        with self.consentui.telling():
            lines = "\n".join(line.strip() for line in address.split(","))
            keep_identity(self.session.folders.identity, Identity(name, lines, email))
            case = self.session.requests.draft(self._account, self._right, self._language, self._control)
            grounds = self.query_one("#grounds", TextArea).text.splitlines()
            self.session.letters.say(case, Said(grounds=tuple(grounds) if self._right is _ASKS_FOR_GROUNDS else ()))
            self.app.switch_screen(RequestScreen(case.reference))
            self.app.push_screen(LetterScreen(case.reference))

"""The form that begins a request: which right, what the person says for it, who writes."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from consentui.i18n import LANGUAGE_NAMES, LANGUAGES, N_, Language, _, language
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile.identity import Identity, cleaned_mandate, keep_identity, read_identity
from consentui.requests.letters.cautions import before_writing
from consentui.requests.letters.grounds import questions
from consentui.requests.letters.kinds import cited_alone
from consentui.requests.letters.said import AccountDetails, ErasureGround, Said
from consentui.requests.rights import Right, fitting_right, proposed_right
from consentui.text import wrapped, wrapped_under
from consentui.tui.requests.on_behalf import OnBehalf
from consentui.tui.requests.writer import writer_fields, writer_in
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.choices import following
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.next_line import go_to_next_line
from consentui.tui.shared.panes import text_width
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.accounts import account_name
from consentui.words.cautions import caution_words
from consentui.words.names import control_title
from consentui.words.rights import erasure_article, right_name
from consentui.words.said import erasure_ground_name

_ASKS_FOR_GROUNDS = Right.OBJECT_TRAINING
_TYPED_FOR = {"grounds": _ASKS_FOR_GROUNDS, "consent": Right.WITHDRAW, "data": Right.ERASE}
"""The fields that belong to one right only; what was typed for another right stays in the draft until it is used."""


class Compose(SessionScreen):
    """The form: F3 changes the right, F4 the language of the letters, F2 goes on to the letter. It sends nothing.

    F5 changes the reason for erasure, F8 whether the letter covers the other accounts at the company too, F9 in whose
    name it is written, F6 whether that holds for this request alone or for every letter.
    """

    BINDINGS = [
        Binding("f2", "go_on", N_("to the letter"), id="compose.on"),
        Binding("f3", "right", N_("another right"), id="compose.right"),
        Binding("f4", "language", N_("language of the letters"), id="compose.language"),
        Binding("f5", "ground", N_("why erase them"), id="compose.ground"),
        Binding("f8", "others", N_("other accounts"), id="compose.others"),
        Binding("f9", "behalf", N_("on whose behalf"), id="compose.behalf"),
        Binding("f6", "letters", N_("this request or every letter"), show=False, priority=True, id="compose.letters"),
    ]
    CSS_PATH = "compose.tcss"
    AUTO_FOCUS = ""

    def __init__(self, account: Account, control: Control | None = None) -> None:
        """The request is about a control of an account, or about the account as a whole if `control` is None."""
        super().__init__()
        self._account = account
        self._control = control
        self._right = proposed_right(control) if control else Right.OBJECT_TRAINING
        self._language: Language = language()
        self._ground: ErasureGround | None = None
        self._with_others = False
        self.draft_key = f"letter/{account.id}/{control.id if control else ''}"

    def compose(self) -> ComposeResult:
        yield TopLine(self._about())
        with VerticalScroll(id="form", can_focus=False):
            yield Static(id="right", markup=False)
            yield TextArea(id="grounds", soft_wrap=True)
            yield Static(id="questions", markup=False)
            yield Caption(_("Which consent you withdraw, in a few words"), id="asks-consent")
            yield TextLine(id="consent", max_length=400, compact=True)
            yield Caption(_("Which data to erase; all if left empty"), id="asks-data")
            yield TextLine(id="data", max_length=400, compact=True)
            yield Static(id="others", markup=False)
            yield from writer_fields(self._kept, self.session.preferences.country, of_one=True)
        yield KeyBar()

    @property
    def _kept(self) -> Identity:
        return read_identity(self.session.folders.identity) or Identity("")

    def _about(self) -> str:
        platform = self.session.accounts.platform_of(self._account)
        if platform and self._control:
            return control_title(platform, self._control)
        return self._named(self._account)

    def _named(self, account: Account) -> str:
        return account_name(self.session.accounts.platform_of(account), account)

    @property
    def _others(self) -> tuple[Account, ...]:
        """The person's other accounts whose platforms have the same controller."""
        accounts = self.session.accounts
        here = accounts.platform_of(self._account)
        return tuple(
            one
            for one in accounts
            if here
            and one != self._account
            and (there := accounts.platform_of(one))
            and there.controller == here.controller
        )

    def begin(self) -> None:
        self._show_right()
        self._focus_first()

    def fit(self) -> None:
        self._show_right()

    def _focus_first(self) -> None:
        first = {Right.WITHDRAW: "#consent", Right.ERASE: "#data", _ASKS_FOR_GROUNDS: "#grounds"}
        self.query_one(first.get(self._right, "#name")).focus()

    def _show_right(self) -> None:
        asks = self._right is _ASKS_FOR_GROUNDS
        words = " ".join(filter(None, (self._about_fit(), self._about_reasons())))
        width = text_width(self.size.width)
        self.query_one(TopLine).right = LANGUAGE_NAMES[self._language]
        regime = self.session.requests.law_today
        title = Content(right_name(self._right.value, regime)).stylize("bold $accent")
        law = before_writing(regime)
        lacking = Content("\n" + wrapped(caution_words(law), width)).stylize("$warning") if law else Content("")
        self.query_one("#right", Static).update(title + lacking + Content("\n" + wrapped(words, width)))
        self.query_one("#questions").display = asks
        asked = "\n".join(wrapped_under(f"· {one}", width) for one in questions(language()))
        self.query_one("#questions", Static).update(Content(asked))
        self.query_one("#grounds").display = asks
        for name in ("consent", "data"):
            is_asked = self._right is _TYPED_FOR[name]
            self.query_one(f"#{name}").display = self.query_one(f"#asks-{name}").display = is_asked
        self.query_one("#others", Static).update(Content(wrapped(self._about_others(), width)))
        self.query_one("#others").display = bool(self._others)
        self.refresh_bindings()

    def _about_fit(self) -> str:
        """Say that the letters are not made for what the setting is about, which leaves the person the choice."""
        if self._control is None or fitting_right(self._control):
            return ""
        return _("No right fits this setting exactly; F3 shows the others.")

    def _about_reasons(self) -> str:
        if self._right is _ASKS_FOR_GROUNDS:
            return _(
                "Your own reasons, in two or three sentences. Nobody can write them for you; the questions may help."
            )
        if self._asks_for_ground:
            return _("Why the data must be erased, as the law asks ({article}): {ground}. F5 changes it.").format(
                article=erasure_article(self.session.requests.law_today), ground=erasure_ground_name(self._ground)
            )
        if self._right is Right.ERASE:
            return _("The letter asks for this without naming a reason.")
        return _("This right needs no reason.")

    @property
    def _asks_for_ground(self) -> bool:
        """Whether to ask for a reason for erasure: the law cited by the letter has a list of them, as the GDPR has."""
        regime = self.session.requests.law_today
        return self._right is Right.ERASE and not (regime and cited_alone(regime))

    def _about_others(self) -> str:
        names = ", ".join(map(self._named, self._others))
        if self._with_others:
            return _(
                "The letter also covers these accounts at the same company: {accounts}. F8 leaves them out."
            ).format(accounts=names)
        return _("You have other accounts at the same company: {accounts}. F8 adds them to this letter.").format(
            accounts=names
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        if action == "ground":
            return self._asks_for_ground
        if action == "letters":
            return self.has_widgets and self.query_one(OnBehalf).is_for_another
        return action != "others" or bool(self._others)

    def action_ground(self) -> None:
        self._ground = following((None, *ErasureGround), self._ground)
        self._show_right()

    def action_others(self) -> None:
        self._with_others = not self._with_others
        self._show_right()

    def action_behalf(self) -> None:
        self.query_one(OnBehalf).turn()

    def action_letters(self) -> None:
        self.query_one(OnBehalf).turn_letters()

    def action_right(self) -> None:
        rights = tuple(Right)
        self._right = rights[(rights.index(self._right) + 1) % len(rights)]
        self._show_right()
        self._focus_first()
        if self.query_one("#form").max_scroll_y:  # its name may have scrolled away
            self.window.say(right_name(self._right.value, self.session.requests.law_today))

    def action_language(self) -> None:
        self._language = following(LANGUAGES, self._language)
        self._show_right()

    @on(Input.Changed, "#basis")
    def _turned(self) -> None:
        self.refresh_bindings()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        go_to_next_line(event.input, self.action_go_on)

    def action_go_on(self) -> None:
        from consentui.tui.requests.letter import LetterScreen
        from consentui.tui.requests.request import RequestScreen

        if not self.query_one("#name", Input).value.strip():
            self.window.say(_("The letter needs your name."))
            self.query_one("#name").focus()
            return
        with self.window.telling():
            writes, said = writer_in(self), self._said()
            if not self.query_one(OnBehalf).is_of_profile and writes.mandate:
                said = replace(said, mandate=cleaned_mandate(writes.mandate))
                writes = replace(writes, mandate=self._kept.mandate)
            keep_identity(self.session.folders.identity, writes)
            case = self.session.requests.draft(self._account, self._right, self._language, self._control)
            self.session.letters.say(case, said)
            self.was_saved(*(name for name, right in _TYPED_FOR.items() if right is not self._right))
            self.app.switch_screen(RequestScreen(case.reference))
            self.app.push_screen(LetterScreen(case.reference))

    def _said(self) -> Said:
        """What the person said for this right, without what they typed for another one."""
        others = self._others if self._with_others else ()
        accounts = {one.id: AccountDetails() for one in others}
        match self._right:
            case Right.OBJECT_TRAINING:
                return Said(grounds=tuple(self.query_one("#grounds", TextArea).text.splitlines()), accounts=accounts)
            case Right.WITHDRAW:
                return Said(consent=self.query_one("#consent", Input).value, accounts=accounts)
            case Right.ERASE:
                data = self.query_one("#data", Input).value
                return Said(data=data, erasure_ground=self._ground, accounts=accounts)
            case Right.OBJECT_MARKETING | Right.ACCESS:
                return Said(accounts=accounts)

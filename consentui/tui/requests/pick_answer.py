"""Choose what the company said from a list; their mail, dropped or typed here, moves what it suggests to the top."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Paste
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui.i18n import N_, _
from consentui.journal.entries import Answer
from consentui.journal.mail_verdicts import MailVerdict
from consentui.profile.input import path_of
from consentui.profile.mails import Came
from consentui.text import shorten
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from consentui.words.mails import mail_lines
from consentui.words.names import answer_name
from consentui.words.proofs import signature_words

_SHOWN_WORDS = 40


class Said(NamedTuple):
    """What they said, and the mail in which they said it; None if its file was not given."""

    answer: Answer
    came: Came | None = None


class PickAnswer(Sheet[Said]):
    """The list of answers; it saves nothing: the choice opens the sheet that asks for the day, which saves."""

    BINDINGS = [
        Binding("m", "mail", N_("their e-mail"), id="answer.mail"),
        Binding("f7", "ask", N_("check its signature"), priority=True, id="answer.signature"),
    ]
    CSS_PATH = "pick_answer.tcss"
    AUTO_FOCUS = "Rows"

    def __init__(self, reference: str) -> None:
        super().__init__()
        self.title_text = _("What did they say?")
        self._reference = reference
        self._came: Came | None = None

    def compose_body(self) -> ComposeResult:
        yield TextLine(
            placeholder=_("their e-mail (.eml): type its path, or drag it here"),
            id="mail",
            max_length=4096,
            compact=True,
        )
        yield Static(id="facts", markup=False)
        yield Rows(*(Option(Content(answer_name(one)), id=one) for one in get_args(Answer)))

    def begin(self) -> None:
        self.query_one("#facts").display = False

    def key_words(self, action: str) -> str:
        return _("choose") if action == "select" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "ask":
            return bool(self._question)
        return super().check_action(action, parameters)

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        if answer := next((one for one in get_args(Answer) if one == event.option.id), None):
            self.dismiss(Said(answer, self._came))

    def action_mail(self) -> None:
        self.query_one("#mail").focus()

    @on(Paste)
    def _dropped(self, event: Paste) -> None:
        """Take a file that is dropped while the list has the focus, which arrives as a paste."""
        line = self.query_one("#mail", Input)
        line.value = event.text.strip()
        line.focus()

    @on(Input.Submitted, "#mail")
    def _entered(self, event: Input.Submitted) -> None:
        if not event.value.strip():
            self.query_one(Rows).focus()
            return
        with self.window.telling():
            path = path_of(event.value)
            in_thread(self, "mail", lambda: self.session.mails.look(path, self._reference), self._take)

    def action_ask(self) -> None:
        if came := self._came:
            self.window.say(_("Asking the DNS for {question} (TXT).").format(question=self._question))
            in_thread(self, "mail", lambda: self.session.mails.with_key(came), self._take)

    def _take(self, came: Came) -> None:
        """Show what the mail says, and list first the answers that its text suggests."""
        self._came = came
        facts = self.query_one("#facts", Static)
        facts.update(Content("\n").join(self._facts(came)))
        facts.display = True
        rows = self.query_one(Rows)
        rows.set_options(self._options(came))
        rows.highlighted = 0
        rows.focus()
        self.refresh_bindings()

    def _facts(self, came: Came) -> Iterator[Content]:
        for name, words in mail_lines(came.read.mail):
            yield Content(f"{name}{_(':')} {shorten(words, 200)}")
        signed = self.session.mails.signed(came)
        yield Content(f"{_('Its signature')}{_(':')} {signature_words(signed.verdict, signed.domain)}")
        if self._question:
            words = _("F7 asks the DNS for {question} (TXT) to check it.").format(question=self._question)
            yield Content(words).stylize("$muted")
        if came.read.references and came.case.reference not in came.read.references:
            names = ", ".join(came.read.references)
            yield Content(_("It names another request: {names}.").format(names=names)).stylize("$warning")

    def _options(self, came: Came) -> Iterator[Option]:
        because = {one.answer: one.words for one in reversed(self.session.mails.suggestions(came.read.mail))}
        likely = [one for one in get_args(Answer) if one in because]
        likely.sort(key=[one.answer for one in self.session.mails.suggestions(came.read.mail)].index)
        for one in likely:
            reason = _("suggested by “{words}”").format(words=shorten(because[one], _SHOWN_WORDS))
            yield Option(Content.assemble(answer_name(one), (f"  {reason}", "$muted")), id=one)
        yield from (Option(Content(answer_name(one)), id=one) for one in get_args(Answer) if one not in because)

    @property
    def _question(self) -> str:
        """The DNS name to query for the key of the mail's signature; empty if there is nothing left to check."""
        signed = self.session.mails.signed(self._came) if self._came else None
        return signed.question if signed and signed.verdict is MailVerdict.UNCHECKED else ""

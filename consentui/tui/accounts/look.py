"""The sheet that looks up what anyone can read of an account.

Each host is named and asked only after a yes, and its answer is compared with what was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui.errors import ConsentuiError
from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile.asking import Asking, Question
from consentui.profile.checks import Shown
from consentui.tui.accounts.shown import shown_lines
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet, TextSheet
from consentui.verify.public.observations import Sight

_YES, _NO = "yes", "no"


class LookSheet(Sheet[None]):
    """The sheet, which puts one question after the other; once it is closed, no further host is asked."""

    def __init__(self, account: Account, control: Control | None = None, *, take_back: bool = False) -> None:
        """With a control, first set it in the account's public record, or take it back there."""
        super().__init__()
        self.title_text = control.title.in_language(language()) if control else _("What anyone can read about it")
        self._account = account
        self._control = control
        self._take_back = take_back
        self._asking: Asking[Sight] | None = None

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(id="question", markup=False)
        yield Rows(id="answers")

    def begin(self) -> None:
        with self.window.telling():
            self._asking = self._begun()
            self._go_on("")
            return
        self.dismiss(None)

    def _begun(self) -> Asking[Sight]:
        if self._control is None:
            return self.session.public.sight(self._account)
        from consentui.profile.declaring import declare

        return declare(self.session, self._account, self._control, take_back=self._take_back)

    def key_words(self, action: str) -> str:
        return _("choose") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        if event.option.id == _YES:
            self._go_on(_("Asking…"))
        else:
            self.action_close()

    def _go_on(self, words: str) -> None:
        self.query_one(Rows).display = False
        self.query_one("#question", Static).update(words)
        self.run_worker(self._step, thread=True, exclusive=True, group="look")

    def _step(self) -> None:
        """Ask the hosts that the person agreed to, up to the next question; runs in a thread."""
        assert self._asking is not None
        try:
            self.hand_over(self._put, next(self._asking))
        except StopIteration as end:
            self.hand_over(self._take, end.value)
        except ConsentuiError as error:
            self.hand_over(self._failed, error)

    def _put(self, question: Question) -> None:
        self.query_one("#question", Static).update(question.text)
        label = _("Change it on {host}") if question.writes else _("Ask {host}")
        ask = label.format(host=", ".join(question.hosts))
        rows = self.query_one(Rows)
        rows.set_options(
            [
                Option(Content(_("Leave it as it is") if question.writes else _("Ask nobody")), id=_NO),
                Option(Content(ask), id=_YES),
            ]
        )
        rows.action_first()
        rows.display = True
        rows.focus()

    def _failed(self, error: ConsentuiError) -> None:
        self.window.tell(error)
        self.dismiss(None)

    def _take(self, sight: Sight) -> None:
        with self.window.telling():
            lines = self.session.public.keep(self._account, sight)
            self.window.refresh_screens()
            self.app.switch_screen(TextSheet(sight.host, Content("\n").join(_parts(lines, sight))))


def _parts(lines: tuple[Shown, ...], sight: Sight) -> Iterator[Content]:
    for number, line in enumerate(lines):
        if number:
            yield Content("")
        yield from shown_lines(line)
    if not lines:
        yield Content(_("It shows nothing about this account’s controls."))
    for failure in sight.failures:
        yield Content("")
        yield Content(failure).stylize("$muted")

"""The sheet that shows what each sentence of a letter rests on, and strikes out facts and requests or restores them."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.i18n import N_, _
from consentui.knowledge.law import Law
from consentui.profile.letters import Drafted
from consentui.requests.cases import Case
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.sentences import Sentence
from consentui.text import wrapped
from consentui.tui.requests.own_words import OwnWords
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from consentui.words.claims import dated_sentence, rests_on, sort_name

_FRAME = 8
"""The columns taken by frame and margins."""
_WIDEST = 76
_STRUCK = "-"
"""The prefix of the ids of rows whose claim was struck out."""


class ClaimsSheet(Sheet[None]):
    """The sentences of a drafted letter with what they rest on.

    Enter strikes out the fact or request under the cursor, or restores its original wording if it was struck out or
    reworded; E rewords a fact. What the law says can only be read.
    """

    BINDINGS = [Binding("e", "correct", N_("in your own words"), id="claims.correct")]

    def __init__(self, case: Case, drafted: Drafted) -> None:
        super().__init__()
        self.title_text = _("What each sentence is based on")
        self._case = case
        self._drafted = drafted

    def compose_body(self) -> ComposeResult:
        yield Rows()

    def begin(self) -> None:
        self.fit()

    def fit(self) -> None:
        rows = self.query_one(Rows)
        width = min(self.size.width, _WIDEST) - _FRAME
        first = next((at for at, one in enumerate(self._drafted.letter.stated) if one.claim and one.code), 0)
        at = first if rows.highlighted is None else rows.highlighted
        letter, law, facts = self._drafted.letter, self.session.knowledge.law(), self._drafted.facts
        options = [Option(_sentence(one, law, facts, width), id=one.code or None) for one in letter.stated]
        asked = {one.code: one.text for one in letter.left_out}
        struck = [code for code, words in self._changes.items() if not words]
        options += [Option(_left_out(asked.get(code, code), width), id=f"{_STRUCK}{code}") for code in struck]
        rows.set_options(options)
        rows.highlighted = min(at, len(options) - 1) if options else None

    @property
    def _changes(self) -> dict[str, str]:
        return self._drafted.facts.said.changed.get(self._drafted.kind, {})

    def key_words(self, action: str) -> str:
        return _("leave out or put back") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        name = event.option.id
        if name is None:
            self.window.say(_("What the law says cannot be changed."))
            return
        code, back = name.removeprefix(_STRUCK), name.startswith(_STRUCK)
        is_changed = bool(self._changes.get(code))
        with self.window.telling():
            self._change(code, None if back or is_changed else "")

    def action_correct(self) -> None:
        option = self.query_one(Rows).highlighted_option
        facts = (one for one in self._drafted.letter.stated if one.claim and one.code)
        stated = next((one for one in facts if option and one.code == option.id), None)
        if stated:
            code = stated.code
            claim = f"{self._case.reference}/{self._drafted.kind}/{code}"
            self.app.push_screen(OwnWords(stated.text, lambda words: self._change(code, words), claim))

    def _change(self, code: str, words: str | None) -> None:
        """Change a claim as `Letters.change` does, which may raise UsageError, and draft the letter again."""
        letters, facts = self.session.letters, self._drafted.facts
        letters.change(self._case, self._drafted.kind, facts, {code: words})
        self._drafted = letters.draft(self._drafted.kind, self._case, facts.channel, to=facts.destination)
        self.fit()
        self.window.refresh_screens()


def _sentence(one: Sentence, law: Law, facts: Facts, width: int) -> Content:
    """Return the sentence, and below it what sort it is and what it rests on."""
    grounds = f"{sort_name(one.sort)} · {rests_on(one, law, facts)}"
    return Content(wrapped(dated_sentence(one), width)) + Content("\n" + wrapped(grounds, width)).stylize("$muted")


def _left_out(sentence: str, width: int) -> Content:
    return Content(wrapped(_("left out: {claim}").format(claim=sentence), width)).stylize("$muted")

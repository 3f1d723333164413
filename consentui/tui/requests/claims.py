"""What a letter claims, and what each claim rests on: read, struck out or put back before it goes out."""

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
from consentui.requests.letters.teller import StatedClaim
from consentui.text import folded
from consentui.tui.requests.own_words import OwnWords
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from consentui.words.claims import dated_sentence, rests_on

_FRAME = 8
"""What frame and margins take of the width."""
_WIDEST = 76
_STRUCK = "-"
"""Begins the id of the row of a claim that was struck out."""


class ClaimsSheet(Sheet[None]):
    """Enter strikes the highlighted claim out, or puts it back; E says it in the person's own words."""

    BINDINGS = [Binding("e", "correct", N_("in your own words"), id="claims.correct")]

    def __init__(self, case: Case, drafted: Drafted) -> None:
        super().__init__()
        self.title_text = _("What the letter claims")
        self._case = case
        self._drafted = drafted

    def compose_body(self) -> ComposeResult:
        yield Rows()

    def begin(self) -> None:
        self.fit()

    def fit(self) -> None:
        rows = self.query_one(Rows)
        at = rows.highlighted or 0
        width = min(self.size.width, _WIDEST) - _FRAME
        claims, law = self._drafted.letter.claims, self.session.knowledge.law()
        struck = [code for code, words in self._changes.items() if not words]
        options = [Option(_claim(one, law, width), id=one.claim.code) for one in claims]
        options += [Option(_left_out(code), id=f"{_STRUCK}{code}") for code in struck]
        rows.set_options(options)
        rows.highlighted = min(at, len(options) - 1) if options else None

    @property
    def _changes(self) -> dict[str, str]:
        return self._drafted.facts.said.changed.get(self._drafted.kind, {})

    def key_words(self, action: str) -> str:
        return _("leave out or put back") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        name = event.option.id or ""
        code, back = name.removeprefix(_STRUCK), name.startswith(_STRUCK)
        is_changed = bool(self._changes.get(code))
        with self.consentui.telling():
            self._change(code, None if back or is_changed else "")

    def action_correct(self) -> None:
        option = self.query_one(Rows).highlighted_option
        stated = next((one for one in self._drafted.letter.claims if option and one.claim.code == option.id), None)
        if stated:
            code = stated.claim.code
            place = f"{self._case.reference}/{self._drafted.kind}/{code}"
            self.app.push_screen(OwnWords(stated.sentence, lambda words: self._change(code, words), place))

    def _change(self, code: str, words: str | None) -> None:
        """Raises what `Letters.change` does."""
        letters, facts = self.session.letters, self._drafted.facts
        letters.change(self._case, self._drafted.kind, facts, {code: words})
        self._drafted = letters.draft(self._drafted.kind, self._case, facts.channel, to=facts.destination)
        self.fit()
        self.consentui.refresh_screens()


def _claim(stated: StatedClaim, law: Law, width: int) -> Content:
    sentence = folded(dated_sentence(stated), width)
    return Content(sentence) + Content("\n" + folded(rests_on(stated, law), width)).stylize("$muted")


def _left_out(code: str) -> Content:
    return Content(_("left out: {claim}").format(claim=code)).stylize("$muted")

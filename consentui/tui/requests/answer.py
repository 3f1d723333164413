"""The sheet that records an answer of the company: its day and its details, each of which may be skipped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from consentui.i18n import _
from consentui.journal.entries import Answer
from consentui.requests.answers import Detail, Details, details_of, is_yes_or_no
from consentui.text import capitalised
from consentui.tui.shared.area import Area
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.texts import typed_in
from consentui.tui.shared.when import Told, WhenSheet
from consentui.tui.shared.yes_no import YesNo
from consentui.verify.mail import Mail
from consentui.words.details import question_words
from consentui.words.mails import mail_words
from consentui.words.names import answer_name

_BETWEEN = {Detail.OPEN: ";", Detail.LEFT_OUT: ","}
"""What separates several points typed into one line."""


class AnswerSheet(WhenSheet):
    """The sheet that asks for the details of an answer; what is skipped counts as not known, never as a no."""

    CSS_PATH = "../shared/when.tcss"

    def __init__(
        self,
        answer: Answer,
        save: Callable[[Told, Details], None],
        day: date | None = None,
        draft_key: str = "",
        *,
        mail: Mail | None = None,
    ) -> None:
        """`save` records the answer; `day` is proposed, today if None; `draft_key` names the draft, as in `WhenSheet`.

        `mail` is the company's mail with the answer, if given; `save` attaches it.
        """
        self._mail = mail
        self._details = details_of(answer)
        super().__init__(
            capitalised(answer_name(answer)),
            lambda told: save(told, self._told_details()),
            ("proof", "note"),
            day=day,
            draft_key=draft_key,
        )

    def compose_more(self) -> ComposeResult:
        if self._mail:
            words = _("Attached to it: {mail}").format(mail=mail_words(self._mail))
            yield Static(Content(words), classes="muted")
        for detail in self._details:
            if is_yes_or_no(detail):
                yield YesNo(question_words(detail), id=detail.value)
            else:
                yield Caption(question_words(detail))
                yield _field(detail)

    def _told_details(self) -> Details:
        told: dict[str, Any] = {detail.value: self._told_of(detail) for detail in self._details}
        return Details(**told)

    def _told_of(self, detail: Detail) -> bool | str | tuple[str, ...] | None:
        if is_yes_or_no(detail):
            return self.query_one(f"#{detail.value}", YesNo).told
        typed = typed_in(self, detail.value)
        if detail not in _BETWEEN:
            return typed
        points = tuple(filter(None, map(str.strip, typed.split(_BETWEEN[detail]))))
        if detail is Detail.LEFT_OUT:
            return tuple(map(self.session.accounts.id_or_words, points))
        return points


def _field(detail: Detail) -> Widget:
    """Return an area for what they said, which may be long, and a line for anything else."""
    if detail is Detail.SAID:
        return Area(id=detail.value, compact=True)
    return TextLine(id=detail.value, between=f"{_BETWEEN.get(detail, '')} ", max_length=4000, compact=True)

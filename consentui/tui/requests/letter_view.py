"""Draw a letter: as it would go out for a move of a request, or as it was last sent."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.profile.letters import Drafted
from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.text import wrapped
from consentui.tui.shared.columns import heading
from consentui.words.cautions import caution_words
from consentui.words.doors import door_words
from consentui.words.names import message_name
from consentui.words.requests import kind_of_letter_name


def letter_content(drafted: Drafted, width: int) -> Content:
    """Return where the letter goes, its subject and its text."""
    text = drafted.letter
    parts = []
    if drafted.door.to:
        parts.append(Content(wrapped(_("To") + _(":") + f" {door_words(drafted.door)}", width)).stylize("$accent"))
    parts += [Content(""), Content(wrapped(text.subject, width)).stylize("bold")]
    parts += [Content(""), Content(wrapped(text.body, width))]
    return Content("\n").join(parts)


def to_mind(warnings: Sequence[str], width: int) -> Content:
    """Return the warnings to mind before the letter goes out, in the order given; empty without any."""
    if not warnings:
        return Content("")
    lines = [Content(""), heading(_("Before you send it"))]
    lines += [Content(wrapped(f"! {warning}", width)).stylize("$warning") for warning in warnings]
    return Content("\n").join(lines)


def letter_of_move(session: Session, case: Case, one: NextMove | None, width: int) -> Content:
    """Return the letter that a move of a request opens, or the text sent last if the move has none.

    If the letter cannot be written yet, say what is missing.
    """
    kind = _kind_of(one)
    try:
        if kind:
            drafted = session.letters.draft(kind, case)
            cautions = to_mind([caution_words(found) for found in drafted.letter.warnings], width)
            name = heading(kind_of_letter_name(kind))
            return Content("\n").join((name, letter_content(drafted, width), cautions))
        return _last_sent(session, case, width)
    except ConsentuiError as error:
        lacking = "\n".join(filter(None, (str(error), error.detail, error.way_out)))
        return Content(wrapped(lacking, width)).stylize("$muted")


def _kind_of(one: NextMove | None) -> Kind | None:
    if one is None:
        return None
    return one.letter or (Kind.COMPLAINT if one.move is Move.COMPLAIN else None)


def _last_sent(session: Session, case: Case, width: int) -> Content:
    if not case.messages:
        return Content("")
    last = case.messages[-1]
    name = heading(_("{message}, as sent").format(message=message_name(last.message)))
    return Content("\n").join((name, Content(""), Content(wrapped(session.texts.frozen(last), width))))

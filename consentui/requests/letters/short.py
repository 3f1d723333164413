"""The text of a letter for web forms, which count characters: whole sentences, the essential ones first."""

from __future__ import annotations

from collections.abc import Iterable

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.requests.letters.layout import run_on
from consentui.requests.letters.letters import Letter


def short(letter: Letter, limit: int) -> str:
    """What of a letter fits into a number of characters: the whole text, or what matters most of it.

    Raises UsageError when not even the first sentence fits.
    """
    return letter.text if len(letter.text) <= limit else fitted(letter.sentences, limit)


def fitted(sentences: Iterable[str], limit: int) -> str:
    """As many sentences as fit, in their order; one that is too long is left out. Empty where there are none.

    A form that asks for one thing at a time takes one of a letter's parts: `what` is objected to or asked for,
    which `account`, and `why`. Raises UsageError when there are sentences and the first of them does not fit.
    """
    taken: list[str] = []
    for sentence in sentences:
        if len(run_on([*taken, sentence])) <= limit:
            taken.append(sentence)
        elif not taken:
            raise UsageError(
                _("The form leaves too little room: {limit} characters.").format(limit=limit),
                _("The shortest text that says what is asked has {length}.").format(length=len(sentence)),
                _("Send the letter another way, by e-mail or by post."),
            )
    return run_on(taken)

"""What a complaint accuses a controller of: as the answers and the dates show it, and as the person says it."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.requests.letters.facts import Facts, Issue

_SHOWN_BY = {"canned": Issue.CANNED_ANSWER, "partly": Issue.INCOMPLETE}


def issues_of(facts: Facts) -> tuple[Issue, ...]:
    """The breaches that the facts show, with those that the person names, in the order of `Issue`."""
    found = {*facts.issues, *_shown(facts)}
    return tuple(issue for issue in Issue if issue in found)


def _shown(facts: Facts) -> Iterator[Issue]:
    answers = facts.answers
    if facts.is_late and not facts.has_substantial_answer:
        yield Issue.NO_ANSWER
    if any(one.answer == "extended" and one.reasons is False for one in answers):
        yield Issue.EXTENSION_WITHOUT_REASON
    yield from (_SHOWN_BY[one.answer] for one in answers if one.answer in _SHOWN_BY)
    if (facts.is_late or facts.has_substantial_answer) and not any(one.answer == "granted" for one in answers):
        yield Issue.RIGHT_NOT_RESPECTED

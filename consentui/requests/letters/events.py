"""The chronology of a request for a complaint: what was tried, sent and said, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from consentui.journal.entries import RequestAnswered, RequestSent
from consentui.requests.letters.claims import Claim, by_entry, by_source
from consentui.requests.letters.facts import Facts, FileSaid
from consentui.requests.letters.layout import unended
from consentui.requests.letters.statements import done_there, shown_claim, time_claim

_AT_THE_END = "~"
"""Sorts after every entry id, so that a deadline comes after what people did on the same day."""


def events(facts: Facts) -> tuple[Claim, ...]:
    """What happened, oldest first; within a day, in the order in which it was written down."""
    return tuple(claim for _day, _id, claim in sorted(_told(facts), key=lambda one: one[:2]))


def _told(facts: Facts) -> Iterator[tuple[date, str, Claim]]:
    for claim in done_there(facts):
        yield _placed(replace(claim, group="event"))
    for message in facts.messages:
        yield _placed(_message(message))
    if facts.received and (facts.request is None or facts.received.on != facts.request.on):
        yield _placed(Claim("event", "received", by_entry(facts.received), on=facts.received.on))
    for answer in facts.answers:
        yield _placed(_answer(answer))
    for check in facts.checks:
        what = "kept" if check.holds else "not-kept"
        yield _placed(Claim("event", what, by_entry(check), on=check.on, text=unended(check.found)))
    for shown in facts.shown:
        yield _placed(replace(shown_claim(shown, facts), group="event"))
    for one in facts.file_said:
        if one.statement.meaning and not (one.meaning and one.meaning.never_told):
            continue
        yield _placed(_in_their_file(one))
    if facts.due and facts.is_late and not facts.answered_in_time:
        yield facts.due, _AT_THE_END, replace(time_claim(facts), inline=False)


def _message(message: RequestSent) -> Claim:
    what = "request" if message.message == "request" else message.message
    return Claim("event", what, by_entry(message), on=message.on, how=message.how)


def _answer(answer: RequestAnswered) -> Claim:
    return Claim("event", _word(answer), by_entry(answer), on=answer.on, text=unended(answer.said))


def _in_their_file(one: FileSaid) -> Claim:
    """What the company's copy of the person's data says and, apart from it, what that is taken to mean and by whom."""
    entry, source = one.entry, one.statement.source[-1]
    basis = by_entry(entry)
    return Claim(
        "event",
        "file-says",
        (*basis, *by_source(source.url)) if one.meaning else basis,
        on=entry.made or basis[0].on,
        points=(entry.member, entry.field, entry.value, source.publisher, one.statement.article),
        told=one.statement.title,
        read_as=one.meaning.says if one.meaning else None,
        url=source.url,
    )


def _word(answer: RequestAnswered) -> str:
    """The key of the answer, with whether it came with reasons if that is known and matters."""
    if answer.answer in {"extended", "refused"} and answer.reasons is not None:
        return f"{answer.answer}-{'with' if answer.reasons else 'without'}-reasons"
    return answer.answer


def _placed(claim: Claim) -> tuple[date, str, Claim]:
    return claim.on or date.min, max((basis.ref for basis in claim.rests_on), default=""), claim

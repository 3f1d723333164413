"""Requests in words: where they stand, what comes next, the timeline, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from consentui.i18n import _, language, ngettext, pgettext
from consentui.i18n.dates import long_date
from consentui.knowledge.law import Rule
from consentui.requests.cases import Case
from consentui.requests.letters.fields import Part
from consentui.requests.letters.kinds import Kind
from consentui.requests.status import Move, Status, is_awaited
from consentui.requests.time.deadlines import Deadline
from consentui.text import clean_line, shorten
from consentui.words.deadlines import notes_words
from consentui.words.names import answer_name, message_name, surface_name
from consentui.words.proofs import short_hash, size_words, type_name


class Moment(Struct, frozen=True):
    """A line of the timeline: a day and what happened or is due on it."""

    on: date
    what: str
    detail: str = ""


def status_name(status: Status) -> str:
    """Where a request stands, in a few words."""
    return {
        Status.DRAFT: pgettext("request", "to be sent"),
        Status.WAITING: pgettext("request", "waiting for the answer"),
        Status.IDENTITY_ASKED: pgettext("request", "identity asked for"),
        Status.OVERDUE: pgettext("request", "overdue"),
        Status.REMINDED: pgettext("request", "reminded, no answer"),
        Status.UNSETTLED: pgettext("request", "answered, not settled"),
        Status.GRANTED: pgettext("request", "granted"),
        Status.COMPLAINED: pgettext("request", "with the authority"),
        Status.SATISFIED: pgettext("request", "satisfied"),
        Status.AT_REST: pgettext("request", "let rest"),
    }[status]


def move_name(move: Move) -> str:
    """What the person can do next."""
    return {
        Move.SEND: pgettext("move", "send the letter"),
        Move.WAIT: pgettext("move", "wait"),
        Move.GIVE_IDENTITY: pgettext("move", "say who you are, if it is needed"),
        Move.REMIND: pgettext("move", "remind them"),
        Move.REPLY: pgettext("move", "reply"),
        Move.COMPLAIN: pgettext("move", "complain to the authority"),
        Move.CLOSE: pgettext("move", "close the request"),
        Move.NOTHING: pgettext("move", "nothing"),
    }[move]


def kind_of_letter_name(kind: Kind) -> str:
    """What a letter is for."""
    return {
        Kind.OBJECT_TRAINING: pgettext("letter", "objection to AI training"),
        Kind.OBJECT_MARKETING: pgettext("letter", "objection to marketing"),
        Kind.WITHDRAW: pgettext("letter", "withdrawal of consent"),
        Kind.ERASE: pgettext("letter", "erasure"),
        Kind.ACCESS: pgettext("letter", "access"),
        Kind.REMINDER: pgettext("letter", "reminder"),
        Kind.EXTENSION_WITHOUT_REASON: pgettext("letter", "reply: extension without reasons"),
        Kind.IDENTITY_DEMANDED: pgettext("letter", "reply: identity document demanded"),
        Kind.WRONG_CHANNEL: pgettext("letter", "reply: wrong channel claimed"),
        Kind.CANNED_ANSWER: pgettext("letter", "reply: canned answer"),
        Kind.PUBLIC_DATA: pgettext("letter", "reply: “your data are public”"),
        Kind.MODEL_CONTAINS_NONE: pgettext("letter", "reply: “the model contains no personal data”"),
        Kind.ONE_ACCOUNT_ONLY: pgettext("letter", "reply: one account of several"),
        Kind.INCOMPLETE: pgettext("letter", "reply: incomplete answer"),
        Kind.COMPLAINT: pgettext("letter", "complaint"),
    }[kind]


def part_name(part: Part) -> str:
    """What a field of a form asks for."""
    return {
        Part.WHAT: pgettext("field", "what it is about"),
        Part.ACCOUNT: pgettext("field", "the account"),
        Part.WHY: pgettext("field", "your reasons"),
        Part.ASK: pgettext("field", "what is to be done"),
        Part.NAME: pgettext("field", "name"),
        Part.EMAIL: pgettext("field", "e-mail address"),
        Part.ADDRESS: pgettext("field", "postal address"),
        Part.COUNTRY: pgettext("field", "country"),
    }[part]


def days_left(due: Deadline, today: date) -> str:
    """How much time is left, or how much too late it is."""
    days = (due.last_day - today).days
    if days == 0:
        return _("due today")
    if days < 0:
        return ngettext("{days} day late", "{days} days late", -days).format(days=-days)
    return ngettext("{days} day left", "{days} days left", days).format(days=days)


def standing_words(status: Status, due: Deadline | None, today: date) -> str:
    """Where a request stands, with the time that is left while an answer is owed."""
    where = status_name(status)
    return f"{where}, {days_left(due, today)}" if due and is_awaited(status) else where


def timeline(case: Case, due: Deadline | None, rules: Iterable[Rule] = ()) -> tuple[Moment, ...]:
    """What happened to a request and what is due, by day; `rules` are those that give the due date."""
    return tuple(sorted(_moments(case, due, rules), key=lambda moment: moment.on))


def _moments(case: Case, due: Deadline | None, rules: Iterable[Rule]) -> Iterator[Moment]:
    for sent in case.messages:
        what = _("{message} sent, {surface}").format(message=message_name(sent.message), surface=surface_name(sent.how))
        yield Moment(sent.on, what, _details(sent.proof, f"{sent.file} · SHA-256 {sent.sha256[:12]}…"))
    if case.received:
        yield Moment(case.received.on, _("received by the company"), case.received.proof)
    for answer in case.answers:
        yield Moment(answer.on, answer_name(answer.answer), _details(answer.note, answer.proof))
    for proof in case.proofs:
        what = _("proof attached, “{name}”").format(name=shorten(clean_line(proof.name), 60))
        yield Moment(
            proof.at.date(),
            what,
            _details(proof.note, type_name(proof.type), size_words(proof.size), short_hash(proof.sha256)),
        )
    if due:
        refs = dict.fromkeys(rule.ref.in_language(language()) for rule in rules)
        cited = f"({_('; ').join(refs)})" if refs else ""
        yield Moment(due.last_day, _("answer due"), " ".join(filter(None, (*notes_words(due), cited))))
    if case.closed:
        words = _("closed: satisfied") if case.closed.satisfied else _("closed: let rest")
        yield Moment(case.closed.on, words, case.closed.note)


def _details(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def moment_line(moment: Moment) -> str:
    """A line of the timeline."""
    return f"{long_date(moment.on)}\t{moment.what}"

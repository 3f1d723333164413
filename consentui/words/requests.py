"""Requests in words: their status, the next moves, their letters and the time left, in the current language."""

from __future__ import annotations

from datetime import date

from consentui.i18n import _, ngettext, pgettext
from consentui.requests.letters.fields import Part
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.requests.status import SetBy, Situation, Status


def status_name(status: Status) -> str:
    """Where a request stands, in a few words."""
    return {
        Status.DRAFT: pgettext("request", "to be sent"),
        Status.NOT_DELIVERED: pgettext("request", "came back, to be sent again"),
        Status.WAITING: pgettext("request", "waiting for the answer"),
        Status.IDENTITY_ASKED: pgettext("request", "identity asked for"),
        Status.CLARIFICATION_ASKED: pgettext("request", "asked what you mean"),
        Status.HELD_UP: pgettext("request", "they want something first"),
        Status.OVERDUE: pgettext("request", "overdue"),
        Status.UNANSWERED: pgettext("request", "no answer noted"),
        Status.REMINDED: pgettext("request", "reminded, no answer noted"),
        Status.UNSETTLED: pgettext("request", "answered, not settled"),
        Status.REPLY_UNANSWERED: pgettext("request", "no answer to your reply noted"),
        Status.GRANTED: pgettext("request", "granted"),
        Status.COMPLAINED_TO_COMPANY: pgettext("request", "complained to the company"),
        Status.COMPLAINED: pgettext("request", "with the authority"),
        Status.AUTHORITY_ASKS: pgettext("request", "the authority waits for you"),
        Status.AUTHORITY_SILENT: pgettext("request", "nothing noted from the authority"),
        Status.AUTHORITY_ASKED: pgettext("request", "the authority was asked"),
        Status.NOT_ADMITTED: pgettext("request", "complaint not admitted"),
        Status.DECIDED: pgettext("request", "the authority has decided"),
        Status.SATISFIED: pgettext("request", "satisfied"),
        Status.AT_REST: pgettext("request", "dropped"),
        Status.UNKNOWN: pgettext("request", "written by a newer consentui"),
    }[status]


def move_name(move: Move) -> str:
    """What the person can do next."""
    return {
        Move.SEND: pgettext("move", "send the letter"),
        Move.SEND_AGAIN: pgettext("move", "send it again, another way"),
        Move.WAIT: pgettext("move", "wait"),
        Move.SAY_RECEIPT: pgettext("move", "say when they got it: the proof of delivery shows it"),
        Move.SAY_REASONS: pgettext("move", "say whether the extension came with reasons"),
        Move.GIVE_IDENTITY: pgettext("move", "say who you are, if it is needed"),
        Move.CLARIFY: pgettext("move", "say what you mean"),
        Move.SIGN: pgettext("move", "sign, if it is needed"),
        Move.PAY: pgettext("move", "pay, if it is due"),
        Move.REMIND: pgettext("move", "remind them"),
        Move.REPLY: pgettext("move", "reply"),
        Move.COMPLAIN_TO_COMPANY: pgettext("move", "complain to the company"),
        Move.COMPLAIN: pgettext("move", "complain to the authority"),
        Move.SEND_MORE: pgettext("move", "send the authority what it asks for"),
        Move.REFUSE_SETTLEMENT: pgettext("move", "object to the early resolution, if it settles nothing"),
        Move.ASK_AUTHORITY: pgettext("move", "ask the authority where the complaint stands"),
        Move.CHECK: pgettext("move", "check whether it is respected"),
        Move.CLOSE: pgettext("move", "close the request"),
        Move.REOPEN: pgettext("move", "reopen it"),
        Move.UPDATE: pgettext("move", "update consentui"),
        Move.NOTHING: pgettext("move", "nothing"),
    }[move]


def next_move_name(one: NextMove) -> str:
    """What the person can do next, or the letter that does it if that says more."""
    if one.move is Move.REPLY:
        return kind_of_letter_name(one.letter) if one.letter else pgettext("move", "another reply")
    return move_name(one.move)


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
        Kind.CLARIFICATION: pgettext("letter", "reply: what you mean"),
        Kind.SIGNATURE_DEMANDED: pgettext("letter", "reply: signature demanded"),
        Kind.FEE_DEMANDED: pgettext("letter", "reply: fee demanded"),
        Kind.REFUSED: pgettext("letter", "reply: refusal"),
        Kind.REFUSED_WITHOUT_REASONS: pgettext("letter", "reply: refusal without reasons"),
        Kind.HOLDS_NOTHING: pgettext("letter", "reply: “we hold no data on you”"),
        Kind.CANNOT_IDENTIFY: pgettext("letter", "reply: “we cannot tell who you are”"),
        Kind.NOT_CONTROLLER: pgettext("letter", "reply: “another company is responsible”"),
        Kind.OTHER_LANGUAGE: pgettext("letter", "reply: answer in another language"),
        Kind.UNCONFIRMED: pgettext("letter", "reply: granted, not confirmed"),
        Kind.NOT_KEPT: pgettext("letter", "reply: granted, not respected"),
        Kind.CONTROLLER_COMPLAINT: pgettext("letter", "complaint to the company"),
        Kind.COMPLAINT: pgettext("letter", "complaint"),
        Kind.ASK_AUTHORITY: pgettext("letter", "to the authority: where the complaint stands"),
        Kind.OBJECT_SETTLEMENT: pgettext("letter", "to the authority: objection to early resolution"),
    }[kind]


def part_name(part: Part) -> str:
    """What a field of a form asks for."""
    return {
        Part.WHAT: pgettext("field", "what it is about"),
        Part.ACCOUNT: pgettext("field", "the account"),
        Part.WHY: pgettext("field", "your reasons"),
        Part.ASK: pgettext("field", "what you ask for"),
        Part.NAME: pgettext("field", "name"),
        Part.REPRESENTATIVE: pgettext("field", "who writes for them"),
        Part.EMAIL: pgettext("field", "e-mail address"),
        Part.ADDRESS: pgettext("field", "postal address"),
        Part.COUNTRY: pgettext("field", "country"),
    }[part]


def days_left(last: date, today: date) -> str:
    """How much time is left, or how late it is."""
    days = (last - today).days
    if days == 0:
        return _("due today")
    if days < 0:
        return ngettext("{days} day late", "{days} days late", -days).format(days=-days)
    return ngettext("{days} day left", "{days} days left", days).format(days=days)


def time_left(awaited: date, set_by: SetBy | None, today: date) -> str:
    """How much time is left until a day, or how long it is past; only past a day of the law is anything late."""
    past = (today - awaited).days
    if past > 0 and set_by is SetBy.PERSON:
        return ngettext("{days} day past the date you set", "{days} days past the date you set", past).format(days=past)
    if past > 0 and set_by is SetBy.COURTESY:
        words = ngettext("{days} day past the courtesy date", "{days} days past the courtesy date", past)
        return words.format(days=past)
    return days_left(awaited, today)


def time_left_words(here: Situation, today: date) -> str:
    """How much time others have left, or how long their day is past; empty if they owe nothing by a day."""
    return time_left(here.awaited, here.set_by, today) if here.awaited else ""


def standing_words(here: Situation, today: date) -> str:
    """Where a request stands, with the time that others have left."""
    return standing_until(here.status, here.awaited, here.set_by, today)


def standing_until(status: Status, awaited: date | None, set_by: SetBy | None, today: date) -> str:
    """A status with the time left until the awaited day; of an overdue answer, by how much, and that only once."""
    if not awaited:
        return status_name(status)
    if status is Status.OVERDUE and (days := (today - awaited).days) > 0:
        return ngettext("answer overdue by {days} day", "answer overdue by {days} days", days).format(days=days)
    return f"{status_name(status)}, {time_left(awaited, set_by, today)}"

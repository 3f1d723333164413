"""What happened to a request and what is due, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from consentui.clock import local_day
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.journal.entries import (
    AuthorityAnswered,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestProof,
    RequestReceived,
    RequestReopened,
    RequestSent,
)
from consentui.knowledge.law import Law
from consentui.requests.answers import Detail
from consentui.requests.cases import Case, Step, is_answered_in_time
from consentui.requests.rights import Regime
from consentui.requests.status import Situation, Status
from consentui.requests.time.deadlines import Deadline
from consentui.requests.time.remedies import Term
from consentui.text import clean_line, shorten
from consentui.words.deadlines import notes_words
from consentui.words.details import detail_words
from consentui.words.names import answer_name, authority_answer_name, message_name, surface_name
from consentui.words.proofs import short_hash, size_words, type_name
from consentui.words.rights import cited


class Moment(Struct, frozen=True):
    """An entry of the timeline: a day, and what happened or is due on it."""

    on: date
    what: str
    detail: str = ""


class Cited(Struct, frozen=True):
    """Cites the rules that say when something is due; cites none without a law."""

    law: Law | None = None
    regime: Regime | None = None

    def words(self, ids: tuple[str, ...]) -> str:
        """The rules with these ids in brackets, each cited once; empty if there are none."""
        found = self.law.named(ids) if self.law else ()
        refs = dict.fromkeys(cited(rule, self.regime) for rule in found)
        return _in_brackets(_("; ").join(refs)) if refs else ""


def _in_brackets(text: str) -> str:
    """The text in round brackets, or in square ones around a half bracket of its own, as in “point c)”."""
    return f"[{text}]" if text.count(")") > text.count("(") else f"({text})"


def timeline(case: Case, here: Situation, law: Law | None = None, regime: Regime | None = None) -> tuple[Moment, ...]:
    """What happened to a request and what is due, by day.

    If `law` is given, the rules behind each date are cited as they are to a person under `regime`.
    """
    rules = Cited(law, regime)
    return tuple(sorted((*_happened(case), *_due(case, here.due, rules), *_ahead(here, rules)), key=lambda one: one.on))


def past(case: Case, here: Situation) -> tuple[Moment, ...]:
    """What happened to a request and when its answer was due, for a file that goes to others."""
    return tuple(sorted((*_happened(case), *_due(case, here.due, Cited())), key=lambda one: one.on))


def steps_of(case: Case) -> tuple[Moment, ...]:
    """What was sent, received and answered, by day, without the proofs that were attached."""
    return tuple(sorted(map(_moment, case.steps), key=lambda one: one.on))


def moment_line(moment: Moment) -> str:
    """An entry of the timeline on one line."""
    return f"{long_date(moment.on)}\t{moment.what}"


def _happened(case: Case) -> tuple[Moment, ...]:
    return (*map(_moment, case.steps), *map(_attached, case.proofs))


def _moment(step: Step) -> Moment:
    match step:
        case RequestSent():
            what = _("{message} sent, {surface}").format(
                message=message_name(step.message), surface=surface_name(step.how)
            )
            return Moment(step.on, what, _details(step.proof, f"{step.file} · SHA-256 {step.sha256[:12]}…"))
        case RequestReceived():
            return Moment(step.on, _("received by the company"), step.proof)
        case RequestAnswered():
            told = (detail_words(detail, getattr(step, detail)) for detail in Detail)
            return Moment(step.on, answer_name(step.answer), _details(*told, step.note, step.proof))
        case AuthorityAnswered():
            what = _details(authority_answer_name(step.answer), step.case_number)
            return Moment(step.on, what, _details(step.said, step.note, step.proof))
        case RequestChecked() | RequestClosed() | RequestReopened():
            return _ending(step)


def _ending(step: RequestChecked | RequestClosed | RequestReopened) -> Moment:
    match step:
        case RequestChecked():
            what = _("checked: respected") if step.holds else _("checked: not respected")
            return Moment(step.on, what, _details(step.found, step.note, step.proof))
        case RequestClosed():
            return Moment(step.on, _("closed: satisfied") if step.satisfied else _("closed: dropped"), step.note)
        case RequestReopened():
            return Moment(step.on, _("reopened"), step.note)


def _attached(proof: RequestProof) -> Moment:
    what = _("proof attached, “{name}”").format(name=shorten(clean_line(proof.name), 60))
    detail = _details(proof.note, type_name(proof.type), size_words(proof.size), short_hash(proof.sha256))
    return Moment(local_day(proof.at), what, detail)


def _due(case: Case, due: Deadline | None, rules: Cited) -> Iterator[Moment]:
    """The last day for the answer, unless the whole request was answered by then."""
    if due and not is_answered_in_time(case, due):
        detail = " ".join(filter(None, (*notes_words(due), rules.words(due.rules))))
        yield Moment(due.last_day, _due_name(due), detail)


def _ahead(here: Situation, rules: Cited) -> Iterator[Moment]:
    """What others have to do by a day, and the terms that consentui sets."""
    for one in here.terms:
        yield Moment(one.on, term_name(one.term), rules.words((one.rule,)))
    if here.on and _is_own_term(here):
        yield Moment(here.on, _own_term_name(here.status))


def awaited_name(here: Situation) -> str:
    """What happens on the day for which a request waits."""
    if _is_own_term(here):
        return _own_term_name(here.status)
    found = next((term_name(one.term) for one in here.terms if one.on == here.on), "")
    return found or _due_name(here.due)


def _due_name(due: Deadline | None) -> str:
    """What the last day for the answer is: due in law, or a guide where the law sets no time."""
    return _("courtesy date for the answer") if due and due.is_courtesy else _("answer due")


_TERMS_OF_OUR_OWN = frozenset(
    {
        Status.WAITING,
        Status.REMINDED,
        Status.REPLY_UNANSWERED,
        Status.GRANTED,
        Status.COMPLAINED_TO_COMPANY,
        Status.AUTHORITY_ASKS,
        Status.AUTHORITY_ASKED,
        Status.AUTHORITY_SILENT,
    }
)


def _is_own_term(here: Situation) -> bool:
    """Whether the day that the request waits for is one that consentui sets, not a law."""
    days = {one.on for one in here.terms} | ({here.due.last_day} if here.due else set())
    return here.status in _TERMS_OF_OUR_OWN and here.on is not None and here.on not in days


def term_name(term: Term) -> str:
    """What an authority has to do by a day."""
    return {
        Term.PROGRESS: _("the authority is to say where it stands, at the latest"),
        Term.ADMISSION: _("the authority is to say so if it does not admit the complaint"),
        Term.TRANSFER: _("the complaint is to go to the lead authority"),
        Term.DECISION: _("the authority is to decide"),
        Term.LONG_DECISION: _("the authority is to decide, if the case is complex"),
    }[term]


def _own_term_name(status: Status) -> str:
    if status is Status.GRANTED:
        return _("time to check whether it is respected")
    if status is Status.COMPLAINED_TO_COMPANY:
        return _("the company is to acknowledge the complaint, at the latest")
    if status is Status.AUTHORITY_ASKS:
        return _("time to answer the authority, unless it names a day")
    if status in {Status.AUTHORITY_ASKED, Status.AUTHORITY_SILENT}:
        return _("time to ask the authority again")
    if status is Status.REMINDED:
        return _("end of the time set in the reminder")
    return _("end of the time set in your reply")


def _details(*parts: str) -> str:
    return " · ".join(filter(None, parts))

"""A request as a dossier for an authority: the complaint, every message word for word, the proofs, the articles."""

from __future__ import annotations

from collections.abc import Iterator

from consentui import clock
from consentui.checklist.availability import as_found_in
from consentui.export.letters import paragraphs
from consentui.i18n import _, language, speaking
from consentui.i18n.dates import long_date
from consentui.journal.entries import RequestSent
from consentui.profile.session import Session
from consentui.report.document import Block, Document, Facts, Heading, Paragraph, Point, Points, Verbatim
from consentui.report.kinds.known import known_blocks, known_of
from consentui.requests.cases import Case
from consentui.requests.letters import facts as request_facts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.words.names import surface_name
from consentui.words.proofs import attached_words
from consentui.words.timeline import past


def dossier(session: Session, case: Case, facts: request_facts.Facts) -> Document:
    """The dossier in the language of the request, complaint first.

    Raises StorageError when a text that was sent is missing or is not what it was, UsageError where a newer consentui
    wrote about the request.
    """
    session.requests.require_understood(case)
    with speaking(case.opened.language):
        complaint = letter(Kind.COMPLAINT, facts, case.opened.language)
        blocks = (
            *paragraphs(complaint),
            *_timeline(session, case),
            *_messages(session, case, facts),
            *_proofs(case),
            *_rules(session, case),
            *_known(session, case, facts),
        )
        return Document(
            complaint.subject,
            case.opened.language,
            clock.today(),
            blocks,
            _("Confidential: names a person in full."),
        )


def _known(session: Session, case: Case, facts: request_facts.Facts) -> Iterator[Block]:
    if facts.control:
        control = as_found_in(facts.control, session.preferences.country)
        yield from known_blocks(known_of(control, case.opened.language), 2)


def _timeline(session: Session, case: Case) -> Iterator[Block]:
    yield Heading(_("What happened"))
    moments = past(case, session.requests.situation_of(case))
    yield Points(tuple(Point(f"{long_date(moment.on)}{_(':')} {moment.what}") for moment in moments))


def _messages(session: Session, case: Case, facts: request_facts.Facts) -> Iterator[Block]:
    yield Heading(_("Messages"))
    for number, message in enumerate(case.messages, 1):
        yield Heading(f"{number}. {message.subject}", 3)
        yield _head(message, facts)
        yield Verbatim(session.texts.frozen(message))


def _head(message: RequestSent, facts: request_facts.Facts) -> Facts:
    sender = " ".join(filter(None, (facts.person.name, facts.person.email and f"<{facts.person.email}>")))
    return Facts(
        (
            (_("From"), sender),
            (_("Sent"), f"{long_date(message.on)}, {surface_name(message.how)}"),
            (_("To"), message.to),
            (_("Subject"), message.subject),
            ("SHA-256", message.sha256),
        )
    )


def _proofs(case: Case) -> Iterator[Block]:
    shown = [(message.on, message.proof) for message in case.messages]
    shown += [(answer.on, answer.proof) for answer in case.answers]
    shown += [(case.received.on, case.received.proof)] if case.received else []
    named = [Point(f"{long_date(on)}{_(':')} {proof}") for on, proof in sorted(shown) if proof]
    attached = [
        Point(
            f"{long_date(clock.local_day(proof.at))}{_(':')} {attached_words(proof)}",
            details=(*filter(None, (proof.note,)), f"SHA-256 {proof.sha256}"),
        )
        for proof in case.proofs
    ]
    yield Heading(_("Proofs"))
    if named or attached:
        yield Points((*named, *attached))
    else:
        yield Paragraph(_("None was named: add the proof of sending, and the answers if there were any."))


def _rules(session: Session, case: Case) -> Iterator[Block]:
    due = session.requests.due_of(case)
    yield Heading(_("Articles"))
    rules = session.knowledge.law().named(due.rules) if due else ()
    named = ((rule.ref.in_language(language()), rule.topic.in_language(language())) for rule in rules)
    yield Points(tuple(Point(f"{ref}{_(':')} {topic}") for ref, topic in named))

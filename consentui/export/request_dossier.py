"""The dossier of a request for an authority: the complaint, every message word for word, the proofs, the articles.

It contains only what its complaint states and encloses: what was struck out of the complaint appears nowhere in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from consentui import clock
from consentui.export.letter_document import paragraphs
from consentui.i18n import Language, _, language, speaking
from consentui.i18n.dates import long_date, partial_date
from consentui.journal.entries import RequestAnswered, RequestProof, RequestReceived, RequestSent, Seen
from consentui.knowledge.records import Control, source_to_cite
from consentui.profile.letters import Drafted
from consentui.profile.mails import MAIL
from consentui.profile.session import Session
from consentui.report.document import Block, Document, Heading, Particulars, Point, Points, Verbatim
from consentui.requests.cases import Case
from consentui.requests.letters.claimed import every_claim
from consentui.requests.letters.claims import Basis, Group, by_entry, by_source
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.labels import label_of
from consentui.requests.letters.sentences import Sentence, Sort
from consentui.words.names import surface_name
from consentui.words.proofs import attached_words, checked_words, signature_words
from consentui.words.rights import cited


def dossier(session: Session, case: Case, complaint: Drafted) -> Document:
    """The dossier in the language of the complaint, which comes first and is the only account of what happened.

    Raises StorageError if a text that was sent is missing or was altered.
    """
    facts = complaint.facts
    with speaking(complaint.language):
        blocks = (
            *paragraphs(complaint.letter),
            *_messages(session, included(case, facts), facts),
            *_proofs(session, included(case, facts), facts),
            *_rules(session, case),
            *(_platform(facts.control, complaint.language) if facts.control else ()),
        )
        return Document(
            complaint.letter.subject,
            complaint.language,
            clock.today(),
            blocks,
            _("Confidential: names a person in full."),
        )


def included(case: Case, facts: Facts) -> Case:
    """The request with only the messages and files that its complaint encloses, for the dossier and its archive."""
    codes = _codes(facts, "enclosure")
    left_out = {entry for entry, code in codes.items() if code in _struck(facts)}
    steps = tuple(one for one in case.steps if one.id not in left_out or not isinstance(one, RequestSent))
    return replace(case, steps=steps, proofs=tuple(one for one in case.proofs if one.id not in left_out))


def _codes(facts: Facts, group: Group) -> dict[str, str]:
    """The code of the complaint's claim that is about an entry, by the id of the entry."""
    claims = (one for one in every_claim(Kind.COMPLAINT, facts) if one.group == group)
    return {basis.ref: one.code for one in claims for basis in one.rests_on[:1] if basis.ground == "entry"}


def _struck(facts: Facts) -> frozenset[str]:
    """The codes of the claims that were struck out of the complaint."""
    changed = facts.said.changed.get(Kind.COMPLAINT, {})
    return frozenset(code for code, words in changed.items() if not words.strip())


def sentences(session: Session, case: Case, complaint: Drafted) -> Iterator[Sentence]:
    """The sentences of the dossier with what each rests on, in the order of the dossier, the complaint first."""
    facts = complaint.facts
    with speaking(complaint.language):
        yield from complaint.letter.stated
        enclosed, happened = _codes(facts, "enclosure"), _codes(facts, "event")
        for message in included(case, facts).messages:
            sent = f"{message.subject}{_(':')} {long_date(message.on)}, {surface_name(message.how)}, {message.to}"
            yield Sentence(Sort.FACT, sent, by_entry(message), enclosed.get(message.id, ""))
        for one in _named(case, facts):
            words = f"{long_date(one.on)}{_(':')} {one.proof}"
            yield Sentence(Sort.FACT, words, by_entry(one), happened.get(one.id, ""))
        for read in _read(facts):
            yield Sentence(Sort.FACT, _read_words(read), by_entry(read), happened.get(read.id, ""))
        for proof in included(case, facts).proofs:
            yield Sentence(Sort.FACT, attached_words(proof), by_entry(proof), enclosed.get(proof.id, ""))
        due, regime = session.requests.due_of(case), session.requests.law_of(case)
        for rule in session.knowledge.law().named(due.rules) if due else ():
            words = f"{cited(rule, regime)}{_(':')} {rule.topic.in_language(language())}"
            yield Sentence(Sort.LAW, words, (Basis("law", rule.id),))
        if facts.control and (label := label_of(facts.control, complaint.language)):
            source = source_to_cite(facts.control.source)
            yield Sentence(Sort.FACT, label, by_source(source.url, facts.control.verified_on))


def _named(case: Case, facts: Facts) -> tuple[RequestSent | RequestAnswered | RequestReceived, ...]:
    """The entries for which the person named a proof in words, by day, without events struck out of the complaint."""
    codes = _codes(facts, "event")
    received = (case.received,) if case.received else ()
    told = (one for one in (*included(case, facts).messages, *case.answers, *received) if one.proof)
    return tuple(sorted((one for one in told if codes.get(one.id) not in _struck(facts)), key=lambda one: one.on))


def _read(facts: Facts) -> tuple[Seen, ...]:
    """What was read in files and at public addresses, as far as the complaint states it and its sum is known."""
    codes = _codes(facts, "event")
    entries: tuple[Seen, ...] = (*(one.entry for one in facts.shown), *(one.entry for one in facts.file_said))
    return tuple(one for one in entries if one.sha256 and one.id in codes and codes[one.id] not in _struck(facts))


def _read_words(read: Seen) -> str:
    place = f", {read.member}" if read.member and not read.is_public else ""
    return f"{long_date(read.made or clock.local_day(read.at))}{_(':')} {read.name}{place}"


def _messages(session: Session, case: Case, known: Facts) -> Iterator[Block]:
    yield Heading(_("Messages"))
    for number, message in enumerate(case.messages, 1):
        yield Heading(f"{number}. {message.subject}", 3)
        yield _head(message, _sender(message, known))
        yield Verbatim(session.texts.frozen(message))


def _sender(message: RequestSent, known: Facts) -> str:
    """Who sent a message; empty if not known, as for all but the request itself if someone wrote for the person."""
    written_for, person = known.said.written_for, known.person
    if written_for or person.mandate:
        return written_for.by if written_for and message == known.request else ""
    return " ".join(filter(None, (person.name, person.email and f"<{person.email}>")))


def _head(message: RequestSent, sender: str) -> Particulars:
    return Particulars(
        (
            *([(_("From"), sender)] if sender else []),
            (_("Sent"), f"{long_date(message.on)}, {surface_name(message.how)}"),
            (_("To"), message.to),
            (_("Subject"), message.subject),
            ("SHA-256", message.sha256),
        )
    )


def _proofs(session: Session, case: Case, facts: Facts) -> Iterator[Block]:
    named = [Point(f"{long_date(one.on)}{_(':')} {one.proof}") for one in _named(case, facts)]
    read = [Point(_read_words(one), details=(f"SHA-256 {one.sha256}",)) for one in _read(facts)]
    attached = [
        Point(
            f"{long_date(clock.local_day(proof.at))}{_(':')} {attached_words(proof)}",
            details=(*filter(None, (_signature(session, proof),)), f"SHA-256 {proof.sha256}"),
        )
        for proof in case.proofs
    ]
    if named or read or attached:
        yield Heading(_("Proofs"))
        yield Points((*named, *read, *attached))


def _signature(session: Session, proof: RequestProof) -> str:
    """What is known of a mail's signature, in words; empty if the proof is not a mail."""
    if checked := session.journal.ledger.mails.get(proof.sha256):
        return checked_words(checked)
    if proof.type != MAIL:
        return ""
    signed = session.mails.again(proof)
    return signature_words(signed.verdict, signed.domain)


def _rules(session: Session, case: Case) -> Iterator[Block]:
    due, regime = session.requests.due_of(case), session.requests.law_of(case)
    rules = session.knowledge.law().named(due.rules) if due else ()
    if rules:
        named = ((cited(rule, regime), rule.topic.in_language(language())) for rule in rules)
        yield Heading(_("Articles"))
        yield Points(tuple(Point(f"{ref}{_(':')} {topic}") for ref, topic in named))


def _platform(control: Control, spoken: Language) -> Iterator[Block]:
    """The label as the platform prints it, and the primary sources about the control."""
    if label := label_of(control, spoken):
        yield Heading(_("On the platform"))
        yield Particulars(((_("Label, as the platform shows it"), label),))
    official = [source for source in control.source if source.primary]
    if official:
        yield Heading(_("Sources"))
        yield Points(tuple(Point(_published(one.publisher, one.date), link=one.url) for one in official))


def _published(publisher: str, on: str | None) -> str:
    return f"{publisher}, {partial_date(on)}" if on else publisher

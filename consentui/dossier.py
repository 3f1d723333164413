"""A request as a dossier for an authority: the complaint, every message word for word, the proofs, the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from consentui import casework
from consentui.case_words import moment_line, timeline
from consentui.dates import long_date
from consentui.errors import StorageError
from consentui.i18n import _, language, speaking
from consentui.journal.entries import RequestSent
from consentui.report.markdown import inert
from consentui.requests.cases import Case
from consentui.requests.facts import Facts
from consentui.requests.kinds import Kind
from consentui.requests.letters import letter
from consentui.session import Session
from consentui.wording import surface_name


def dossier(session: Session, case: Case, facts: Facts) -> str:
    """The dossier as Markdown, in the language of the request, complaint first.

    Raises StorageError when a text that was sent is missing or is not what it was.
    """
    with speaking(case.opened.language):
        complaint = letter(Kind.COMPLAINT, facts, case.opened.language)
        parts = (
            _text(complaint.subject, complaint.body),
            _facts(session, case),
            _messages(session, case, facts),
            _proofs(case),
            _rules(session, case),
        )
        return "\n".join(line for part in parts for line in part) + "\n"


def _text(title: str, body: str) -> Iterator[str]:
    yield f"# {inert(title)}"
    yield ""
    for paragraph in body.strip().split("\n\n"):
        yield "  \n".join(inert(line) for line in paragraph.splitlines())
        yield ""


def _facts(session: Session, case: Case) -> Iterator[str]:
    yield "## " + _("What happened")
    yield ""
    for moment in timeline(case, casework.due_of(session, case)):
        yield "- " + inert(moment_line(moment).replace("\t", f"{_(':')} "))
    yield ""


def _messages(session: Session, case: Case, facts: Facts) -> Iterator[str]:
    yield "## " + _("Messages")
    for number, message in enumerate(case.messages, 1):
        yield ""
        yield f"### {number}. {inert(message.subject)}"
        yield ""
        yield from _head(message, facts)
        yield ""
        yield from _as_it_is(_frozen(session, message))
    yield ""


def _head(message: RequestSent, facts: Facts) -> Iterator[str]:
    sender = " ".join(filter(None, (facts.person.name, facts.person.email and f"<{facts.person.email}>")))
    for name, value in (
        (_("From"), sender),
        (_("Sent"), f"{long_date(message.on)}, {surface_name(message.how)}"),
        (_("To"), message.to),
        (_("Subject"), message.subject),
        ("SHA-256", message.sha256),
    ):
        yield f"- {name}{_(':')} {inert(value)}"


def _as_it_is(text: str) -> Iterator[str]:
    """A text in which nothing is Markdown, in a fence longer than any that it holds."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    yield fence
    yield text.removesuffix("\n")
    yield fence


def _frozen(session: Session, message: RequestSent) -> str:
    path = session.folders.data / message.file
    if casework.altered_texts(session.folders.data, (message,)):
        raise StorageError(
            _("A text that was sent is missing, or is not what it was."),
            str(path),
            _("Put the file back from a copy: its SHA-256 is {hash}.").format(hash=message.sha256),
        )
    return Path(path).read_text(encoding="utf-8")


def _proofs(case: Case) -> Iterator[str]:
    shown = [(message.on, message.proof) for message in case.messages]
    shown += [(answer.on, answer.proof) for answer in case.answers]
    shown += [(case.received.on, case.received.proof)] if case.received else []
    named = sorted((on, proof) for on, proof in shown if proof)
    yield "## " + _("Proofs")
    yield ""
    if not named:
        yield _("None was named: add the proof of sending, and the answers if there were any.")
    yield from (f"- {long_date(on)}{_(':')} {inert(proof)}" for on, proof in named)
    yield ""


def _rules(session: Session, case: Case) -> Iterator[str]:
    due = casework.due_of(session, case)
    yield "## " + _("Articles")
    yield ""
    for rule in session.knowledge.law().named(due.rules) if due else ():
        yield f"- {rule.ref.in_language(language())}{_(':')} {rule.topic.in_language(language())}"

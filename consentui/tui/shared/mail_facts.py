"""The facts of an attached mail: who wrote it and when, whether its signature holds, what its text suggests."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from consentui.i18n import _
from consentui.journal.entries import ProofAdded, RequestProof
from consentui.profile.session import Session
from consentui.text import shorten
from consentui.words.mails import mail_lines
from consentui.words.names import answer_name
from consentui.words.proofs import attached_words, signature_words

_SHOWN_WORDS = 60


def mail_facts(session: Session, proof: ProofAdded | RequestProof) -> Content | None:
    """Return the facts of an attached mail as text to read; None if the file is not a mail."""
    mail = session.mails.of_proof(proof)
    if mail is None:
        return None
    return Content("\n").join(_parts(session, proof, [f"{name}{_(':')} {words}" for name, words in mail_lines(mail)]))


def _parts(session: Session, proof: ProofAdded | RequestProof, lines: list[str]) -> Iterator[Content]:
    yield Content(attached_words(proof))
    yield Content("")
    yield from map(Content, lines)
    yield Content("")
    signed = session.mails.again(proof)
    name = _("Its signature")
    yield Content(f"{name}{_(':')} {signature_words(signed.verdict, signed.domain)}")
    if question := session.mails.question_of(proof):
        asks = _("“consentui proof check --ask-keys” asks the DNS for {question}.").format(question=question)
        yield Content(asks).stylize("$muted")
    mail = session.mails.of_proof(proof)
    suggestions = session.mails.suggestions(mail) if mail else ()
    for number, one in enumerate(suggestions):
        if number == 0:
            yield Content("")
            yield Content(_("What the text suggests"))
        reason = _("suggested by “{words}”").format(words=shorten(one.words, _SHOWN_WORDS))
        yield Content(f"  {answer_name(one.answer)}  ") + Content(reason).stylize("$muted")

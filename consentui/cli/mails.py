"""Helpers for commands that take a mail: show it, ask what it answers, attach it, check its signature."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from consentui.cli.say import ask, say, show
from consentui.errors import NetworkError, UsageError
from consentui.i18n import _
from consentui.journal.entries import Answer, ProofAdded, RequestProof
from consentui.profile.input import path_of
from consentui.profile.mails import MAIL, ReadMail
from consentui.profile.session import Session
from consentui.requests.answers import said_by_controller
from consentui.requests.cases import Case
from consentui.text import shorten
from consentui.words.mails import mail_lines
from consentui.words.names import answer_name
from consentui.words.proofs import attached_words, signature_words

check_signature_option = click.option(
    "--check-signature",
    is_flag=True,
    help=_("Ask the DNS for the key that an e-mail was signed with (uses the network), and keep it with the e-mail."),
)
_SHOWN_WORDS = 60


class Came(NamedTuple):
    """A mail, the file it came from, and the request that it answers."""

    read: ReadMail
    path: Path
    case: Case


def mail_of(session: Session, given: str, reference: str, number: int | None) -> Came:
    """Read a mail from a file and show it; raises UsageError if it is unclear which mail or which request is meant."""
    path = path_of(given)
    read, case = session.mails.read(path, reference, number)
    say(_("Request: {reference}").format(reference=case.reference))
    for name, words in mail_lines(read.mail):
        say(f"  {name}{_(':')} {words}")
    return Came(read, path, case)


def ask_answer(session: Session, came: Came | None) -> Answer:
    """Ask what kind of answer the mail is, listing first what its text suggests.

    Raises UsageError if nobody answers.
    """
    assert came is not None
    suggestions = session.mails.suggestions(came.read.mail)
    likely: list[Answer] = list(dict.fromkeys(one.answer for one in suggestions))
    answers: list[Answer] = [*likely, *(one for one in said_by_controller() if one not in likely)]
    because = {one.answer: one.words for one in reversed(suggestions)}
    say(_("What did they say?"))
    for number, answer in enumerate(answers, 1):
        reason = (
            _("suggested by “{words}”").format(words=shorten(because[answer], _SHOWN_WORDS))
            if answer in because
            else ""
        )
        say("  ".join(filter(None, (f"{number:>3}", answer_name(answer), reason))))
    try:
        chosen = ask(_("Which number"), click.IntRange(1, len(answers)), 1 if likely else None)
    except click.Abort as error:
        raise UsageError(
            _("The kind of answer was not given; nothing was recorded."),
            way_out=_("Name it: “request reply {reference} {answer} --mail FILE”.").format(
                reference=came.case.reference, answer=answers[0]
            ),
        ) from error
    return answers[int(chosen) - 1]


def keep(session: Session, came: Came, *, check_signature: bool) -> None:
    """Attach the mail to its request and say what is known about its signature."""
    proof = session.mails.keep(came.case, came.read, came.path)
    say(_("Attached: {proof}").format(proof=attached_words(proof)))
    say_signature(session, proof, check_signature=check_signature)


def say_signature(session: Session, proof: ProofAdded | RequestProof, *, check_signature: bool) -> None:
    """Say what the signature of an attached mail proves; the DNS is asked for the key only if `check_signature`."""
    if proof.type != MAIL:
        return
    question = session.mails.question_of(proof)
    if check_signature:
        check(session, proof, question)
        return
    signed = session.mails.again(proof)
    say(signature_words(signed.verdict, signed.domain))
    if question:
        say(_("“consentui proof check --ask-keys” asks the DNS for {question}.").format(question=question))


def check(session: Session, proof: ProofAdded | RequestProof, question: str) -> None:
    """Name the DNS query, ask for the key, and show the result; without an answer nothing is written down."""
    if question:
        say(_("Asking the DNS for {question} (TXT).").format(question=question))
    try:
        checked = session.mails.check(proof)
    except NetworkError as error:
        say(str(error))
        return
    show(signature_words(checked.verdict, checked.domain))

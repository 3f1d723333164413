"""`consentui proof`: attach files that show what was done, list them, and check that they are unaltered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
import msgspec

from consentui.cli import offers
from consentui.cli.mails import check, check_signature_option, say_signature
from consentui.cli.say import json_option, say, session_of, session_to_write, show, show_json
from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.journal.entries import ProofAdded, RequestProof
from consentui.journal.mail_verdicts import MailVerdict
from consentui.profile import proofs
from consentui.profile.input import path_of
from consentui.profile.mails import MAIL
from consentui.profile.session import Session
from consentui.verify.signatures import Signed
from consentui.words.proofs import attached_words, signature_words

_WHERE_TO = 3
"""The number of words that attach a file to a control: account, control, file."""


@click.group("proof")
def proof_command() -> None:
    pass


@proof_command.command(
    "add", help=_("Attach a file to a control or, with --request, to a request. A copy is kept under its SHA-256.")
)
@click.argument("words", metavar=_("[ACCOUNT CONTROL] FILE"), nargs=-1, required=True)
@click.option("--request", "reference", metavar=_("REQUEST"), help=_("The request it is about."))
@click.option("--note", metavar=_("TEXT"), default="", help=_("A note to keep with it."))
@check_signature_option
@click.pass_context
def add(ctx: click.Context, words: tuple[str, ...], reference: str | None, note: str, check_signature: bool) -> None:
    session = session_to_write(ctx)
    entry = _attached(session, words, reference, note)
    say(_("Attached: {proof}").format(proof=attached_words(entry)))
    show(entry.sha256)
    say_signature(session, entry, check_signature=check_signature)


@proof_command.command("list", help=_("List what was attached, with its SHA-256."))
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@json_option
@click.pass_context
def list_(ctx: click.Context, account: str | None, as_json: bool) -> None:
    session = session_of(ctx)
    found = session.proofs.all()
    if account:
        found = tuple(_of_account(session, found, session.accounts.called(account).id))
    if as_json:
        show_json({"proofs": [msgspec.to_builtins(proof) for proof in found]})
        return
    for proof in found:
        show("\t".join((_subject(proof), proof_line(session, proof), proof.sha256)))
    if not found:
        say(_("Nothing has been attached yet."))


@proof_command.command(
    "check",
    help=_(
        "Compare every proof with what it was. Files are compared by their SHA-256, signatures of e-mails "
        "by the keys that were kept. Exit code 1 when one is missing or altered."
    ),
)
@click.option(
    "--ask-keys", is_flag=True, help=_("First ask the DNS for the keys not asked for yet (uses the network).")
)
@json_option
@click.pass_context
def check_(ctx: click.Context, ask_keys: bool, as_json: bool) -> None:
    session = session_to_write(ctx) if ask_keys else session_of(ctx)
    if ask_keys:
        _ask_keys(session)
    found = session.proofs.all()
    wrong = proofs.find_altered(session.folders, found)
    spoilt = {one.proof.file for one in wrong}
    mails = [(one, session.mails.again(one)) for one in found if one.type == MAIL and one.file not in spoilt]
    if as_json:
        signatures = [_signature(one, signed) for one, signed in mails]
        show_json({"proofs": len(found), "faults": [_fault(one) for one in wrong], "mails": signatures})
    else:
        for one in wrong:
            show("\t".join((fault_words(one), one.proof.file, attached_words(one.proof))))
        for mail, signed in mails:
            show("\t".join((_subject(mail), attached_words(mail), signature_words(signed.verdict, signed.domain))))
        if not wrong:
            count = len(found)
            say(ngettext("{count} proof, unchanged.", "{count} proofs, unchanged.", count).format(count=count))
    if wrong:
        ctx.exit(1)


def proof_line(session: Session, proof: ProofAdded | RequestProof) -> str:
    """The attached file in words; for a mail, also what is known about its signature."""
    if proof.type != MAIL:
        return attached_words(proof)
    signed = session.mails.again(proof)
    return f"{attached_words(proof)}, {signature_words(signed.verdict, signed.domain)}"


def _ask_keys(session: Session) -> None:
    """Check the signature of every unchecked mail, each once; a mail without an answer does not stop the others."""
    unchecked = {one.sha256: one for one in session.proofs.all() if session.mails.question_of(one)}
    for proof in unchecked.values():
        if session.mails.again(proof).verdict is MailVerdict.UNCHECKED:
            check(session, proof, session.mails.question_of(proof))


def _signature(proof: ProofAdded | RequestProof, signed: Signed) -> dict[str, Any]:
    return {"sha256": proof.sha256, "verdict": signed.verdict, "domain": signed.domain, "question": signed.question}


def fault_words(fault: proofs.Altered) -> str:
    """What is wrong with a file, in one word."""
    return _("missing") if fault.is_missing else _("altered")


def _attached(session: Session, words: tuple[str, ...], reference: str | None, note: str) -> ProofAdded | RequestProof:
    if reference and len(words) == 1:
        return session.proofs.attach_to_request(session.requests.called(reference), path_of(words[0]), note)
    if not reference and len(words) == _WHERE_TO:
        return session.proofs.attach(*session.accounts.with_control(*words[:2]), path_of(words[2]), note)
    raise UsageError(
        _("It is not clear what to attach this file to."),
        way_out=_("“proof add ACCOUNT CONTROL FILE”, or “proof add --request REQUEST FILE”."),
    )


def _of_account(
    session: Session, found: Iterable[ProofAdded | RequestProof], account: str
) -> Iterable[ProofAdded | RequestProof]:
    """Those of the proofs that belong to controls of the account, or to requests opened about it."""
    references = {case.reference for case in session.requests.cases() if case.opened.account == account}
    for proof in found:
        if (proof.account == account) if isinstance(proof, ProofAdded) else (proof.request in references):
            yield proof


def _subject(proof: ProofAdded | RequestProof) -> str:
    return f"{proof.account}/{proof.control}" if isinstance(proof, ProofAdded) else proof.request


def _fault(fault: proofs.Altered) -> dict[str, Any]:
    return {
        "file": fault.proof.file,
        "name": fault.proof.name,
        "sha256": fault.proof.sha256,
        "fault": "missing" if fault.is_missing else "altered",
    }

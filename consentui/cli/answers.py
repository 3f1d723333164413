"""`consentui request reply`, `authority`, `check` and `reopen`: what the controller and the authority answered."""

from __future__ import annotations

from datetime import date
from typing import get_args

import click

from consentui import clock
from consentui.cli import offers
from consentui.cli.mails import ask_answer, check_signature_option, keep, mail_of
from consentui.cli.say import IsoDay, entry_named, say, session_to_write
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.journal.entries import Answer, AuthorityAnswer
from consentui.profile.session import Session
from consentui.requests.answers import Details
from consentui.text import capitalised
from consentui.words.mails import mail_words
from consentui.words.timeline import awaited_name

_reference = click.argument("reference", metavar=_("REQUEST"), shell_complete=offers.requests)
_on = click.option("--on", metavar=_("DATE"), type=IsoDay(), help=_("The date, such as 2026-01-31."))
_proof = click.option("--proof", metavar=_("TEXT"), default="", help=_("What proves it: a number or a file name."))
_note = click.option("--note", metavar=_("TEXT"), default="", help=_("A note to keep with it."))
_said = click.option("--said", metavar=_("TEXT"), default="", help=_("What they said; letters may use it."))


@click.command(
    "reply", help=_("Record what the company said. One of {choices}.").format(choices=", ".join(get_args(Answer)))
)
@click.argument("words", metavar=_("REQUEST ANSWER"), nargs=-1, shell_complete=offers.answered)
@_on
@click.option(
    "--mail",
    metavar=_("FILE"),
    help=_("The e-mail it came in, or a mailbox: .eml, .mbox. It is kept; the request and the date are read from it."),
)
@click.option("--message", type=click.IntRange(1), metavar=_("NUMBER"), help=_("Which e-mail in the mailbox."))
@check_signature_option
@click.option("--reasons/--no-reasons", default=None, help=_("Whether they gave reasons."))
@click.option("--confirmed/--not-confirmed", default=None, help=_("Whether they confirmed that it was done."))
@click.option(
    "--named-authority/--no-named-authority",
    "authority_named",
    default=None,
    help=_("Whether they said that you can complain to an authority."),
)
@click.option(
    "--named-court/--no-named-court",
    "court_named",
    default=None,
    help=_("Whether they said that you can go to court."),
)
@click.option("--open", "open_", metavar=_("TEXT"), multiple=True, help=_("A point that remains open; repeatable."))
@click.option("--left-out", metavar=_("ACCOUNT"), multiple=True, help=_("An account they left out; repeatable."))
@_said
@click.option("--in", "in_language", metavar=_("LANGUAGE"), default="", help=_("The language they answered in."))
@_note
@_proof
@click.pass_context
def reply(
    ctx: click.Context,
    words: tuple[str, ...],
    on: date | None,
    mail: str | None,
    message: int | None,
    check_signature: bool,
    reasons: bool | None,
    confirmed: bool | None,
    authority_named: bool | None,
    court_named: bool | None,
    open_: tuple[str, ...],
    left_out: tuple[str, ...],
    said: str,
    in_language: str,
    note: str,
    proof: str,
) -> None:
    session = session_to_write(ctx)
    reference, word = _request_and_answer(words, is_mail=mail is not None)
    came = mail_of(session, mail, reference, message) if mail else None
    case = came.case if came else session.requests.called(reference)
    answer = entry_named(get_args(Answer), word, _("Unknown answer: “{name}”.")) if word else ask_answer(session, came)
    accounts = tuple(session.accounts.id_or_words(one) for one in left_out)
    details = Details(
        reasons, confirmed, authority_named, court_named, open=open_, left_out=accounts, said=said, language=in_language
    )
    day = came.read.mail.on if came and on is None else None
    proof = proof or (mail_words(came.read.mail) if came else "")
    session.requests.record_answer(case, answer, day or day_of(on), details, note=note, proof=proof)
    if came:
        keep(session, came, check_signature=check_signature)
    say_due(session, case.reference)


def _request_and_answer(words: tuple[str, ...], *, is_mail: bool) -> tuple[str, str]:
    """The request and the answer named on the command line; with a mail, either may be left out and is then empty.

    Raises UsageError if the words do not say which request was answered, or how.
    """
    known = get_args(Answer)
    if len(words) == 2:  # noqa: PLR2004 -- the request and the answer
        return words[0], words[1]
    if is_mail and len(words) <= 1:
        word = words[0] if words else ""
        return ("", word) if word in known else (word, "")
    raise UsageError(
        _("It is not clear which request was answered, or how."),
        way_out=_("“request reply REQUEST ANSWER”, or “request reply --mail FILE”."),
    )


@click.command(
    "authority",
    help=_("Record what became of the complaint. One of {choices}; dated the day the authority said so.").format(
        choices=", ".join(get_args(AuthorityAnswer))
    ),
)
@_reference
@click.argument("word", metavar=_("ANSWER"))
@_on
@click.option("--number", "case_number", metavar=_("TEXT"), default="", help=_("The authority’s case number."))
@_said
@_note
@_proof
@click.pass_context
def authority(
    ctx: click.Context,
    reference: str,
    word: str,
    on: date | None,
    case_number: str,
    said: str,
    note: str,
    proof: str,
) -> None:
    session = session_to_write(ctx)
    case = session.requests.called(reference)
    answer = entry_named(get_args(AuthorityAnswer), word, _("Unknown answer: “{name}”."))
    session.requests.record_authority(
        case, answer, day_of(on), case_number=case_number, said=said, note=note, proof=proof
    )
    say(_("Saved."))


@click.command("check", help=_("Record whether what was granted is respected."))
@_reference
@click.option("--holds/--broken", required=True, help=_("Whether things are as they said."))
@_on
@click.option("--found", metavar=_("TEXT"), default="", help=_("What you found; letters and the complaint quote it."))
@_note
@_proof
@click.pass_context
def check(ctx: click.Context, reference: str, holds: bool, on: date | None, found: str, note: str, proof: str) -> None:
    session = session_to_write(ctx)
    session.requests.record_checked(
        session.requests.called(reference), day_of(on), holds=holds, found=found, note=note, proof=proof
    )
    say(_("Saved."))


@click.command("reopen", help=_("Reopen a closed request."))
@_reference
@_on
@_note
@click.pass_context
def reopen(ctx: click.Context, reference: str, on: date | None, note: str) -> None:
    session = session_to_write(ctx)
    session.requests.record_reopened(session.requests.called(reference), day_of(on), note=note)
    say(_("Saved."))


def day_of(given: date | None) -> date:
    """The given day, or today if none was given."""
    return given or clock.today()


def say_due(session: Session, reference: str) -> None:
    """Confirm that the entry was saved, with the day ahead until which others have time, and what it is, if any."""
    here = session.requests.situation_of(session.requests.called(reference))
    if here.awaited is None or here.awaited < clock.today():
        say(_("Saved."))
        return
    what, on = capitalised(awaited_name(here)), long_date(here.awaited)
    say(_("Saved. {what}: {date}.").format(what=what, date=on))

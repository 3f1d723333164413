"""`consentui request`: exercise a right and follow the request to its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

import click
import msgspec

from consentui.cli import answers, offers
from consentui.cli.answers import day_of, say_due
from consentui.cli.letter import (
    channel_option,
    kind_option,
    letter_kind,
    print_letter,
    print_sentences,
    reference_argument,
    region_option,
    standing,
)
from consentui.cli.letter_options import said_options, said_with
from consentui.cli.say import (
    IsoDay,
    account_argument,
    choice_of,
    json_option,
    say,
    session_of,
    session_to_write,
    show,
    show_json,
)
from consentui.errors import UsageError
from consentui.i18n import LANGUAGES, Language, _, language
from consentui.journal.entries import Surface
from consentui.knowledge.records import Control
from consentui.profile.letters import Drafted
from consentui.profile.running import running_requests
from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.requests.letters.cautions import before_writing
from consentui.requests.letters.kinds import TO_AUTHORITY, Kind
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right, fitting_right
from consentui.requests.status import Status
from consentui.words.cautions import caution_words
from consentui.words.requests import next_move_name
from consentui.words.timeline import moment_line, timeline

_on = click.option("--on", metavar=_("DATE"), type=IsoDay(), help=_("The date, such as 2026-01-31."))
_proof = click.option("--proof", metavar=_("TEXT"), default="", help=_("What proves it: a number or a file name."))
_note = click.option("--note", metavar=_("TEXT"), default="", help=_("A note to keep with it."))


@click.group("request")
def request_command() -> None:
    pass


for _command in (answers.reply, answers.authority, answers.check, answers.reopen):
    request_command.add_command(_command)


@request_command.command("draft", help=_("Start a request, and print its reference."))
@account_argument
@click.option("--right", "word", metavar=_("RIGHT"), help=_("Which right; by default, the one that suits the control."))
@click.option("--control", metavar=_("CONTROL"), help=_("What it is about."))
@click.option("--in", "in_language", type=click.Choice(LANGUAGES), help=_("The language of the letters."))
@said_options
@click.pass_context
def draft(
    ctx: click.Context,
    /,
    account: str,
    word: str | None,
    control: str | None,
    in_language: Language | None,
    **told: Any,
) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    about = session.accounts.control(found, control) if control else None
    right = choice_of(Right, word, _("Unknown right: “{name}”.")) if word else _right_for(about)
    said = said_with(session, found.id, Said(), told)
    if caution := before_writing(session.requests.law_today):
        say(f"! {caution_words(caution)}")
    case = session.requests.draft(found, right, in_language or language(), about)
    session.letters.say(case, said)
    for other in session.requests.alike(case):
        alike = _("{reference} already asks them for the same: a reminder may be enough.")
        say(f"! {alike.format(reference=other.reference)}")
    show(case.reference)
    say(_("“consentui letter {reference}” shows the letter.").format(reference=case.reference))


def _right_for(about: Control | None) -> Right:
    right = fitting_right(about) if about else Right.OBJECT_TRAINING
    if right is None:
        raise UsageError(
            _("There is no letter for what this control is about."),
            way_out=_("Say which right with --right: {choices}.").format(choices=", ".join(Right)),
        )
    return right


@request_command.command("say", help=_("Set what the letters of a request say, until they are sent."))
@reference_argument
@said_options
@click.pass_context
def say_(ctx: click.Context, /, reference: str, **told: Any) -> None:
    session = session_of(ctx)
    with session.requests.held(session.requests.called(reference)) as case:
        said = said_with(session, case.opened.account, session.texts.said(case.reference), told)
        session.letters.say(case, said)
    say(_("Saved."))


@request_command.command("list", help=_("List the requests."))
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    session = session_of(ctx)
    found = session.requests.cases()
    if as_json:
        show_json({"requests": [_summary(session, case) for case in found]})
        return
    for case in found:
        show("\t".join((case.reference, case.opened.account, session.requests.right_of(case), standing(session, case))))
    if not found:
        say(_("There is no request yet."))


@request_command.command(
    "show", help=_("Show a request. It says what happened, what is due by which rule, and what comes next.")
)
@reference_argument
@json_option
@click.pass_context
def show_(ctx: click.Context, reference: str, as_json: bool) -> None:
    session = session_of(ctx)
    case = session.requests.called(reference)
    here = session.requests.situation_of(case)
    if as_json:
        more = {"waits_until": here.awaited, "letter": here.next[0].letter, "deadline": here.due}
        show_json(_summary(session, case) | more | {"entries": _entries(session, case)})
        return
    show(f"{case.reference}\t{session.requests.right_of(case)}\t{standing(session, case)}")
    for moment in timeline(case, here, session.knowledge.law(), session.requests.law_of(case)):
        show(f"  {moment_line(moment)}")
        for line in wrap(moment.detail, 72, break_long_words=False, break_on_hyphens=False):
            show(f"      {line}")
    for one in here.next:
        show("  " + _("next: {move}").format(move=next_move_name(one)))


@request_command.command("sent", help=_("Record that a letter was sent. Its text is kept word for word."))
@reference_argument
@kind_option
@channel_option
@click.option("--to", metavar=_("ADDRESS"), default="", help=_("Where it was sent; by default, the known address."))
@_on
@_proof
@region_option
@click.option(
    "--text",
    "file",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("The text as sent, if it differs from the letter: .txt, .md or .eml."),
)
@click.pass_context
def sent(
    ctx: click.Context,
    reference: str,
    kind: str | None,
    how: Surface | None,
    to: str,
    on: date | None,
    proof: str,
    region: str,
    file: Path | None,
) -> None:
    from consentui.profile.sent_text import read_sent_text

    session = session_to_write(ctx)
    with session.requests.held(session.requests.called(reference)) as case:
        which = letter_kind(session, case, kind)
        drafted = session.letters.draft(which, case, how, to=to, region=region, on=day_of(on))
        _check_address(drafted)
        text = read_sent_text(file, drafted.letter, case.reference) if file else drafted.letter
        entry = session.requests.record_sent(
            case,
            which,
            text,
            drafted.facts.channel,
            drafted.door.to,
            day_of(on),
            proof=proof,
            by=drafted.facts.person,
        )
    say(_("Saved. The text is kept in {path}.").format(path=session.folders.data / entry.file))


def _check_address(drafted: Drafted) -> None:
    """Raise UsageError if the letter went by e-mail but no address is known and none was given with --to."""
    if drafted.facts.channel == "email" and not drafted.door.to:
        authority = drafted.facts.authority
        if drafted.kind in TO_AUTHORITY:
            raise UsageError(
                _("No e-mail address is known for {name}.").format(name=authority.short)
                if authority
                else _("No authority is known to which this letter would go."),
                way_out=_("If you sent one anyway, give its address with --to."),
            )
        raise UsageError(
            _("{name} accepts no e-mail for this, as far as is known.").format(name=drafted.facts.controller.name),
            way_out=_("If you sent one anyway, give its address with --to."),
        )


@request_command.command("received", help=_("Record the day the company got it. The time runs from then."))
@reference_argument
@_on
@_proof
@click.pass_context
def received(ctx: click.Context, reference: str, on: date | None, proof: str) -> None:
    session = session_to_write(ctx)
    case = session.requests.called(reference)
    session.requests.record_received(case, day_of(on), proof=proof)
    say_due(session, case.reference)


@request_command.command("remind", help=_("Print the reminder of some requests, or of all that are late."))
@click.argument("references", metavar=_("[REQUEST]..."), nargs=-1, shell_complete=offers.requests)
@click.option("--overdue", is_flag=True, help=_("For every request that is late and has had no reminder."))
@channel_option
@click.pass_context
def remind(ctx: click.Context, references: tuple[str, ...], overdue: bool, how: Surface | None) -> None:
    session = session_of(ctx)
    cases = _to_remind(session, references, overdue=overdue)
    if not cases:
        say(_("No answer is overdue."))
        ctx.exit(1)
    letters = [(case, session.letters.draft(Kind.REMINDER, case, how).letter) for case in cases]
    for case, letter in letters:
        if len(letters) > 1:
            show(f"*** {case.reference} · {session.requests.company_of(case)} ***\n")
        print_letter(letter)


def _to_remind(session: Session, references: tuple[str, ...], *, overdue: bool) -> list[Case]:
    """The named requests and, with `overdue`, all overdue ones, each once; raises UsageError if neither is given."""
    if not references and not overdue:
        raise UsageError(_("Which request?"), way_out=_("Name one or several, or add --overdue."))
    told = [session.requests.called(word) for word in references]
    late = [one.case for one in running_requests(session) if one.here.status is Status.OVERDUE] if overdue else []
    return list({case.reference: case for case in (*told, *late)}.values())


@request_command.command("complain", help=_("Print the complaint to your data protection authority."))
@reference_argument
@region_option
@click.pass_context
def complain(ctx: click.Context, reference: str, region: str) -> None:
    session = session_of(ctx)
    print_letter(session.letters.draft(Kind.COMPLAINT, session.requests.called(reference), region=region).letter)


@request_command.command("dossier", help=_("Write complaint, messages, proofs and articles as one file."))
@reference_argument
@region_option
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.option(
    "--claims", is_flag=True, help=_("List each sentence: a fact, the law or a request, and what it is based on.")
)
@click.option("--strike", metavar=_("CODE"), multiple=True, help=_("Leave a fact or a request out; repeatable."))
@click.option("--restore", metavar=_("CODE"), multiple=True, help=_("Put it back as it was; repeatable."))
@click.pass_context
def dossier_(
    ctx: click.Context,
    reference: str,
    region: str,
    output: Path | None,
    force: bool,
    claims: bool,
    strike: tuple[str, ...],
    restore: tuple[str, ...],
) -> None:
    from consentui.export.request_dossier import dossier, sentences
    from consentui.report.formats import markdown
    from consentui.storage.saving import save_text

    session = session_of(ctx)
    case = session.requests.called(reference)
    drafted = session.letters.draft(Kind.COMPLAINT, case, region=region)
    if changes := {**dict.fromkeys(restore), **dict.fromkeys(strike, "")}:
        session.letters.change(case, Kind.COMPLAINT, drafted.facts, changes)
        drafted = session.letters.draft(Kind.COMPLAINT, case, region=region)
    if claims:
        print_sentences(sentences(session, case, drafted), session.knowledge.law(), drafted.facts)
        say(_("--strike CODE leaves a fact, a request, a message or a file out of complaint and dossier."))
        return
    text = markdown.render(dossier(session, case, drafted))
    if output is None:
        show(text.rstrip("\n"))
        return
    save_text(output, text, replace=force)
    say(_("Written: {path}").format(path=output))


@request_command.command("close", help=_("Record the end of a request."))
@reference_argument
@click.option("--satisfied/--let-rest", default=True, help=_("Whether you got what you asked for."))
@_on
@_note
@click.pass_context
def close(ctx: click.Context, reference: str, satisfied: bool, on: date | None, note: str) -> None:
    session = session_to_write(ctx)
    case = session.requests.called(reference)
    session.requests.record_closed(case, day_of(on), satisfied=satisfied, note=note)
    say(_("Saved."))


def _summary(session: Session, case: Case) -> dict[str, Any]:
    here = session.requests.situation_of(case)
    return {
        "request": case.reference,
        "account": case.opened.account,
        "right": case.opened.right,
        "control": case.opened.control or None,
        "controller": case.opened.controller,
        "language": case.opened.language,
        "status": here.status,
        "due": here.due.last_day if here.due else None,
        "next": here.moves,
    }


def _entries(session: Session, case: Case) -> list[Any]:
    return [msgspec.to_builtins(entry) for entry in session.journal.ledger.requests[case.reference]]

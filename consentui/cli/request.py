"""`consentui request` and `letter`: exercising a right and following it to the end."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from textwrap import wrap
from typing import Any

import click
import msgspec

from consentui import clock
from consentui.cli import answers
from consentui.cli.answers import day_of, say_due
from consentui.cli.say import (
    account_argument,
    chosen,
    json_option,
    named,
    say,
    session_of,
    session_to_write,
    show,
    show_json,
)
from consentui.errors import UsageError
from consentui.i18n import LANGUAGES, Language, _, language
from consentui.journal.entries import Surface
from consentui.profile.identity import writer
from consentui.profile.requests import destination
from consentui.profile.running import running_requests
from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.requests.letters.fields import Part, parts_of
from consentui.requests.letters.kinds import CHANNELS, Kind
from consentui.requests.letters.layout import run_on
from consentui.requests.letters.letters import Letter
from consentui.requests.rights import Right
from consentui.requests.status import Status
from consentui.words.names import right_name
from consentui.words.requests import next_move_name, standing_words
from consentui.words.timeline import moment_line, timeline

_reference = click.argument("reference", metavar=_("REQUEST"))
_on = click.option("--on", metavar=_("DATE"), type=click.DateTime(["%Y-%m-%d"]), help=_("The day: 2026-01-31."))
_channel = click.option(
    "--how", type=click.Choice(CHANNELS), default="email", show_default=True, help=_("How it goes out.")
)
_kind = click.option("--letter", "kind", metavar=_("LETTER"), help=_("Which letter; the next one if left out."))
_proof = click.option(
    "--proof", metavar=_("TEXT"), default="", help=_("What proves it: a number, or the name of a file.")
)
_note = click.option("--note", metavar=_("TEXT"), default="", help=_("Something to remember with it."))
_region = click.option("--region", metavar=_("CODE"), default="", help=_("Your Land in Germany, such as HH."))


@click.group("request", help=_("Exercise a right, and follow it to the end."))
def request_command() -> None:
    pass


for _command in (answers.reply, answers.authority, answers.check, answers.reopen):
    request_command.add_command(_command)


@request_command.command("draft", help=_("Begin a request, and print its reference."))
@account_argument
@click.option(
    "--right", "word", metavar=_("RIGHT"), default="object-training", show_default=True, help=_("Which right.")
)
@click.option("--control", metavar=_("CONTROL"), help=_("What it is about."))
@click.option("--ground", "grounds", metavar=_("TEXT"), multiple=True, help=_("A reason of your own; repeatable."))
@click.option("--in", "in_language", type=click.Choice(LANGUAGES), help=_("The language of the letters."))
@click.pass_context
def draft(
    ctx: click.Context,
    account: str,
    word: str,
    control: str | None,
    grounds: tuple[str, ...],
    in_language: Language | None,
) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    right = chosen(Right, word, _("There is no right called “{name}”."))
    about = session.accounts.control(found, control) if control else None
    case = session.requests.draft(found, right, in_language or language(), about)
    if grounds:
        session.texts.keep_grounds(case.reference, grounds)
    show(case.reference)
    say(_("“consentui letter {reference}” shows the letter.").format(reference=case.reference))


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
        show("\t".join((case.reference, case.opened.account, right_name(case.opened.right), _stand(session, case))))
    if not found:
        say(_("There is no request yet."))


@request_command.command(
    "show", help=_("Show a request: what happened, what is due and by which rule, what comes next.")
)
@_reference
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
    show(f"{case.reference}\t{right_name(case.opened.right)}\t{standing_words(here, clock.today())}")
    for moment in timeline(case, here, session.knowledge.law()):
        show(f"  {moment_line(moment)}")
        for line in wrap(moment.detail, 72, break_long_words=False, break_on_hyphens=False):
            show(f"      {line}")
    for one in here.next:
        show("  " + _("next: {move}").format(move=next_move_name(one)))


@request_command.command("sent", help=_("Write down that a letter went out; its text is kept word for word."))
@_reference
@_kind
@_channel
@click.option("--to", metavar=_("ADDRESS"), default="", help=_("Where it went; the known address if left out."))
@_on
@_proof
@_region
@click.option(
    "--text",
    "file",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("The text as it went out, if it is not the letter’s: .txt, .md or .eml."),
)
@click.pass_context
def sent(
    ctx: click.Context,
    reference: str,
    kind: str | None,
    how: Surface,
    to: str,
    on: datetime | None,
    proof: str,
    region: str,
    file: Path | None,
) -> None:
    from consentui.profile.sent_text import read_sent_text

    session = session_to_write(ctx)
    case = session.requests.called(reference)
    which = _letter_kind(session, case, kind)
    facts = session.facts.of(case, writer(session.folders.identity), how, region=region)
    drafted = _written(session, case, which, how, region, day_of(on))
    text = read_sent_text(file, drafted, case.reference) if file else drafted
    where = to or destination(facts, which)
    entry = session.requests.record_sent(case, which, text, how, where, day_of(on), proof=proof)
    say(_("Saved. The text is kept in {path}.").format(path=session.folders.data / entry.file))


@request_command.command("received", help=_("Write down the day the company got it: the time runs from it."))
@_reference
@_on
@_proof
@click.pass_context
def received(ctx: click.Context, reference: str, on: datetime | None, proof: str) -> None:
    session = session_to_write(ctx)
    case = session.requests.called(reference)
    session.requests.record_received(case, day_of(on), proof=proof)
    say_due(session, case.reference)


@request_command.command("remind", help=_("Print the reminder of one or several requests, or of all that are late."))
@click.argument("references", metavar=_("[REQUEST]..."), nargs=-1)
@click.option("--overdue", is_flag=True, help=_("Of every request that is late and was not reminded of."))
@_channel
@click.pass_context
def remind(ctx: click.Context, references: tuple[str, ...], overdue: bool, how: Surface) -> None:
    session = session_of(ctx)
    cases = _to_remind(session, references, overdue=overdue)
    if not cases:
        say(_("No answer is overdue."))
        ctx.exit(1)
    letters = [(case, _written(session, case, Kind.REMINDER, how, "")) for case in cases]
    for case, text in letters:
        if len(letters) > 1:
            show(f"*** {case.reference} · {session.requests.company_of(case)} ***\n")
        _print(text)


def _to_remind(session: Session, references: tuple[str, ...], *, overdue: bool) -> list[Case]:
    """Each request once; raises UsageError where none was named."""
    if not references and not overdue:
        raise UsageError(_("Which request?"), way_out=_("Name one or several, or say --overdue."))
    told = [session.requests.called(word) for word in references]
    late = [one.case for one in running_requests(session) if one.here.status is Status.OVERDUE] if overdue else []
    return list({case.reference: case for case in (*told, *late)}.values())


@request_command.command("complain", help=_("Print the complaint to your data protection authority."))
@_reference
@_region
@click.pass_context
def complain(ctx: click.Context, reference: str, region: str) -> None:
    session = session_of(ctx)
    _print(_written(session, session.requests.called(reference), Kind.COMPLAINT, "form", region))


@request_command.command("dossier", help=_("Write complaint, messages, proofs and articles as one file."))
@_reference
@_region
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def dossier_(ctx: click.Context, reference: str, region: str, output: Path | None, force: bool) -> None:
    from consentui.export.request_dossier import dossier
    from consentui.report.formats import markdown
    from consentui.storage.saving import save_text

    session = session_of(ctx)
    case = session.requests.called(reference)
    facts = session.facts.of(case, writer(session.folders.identity), "form", region=region)
    text = markdown.render(dossier(session, case, facts))
    if output is None:
        show(text.rstrip("\n"))
        return
    save_text(output, text, replace=force)
    say(_("Written: {path}").format(path=output))


@request_command.command("close", help=_("Write down the end of a request."))
@_reference
@click.option("--satisfied/--let-rest", default=True, help=_("Whether you got what you asked for."))
@_on
@_note
@click.pass_context
def close(ctx: click.Context, reference: str, satisfied: bool, on: datetime | None, note: str) -> None:
    session = session_to_write(ctx)
    case = session.requests.called(reference)
    session.requests.record_closed(case, day_of(on), satisfied=satisfied, note=note)
    say(_("Saved."))


@click.command("letter", help=_("Print a letter of a request: the next one, unless another is named."))
@_reference
@_kind
@_channel
@_region
@click.option(
    "--limit", type=click.IntRange(80), metavar=_("NUMBER"), help=_("A short form, for a form that counts characters.")
)
@click.option(
    "--field",
    "part",
    type=click.Choice([one.value for one in Part]),
    help=_("One part alone, for a form that asks field by field."),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("txt", "md", "eml", "pdf")),
    default="txt",
    show_default=True,
    help=_("As text, as Markdown, ready for a mail program, or as PDF."),
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def letter_command(
    ctx: click.Context,
    reference: str,
    kind: str | None,
    how: Surface,
    region: str,
    limit: int | None,
    part: str | None,
    format_: str,
    output: Path | None,
    force: bool,
) -> None:
    from consentui.export.letters import letter_file
    from consentui.storage.saving import save_text

    session = session_of(ctx)
    case = session.requests.called(reference)
    which = _letter_kind(session, case, kind)
    text = _written(session, case, which, how, region)
    if limit is not None or part:
        _print_for_form(session, case, text, Part(part) if part else None, limit)
        return
    if format_ == "pdf":
        _write_pdf(text, case, output, replace=force)
        return
    facts = session.facts.of(case, writer(session.folders.identity), how, region=region)
    content = letter_file(text, format_, facts.person, destination(facts, which))
    if output is None:
        _print(text, content)
        return
    save_text(output, content, replace=force)
    say(_("Written: {path}").format(path=output))


def _write_pdf(text: Letter, case: Case, output: Path | None, *, replace: bool) -> None:
    from consentui.export.letter_pdf import letter_pdf
    from consentui.storage.saving import save_file

    if output is None:
        raise UsageError(_("A PDF has to be written to a file."), way_out=_("Name it with --output."))
    save_file(output, letter_pdf(text, case.opened.language), replace=replace)
    say(_("Written: {path}").format(path=output))
    _say_warnings(text)


def _print(text: Letter, content: str = "") -> None:
    show((content or f"{text.subject}\n\n{text.body}").rstrip("\n"))
    _say_warnings(text)


def _print_for_form(session: Session, case: Case, text: Letter, part: Part | None, limit: int | None) -> None:
    """What fits into so many characters of the whole letter, or of one of its parts."""
    from consentui.requests.letters.short import fitted, short

    if part is None:
        show(text.text if limit is None else short(text, limit))
    else:
        there = parts_of(text, writer(session.folders.identity), session.preferences.country, case.opened.language)
        name = named(tuple(there), part, _("This letter has nothing for the field “{name}”."))
        show(run_on(there[name]) if limit is None else fitted(there[name], limit))
    _say_warnings(text)


def _say_warnings(text: Letter) -> None:
    for warning in text.warnings:
        say(f"! {warning}")


def _written(session: Session, case: Case, kind: Kind, how: Surface, region: str, on: date | None = None) -> Letter:
    from consentui.requests.letters.letters import letter

    grounds = session.texts.grounds(case.reference)
    facts = session.facts.of(case, writer(session.folders.identity), how, grounds=grounds, region=region, on=on)
    return letter(kind, facts, case.opened.language)


def _letter_kind(session: Session, case: Case, word: str | None) -> Kind:
    """The letter that was asked for, else the one that the next move needs."""
    if word:
        return chosen(Kind, word, _("There is no letter called “{name}”."))
    here = session.requests.situation_of(case)
    if kind := here.next[0].letter:
        return kind
    raise UsageError(
        _("No letter is due for {reference}: {status}.").format(reference=case.reference, status=_stand(session, case)),
        way_out=_("Name one with --letter: {choices}.").format(choices=", ".join(Kind)),
    )


def _stand(session: Session, case: Case) -> str:
    return standing_words(session.requests.situation_of(case), clock.today())


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

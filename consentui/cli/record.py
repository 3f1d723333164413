"""`consentui record`, `decide` and `note`: write down what happened, what is wanted, and what to remember."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import get_args

import click
from msgspec.structs import replace

from consentui.cli import offers
from consentui.cli.say import account_argument, choice_of, control_argument, say, session_to_write
from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.journal.entries import Decision, Outcome, Surface
from consentui.knowledge.records import Control
from consentui.profile.checklist import Happened
from consentui.profile.session import Session
from consentui.words.names import decision_name, outcome_name

_MARK = "\ufeff"
"""The byte-order mark that Windows puts before a text."""
_note_option = click.option("--note", metavar=_("TEXT"), default="", help=_("A note to keep with it."))


@click.command("record")
@click.argument("words", metavar=_("[ACCOUNT] [CONTROL OUTCOME]"), nargs=-1, shell_complete=offers.recorded)
@click.option("--all", "of_all", is_flag=True, help=_("For every account that has the control and where it is open."))
@click.option("--account", "accounts", metavar=_("ACCOUNT"), multiple=True, help=_("For this account; repeatable."))
@click.option("--client", metavar=_("NAME"), default="", help=_("With --all: only for this client’s accounts."))
@click.option(
    "--tag",
    "tags",
    metavar=_("TAG"),
    multiple=True,
    shell_complete=offers.tags,
    help=_("With --all: only for accounts with this tag; repeatable."),
)
@click.option("--stdin", "from_stdin", is_flag=True, help=_("Read what happened from standard input."))
@click.option("--surface", type=click.Choice(get_args(Surface)), help=_("Where it was done."))
@click.option("--seen", metavar=_("TEXT"), default="", help=_("The label, as the platform showed it."))
@_note_option
@click.pass_context
def record_command(
    ctx: click.Context,
    words: tuple[str, ...],
    of_all: bool,
    accounts: tuple[str, ...],
    client: str,
    tags: tuple[str, ...],
    from_stdin: bool,
    surface: Surface | None,
    seen: str,
    note: str,
) -> None:
    lines = sys.stdin.read().removeprefix(_MARK).splitlines() if from_stdin else []
    session = session_to_write(ctx)
    match (from_stdin, of_all, bool(accounts), words):
        case (True, False, False, ()):
            happened = _from_lines(session, lines)
        case (False, True, False, (control, outcome)):
            happened = _of_all(session, control, outcome, client, tags)
        case (False, False, True, (control, outcome)):
            happened = [_of_one(session, account, control, outcome) for account in dict.fromkeys(accounts)]
        case (False, False, False, (account, control, outcome)):
            happened = [_of_one(session, account, control, outcome)]
        case _:
            raise click.UsageError(
                _("Give ACCOUNT CONTROL OUTCOME; with --all or --account, CONTROL OUTCOME; with --stdin, nothing else.")
            )
    happened = [replace(one, surface=surface, seen=seen, note=note) for one in happened]
    session.checklist.record_each(happened)
    say(_saved_all(happened))


@click.command("decide")
@account_argument
@control_argument
@click.argument("decision", metavar=_("DECISION"))
@_note_option
@click.pass_context
def decide_command(ctx: click.Context, account: str, control: str, decision: str, note: str) -> None:
    session = session_to_write(ctx)
    found, what = session.accounts.with_control(account, control)
    wanted = choice_of(Decision, decision, _("Unknown decision: “{name}”."))
    session.checklist.decide(found, what, wanted, note)
    say(_saved(what, decision_name(wanted)))


@click.command("note")
@account_argument
@control_argument
@click.argument("text", metavar=_("TEXT"))
@click.pass_context
def note_command(ctx: click.Context, account: str, control: str, text: str) -> None:
    session = session_to_write(ctx)
    found, what = session.accounts.with_control(account, control)
    session.checklist.note(found, what, text)
    say(_saved(what, _("note")))


def _of_one(session: Session, account: str, control: str, outcome: str) -> Happened:
    return Happened(*session.accounts.with_control(account, control), _outcome(outcome))


def _of_all(session: Session, control: str, outcome: str, client: str, tags: tuple[str, ...]) -> list[Happened]:
    """The outcome for each account, of the client and with the tags if given, on which the control is still to do.

    Raises UsageError if there is none.
    """
    found, accounts = session.accounts.having(control)
    result = _outcome(outcome)
    carrying = {account.id for account in session.accounts.carrying(tags)}
    if client:
        carrying &= {account.id for account in session.accounts.of_client(client)}
    happened = [
        Happened(account, item.control, result)
        for account in accounts
        if account.id in carrying
        for item in session.checklist.items(account)
        if item.control.id == found.id and item.is_to_do
    ]
    if not happened:
        raise UsageError(_("It is not open on any account."), way_out=_("--account records it anyway."))
    return happened


def _from_lines(session: Session, lines: Sequence[str]) -> list[Happened]:
    """One outcome from each line that is not empty.

    Raises UsageError with the line's number if one is wrong, before anything is written down.
    """
    happened = [_from_line(session, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not happened:
        raise UsageError(_("There was nothing to read on standard input."))
    return happened


def _from_line(session: Session, number: int, line: str) -> Happened:
    try:
        return _of_one(session, *_three_words(line))
    except UsageError as error:
        title = _("Line {number}: {fault}").format(number=number, fault=error.title)
        raise UsageError(title, error.detail, error.way_out) from error


def _three_words(line: str) -> tuple[str, str, str]:
    match [word.strip() for word in (line.split("\t") if "\t" in line else line.split())]:
        case [account, control, outcome]:
            return account, control, outcome
        case _:
            raise UsageError(_("Each line is: ACCOUNT CONTROL OUTCOME."))


def _outcome(word: str) -> Outcome:
    return choice_of(Outcome, word, _("Unknown outcome: “{name}”."))


def _saved_all(happened: Sequence[Happened]) -> str:
    first = happened[0]
    if len(happened) == 1:
        return _saved(first.control, outcome_name(first.outcome))
    count = len(happened)
    if {(one.control.id, one.outcome) for one in happened} == {(first.control.id, first.outcome)}:
        text = ngettext("{saved} {count} account.", "{saved} {count} accounts.", count)
        return text.format(saved=_saved(first.control, outcome_name(first.outcome)), count=count)
    return ngettext("Saved: {count} outcome.", "Saved: {count} outcomes.", count).format(count=count)


def _saved(control: Control, result: str) -> str:
    from consentui.i18n import language

    return _("Saved: {control}: {result}.").format(control=control.title.in_language(language()), result=result)

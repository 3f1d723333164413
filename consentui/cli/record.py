"""`consentui record`, `decide` and `note`: writing down what happened, what is wanted, what to remember."""

from __future__ import annotations

from typing import get_args

import click

from consentui.cli.say import account_argument, chosen, control_argument, say, session_to_write
from consentui.i18n import _
from consentui.journal.entries import Decision, Outcome, Surface
from consentui.knowledge.records import Control
from consentui.words.names import decision_name, outcome_name

_note_option = click.option("--note", metavar=_("TEXT"), default="", help=_("Something to remember with it."))


@click.command("record", help=_("Record what happened with a control of an account."))
@account_argument
@control_argument
@click.argument("outcome", metavar=_("OUTCOME"))
@click.option("--surface", type=click.Choice(get_args(Surface)), help=_("Where it was done."))
@click.option("--seen", metavar=_("TEXT"), default="", help=_("The label, as the platform showed it."))
@_note_option
@click.pass_context
def record_command(
    ctx: click.Context,
    account: str,
    control: str,
    outcome: str,
    surface: Surface | None,
    seen: str,
    note: str,
) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    what = session.accounts.control(found, control)
    result = chosen(Outcome, outcome, _("There is no outcome called “{name}”."))
    session.checklist.record(found, what, result, surface=surface, seen=seen, note=note)
    say(_saved(what, outcome_name(result)))


@click.command("decide", help=_("Say what you want of a control. A decision is one of: refuse, allow, undecided."))
@account_argument
@control_argument
@click.argument("decision", metavar=_("DECISION"))
@_note_option
@click.pass_context
def decide_command(ctx: click.Context, account: str, control: str, decision: str, note: str) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    what = session.accounts.control(found, control)
    wanted = chosen(Decision, decision, _("There is no decision called “{name}”."))
    session.checklist.decide(found, what, wanted, note)
    say(_saved(what, decision_name(wanted)))


@click.command("note", help=_("Add a note to a control of an account."))
@account_argument
@control_argument
@click.argument("text", metavar=_("TEXT"))
@click.pass_context
def note_command(ctx: click.Context, account: str, control: str, text: str) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    what = session.accounts.control(found, control)
    session.checklist.note(found, what, text)
    say(_saved(what, _("note")))


def _saved(control: Control, result: str) -> str:
    from consentui.i18n import language

    return _("Saved: {control}: {result}.").format(control=control.title.in_language(language()), result=result)

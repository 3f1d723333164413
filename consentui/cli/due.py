"""`consentui due`: the requests that await an answer, and when each is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from consentui import clock
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.cli.tags import only_tagged
from consentui.i18n import _
from consentui.profile.session import Session

if TYPE_CHECKING:
    from consentui.requests.cases import Case
    from consentui.requests.status import Situation


@click.command("due")
@json_option
@only_tagged
@click.pass_context
def due_command(ctx: click.Context, as_json: bool, tags: tuple[str, ...]) -> None:
    session = session_of(ctx)
    today = clock.today()
    accounts = {account.id for account in session.accounts.carrying(tags)}
    # Without a request, the modules that work out deadlines need not be loaded.
    known = session.requests.cases() if session.journal.ledger.requests else ()
    cases = (case for case in known if not tags or case.opened.account in accounts)
    found = [(case, session.requests.situation_of(case)) for case in cases]
    waiting = sorted(((case, here, on) for case, here in found if (on := here.awaited)), key=lambda one: one[2])
    if as_json:
        show_json({"as_of": today, "due": [_row(session, case, here) for case, here, _on in waiting]})
    else:
        for case, here, on in waiting:
            show(_line(session, case, here, on, today))
        if not waiting:
            say(_nothing_due([here for _case, here in found]))
    if any(here.is_late(today) for _case, here, _on in waiting):
        ctx.exit(1)


def _nothing_due(standing: list[Situation]) -> str:
    """Why no day is listed: nothing is awaited, or no law is known that sets the day of what is."""
    if standing:
        from consentui.requests.status import Status

        if any(here.status is Status.WAITING for here in standing):
            return _("An answer is awaited, but no law known here sets a date for it.")
    return _("No request is waiting for an answer.")


def _line(session: Session, case: Case, here: Situation, on: date, today: date) -> str:
    from consentui.i18n.dates import long_date
    from consentui.words.requests import status_name, time_left

    parts = (case.reference, long_date(on), time_left(on, here.set_by, today), status_name(here.status))
    return "\t".join((*parts, session.requests.right_of(case), session.requests.company_of(case)))


def _row(session: Session, case: Case, here: Situation) -> dict[str, Any]:
    rules = here.due.rules if here.due and not here.terms else tuple(dict.fromkeys(one.rule for one in here.terms))
    account = session.accounts.once_with_id(case.opened.account)
    return {
        "request": case.reference,
        "account": case.opened.account,
        "tags": account.tags if account else (),
        "company": session.requests.company_of(case),
        "due": here.awaited,
        "set_by": here.set_by,
        "status": here.status,
        "rules": rules,
    }

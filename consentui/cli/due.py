"""`consentui due`, `authority` and `calendar`: what is due when, and to whom to complain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from consentui import clock
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.cli.tags import only_tagged
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.authorities import authority_for, region_called, regional_authorities
from consentui.profile.session import Session
from consentui.report.formats.calendar import render
from consentui.requests.cases import Case
from consentui.requests.status import Situation
from consentui.words.authorities import authority_text
from consentui.words.names import right_name
from consentui.words.requests import days_left, status_name


@click.command("due", help=_("Show which answers are due when. Exit code 1 when one is overdue."))
@json_option
@only_tagged
@click.pass_context
def due_command(ctx: click.Context, as_json: bool, tags: tuple[str, ...]) -> None:
    session = session_of(ctx)
    today = clock.today()
    accounts = {account.id for account in session.accounts.carrying(tags)}
    cases = (case for case in session.requests.cases() if not tags or case.opened.account in accounts)
    found = [(case, session.requests.situation_of(case)) for case in cases]
    waiting = sorted(((case, here, on) for case, here in found if (on := here.awaited)), key=lambda one: one[2])
    if as_json:
        show_json({"as_of": today, "due": [_row(session, case, here) for case, here, _on in waiting]})
    else:
        for case, here, on in waiting:
            parts = (case.reference, long_date(on), days_left(on, today), status_name(here.status))
            show("\t".join((*parts, right_name(case.opened.right), session.requests.company_of(case))))
        if not waiting:
            say(_("No answer is awaited."))
    if any(here.is_late(today) for _case, here, _on in waiting):
        ctx.exit(1)


def _row(session: Session, case: Case, here: Situation) -> dict[str, Any]:
    rules = here.due.rules if here.due and not here.terms else tuple(dict.fromkeys(one.rule for one in here.terms))
    account = session.accounts.once_with_id(case.opened.account)
    return {
        "request": case.reference,
        "account": case.opened.account,
        "tags": account.tags if account else (),
        "company": session.requests.company_of(case),
        "due": here.awaited,
        "status": here.status,
        "rules": rules,
    }


@click.command("authority", help=_("Show the authority you can complain to. Exit code 1 when it is not known."))
@click.option("--country", metavar=_("CODE"), help=_("A country other than yours."))
@click.option("--region", metavar=_("CODE"), default="", help=_("Your Land in Germany, such as HH."))
@json_option
@click.pass_context
def authority_command(ctx: click.Context, country: str | None, region: str, as_json: bool) -> None:
    session = session_of(ctx)
    where = (country or session.preferences.country).upper()
    authorities = session.knowledge.authorities()
    code = region_called(authorities, where, region) if region else ""
    if not region and where == session.preferences.country:
        code = session.preferences.region
    found = authority_for(authorities, where, code)
    if found is None:
        for one in regional_authorities(authorities, where):
            say(f"{one.region}\t{one.region_name}\t{one.name}")
        say(_("No authority is known for this: name the country, and the region where there are several."))
        ctx.exit(1)
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    show(authority_text(found))
    say(_("Contact details of {date}.").format(date=long_date(found.recorded_on)))


@click.command(
    "calendar",
    help=_(
        "Write deadlines and reviews as a calendar file; importing it again updates the events."
        " Exit code 1 when there are none."
    ),
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, metavar=_("FILE"), help=_("Where to write it.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def calendar_command(ctx: click.Context, output: Path, force: bool) -> None:
    from consentui.export.calendar_days import days_of
    from consentui.storage.saving import save_file

    days = days_of(session_of(ctx))
    if not days:
        say(_("Nothing is due, and nothing is to be looked at again: no file was written."))
        ctx.exit(1)
    save_file(output, render(days, clock.now()), replace=force)
    say(_("Written: {path}").format(path=output))

"""`consentui due`, `authority` and `calendar`: what is due when, and to whom to complain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import msgspec

from consentui import clock
from consentui.checklist.reviews import REVIEW_EVERY
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.knowledge.authorities import authority_for, regional_authorities
from consentui.profile.session import Session
from consentui.report.formats.calendar import Day, render
from consentui.requests.cases import Case
from consentui.requests.status import Situation
from consentui.words.authorities import authority_text
from consentui.words.deadlines import notes_words
from consentui.words.names import control_title, right_name
from consentui.words.requests import days_left, status_name


@click.command("due", help=_("Show which answers are due when. Exit code 1 when one is overdue."))
@json_option
@click.pass_context
def due_command(ctx: click.Context, as_json: bool) -> None:
    session = session_of(ctx)
    today = clock.today()
    found = [(case, session.requests.situation_of(case)) for case in session.requests.cases()]
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
    return {
        "request": case.reference,
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
    found = authority_for(authorities, where, region.upper())
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
    "calendar", help=_("Write deadlines and reviews as a calendar file; importing it again updates the events.")
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, metavar=_("FILE"), help=_("Where to write it.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def calendar_command(ctx: click.Context, output: Path, force: bool) -> None:
    from consentui.storage.saving import save_file

    session = session_of(ctx)
    save_file(output, render((*_deadlines(session), *_reviews(session)), clock.now()), replace=force)
    say(_("Written: {path}").format(path=output))


def _deadlines(session: Session) -> Iterator[Day]:
    for case in session.requests.cases():
        here = session.requests.situation_of(case)
        if here.awaited:
            title = _("{company}: {status} ({right}, {reference})").format(
                company=session.requests.company_of(case),
                status=status_name(here.status),
                right=right_name(case.opened.right),
                reference=case.reference,
            )
            notes = notes_words(here.due) if here.due else ()
            yield Day(f"{case.reference}-due", here.awaited, title, "\n".join(notes))


def _reviews(session: Session) -> Iterator[Day]:
    for item in session.checklist.all_items():
        if item.is_settled and item.position.since:
            on = max(clock.local_day(item.position.since) + REVIEW_EVERY, clock.today() + timedelta(days=1))
            title = _("Look again: {control}").format(control=control_title(item.platform, item.control))
            yield Day(f"{item.account.id}-{item.control.id}-review", on, title)

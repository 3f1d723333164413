"""`consentui next`: what to do now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from consentui import clock
from consentui.checklist.groups import Group, grouped
from consentui.checklist.minutes import best_within
from consentui.cli.say import (
    json_option,
    minutes_option,
    say_nothing_fits,
    say_nothing_left,
    session_of,
    show,
    show_json,
)
from consentui.cli.tags import only_tagged
from consentui.i18n import _, language
from consentui.profile.running import Running, pressing_requests
from consentui.profile.session import Session
from consentui.words.groups import accounts_words, minutes_words
from consentui.words.names import default_name, standing_name


@click.command("next")
@json_option
@click.option(
    "--limit",
    metavar=_("NUMBER"),
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help=_("How many to show."),
)
@minutes_option
@click.option("--why", is_flag=True, help=_("Say why each one is in its place."))
@only_tagged
@click.pass_context
def next_command(
    ctx: click.Context, as_json: bool, limit: int, minutes: int | None, why: bool, tags: tuple[str, ...]
) -> None:
    session = session_of(ctx)
    accounts = {account.id for account in session.accounts.carrying(tags)}
    pressing = [one for one in pressing_requests(session) if not tags or one.case.opened.account in accounts]
    items = tuple(item for item in session.checklist.all_items() if item.is_open and item.account.id in accounts)
    requests, controls = pressing[:limit], grouped(items)[: max(limit - len(pressing), 0)]
    if minutes:
        controls = tuple(Group((item,)) for item in best_within(items, minutes))
    if as_json:
        show_json(
            {
                "as_of": clock.today(),
                "requests": [_next_request(session, one) for one in requests],
                "left": len(items),
                "next": [_next(group) for group in controls],
            }
        )
    else:
        for one in requests:
            _show_next(_request_line(session, one), _turn(one) if why else ())
        for group in controls:
            _show_next(_next_line(group), _reasons(group) if why else ())
    if minutes and items and not controls:
        say_nothing_fits(session, minutes)
    if not pressing and not controls:
        if not items:
            say_nothing_left(session)
        ctx.exit(1)


def _turn(one: Running) -> tuple[str, ...]:
    from consentui.words.priority import turn_words

    return (turn_words(one.here, clock.today()),)


def _reasons(group: Group) -> Iterable[str]:
    from consentui.words.priority import why_lines

    return why_lines(group.first.control)


def _show_next(line: str, reasons: Iterable[str]) -> None:
    show("\n    ".join((line, *reasons)))


def _next_request(session: Session, one: Running) -> dict[str, Any]:
    first = one.here.next[0]
    return {
        "request": one.case.reference,
        "account": one.case.opened.account,
        "company": session.requests.company_of(one.case),
        "right": one.case.opened.right,
        "status": one.here.status,
        "due": one.here.awaited,
        "move": first.move,
        "letter": first.letter,
    }


def _request_line(session: Session, one: Running) -> str:
    from consentui.words.requests import next_move_name, standing_words

    move = f"{next_move_name(one.here.next[0])} ({session.requests.right_of(one.case)})"
    company = session.requests.company_of(one.case)
    return "\t".join((one.case.reference, company, move, standing_words(one.here, clock.today())))


def _next(group: Group) -> dict[str, Any]:
    item = group.first
    return {
        "account": item.account.id,
        "accounts": [one.account.id for one in group.items],
        "platform": item.platform.id,
        "handle": item.account.handle,
        "tags": item.account.tags,
        "control": item.control.id,
        "title": item.control.title.in_language(language()),
        "standing": item.standing,
        "minutes": item.control.minutes,
    }


def _next_line(group: Group) -> str:
    """A line for a control of one account; of several, with their count and the reference that `record --all` takes."""
    item, title = group.first, group.first.control.title.in_language(language())
    remark = default_name(item.control) if item.standing == "open" else standing_name(item.standing)
    whose = accounts_words(len(group.items)) if group.is_of_several else item.account.id
    control = item.ref if group.is_of_several else item.control.id
    return "\t".join((whose, control, title, remark, minutes_words(item.control.minutes, each=group.is_of_several)))

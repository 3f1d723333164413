"""`consentui status` and `next`: where things stand, and what to do now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from consentui import clock
from consentui.checklist.checks import Contradicted
from consentui.checklist.groups import Group, grouped
from consentui.checklist.items import Item, excluded_from, progress
from consentui.checklist.minutes import best_within
from consentui.cli.say import (
    json_option,
    minutes_option,
    say_not_begun,
    say_nothing_fits,
    say_nothing_left,
    session_of,
    show,
    show_json,
)
from consentui.cli.tags import only_tagged
from consentui.clock import local_day
from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.profile.running import Running, pressing_requests
from consentui.profile.session import Session
from consentui.text import shorten
from consentui.words.accounts import account_progress, platform_of_name, tags_words
from consentui.words.checks import checked_words, contradiction_sentence
from consentui.words.groups import accounts_words, minutes_words
from consentui.words.names import default_name, standing_name
from consentui.words.priority import turn_words, why_lines
from consentui.words.requests import next_move_name, standing_words


@click.command("status")
@json_option
@click.option(
    "--policy",
    "by_policy",
    is_flag=True,
    help=_(
        "Only what is not as the policy wants it: first what stands otherwise, then what nobody looked at yet."
        " Exit code 1 if there is any."
    ),
)
@only_tagged
@click.pass_context
def status_command(ctx: click.Context, as_json: bool, by_policy: bool, tags: tuple[str, ...]) -> None:
    session = session_of(ctx)
    accounts = session.accounts.carrying(tags)
    if by_policy:
        from consentui.cli.policy import show_deviations

        show_deviations(ctx, session, accounts, as_json=as_json)
        return
    if as_json:
        show_json(
            {
                "as_of": clock.today(),
                "accounts": [_account_status(account, session.checklist.items(account)) for account in accounts],
            }
        )
        return
    if not session.accounts:
        say_not_begun()
    for account in accounts:
        _show_account(session, account)


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
@click.option("--why", is_flag=True, help=_("Say why each comes where it comes."))
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
            _show_next(_request_line(session, one), (turn_words(one.here, clock.today()),) if why else ())
        for group in controls:
            _show_next(_next_line(group), why_lines(group.first.control) if why else ())
    if minutes and items and not controls:
        say_nothing_fits(session, minutes)
    if not pressing and not controls:
        if not items:
            say_nothing_left(session)
        ctx.exit(1)


def _account_status(account: Account, items: tuple[Item, ...]) -> dict[str, Any]:
    return {
        "id": account.id,
        "platform": account.platform,
        "handle": account.handle,
        "tags": account.tags,
        "settled": progress(items).settled,
        "open": sum(item.is_open for item in items),
        "items": [_item_status(item) for item in items],
    }


def _item_status(item: Item) -> dict[str, Any]:
    return {
        "control": item.control.id,
        "standing": item.standing,
        "decision": item.position.decision,
        "since": item.position.since,
        "said_by": _said_by(item),
        "contradicted": item.is_contradicted,
        "check": _check(item),
    }


def _said_by(item: Item) -> str | None:
    here = item.position
    if here.confirmed:
        return "check"
    return here.last.said_by if here.last else ("person" if here.since else None)


def _check(item: Item) -> dict[str, Any] | None:
    """The last time that something of the platform's own was held against it."""
    check = item.position.checked
    if check is None:
        return None
    return {
        "on": local_day(check.at),
        "verdict": check.verdict,
        "made": check.made,
        "value": check.value,
        "source": check.source,
        "grade": check.grade,
    }


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
    """A control of an account; of several, how many they are, and the reference that `record --all` takes."""
    item, title = group.first, group.first.control.title.in_language(language())
    remark = default_name(item.control) if item.standing == "open" else standing_name(item.standing)
    whose = accounts_words(len(group.items)) if group.is_of_several else item.account.id
    control = item.ref if group.is_of_several else item.control.id
    return "\t".join((whose, control, title, remark, minutes_words(item.control.minutes, each=group.is_of_several)))


def _show_account(session: Session, account: Account) -> None:
    items = session.checklist.items(account)
    platform = session.accounts.platform_of(account)
    excluded = excluded_from(account, platform, session.preferences.country) if platform else ()
    done = account_progress(items, excluded, account.account_type)
    name = platform_of_name(platform, account)
    show("\t".join((account.id, name, shorten(account.handle, 60), done, *filter(None, (tags_words(account.tags),)))))
    for item in sorted(items, key=lambda one: not one.is_contradicted):
        if item.is_counted:
            show("\t".join(filter(None, (f"  {item.control.id}", standing_name(item.standing), _checked(item)))))


def _checked(item: Item) -> str:
    """What the platform's own file says of it, where it was checked."""
    if isinstance(item.review, Contradicted):
        return contradiction_sentence(item.review)
    return checked_words(item.position.confirmed) if item.position.confirmed else ""

"""`consentui status`: the standing of each control of each account."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from consentui import clock
from consentui.checklist.checks import Contradicted
from consentui.checklist.items import Item, excluded_from, progress
from consentui.cli.say import json_option, say, say_not_begun, session_of, show, show_json
from consentui.cli.tags import only_tagged
from consentui.clock import local_day
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.profile.session import Session
from consentui.text import shorten
from consentui.words.accounts import account_progress, at_work_words, platform_name_of, tags_words
from consentui.words.checks import checked_words, contradiction_sentence
from consentui.words.names import platform_name, standing_name


@click.command("status")
@json_option
@click.option(
    "--policy",
    "by_policy",
    is_flag=True,
    help=_(
        "Only what does not match the policy: first what deviates, then what nobody has looked at yet. Exit code "
        "1 if there is any."
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
    for name, words in _said_at_work(session, accounts).items():
        say(f"{name}{_(':')} {words}")


def _said_at_work(session: Session, accounts: Iterable[Account]) -> dict[str, str]:
    """What is to be known of the accounts of organisations, once for each platform by its name."""
    found = ((session.accounts.platform_of(one), one) for one in accounts)
    said = ((platform, at_work_words(platform, one.account_type)) for platform, one in found)
    return {platform_name(platform): words for platform, words in said if platform and words}


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
    """The last check of the control against what the platform itself says; None if there was none."""
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


def _show_account(session: Session, account: Account) -> None:
    items = session.checklist.items(account)
    platform = session.accounts.platform_of(account)
    excluded = excluded_from(account, platform, session.preferences.country) if platform else ()
    done = account_progress(items, excluded, account.account_type)
    name = platform_name_of(platform, account)
    show("\t".join((account.id, name, shorten(account.handle, 60), done, *filter(None, (tags_words(account.tags),)))))
    for item in sorted(items, key=lambda one: not one.is_contradicted):
        if item.is_counted:
            show("\t".join(filter(None, (f"  {item.control.id}", standing_name(item.standing), _checked(item)))))


def _checked(item: Item) -> str:
    """What a check confirmed or contradicted about the control, in words; empty if neither."""
    if isinstance(item.review, Contradicted):
        return contradiction_sentence(item.review)
    return checked_words(item.position.confirmed) if item.position.confirmed else ""

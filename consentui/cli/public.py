"""Shared by the commands that query a host: asking permission, writing down what was seen, setting the exit code."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import click
from msgspec import Struct

from consentui.cli.say import is_agreed, say, show
from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.knowledge.records import PublicKind
from consentui.profile.asking import May, Question
from consentui.profile.checks import Shown
from consentui.profile.session import Session
from consentui.verify.public.observations import Sight
from consentui.words.checks import line_words, verdict_name


class Kept(Struct, frozen=True):
    """What was written down after a host was queried."""

    account: Account | None
    """None if no account here has that name; nothing was written down then."""
    lines: tuple[Shown, ...] = ()


def agreement(*, yes: bool, agreed: Collection[str] = ()) -> May:
    """The function that names each host before it is queried, and asks the person unless they agreed already.

    A change on a host is always asked about, even with `yes`.
    """

    def may(question: Question) -> bool:
        say(question.text)
        if question.writes:
            return is_agreed(_("Change it now?"))
        if yes or set(agreed) >= set(question.hosts):
            return True
        return is_agreed(_("Ask {host} now?").format(host=", ".join(question.hosts)))

    return may


def keep(session: Session, way: PublicKind, names: Iterable[str], sight: Sight) -> Kept:
    """Write down what was seen, if one of the names belongs to an account here."""
    account = session.public.named(way, names)
    return Kept(account, session.public.keep(account, sight)) if account else Kept(None)


def show_kept(kept: Kept | None) -> None:
    """Show the verdict for each control of the account.

    None means that a folder was read: nothing was written down, because others do not see it.
    """
    if kept is None:
        say(_("A folder is not what others see: nothing was recorded."))
    elif kept.account is None:
        say(_("No account here has that name: nothing was recorded. “consentui account add” adds one."))
    else:
        show(kept.account.id)
        for line in kept.lines:
            words = line_words(line.item, line.check)
            show("\t".join((f"  {line.item.control.id}", verdict_name(line.verdict), words)))
        show("")


def kept_as_json(kept: Kept | None) -> dict[str, Any]:
    """What was written down, for `--json`."""
    return {
        "account": kept.account.id if kept and kept.account else None,
        "checks": [shown_as_json(one) for one in kept.lines] if kept else [],
    }


def shown_as_json(line: Shown) -> dict[str, Any]:
    """What a host showed about one control, for `--json`."""
    check = line.check
    return {
        "account": line.item.account.id,
        "control": line.item.control.id,
        "verdict": line.verdict,
        "reason": line.reason or None,
        "grade": check.grade,
        "settles": line.settles,
        "address": check.name,
        "member": check.member or None,
        "field": check.field or None,
        "value": check.value or None,
        "sha256": check.sha256 or None,
        "standing": line.item.standing,
        "contradicts": line.contradicts,
    }


def end_with(ctx: click.Context, kept: Kept | None) -> None:
    """Exit with code 1 if a host contradicts what was recorded here."""
    if kept and any(one.contradicts for one in kept.lines):
        ctx.exit(1)


def look_again(
    session: Session, accounts: Iterable[Account], since: date | None, *, yes: bool, named: bool
) -> dict[str, str]:
    """Query the hosts of these accounts again, after naming them all; return the errors by account id.

    Accounts never queried before are left out, unless the person named the account (`named`) and gave no `since`.
    """
    to_ask = [
        one
        for one in accounts
        if session.public.way_of(one) and (session.public.was_seen(one, since) or (named and since is None))
    ]
    hosts = sorted({host for one in to_ask for host in session.public.hosts_before(one)})
    if not to_ask:
        return {}
    if hosts and not yes:
        say(_("These hosts will be asked: {hosts}.").format(hosts=", ".join(hosts)))
        if not _is_agreed():
            say(_("Nothing was fetched."))
            return {}
    return dict(_asked_in_turn(session, to_ask, yes=yes, agreed=hosts))


def _asked_in_turn(
    session: Session, accounts: list[Account], *, yes: bool, agreed: Collection[str]
) -> Iterator[tuple[str, str]]:
    from consentui.profile.asking import NotAskedError, carried_out

    for number, account in enumerate(accounts, 1):
        if len(accounts) > 1:
            say(_("{number} of {whole}: {account}").format(number=number, whole=len(accounts), account=account.id))
        try:
            sight = carried_out(session.public.sight(account), agreement(yes=yes, agreed=agreed))
        except NotAskedError:
            say(_("Nothing more was fetched."))
        except ConsentuiError as error:
            say(str(error))
            yield account.id, error.title
        else:
            for failure in sight.failures:
                say(failure)
            session.public.keep(account, sight)


def _is_agreed() -> bool:
    """Whether the person agrees; without a terminal the answer is no, and a script passes --yes instead."""
    try:
        return is_agreed(_("Ask them now?"))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return False

"""What the commands that ask a host share: the question before, what is written down, how it ends."""

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
    """What was written down of what a host showed."""

    account: Account | None
    """None where no account here is called so: nothing was written down."""
    lines: tuple[Shown, ...] = ()


def agreement(*, yes: bool, agreed: Collection[str] = ()) -> May:
    """Names each host that would be asked, and asks the person, unless they said yes to it before."""

    def may(question: Question) -> bool:
        say(question.text)
        if question.writes:
            return is_agreed(_("Change it now?"))
        if yes or set(agreed) >= set(question.hosts):
            return True
        return is_agreed(_("Ask {host} now?").format(host=", ".join(question.hosts)))

    return may


def keep(session: Session, way: PublicKind, names: Iterable[str], sight: Sight) -> Kept:
    """Write down what was seen, where it is of an account here."""
    account = session.public.named(way, names)
    return Kept(account, session.public.keep(account, sight)) if account else Kept(None)


def show_kept(kept: Kept | None) -> None:
    """What it comes to for the controls of the account; nothing where a folder was read, which nobody else sees."""
    if kept is None:
        say(_("A folder is not what others see: nothing was written down."))
    elif kept.account is None:
        say(_("No account here is called so: nothing was written down. “consentui account add” adds one."))
    else:
        show(kept.account.id)
        for line in kept.lines:
            words = line_words(line.item, line.check)
            show("\t".join((f"  {line.item.control.id}", verdict_name(line.verdict), words)))
        show("")


def kept_as_json(kept: Kept | None) -> dict[str, Any]:
    """What was written down, for a script."""
    return {
        "account": kept.account.id if kept and kept.account else None,
        "checks": [shown_as_json(one) for one in kept.lines] if kept else [],
    }


def shown_as_json(line: Shown) -> dict[str, Any]:
    """What a host showed of one control."""
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
    """Exit code 1 where what is shown contradicts what stood here."""
    if kept and any(one.contradicts for one in kept.lines):
        ctx.exit(1)


def look_again(
    session: Session, accounts: Iterable[Account], since: date | None, *, yes: bool, named: bool
) -> dict[str, str]:
    """Ask again the hosts of these accounts, once they were all named; gives what failed, by account.

    An account that the person named is asked about for the first time too, if it can be.
    """
    to_ask = [
        one
        for one in accounts
        if session.public.way_of(one) and (session.public.was_asked(one, since) or (named and since is None))
    ]
    hosts = sorted({host for one in to_ask for host in session.public.hosts_before(one)})
    if not to_ask:
        return {}
    if hosts and not yes:
        say(_("These hosts will be asked: {hosts}.").format(hosts=", ".join(hosts)))
        if not _is_agreed():
            say(_("Nothing was asked."))
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
            say(_("Nothing more was asked."))
        except ConsentuiError as error:
            say(str(error))
            yield account.id, error.title
        else:
            for failure in sight.failures:
                say(failure)
            session.public.keep(account, sight)


def _is_agreed() -> bool:
    """Nobody answers where nobody sits: a script that may ask says so with --yes."""
    try:
        return is_agreed(_("Ask them now?"))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return False

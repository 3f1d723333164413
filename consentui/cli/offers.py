"""Shell completion for the names of accounts, controls, requests and platforms, and for the words a command takes.

The session is opened only when a shell asks. On an error nothing is offered, because a prompt cannot show a message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, get_args

import click

from consentui.errors import ConsentuiError
from consentui.i18n import language
from consentui.journal.entries import Answer, Outcome
from consentui.profile.session import Session
from consentui.storage.places import DEFAULT_PROFILE

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Named = tuple[str, str]
"""A name to complete, and a description that some shells show beside it."""
_ACTS = re.compile(r"[`$;&|<>(){}*?\[\]!\\'\"#~]")
"""Characters special to a shell. Names with one are not offered: Bash inserts them unquoted, and others may have
chosen them (a tag from another copy of the journal)."""
Offer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _offer(find: Callable[[Session, click.Context, str], Iterable[Named]]) -> Offer:
    def offered(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001 -- click's
        from click.shell_completion import CompletionItem

        with suppress(ConsentuiError):
            session = _session(ctx)
            found = find(session, ctx, begun)
            fitting = ((name, words) for name, words in found if name.startswith(begun) and not _ACTS.search(name))
            return [CompletionItem(name, help=words) for name, words in fitting]
        return []

    return offered


def _session(ctx: click.Context) -> Session:
    from consentui.profile.session import open_session

    return open_session(ctx.find_root().params.get("profile") or DEFAULT_PROFILE)


def _accounts(session: Session, _ctx: click.Context, _begun: str) -> Iterator[Named]:
    for account in session.accounts:
        yield account.id, account.handle


def _controls_of(session: Session, account: str) -> Iterator[Named]:
    platform = session.accounts.platform_of(session.accounts.called(account))
    for control in platform.control if platform else ():
        yield control.id, control.title.in_language(language())


def _controls(session: Session, ctx: click.Context, _begun: str) -> Iterator[Named]:
    if account := ctx.params.get("account"):
        yield from _controls_of(session, account)


def _requests(session: Session, _ctx: click.Context, _begun: str) -> Iterator[Named]:
    for case in session.requests.cases():
        yield case.reference, case.opened.right


def _platforms(session: Session, _ctx: click.Context, _begun: str) -> Iterator[Named]:
    for platform in session.knowledge:
        yield platform.id, platform.name_in(language())


def _known(session: Session, ctx: click.Context, begun: str) -> Iterator[Named]:
    """Platforms; after a platform and a slash, its controls (`x/grok-training`)."""
    name, slash, _control = begun.partition("/")
    if not slash:
        yield from _platforms(session, ctx, begun)
        return
    for control in session.knowledge.platform(name).control:
        yield f"{name}/{control.id}", control.title.in_language(language())


def _recorded(session: Session, ctx: click.Context, begun: str) -> Iterator[Named]:
    """The arguments of `record` in turn: an account, one of its controls, an outcome."""
    match _typed(ctx):
        case ():
            yield from _accounts(session, ctx, begun)
        case (account,):
            yield from _controls_of(session, account)
        case _:
            yield from ((str(outcome), "") for outcome in Outcome)


def _answered(session: Session, ctx: click.Context, begun: str) -> Iterator[Named]:
    """The arguments of `request reply` in turn: a request, an answer."""
    if _typed(ctx):
        yield from ((answer, "") for answer in get_args(Answer))
    else:
        yield from _requests(session, ctx, begun)


def _tags(session: Session, _ctx: click.Context, _begun: str) -> Iterator[Named]:
    yield from ((tag, "") for tag in session.accounts.tags)


def _tagging(session: Session, ctx: click.Context, begun: str) -> Iterator[Named]:
    """The arguments of `account tag`: accounts, and tags after a plus or minus sign."""
    if begun[:1] in {"+", "-"}:
        yield from ((f"{begun[0]}{tag}", "") for tag in session.accounts.tags)
    else:
        yield from _accounts(session, ctx, begun)


def _typed(ctx: click.Context) -> tuple[str, ...]:
    return tuple(ctx.params.get("words") or ())


accounts = _offer(_accounts)
controls = _offer(_controls)
requests = _offer(_requests)
platforms = _offer(_platforms)
known = _offer(_known)
recorded = _offer(_recorded)
answered = _offer(_answered)
tags = _offer(_tags)
tagging = _offer(_tagging)

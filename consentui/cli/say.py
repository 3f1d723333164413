"""Shared by all commands: opening the profile, data on stdout, messages on stderr, prompts, choices by name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from consentui.cli import offers
from consentui.errors import ConsentuiError, UsageError
from consentui.i18n import _, pgettext
from consentui.profile.input import typed_day
from consentui.profile.session import Session, open_session
from consentui.profile.surroundings import notices
from consentui.text import clean

if TYPE_CHECKING:
    from consentui.report.document import Document

Choice = TypeVar("Choice", bound=StrEnum)
Name = TypeVar("Name", bound=str)


class IsoDay(click.ParamType[date]):
    """An ISO 8601 date as commands take it: 2026-11-21."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return typed_day(value)
        except UsageError as error:
            self.fail(f"{error.title} {error.way_out}", param, ctx)


minutes_option = click.option(
    "--minutes",
    metavar=_("NUMBER"),
    type=click.IntRange(1),
    help=_("Only the best that fits into so many minutes, across all accounts."),
)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for other programs."))
account_argument = click.argument("account", metavar=_("ACCOUNT"), shell_complete=offers.accounts)
control_argument = click.argument("control", metavar=_("CONTROL"), shell_complete=offers.controls)


def session_of(ctx: click.Context) -> Session:
    """Open the profile that the command was called with; report problems with its journal or the files beside it."""
    session = open_session(ctx.find_root().obj)
    ctx.call_on_close(partial(_settle, session))
    if session.journal.torn:
        say(
            _("The last entry of the journal was incomplete; it was set aside in {path}.").format(
                path=session.journal.torn
            )
        )
    for notice in notices(session.journal, session.folders):
        say(f"{notice.title}\n{notice.detail}")
    return session


def _settle(session: Session) -> None:
    """Once the journal was written to, save the language and country guessed from the system as the profile's own."""
    if session.journal.last_written:
        with suppress(ConsentuiError):  # they are then guessed again the next time
            session.preferences.settle()


def session_to_write(ctx: click.Context) -> Session:
    """Like `session_of`, but lock the journal until the command ends: nothing can change between read and write."""
    session = session_of(ctx)
    ctx.with_resource(session.journal.held())
    return session


def show(text: str) -> None:
    """Print data on stdout."""
    click.echo(text)


def say(text: str) -> None:
    """Print a message on stderr, cleaned of control characters, because it may contain file names or foreign text."""
    click.echo(clean(text), err=True)


def say_not_begun() -> None:
    """Say how to add an account; for a profile that has none."""
    say(_("There is no account yet: “consentui account add PLATFORM” adds one."))


def say_nothing_left(session: Session) -> None:
    """Say that everything is done; if there is no account yet, say how to add one."""
    if session.accounts:
        say(_("Nothing is left to do."))
    else:
        say_not_begun()


def say_nothing_fits(session: Session, minutes: int) -> None:
    """Say why nothing fits into so many minutes: everything left takes longer, or nothing is left."""
    from consentui.checklist.order import in_order
    from consentui.words.minutes import nothing_fits

    if left := in_order(session.checklist.all_items()):
        say(nothing_fits(left, minutes))
    else:
        say_nothing_left(session)


def say_what_is_unset(document: Document) -> None:
    """Warn of characters that a PDF of the document cannot show."""
    from consentui.export.letter_pdf import unset_words

    if unset := unset_words(document):
        say(f"! {unset}")


def ask(
    question: str,
    answers: click.ParamType[Any] | None = None,
    default: Any = None,
    *,
    unseen: bool = False,
    shows_default: bool = True,
) -> Any:
    """Prompt on stderr until the person types one of the answers, and return it.

    Raises UsageError if what was typed cannot be decoded.
    """
    suffix = _(":") + " "
    try:
        return click.prompt(
            question, default, unseen, type=answers, prompt_suffix=suffix, show_default=shows_default, err=True
        )
    except UnicodeDecodeError:
        raise UsageError(
            _("What was typed is not text."), way_out=_("Type it again, or give it as an option.")
        ) from None


def typed_unseen(question: str) -> str:
    """Read a secret from a hidden prompt, or all of stdin without the line ends at its end if stdin is not a terminal.

    Raises UsageError if stdin is empty.
    """
    if sys.stdin.isatty():
        return str(ask(question, unseen=True))
    # Undecodable bytes become surrogates, which the vault refuses; a decoding error would show the secret.
    secret = sys.stdin.buffer.read().decode(sys.stdin.encoding, "surrogateescape").rstrip("\r\n")
    if not secret:
        raise UsageError(
            _("There was nothing to read on standard input."), way_out=_("Run this in a terminal to type the secret.")
        )
    return secret


def is_agreed(question: str) -> bool:
    """Ask a yes-or-no question, answered by the first letter of either word in the current language; Enter means no."""
    yes, no = pgettext("answer", "y"), pgettext("answer", "n")
    return str(ask(question, click.Choice((yes, no), case_sensitive=False), no)) == yes


def show_json(value: Any) -> None:
    """Print a value on stdout as indented JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def choice_of(kind: type[Choice], word: str, label: str) -> Choice:
    """The member of an enumeration whose value is `word`.

    Raises UsageError with the nearest value, or with all of them; `label` is its title and contains `{name}`.
    """
    return entry_named(tuple(kind), word, label)


def entry_named(choices: Sequence[Name], word: str, label: str) -> Name:
    """The choice that equals `word`; raises UsageError as `choice_of` does."""
    from consentui.nearest import nearest

    names = [str(choice) for choice in choices]
    if word in names:
        return choices[names.index(word)]
    near = nearest(word, names)
    raise UsageError(
        label.format(name=word),
        way_out=_("Did you mean “{near}”?").format(near=near)
        if near
        else _("Use one of: {choices}.").format(choices=", ".join(names)),
    )

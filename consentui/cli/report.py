"""`consentui report`: print a report of any kind, or write it to a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import get_args

import click

from consentui.cli.say import IsoDay, say, say_what_is_unset, session_of
from consentui.cli.tags import only_tagged
from consentui.errors import UsageError
from consentui.export.formats import check_suits, content_of, save_as
from consentui.export.models import FORMATS, KINDS, Format, Kind, Model, Tick, Wanted, document_of, model_of
from consentui.i18n import LANGUAGES, Language, _, language, speaking
from consentui.report.formats.csv import Separator
from consentui.report.kinds.mask import Names
from consentui.storage.places import known_profiles
from consentui.storage.saving import refuse_to_replace

_LONG = 50
"""The number of accounts from which a report takes long enough to show its progress."""


@click.command("report")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="day",
    show_default=True,
    help=_(
        "day: everything done; checklist: what is left, to tick; dossier: the evidence; portfolio; changes; "
        "board: a page on the policy; register: rows for the register of processing activities."
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="markdown",
    show_default=True,
    help=_("The format of the report."),
)
@click.option("--account", "accounts", metavar=_("ACCOUNT"), multiple=True, help=_("Only this account; repeatable."))
@only_tagged
@click.option("--request", metavar=_("REFERENCE"), default="", help=_("The request a dossier is about."))
@click.option("--since", metavar=_("DATE"), type=IsoDay(), help=_("Changes since: 2026-01-31."))
@click.option(
    "--client",
    "clients",
    metavar=_("PROFILE"),
    multiple=True,
    help=_("A profile in the portfolio; repeatable, “all” for every one."),
)
@click.option(
    "--names",
    type=click.Choice(get_args(Names)),
    default="masked",
    show_default=True,
    help=_("Show account names in full, or only their first letter."),
)
@click.option("--in", "in_language", type=click.Choice(LANGUAGES), help=_("The language of the report."))
@click.option(
    "--separator",
    type=click.Choice(get_args(Separator)),
    help=_("The separator between the cells of a CSV; by default, what spreadsheets in the language expect."),
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.pass_context
def report_command(
    ctx: click.Context,
    kind: Kind,
    format_: Format,
    accounts: tuple[str, ...],
    tags: tuple[str, ...],
    request: str,
    since: date | None,
    clients: tuple[str, ...],
    names: Names,
    in_language: Language | None,
    separator: Separator | None,
    output: Path | None,
    force: bool,
) -> None:
    session = session_of(ctx)
    wanted = Wanted(
        kind,
        names,
        tuple(session.accounts.called(word).id for word in accounts),
        since,
        request,
        known_profiles() if "all" in clients else clients,
        tags,
        separator,
    )
    _check(wanted, format_)
    to_file = output is not None and str(output) != "-"
    if output and to_file and not force:
        refuse_to_replace(output)
    with speaking(in_language or language()), _progress(len(wanted.accounts or session.accounts)) as tick:
        model = model_of(session, wanted, tick)
        if format_ == "pdf":
            say_what_is_unset(document_of(model))
        if output is None or not to_file:
            _print(model, format_, separator)
            return
        save_as(session, wanted, model, format_, output, replace=force)
    say(_("Written: {path}").format(path=output))


def _check(wanted: Wanted, format_: Format) -> None:
    """Raise UsageError for an option that this kind of report or format would ignore."""
    check_suits(wanted, format_)
    for option, is_given, kind in (
        ("--request", bool(wanted.request), "dossier"),
        ("--since", wanted.since is not None, "changes"),
        ("--client", bool(wanted.clients), "portfolio"),
    ):
        if is_given and wanted.kind != kind:
            raise UsageError(_("{option} only works with --kind {kind}.").format(option=option, kind=kind))
    if wanted.separator and format_ != "csv":
        raise UsageError(_("{option} only works with --format {format}.").format(option="--separator", format="csv"))
    if wanted.clients and wanted.accounts:
        raise UsageError(_("--client and --account cannot be combined."))
    if wanted.tags and (wanted.accounts or wanted.request):
        raise UsageError(_("--tag cannot be combined with --account or --request."))


@contextmanager
def _progress(accounts: int) -> Iterator[Tick]:
    """Show a progress bar on stderr while a long report is made, if stderr is a terminal."""
    if accounts < _LONG or not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    with click.progressbar(length=accounts, file=sys.stderr, label=_("Report")) as bar:
        yield lambda done, _whole: bar.update(done - bar.pos)


def _print(model: Model, format_: Format, separator: Separator | None) -> None:
    if format_ == "zip" or (format_ == "pdf" and sys.stdout.isatty()):
        raise UsageError(_("This format cannot be read in a terminal."), way_out=_("Name a file with --output."))
    click.echo(content_of(model, format_, separator), nl=False)

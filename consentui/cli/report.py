"""`consentui report`: the report of today, on stdout or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from consentui.cli.say import say, session_of
from consentui.i18n import LANGUAGES, Language, _, language, speaking
from consentui.report.mask import Names
from consentui.reporting import FORMATS, Format, report_text, save_report


@click.command("report", help=_("Write the report of today."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="markdown",
    show_default=True,
    help=_("The format of the report."),
)
@click.option("--account", "accounts", metavar=_("ACCOUNT"), multiple=True, help=_("Only this account; repeatable."))
@click.option(
    "--names",
    type=click.Choice(get_args(Names)),
    default="masked",
    show_default=True,
    help=_("Show account names in full, or only their first letter."),
)
@click.option("--in", "in_language", type=click.Choice(LANGUAGES), help=_("The language of the report."))
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def report_command(
    ctx: click.Context,
    format_: Format,
    accounts: tuple[str, ...],
    names: Names,
    in_language: Language | None,
    output: Path | None,
    force: bool,
) -> None:
    session = session_of(ctx)
    chosen = tuple(session.account(word) for word in accounts) or session.accounts
    with speaking(in_language or language()):
        text = report_text(session, chosen, format_, names)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    save_report(output, text, replace=force)
    say(_("Written: {path}").format(path=output))

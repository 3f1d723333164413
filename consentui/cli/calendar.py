"""`consentui calendar`: write deadlines and reviews to a calendar file."""

from __future__ import annotations

from pathlib import Path

import click

from consentui import clock
from consentui.cli.say import say, session_of
from consentui.i18n import _


@click.command("calendar")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, metavar=_("FILE"), help=_("Where to write it.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.pass_context
def calendar_command(ctx: click.Context, output: Path, force: bool) -> None:
    from consentui.export.calendar_days import days_of
    from consentui.report.formats.calendar import render
    from consentui.storage.saving import save_file

    days = days_of(session_of(ctx))
    if not days:
        say(_("Nothing is due, and there is nothing to review: no file was written."))
        ctx.exit(1)
    save_file(output, render(days, clock.now()), replace=force)
    say(_("Written: {path}").format(path=output))

"""`consentui history`, `undo`, `redo` and `merge`: list entries, take them back, and merge two copies of a journal."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from consentui.cli.say import json_option, say, session_of, session_to_write, show, show_json
from consentui.clock import local_time
from consentui.i18n import _, ngettext
from consentui.journal.blocks import as_table
from consentui.journal.merge import merge_into
from consentui.profile.copies import Merged, keep_beside, merge
from consentui.profile.entry_words import entry_words
from consentui.words.entries import entry_text


@click.command("history")
@json_option
@click.option("--limit", metavar=_("NUMBER"), type=click.IntRange(1), help=_("Only the most recent ones."))
@click.pass_context
def history_command(ctx: click.Context, as_json: bool, limit: int | None) -> None:
    session = session_of(ctx)
    entries = session.journal.everything[-(limit or 0) :]
    if as_json:
        show_json({"entries": [msgspec.to_builtins(as_table(entry)) for entry in entries]})
        return
    for entry in entries:
        what = entry_text(session.journal.as_called(entry), session.checklist.title_of)
        show(f"{local_time(entry.at):%Y-%m-%d %H:%M}\t{what}")
    if not entries:
        say(_("Nothing has been recorded yet."))


@click.command("undo")
@click.pass_context
def undo_command(ctx: click.Context) -> None:
    session = session_to_write(ctx)
    entry = session.journal.undo()
    if entry is None:
        say(_("There is nothing to undo."))
        ctx.exit(1)
    say(_("Undone: {entry}").format(entry=entry_words(session, entry)))


@click.command("redo")
@click.pass_context
def redo_command(ctx: click.Context) -> None:
    session = session_to_write(ctx)
    entry = session.journal.redo()
    if entry is None:
        say(_("There is nothing to redo."))
        ctx.exit(1)
    say(_("Redone: {entry}").format(entry=entry_words(session, entry)))


@click.command("merge-driver")
@click.argument("ancestor", metavar="%O", type=click.Path(path_type=Path))
@click.argument("ours", metavar="%A", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("theirs", metavar="%B", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("name", metavar="%P", type=click.Path(path_type=Path))
def merge_driver_command(ancestor: Path, ours: Path, theirs: Path, name: Path) -> None:  # noqa: ARG001 -- git passes all four
    if name.name == "journal.toml":
        merge_into(ours, theirs)
        return
    beside = keep_beside(name, theirs)
    say(_("Both texts were kept: “git add {path}” adds the other one.").format(path=beside))


@click.command("merge")
@click.argument("other", metavar=_("FILE"), type=click.Path(exists=True, path_type=Path))
@click.pass_context
def merge_command(ctx: click.Context, other: Path) -> None:
    session = session_to_write(ctx)
    say_merged(merge(session.journal, session.folders, other))


def say_merged(merged: Merged) -> None:
    """Say what merging another copy added, and which requests got a new reference."""
    added = len(merged.entries)
    words = ngettext("{count} entry was added.", "{count} entries were added.", added)
    say(words.format(count=added) if added else _("No entry was added."))
    if merged.files:
        say(
            ngettext("{count} text or proof was added.", "{count} texts and proofs were added.", merged.files).format(
                count=merged.files
            )
        )
    for one in merged.renamed:
        say(
            _("Both copies used {before}: the request about {account} is called {now} from now on.").format(
                before=one.before, account=one.account, now=one.now
            )
        )
    if merged.lacking:
        say(_("Missing in both copies: {names}").format(names=", ".join(merged.lacking)))

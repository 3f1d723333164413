"""The manual page (groff_man(7)), generated from the commands so that none is missing."""

from __future__ import annotations

from collections.abc import Iterator

import click

from consentui import __version__
from consentui.cli.commands import root, speak_as_we_do
from consentui.i18n import _

_SECTION = 1


def manual_page() -> str:
    """The page in the current language, as groff source with the `man` macros."""
    speak_as_we_do()
    ctx = click.Context(root, info_name="consentui", **root.context_settings)
    return "\n".join(line for line in _page(ctx) if line) + "\n"


def _page(ctx: click.Context) -> Iterator[str]:
    yield f'.TH CONSENTUI {_SECTION} "" "consentui {__version__}"'
    yield _heading(_("NAME"))
    what = _("a consent dashboard in the terminal")
    yield f"consentui \\- {_text(what)}"
    yield _heading(_("SYNOPSIS"))
    yield _usage(root, ctx)
    yield _heading(_("DESCRIPTION"))
    yield _text(root.help or "")
    yield _heading(_("OPTIONS"))
    yield from _options(root, ctx)
    yield _heading(_("COMMANDS"))
    yield from _under(root, ctx)
    yield _heading(_("EXIT STATUS"))
    for code, words in _exit_codes():
        yield f".TP\n.B {code}\n{_text(words)}"
    yield _heading(_("FILES"))
    yield _text(_("“consentui config path” says where the preferences and the journal are."))


def _under(group: click.Group, ctx: click.Context) -> Iterator[str]:
    """A section for each command of a group, headed by its full name; a group is followed by its own commands."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        inner = click.Context(command, parent=ctx, info_name=name)
        yield f'.SS "{_text(inner.command_path.removeprefix("consentui "))}"'
        yield _usage(command, inner)
        yield ".PP"
        yield _text(command.help or "")
        yield from _options(command, inner)
        if isinstance(command, click.Group):
            yield from _under(command, inner)


def _usage(command: click.Command, ctx: click.Context) -> str:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    return f".B {_text(ctx.command_path)}\n{_text(pieces)}"


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """The options of a command; --help, which every command takes, is listed for the root command only."""
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record and record[1] and ("--help" not in param.opts or command is root):
            yield f".TP\n.B {_text(record[0])}\n{_text(record[1])}"


def _exit_codes() -> Iterator[tuple[int, str]]:
    yield 0, _("Done.")
    yield 1, _("The answer is no: nothing found, nothing to undo, or a check that failed.")
    yield 2, _("Wrong usage or invalid data.")
    yield 3, _("The journal, the preferences, the keyring or the network could not be used.")
    yield 70, _("A fault in the program.")
    yield 130, _("Stopped by Ctrl+C.")


def _heading(words: str) -> str:
    return f'.SH "{_text(words)}"'


def _text(words: str) -> str:
    """Escape a text for groff and put it on one line; hyphens stay the character that can be typed.

    Characters outside ASCII are written as their code points, which every groff understands.
    """
    line = " ".join(words.split(" ")).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    line = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in line).replace("\n", " ")
    return f"\\&{line}" if line.startswith((".", "'")) else line

"""The root command and its subcommands, each of which lives in a module that is imported only when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING

import click

from consentui import __version__
from consentui.cli.listed import COMMANDS
from consentui.i18n import LANGUAGES, Language, _, language
from consentui.storage.places import DEFAULT_PROFILE, all_profiles, is_begun
from consentui.text import clean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Commands(click.Group):
    """A group that imports a subcommand's module when it is looked up (click, "Lazily loading subcommands").

    Listing the subcommands, for `--help` or for a shell, imports none of them.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"consentui.cli.{COMMANDS[cmd_name].module}")
        command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(command, click.Command)
        command.help = _(COMMANDS[cmd_name].help)
        _name_places(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise _no_such_command(args[0])
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Names().format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        names = _Names().commands.items()
        found = [
            CompletionItem(name, help=one.get_short_help_str()) for name, one in names if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


class _Names(click.Group):
    """The same commands with only their names and help texts, for lists that need nothing else."""

    def __init__(self) -> None:
        super().__init__(commands={name: click.Command(name, help=_(one.help)) for name, one in COMMANDS.items()})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(self.commands)


def _name_places(command: click.Command) -> None:
    """Translate the placeholders in the usage lines of a command and its subcommands; click cannot do so itself."""
    command.options_metavar = _("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGUMENTS]...")
        for under in command.commands.values():
            _name_places(under)


def _no_such_command(word: str) -> click.UsageError:
    from consentui.nearest import nearest

    message = _("There is no command “{name}”.").format(name=word)
    if near := nearest(word, COMMANDS):
        message += " " + _("Did you mean “{near}”?").format(near=near)
    return click.UsageError(message)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
    help=_(
        "See and settle what platforms do with your data, account by account. Without a command, it opens the "
        "interface."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--profile",
    metavar=_("NAME"),
    envvar="CONSENTUI_PROFILE",
    default=DEFAULT_PROFILE,
    shell_complete=lambda _ctx, _param, begun: [name for name in all_profiles() if name.startswith(begun)],
    help=_("Whose accounts to use: each profile is one person’s own folder."),
)
@click.option("--new", "is_new", is_flag=True, help=_("Create the profile if there is none with this name yet."))
@click.option("--language", "asked", type=click.Choice(LANGUAGES), help=_("The language to use."))
@click.version_option(__version__, prog_name="consentui", message="%(prog)s %(version)s", help=_("Show the version."))
@click.pass_context
def root(ctx: click.Context, profile: str, is_new: bool, asked: Language | None) -> None:
    ctx.obj = profile
    if profile != DEFAULT_PROFILE and not is_begun(profile):
        from consentui.cli.people import meant, speak_as_preferred

        ctx.obj = meant(profile, is_new=is_new)
        if ctx.obj != profile and not asked:
            speak_as_preferred(ctx.obj)
    if ctx.invoked_subcommand is None:
        from consentui.tui.launch import open_interface

        ctx.exit(open_interface(ctx.obj))


def invoke(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; click's own messages are in the current language."""
    speak_as_we_do()
    try:
        code = root.main(args=list(arguments), prog_name="consentui", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        return 2
    except click.ClickException as error:
        told = StringIO()
        error.show(told)
        click.echo(clean(told.getvalue()), nl=False, err=True)  # click repeats what was typed unescaped
        return error.exit_code
    except click.Abort:
        click.echo(_("Stopped."), err=True)
        return 130
    except SystemExit:
        # Click exits by itself after completing words, or when the reader of a pipe has gone: neither is an error.
        return 0
    return code if isinstance(code, int) else 0


def speak_as_we_do() -> None:
    """Make click use our language: it looks messages up in the default text domain, in the language of $LANGUAGE."""
    if language() == "en":
        os.environ["LANGUAGE"] = "en"
        return
    import gettext

    from consentui.bundled import data_folder

    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("click", data_folder() / "locale")
    gettext.textdomain("click")

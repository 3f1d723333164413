"""`consentui completion`: print the script with which a shell completes commands and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from consentui.cli.say import show

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    completion = get_completion_class(shell)
    assert completion is not None
    root = ctx.find_root()
    show(completion(root.command, {}, "consentui", "_CONSENTUI_COMPLETE").source())

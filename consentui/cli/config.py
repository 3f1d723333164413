"""`consentui config`: show and change the preferences."""

from __future__ import annotations

import click

from consentui.cli.say import json_option, say, show, show_json
from consentui.i18n import _
from consentui.profile.preferences import SETTABLE, read_config, write_setting
from consentui.storage.places import profile_folders


@click.group("config")
def config_command() -> None:
    pass


@config_command.command("list", help=_("Show all preferences."))
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    config = read_config(profile_folders(ctx.find_root().obj).config_file)
    if as_json:
        show_json(config)
        return
    for key in SETTABLE:
        show(f"{key}\t{_written(getattr(config, key))}")


@config_command.command("get", help=_("Show one preference."))
@click.argument("key", type=click.Choice(SETTABLE))
@click.pass_context
def get(ctx: click.Context, key: str) -> None:
    config = read_config(profile_folders(ctx.find_root().obj).config_file)
    show(_written(getattr(config, key)))


@config_command.command("set", help=_("Change one preference."))
@click.argument("key", metavar=_("KEY"))
@click.argument("value", metavar=_("VALUE"))
@click.pass_context
def set_(ctx: click.Context, key: str, value: str) -> None:
    write_setting(profile_folders(ctx.find_root().obj).config_file, key, value)
    say(_("Saved."))


@config_command.command("unset", help=_("Reset one preference to its default."))
@click.argument("key", type=click.Choice(SETTABLE))
@click.pass_context
def unset(ctx: click.Context, key: str) -> None:
    write_setting(profile_folders(ctx.find_root().obj).config_file, key, None)
    say(_("Saved."))


@config_command.command("path", help=_("Show where preferences and journal are kept."))
@click.pass_context
def path(ctx: click.Context) -> None:
    folders = profile_folders(ctx.find_root().obj)
    show(str(folders.config_file))
    show(str(folders.journal))


def _written(value: str | bool | None) -> str:
    """A value as `config set` takes it; empty if not set."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value).lower()

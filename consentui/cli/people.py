"""`consentui people`, and what happens when `--profile` names a profile that does not exist."""

from __future__ import annotations

import sys

import click

from consentui.cli.say import is_agreed, json_option, say, show, show_json
from consentui.i18n import _, set_language
from consentui.nearest import nearest
from consentui.profile.people import ProfileProgress, begin, person, require_known
from consentui.profile.preferences import Preferences
from consentui.storage.places import all_profiles, profile_folders
from consentui.words.groups import accounts_words
from consentui.words.people import late_words, progress_words


def meant(profile: str, *, is_new: bool) -> str:
    """The profile meant by an unknown name: another one, or a new one, begun with `--new` or if the person agrees.

    Raises UsageError if nobody can be asked, and click's Exit (1) if the person agrees to neither.
    """
    if not is_new:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            require_known(profile, _("“--new” creates a profile with this name."))
        if other := _other(profile):
            return other
    begin(profile)
    return profile


def _other(profile: str) -> str | None:
    """Ask whether a profile with a similar name was meant; None if the person wants to begin this one."""
    say(_("There is no profile “{profile}”.").format(profile=profile))
    near = nearest(profile, all_profiles())
    if near and is_agreed(_("Did you mean “{near}”?").format(near=near)):
        return near
    if is_agreed(_("Create “{profile}”, for another person?").format(profile=profile)):
        return None
    say(_("Nothing was created."))
    raise click.exceptions.Exit(1)


def speak_as_preferred(profile: str) -> None:
    """Switch to the preferred language of a profile."""
    set_language(Preferences(profile_folders(profile).config_file).language)


@click.command("people")
@json_option
def people_command(as_json: bool) -> None:
    found = [person(profile) for profile in all_profiles()]
    if as_json:
        show_json({"people": found})
        return
    if not found:
        say(_("Nothing is kept."))
    for one in found:
        show(_line(one))


def _line(one: ProfileProgress) -> str:
    if one.fault:
        return f"{one.profile}\t{one.fault}"
    return "\t".join((one.profile, accounts_words(one.accounts), progress_words(one.progress), late_words(one.late)))

"""What is to be removed, and what no program can take back, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from consentui.i18n import _, ngettext
from consentui.profile.forgetting import Goes, Secret
from consentui.text import clean_line
from consentui.words.kept import kept_lines, kept_words
from consentui.words.names import credential_name


def goes_lines(goes: Goes) -> Iterator[str]:
    """What is removed and what stays in the same folders, each file with its path, one line each."""
    yield from (f"  {line}" for line in _entries(goes))
    yield from map(_with_path, goes.files)
    yield from (f"  {_secret(one)}" for one in goes.secrets)
    yield from _unasked(goes)
    if goes.stays:
        yield _("These stay in the same folders; check whether they say more than you want:")
        yield from map(_with_path, goes.stays)


def summary_lines(goes: Goes) -> Iterator[str]:
    """What is removed and what stays in the same folders, one line for the files of each kind."""
    yield from _entries(goes)
    yield from kept_lines(goes.files)
    yield from map(_secret, goes.secrets)
    yield from _unasked(goes)
    if goes.stays:
        yield ""
        yield _("These stay in the same folders; check whether they say more than you want:")
        yield from kept_lines(goes.stays)


def not_taken_back() -> str:
    """The warning that removal cannot be undone, and what it does not reach."""
    return _(
        "This cannot be undone. It does not reach backups, copies on other machines (merging one brings its entries"
        " back), reports and letters that you saved elsewhere, nor what you sent: companies and authorities keep that."
        " On many disks, removed files can still be recovered for a while."
    )


def _secret(one: Secret) -> str:
    return _("in the keyring: {kind} of {account}").format(kind=credential_name(one.kind), account=one.account)


def _entries(goes: Goes) -> Iterator[str]:
    if goes.entries:
        words = ngettext("{count} journal entry", "{count} journal entries", goes.entries)
        yield words.format(count=goes.entries)


def _with_path(path: Path) -> str:
    words, shown = kept_words(path), clean_line(str(path))
    return f"  {words}{_(':')} {shown}" if words != clean_line(path.name) else f"  {shown}"


def _unasked(goes: Goes) -> Iterator[str]:
    if goes.unasked:
        yield _("The keyring could not be checked: if it lists anything under “consentui”, remove it there.")
        yield f"  {goes.unasked.title}"

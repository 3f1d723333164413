"""What is to be removed, and what no program can take back, in words."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import _, ngettext
from consentui.profile.forgetting import Goes, Secret
from consentui.text import clean_line
from consentui.words.names import credential_name


def goes_lines(goes: Goes) -> Iterator[str]:
    """What is removed and what stays in the same folders, one line each."""
    if goes.entries:
        yield "  " + ngettext("{count} journal entry", "{count} journal entries", goes.entries).format(
            count=goes.entries
        )
    yield from (f"  {clean_line(str(path))}" for path in goes.files)
    yield from (f"  {_secret(one)}" for one in goes.secrets)
    if goes.unasked:
        yield _("The keyring could not be checked: if it lists anything under “consentui”, remove it there.")
        yield f"  {goes.unasked.title}"
    if goes.stays:
        yield _("These stay in the same folders; check whether they say more than you want:")
        yield from (f"  {clean_line(str(path))}" for path in goes.stays)


def summary_lines(goes: Goes) -> Iterator[str]:
    """How much is removed and how much stays in the same folders, one line each."""
    if goes.entries:
        yield ngettext("{count} journal entry", "{count} journal entries", goes.entries).format(count=goes.entries)
    if goes.files:
        yield ngettext("{count} file", "{count} files", len(goes.files)).format(count=len(goes.files))
    yield from map(_secret, goes.secrets)
    if goes.unasked:
        yield goes.unasked.title
    if goes.stays:
        yield ngettext(
            "{count} other file in the same folders stays",
            "{count} other files in the same folders stay",
            len(goes.stays),
        ).format(count=len(goes.stays))


def not_taken_back() -> str:
    """The warning that removal cannot be undone, and what it does not reach."""
    return _(
        "This cannot be undone. It does not reach backups, copies on other machines (merging one brings its entries"
        " back), reports and letters that you saved elsewhere, nor what you sent: companies and authorities keep that."
        " On many disks, removed files can still be recovered for a while."
    )


def _secret(one: Secret) -> str:
    return _("in the keyring: {kind} of {account}").format(kind=credential_name(one.kind), account=one.account)

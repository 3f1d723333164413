"""The README of a backup, for someone who finds it without this program."""

from __future__ import annotations

from consentui.backup.contents import LOCKED_KEY, SEALED_LIST
from consentui.i18n import _
from consentui.text import wrapped

_WIDTH = 100


def how_to_open(*, sealed: bool) -> str:
    """How to restore a backup with and without consentui, in the current language."""
    lines = [
        _("A backup of a consentui profile. To restore it, on this machine or another:"),
        "",
        "  consentui restore " + _("FILE"),
        "",
    ]
    return "\n".join([*lines, *(_sealed() if sealed else _plain()), ""])


def _plain() -> list[str]:
    return [
        wrapped(
            _(
                "Without consentui: copy “data” into the journal folder and “config” into the preferences "
                "folder. Everything is plain text or was added by the person; “contents.json” has the SHA-256 "
                "checksum of every file."
            ),
            _WIDTH,
        )
    ]


def _sealed() -> list[str]:
    return [
        wrapped(
            _(
                "It is encrypted with a passphrase, in age format. Without consentui: unpack it, then let the "
                "age program read the key (it asks for the passphrase), then the list, then any file by its "
                "number in the list:"
            ),
            _WIDTH,
        ),
        "",
        f"  age -d -o key.txt {LOCKED_KEY}",
        f"  age -d -i key.txt {SEALED_LIST}",
        "  age -d -i key.txt 1.age",
    ]

"""Files from which accounts are imported: what is wrong with them, and what was found in them, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from consentui.i18n import _, ngettext, pgettext
from consentui.imports.columns import ACCOUNT_TYPES
from consentui.imports.found import FaultKind, FileFault
from consentui.knowledge.records import Platform
from consentui.text import clean_line, shorten
from consentui.words.names import platform_name

_SHOWN = 40


def fault_words(fault: FileFault) -> str:
    """The fault, to end a sentence that begins with the file and the line."""
    kinds: dict[FaultKind, str] = {
        "not-known": _(
            "nothing known here. Export passwords as CSV (or Bitwarden’s JSON), bookmarks as HTML, or write a CSV"
            " with the columns platform, name, type, owner, client, tags."
        ),
        "no-place": _("no column says where an account is: it is called url, login_uri, platform or address."),
        "broken-row": _("the row has too few columns, or quotation marks that do not match."),
        "no-account-type": _("there is no type “{word}”; use one of: {choices}."),
        "no-rows": _("there is no account in it."),
        "broken-json": _("the JSON in it is cut short or damaged."),
        "too-large": _("the file is too large."),
        "encrypted": _("the export is encrypted; export it unencrypted, and delete it afterwards."),
        "name-too-long": _("this account name is too long."),
        "tag-too-long": _("the tag “{word}” is too long."),
    }
    word = shorten(clean_line(fault.word), _SHOWN)
    return kinds[fault.kind].format(word=word, choices=", ".join(ACCOUNT_TYPES))


def state_name(state: Literal["new", "there", "unsure"]) -> str:
    """Whether an account is already on the list."""
    return {
        "new": pgettext("import", "new"),
        "there": pgettext("import", "already on the list"),
        "unsure": pgettext("import", "perhaps already on the list"),
    }[state]


def candidate_remark(state: Literal["new", "there", "unsure"], shares: Platform | None) -> str:
    """Whether an account is already on the list or, if no file mentions it, whose shared settings it is needed for."""
    if shares:
        return _("new, for the settings that {platform} shares").format(platform=platform_name(shares))
    return state_name(state)


def unknown_words(places: Sequence[str], most: int) -> str:
    """Addresses in the files that belong to no known platform: the first `most` of them, and how many others."""
    named = ", ".join(places[:most])
    more = len(places) - most
    if more > 0:
        named = ngettext("{names} and {count} other", "{names} and {count} others", more).format(
            names=named, count=more
        )
    return _("Unknown, and left out: {names}.").format(names=named)


def secrets_words(paths: Sequence[Path]) -> str:
    """Advice to delete the files that contain passwords."""
    return "\n".join(
        _("{path} holds passwords that anyone can read: delete it once you are done, from the bin too.").format(
            path=clean_line(str(path))
        )
        for path in paths
    )

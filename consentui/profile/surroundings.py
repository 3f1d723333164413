"""What lies beside a journal and is not accounted for: copies with more entries, files that no entry names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from consentui.errors import StorageError
from consentui.i18n import _, ngettext
from consentui.journal import file
from consentui.journal.conflicts import copies_beside
from consentui.journal.entries import AboutRequest, Attached
from consentui.journal.newer import KINDS
from consentui.profile.journal import Journal
from consentui.storage.places import Folders
from consentui.text import clean_line, shorten

_LONGEST = 40
"""In characters, of a word from a journal that is shown."""


class Notice(Struct, frozen=True):
    """Something that the person should know before they go on, and what they can do."""

    title: str
    detail: str


def notices(journal: Journal, folders: Folders) -> Iterator[Notice]:
    """What to tell about files beside the journal, and about entries in it that are not known here."""
    if newer := journal.ledger.newers.entries:
        kinds = sorted({one.what for one in newer})
        yield Notice(
            ngettext(
                "{count} journal entry was written by a newer consentui.",
                "{count} journal entries were written by a newer consentui.",
                len(newer),
            ).format(count=len(newer)),
            _("{kinds}: kept as they are, but what depends on them is not shown. Update consentui.").format(
                kinds=", ".join(map(_kind, kinds))
            ),
        )
    for path in copies_with_more(journal, folders):
        yield Notice(
            _("There is another copy of the journal next to it, with entries that this one does not have."),
            _("“consentui merge {path}” adds it.").format(path=f"'{clean_line(str(path))}'"),
        )
    if names := unnamed(journal, folders):
        yield Notice(
            _("There is data here that the journal does not mention: it was emptied, or an older copy was restored."),
            _("{names}: restore the journal from a copy, or merge one with “consentui merge FILE”.").format(
                names=", ".join(names)
            ),
        )


def copies_with_more(journal: Journal, folders: Folders) -> tuple[Path, ...]:
    """The copies that a synchronising program put beside the journal, without those that add nothing to it."""
    return tuple(path for path in copies_beside(folders.journal) if _has_more(path, journal))


def unnamed(journal: Journal, folders: Folders) -> tuple[str, ...]:
    """The folders of texts and proofs that no entry names, sorted; their content is used for no other request.

    Empty folders are left out, since they only mark a reference as given.
    """
    filled = [name for name in _names_in(folders.requests) if any(_names_in(folders.requests / name))]
    lost = [f"{folders.requests.name}/{name}" for name in _without_request(filled, journal)] if filled else []
    if any(_names_in(folders.proofs)) and not any(isinstance(entry, Attached) for entry in journal.entries):
        lost.append(folders.proofs.name)
    return tuple(sorted(lost))


def _without_request(names: Iterable[str], journal: Journal) -> Iterator[str]:
    """The folder names that are references which no entry has."""
    from consentui.requests.references import is_reference

    named = {entry.request for entry in journal.entries if isinstance(entry, AboutRequest)}
    named |= set(journal.ledger.openings.references.values())
    return (name for name in names if is_reference(name) and name not in named)


def _kind(what: str) -> str:
    """The name of an unknown kind of entry, with a similar known kind in case it was misspelt."""
    from consentui.nearest import nearest

    near = nearest(what, KINDS)
    name = _("“{label}”").format(label=shorten(clean_line(what), _LONGEST))
    return _("{name} (was “{near}” meant?)").format(name=name, near=near) if near else name


def _has_more(path: Path, journal: Journal) -> bool:
    from consentui.journal.merge import missing

    try:
        content = file.content_of(path)
        theirs = file.parse(content, path) if content else file.JournalContent()
        return bool(missing(journal.everything, theirs.everything))
    except StorageError:
        return True


def _names_in(folder: Path) -> Iterator[str]:
    try:
        yield from (path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return

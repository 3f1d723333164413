"""Restoring a backup into a profile, without replacing anything there or mixing up the files of two requests.

Journal, texts and proofs are merged like those of any other copy of the profile. A profile in which nothing was
written yet gets everything as it was.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from consentui.backup.contents import JOURNAL, PREFERENCES, Listed, place_of
from consentui.backup.read import Backup
from consentui.i18n import _
from consentui.journal.merge import missing
from consentui.profile.copies import Merged, journal_of, merge_copy, to_bring
from consentui.profile.journal import Journal
from consentui.profile.own_merging import is_own, put_together
from consentui.profile.preferences import ComparedKeys, adopt, compared
from consentui.storage.files import failing_as, put_in_free_place, replace_file, written_aside
from consentui.storage.lock import locked
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import hash_of, text_of
from consentui.storage.streams import Sink


class BackupCopy:
    """The journal, texts and proofs of a backup, in the form of `profile.copies.Copy`."""

    def __init__(self, backup: Backup) -> None:
        self._backup = backup
        self._sums = {one.name: one.sha256 for one in backup.contents.files}

    @property
    def path(self) -> Path:
        return Path(JOURNAL)

    def journal(self) -> bytes:
        return self._backup.content_of(JOURNAL) if JOURNAL in self._sums else b""

    def sum_of(self, name: str) -> str:
        return self._sums.get(f"data/{name}", "")

    def pour(self, name: str, target: Sink) -> None:
        self._backup.pour(f"data/{name}", target)


class Plan(Struct, frozen=True):
    """What restoring a backup would bring to a profile."""

    entries: int
    texts: int
    """How many texts and proofs named by entries."""
    settings: tuple[str, ...]
    """The preferences in the backup that are not set in the profile."""
    other_settings: tuple[str, ...]
    """The preferences that have another value in the profile, and keep it."""
    files: tuple[str, ...]
    """The names of the other files to bring."""
    stay: tuple[str, ...]
    """The names of files that differ in the profile, and stay as they are there."""
    grow: tuple[str, ...] = ()
    """The names of the person's own files of platforms and companies to which the backup adds something."""

    @property
    def is_empty(self) -> bool:
        """Whether the profile already has all that the backup could bring."""
        return not (self.entries or self.texts or self.settings or self.files or self.grow)


def plan(journal: Journal, folders: Folders, backup: Backup) -> Plan:
    """What restoring a backup would bring to a profile; nothing is changed.

    Raises StorageError if a part of the backup is damaged or cannot be understood.
    """
    copy = BackupCopy(backup)
    theirs = journal_of(copy, journal)
    texts = tuple(to_bring(folders.data, copy, theirs.entry))
    named = {f"data/{name}" for _entry, name in texts}
    rest = [one for one in backup.contents.files if _is_free_standing(one.name, journal) and one.name not in named]
    settings = compared(folders.config_file, _preferences(backup)) if folders.config_file.exists() else ComparedKeys()
    different = [one for one in rest if one.name != PREFERENCES and _is_different(folders, one)]
    grow = tuple(one.name for one in different if is_own(one.name) and _grown(folders, backup, one.name))
    return Plan(
        len(missing(journal.everything, theirs.everything)),
        len(texts),
        settings.not_set,
        settings.different,
        tuple(one.name for one in rest if not _is_there(folders, one.name)),
        tuple(one.name for one in different if one.name not in grow),
        grow,
    )


def restore(journal: Journal, folders: Folders, backup: Backup) -> Merged:
    """Restore a backup into a profile; after a failure, what was brought stays, and another attempt continues.

    Raises StorageError if a part of the backup is damaged, or a file cannot be written.
    """
    planned = plan(journal, folders, backup)
    merged = merge_copy(journal, folders, BackupCopy(backup))
    for name in planned.files:
        _bring(backup, name, place_of(folders, name))
    for name in planned.grow:
        place = place_of(folders, name)
        with failing_as(_("The file could not be saved."), place), locked(place):
            if grown := _grown(folders, backup, name):
                replace_file(place, grown.encode())
    if planned.settings:
        adopt(folders.config_file, _preferences(backup), planned.settings)
    return merged


def _is_free_standing(name: str, journal: Journal) -> bool:
    """Whether a file is brought for itself rather than with an entry that names it.

    In a profile in use, texts and proofs come with entries only: a text that no entry names might belong to another
    request with the same reference.
    """
    return name != JOURNAL and (journal.is_new or not name.startswith(("data/requests/", "data/proofs/")))


def _grown(folders: Folders, backup: Backup, name: str) -> str:
    """The text of an own platform or of the companies with what only the backup has; empty if that adds nothing."""
    try:
        mine = text_of(place_of(folders, name))
        whole = put_together(name, mine, backup.content_of(name).decode())
    except (OSError, UnicodeDecodeError):
        return ""
    return whole if whole != mine else ""


def _preferences(backup: Backup) -> str:
    names = {one.name for one in backup.contents.files}
    return backup.content_of(PREFERENCES).decode(errors="replace") if PREFERENCES in names else ""


def _is_there(folders: Folders, name: str) -> bool:
    place = place_of(folders, name)
    return place.exists() or place.is_symlink()


def _is_different(folders: Folders, one: Listed) -> bool:
    return _is_there(folders, one.name) and hash_of(place_of(folders, one.name)) != one.sha256


def _bring(backup: Backup, name: str, place: Path) -> None:
    with (
        failing_as(_("The file could not be saved."), place),
        written_aside(private_folder(place.parent), place.name) as new,
        suppress(FileExistsError),
    ):
        backup.pour(name, new.file)
        put_in_free_place(new, place)

"""The journal of a profile, held in memory as it was last read, and added to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from consentui import clock
from consentui.journal import file
from consentui.journal.entries import AboutControl, Entry, Undone
from consentui.journal.fold import Ledger, extended, fold, in_force
from consentui.journal.ids import entry_id

Written = TypeVar("Written", bound=Entry)


class Journal:
    """What was written down. What it shows is what the file held when it was last read."""

    def __init__(self, path: Path) -> None:
        """Raises StorageError when the file cannot be understood."""
        self._path = path
        self.torn: Path | None = None
        """Where the end of an entry that was cut short was set aside."""
        self.readings = 0
        """How often the file was read whole; what was worked out before the last reading may hold no more."""
        self.reload()

    @property
    def entries(self) -> Sequence[Entry]:
        """All that was written down, in the order of the file."""
        return self._entries

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever written for this profile."""
        return not self._entries

    def reload(self) -> None:
        """Read the file again; raises StorageError when it cannot be understood."""
        reading = file.read(self._path)
        self.torn = reading.torn or self.torn
        self._read_to = reading.length
        self._entries = list(reading.entries)
        self._last_id = max((entry.id for entry in reading.entries), default=None)
        self.ledger: Ledger = fold(reading.entries)
        self.readings += 1

    def reload_if_changed(self) -> bool:
        """Read the file again if another program added to it, and say whether one did."""
        if self._length() == self._read_to:
            return False
        self.reload()
        return True

    def write(self, kind: type[Written], **facts: Any) -> Written:
        """Write down an entry of this kind, stamped with its time and id, and give it.

        Raises StorageError when it cannot be written; nothing is then held either.
        """
        now = clock.now()
        entry = kind(at=now, id=entry_id(now, after=self._last_id), **facts)
        self._append(entry)
        return entry

    def undo(self) -> Entry | None:
        """Take back the last entry in force and give it, or None when there is none."""
        standing = in_force(self._entries)
        if not standing:
            return None
        self.write(Undone, entry=standing[-1].id)
        return standing[-1]

    def _append(self, entry: Entry) -> None:
        """Write an entry down, then hold it too; read all anew when another program wrote in between."""
        span = file.append(self._path, (entry,), self._read_to)
        if span.start != self._read_to:
            self.reload()
            return
        self._read_to = span.end
        self._entries.append(entry)
        self._last_id = entry.id
        self.ledger = extended(self.ledger, entry) if isinstance(entry, AboutControl) else fold(self._entries)

    def _length(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

"""All entries ever written about one request or one control, including those that were taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from consentui.clock import local_day
from consentui.journal.entries import AboutControl, AboutRequest, Entry, Undone
from consentui.journal.ids import in_order
from consentui.journal.openings import Openings


class History(Struct, frozen=True):
    """The entries about one request or control and those that took them back, oldest first; at least one."""

    entries: tuple[Entry, ...]

    @property
    def changed(self) -> datetime:
        """When the latest entry was written."""
        return max(entry.at for entry in self.entries)

    def revision(self, today: date) -> int:
        """A number that grows with every entry and every day, since a date may move even if nothing is written."""
        return len(self.entries) + max((today - local_day(self.entries[0].at)).days, 0)


def histories(entries: Iterable[Entry], openings: Openings) -> dict[str, History]:
    """The histories of requests, by reference, and of controls, by `history_name`."""
    found: dict[str, list[Entry]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry in in_order({entry.id: entry for entry in entries}.values()):
        if name := names.get(entry.entry) if isinstance(entry, Undone) else _name(entry, openings):
            names[entry.id] = name
            found[name].append(entry)
    return {name: History(tuple(several)) for name, several in found.items()}


def history_name(account: str, control: str) -> str:
    """The key in `histories` of an account's control."""
    return f"{account}/{control}"


def _name(entry: Entry, openings: Openings) -> str | None:
    if isinstance(entry, AboutRequest):
        return openings.reference_of(entry)
    return history_name(entry.account, entry.control) if isinstance(entry, AboutControl) else None

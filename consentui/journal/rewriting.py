"""A journal written anew with fewer entries: what a person wants forgotten, or what only ever came and went.

All else is only added to a journal. What goes here comes back when another copy that has it is merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path

from consentui.errors import StorageError
from consentui.i18n import _
from consentui.journal import file
from consentui.journal.blocks import as_block
from consentui.journal.entries import (
    AboutRequest,
    AccountAdded,
    Attached,
    Entry,
    MailChecked,
    RequestAssigned,
    RequestOpened,
    RequestSent,
    Undone,
)
from consentui.journal.fold import fold, in_force
from consentui.journal.tail import HEADER
from consentui.storage import reading
from consentui.storage.files import failing_as, put_in_place, replace_file, resolved, written_aside

_RESTED_ON = (AccountAdded, RequestOpened, RequestSent, Attached)
"""Entries that things outside the journal rest on: ids and references that are never given again, files, secrets."""


Entries = Sequence[Entry]


def rewrite(
    path: Path,
    change: Callable[[Entries], Entries],
    *,
    keeping_copy: bool,
    first: Callable[[Entries, Entries], None] = lambda _before, _left: None,
) -> Path | None:
    """Write a journal anew with the entries that a change leaves of it; gives where a copy was kept, if it was to be.

    `first` does what has to be done before the new journal takes its place, with the entries as they were and those
    that are left; nobody else writes meanwhile, and there is room for the new one.

    None where nothing changes. Raises StorageError when it cannot be read or written, or a newer version wrote to it;
    the journal is then as it was.
    """
    way_out = _("Nothing was changed. Free some space or make the folder writable, then try again.")
    with file.held(path) as journal:
        before = journal.read()
        left = change(before.entries)
        if len(left) == len(before.entries):
            return None
        if before.newer:
            raise _written_by_newer(path)
        content = HEADER + "".join(map(as_block, left)).encode()
        assert file.parse(content, path).entry == tuple(left)
        with failing_as(_("This could not be saved."), path, way_out):
            copy = _copied(path) if keeping_copy else None
            place = resolved(path)
            with written_aside(place.parent, place.name) as new:
                new.file.write(content)
                new.file.flush()
                first(before.entries, left)
                put_in_place(new, place)
        return copy


def without_account(entries: Sequence[Entry], account: str) -> Sequence[Entry]:
    """The entries that are not about an account, nor about a request for it, nor take back such a one."""
    openings = fold(entries).openings
    gone = {one.id for one in entries if getattr(one, "account", None) == account}
    called = {reference for opening, reference in openings.references.items() if opening in gone}
    gone |= {one.id for one in entries if isinstance(one, AboutRequest) and openings.reference_of(one) in called}
    left = {one.sha256 for one in entries if isinstance(one, Attached) and one.id not in gone}
    mails = {one.sha256 for one in entries if isinstance(one, Attached)} - left
    gone |= {one.id for one in entries if isinstance(one, MailChecked) and one.mail in mails}
    return _without(entries, gone)


def compacted(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, each once, without those that were taken back and that nothing outside the journal rests on."""
    each = list({one.id: one for one in entries}.values())
    standing = {one.id for one in in_force(each)}
    gone = {one.id for one in each if one.id not in standing and not isinstance(one, (Undone, *_RESTED_ON))}
    return _without(each, gone)


def _without(entries: Sequence[Entry], gone: set[str]) -> Sequence[Entry]:
    """The entries but for those that are gone, and for what takes them back or says what they are about.

    What takes several back at once stays while one of them does.
    """
    aims: dict[str, list[str]] = defaultdict(list)
    for one in entries:
        aims[one.batch or one.id].append(one.id)
    before = -1
    while before < len(gone):
        before = len(gone)
        gone.update(one.id for one in entries if _is_about(one, gone, aims))
    return [one for one in entries if one.id not in gone]


def _is_about(entry: Entry, gone: AbstractSet[str], aims: Mapping[str, Sequence[str]]) -> bool:
    """Whether an entry says something of others that are gone, and of nothing else."""
    match entry:
        case RequestAssigned():
            return entry.entry in gone or entry.opening in gone
        case Undone():
            aimed_at = aims.get(entry.entry) or (entry.entry,)
            return all(one in gone for one in aimed_at)
    return False


def _written_by_newer(path: Path) -> StorageError:
    return StorageError(
        _("A newer consentui wrote to this journal: this one cannot tell what depends on what."),
        str(path),
        _("Update consentui, then try again."),
    )


def _copied(path: Path) -> Path:
    content = reading.content_of(path)
    copy = path.with_name(f"{path.stem}.before-compacting-{sha256(content).hexdigest()[:8]}.toml")
    replace_file(copy, content)
    return copy

"""Rewriting a journal with fewer entries: to forget an account, or to drop entries that were taken back.

Everything else only appends to a journal. Entries removed here come back if another copy that has them is merged.
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
"""Entries that things outside the journal depend on: ids and references that must not be reused, files, secrets."""


Entries = Sequence[Entry]


def rewrite(
    path: Path,
    change: Callable[[Entries], Entries],
    *,
    keeping_copy: bool,
    first: Callable[[Entries, Entries], None] = lambda _before, _left: None,
) -> Path | None:
    """Rewrite a journal with the entries that `change` leaves, and return the path of its copy if one was to be kept.

    `first` is called with the entries before and those that are left, once the new file is written and before it
    replaces the journal, which is locked meanwhile.

    None if nothing changes or no copy is kept. Raises StorageError if the journal cannot be read or written, or if a
    newer version wrote to it; the journal is then unchanged.
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
    """The entries without those about an account, the requests made for it, and the mails attached only to these.

    Entries that only take back or assign such entries are left out too.
    """
    openings = fold(entries).openings
    gone = {one.id for one in entries if getattr(one, "account", None) == account}
    called = {reference for opening, reference in openings.references.items() if opening in gone}
    gone |= {one.id for one in entries if isinstance(one, AboutRequest) and openings.reference_of(one) in called}
    left = {one.sha256 for one in entries if isinstance(one, Attached) and one.id not in gone}
    mails = {one.sha256 for one in entries if isinstance(one, Attached)} - left
    gone |= {one.id for one in entries if isinstance(one, MailChecked) and one.mail in mails}
    return _without(entries, gone)


def compacted(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, each once, without those taken back, except where something outside the journal depends on them."""
    each = list({one.id: one for one in entries}.values())
    standing = {one.id for one in in_force(each)}
    gone = {one.id for one in each if one.id not in standing and not isinstance(one, (Undone, *_RESTED_ON))}
    return _without(each, gone)


def _without(entries: Sequence[Entry], gone: set[str]) -> Sequence[Entry]:
    """The entries without those in `gone`, and without the entries that only take these back or assign them.

    An `undone` that takes back several entries at once stays while one of them does.
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
    """Whether an entry only takes back or assigns entries that are gone."""
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

"""Accounts found in files of other programs: recognised, shown, and added once the person has chosen among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.imports.found import FileFault, FileReading, FoundAccount, Source
from consentui.journal.entries import AccountType
from consentui.journal.fold import Account
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.hosts import host_of
from consentui.knowledge.records import Platform
from consentui.profile.accounts import Accounts, NewAccount, comparable_handle
from consentui.profile.input import MAX_HANDLE
from consentui.storage.reading import open_regular
from consentui.text import clean_line, shorten

State = Literal["new", "there", "unsure"]
"""Whether an account is on the list already; `unsure` if one that is there may be the same by another name."""

_WITHOUT_SECRETS: frozenset[Source] = frozenset({"bookmarks", "list", "download"})
_SHOWN = 80
_AFTER_HOST = re.compile(r"[/?#]")


class Candidate(Struct, frozen=True):
    """An account on a known platform that a file mentions, or that holds the settings of one."""

    account: NewAccount
    state: State
    shares: Platform | None = None
    """The platform whose shared settings it holds, if no file mentions the account itself; None otherwise."""


class Looked(Struct, frozen=True):
    """What was found in the files."""

    candidates: tuple[Candidate, ...]
    """Sorted by the names of their platforms."""
    unknown: tuple[str, ...]
    """Hosts and names that belong to no known platform, the most frequent first."""
    passed: int
    """How many rows name no place where an account could be."""
    with_secrets: tuple[Path, ...]
    """The files of a kind that holds passwords too."""


class Imports:
    """Finding accounts in files, and adding them."""

    def __init__(self, accounts: Accounts, knowledge: KnowledgeBase) -> None:
        self._accounts = accounts
        self._knowledge = knowledge

    def look(self, paths: Sequence[Path]) -> Looked:
        """What the files hold; nothing is recorded yet, and nothing of the files is kept.

        Raises UsageError for a file that cannot be read, or that has faults, naming their lines.
        """
        readings = [(path, self._read(path)) for path in paths]
        for path, reading in readings:
            if reading.faults:
                raise _faulty(path, reading.faults)
        found = [one for _path, reading in readings for one in reading.found]
        placed = [(one, self._platform_of(one.place)) for one in found]
        unknown = Counter(filter(None, (_shown(one.place) for one, platform in placed if platform is None)))
        candidates = self._candidates([(one, platform) for one, platform in placed if platform])
        return Looked(
            tuple(sorted((*candidates, *self._companions(candidates)), key=_by_platform)),
            tuple(shorten(place, _SHOWN) for place, _count in unknown.most_common()),
            sum(reading.passed for _path, reading in readings),
            tuple(path for path, reading in readings if reading.source not in _WITHOUT_SECRETS),
        )

    def add(self, wanted: Iterable[NewAccount]) -> tuple[Account, ...]:
        """Add these accounts as one undoable step, without any that another program has added meanwhile.

        Raises UsageError and StorageError.
        """
        with self._accounts.held():
            missing = [one for one in wanted if self._state(one) != "there"]
            return self._accounts.add_all(missing) if missing else ()

    def _read(self, path: Path) -> FileReading:
        from consentui.imports.read import read

        if path.is_dir():
            return self._download(path)
        with open_regular(path) as file:
            is_archive = file.read(2) == b"PK"
            file.seek(0)
            reading = FileReading("download") if is_archive else read(file)
        reading = self._download(path) if is_archive else reading
        long = (FileFault("name-too-long", one.line) for one in reading.found if len(one.name) > MAX_HANDLE)
        return FileReading(reading.source, reading.found, (*reading.faults, *long), reading.passed)

    def _download(self, path: Path) -> FileReading:
        """The accounts that a platform's own download says it is of, or those in an archive of exports."""
        from consentui.imports.packed import is_backup, read_packed
        from consentui.verify.archive import Archive
        from consentui.verify.recognise import names_in, recognised

        with Archive([path]) as archive:
            found = [(one, names_in(one, archive)) for one in recognised(archive, tuple(self._knowledge))]
        if not found and path.is_file() and is_backup(path):
            raise _is_a_backup(path)
        if not found:
            return FileReading("download", faults=(FileFault("not-known"),)) if path.is_dir() else read_packed(path)
        return FileReading(
            "download", tuple(FoundAccount(0, one.platform, self._best(one.platform, n)) for one, n in found)
        )

    def _best(self, platform_id: str, names: Sequence[str]) -> str:
        """Of the names that a download has for one account, the one used here, else the first; empty if it has none."""
        here = {comparable_handle(account.handle) for account in self._accounts.on(platform_id)}
        return next((name for name in names if comparable_handle(name) in here), names[0] if names else "")

    def _platform_of(self, place: str) -> Platform | None:
        return self._knowledge.known_as(place)

    def _candidates(self, placed: Sequence[tuple[FoundAccount, Platform]]) -> tuple[Candidate, ...]:
        """One candidate for each account: repeats are dropped, as are mentions without a name beside a named one."""
        named = {platform.id for one, platform in placed if one.name}
        first: dict[tuple[str, str], Candidate] = {}
        for one, platform in placed:
            key = (platform.id, comparable_handle(clean_line(one.name)))
            if key not in first and (one.name or platform.id not in named):
                account_type = cast("AccountType | None", one.account_type or None)
                account = NewAccount(platform, clean_line(one.name), account_type, one.owner, one.client, one.tags)
                first[key] = Candidate(account, self._state(account))
        return tuple(first.values())

    def _state(self, account: NewAccount) -> State:
        here = [comparable_handle(one.handle) for one in self._accounts.on(account.platform.id)]
        name = comparable_handle(account.handle)
        if name in here or (here and not name):
            return "there"
        # The e-mail address that someone signs in with is seldom their name on the platform.
        may_be = "" in here or ("@" in name and any("@" not in other for other in here))
        return "unsure" if may_be else "new"

    def _companions(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The accounts that hold the shared settings of new ones, if neither a file nor the list has them."""
        there = {one.account.platform.id for one in candidates}
        for one in candidates:
            companion = one.account.platform.companion
            if one.state == "new" and companion and companion not in there and not self._accounts.on(companion):
                there.add(companion)
                yield Candidate(NewAccount(self._knowledge.platform(companion)), "new", one.account.platform)


def _shown(place: str) -> str:
    """The host of an address, or what was written without anything that may be secret in it: passwords, paths."""
    bare = place.partition("://")[2] if "://" in place else place
    if bare != place or "@" in place:
        bare = _AFTER_HOST.split(bare)[0].rpartition("@")[2]
    return host_of(place) or clean_line(bare)


def _by_platform(candidate: Candidate) -> tuple[str, str]:
    return candidate.account.platform.name.casefold(), comparable_handle(candidate.account.handle)


def _is_a_backup(path: Path) -> UsageError:
    return UsageError(
        _("Nothing was imported."),
        _("{path} is a backup that consentui wrote.").format(path=clean_line(str(path))),
        _("Restore it: “consentui restore FILE”, or “Restore a backup” in the settings."),
    )


def _faulty(path: Path, faults: Sequence[FileFault]) -> UsageError:
    from consentui.words.imports import fault_words

    name = clean_line(str(path))
    lines = (
        _("{path}, line {line}: {fault}").format(path=name, line=one.line, fault=fault_words(one))
        if one.line
        else f"{name}{_(':')} {fault_words(one)}"
        for one in faults
    )
    return UsageError(_("Nothing was imported."), "\n".join(lines), _("Fix the file, or export it again."))

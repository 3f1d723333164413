"""Removing what a person wants gone from this machine: it is found and shown first, then removed.

Only what consentui wrote is removed; other files in its folders are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from consentui.errors import ConsentuiError, UsageError, VaultError
from consentui.i18n import _
from consentui.journal import cache, file
from consentui.journal.entries import Attached, Entry, RequestSent
from consentui.journal.fold import account_ids, fold
from consentui.journal.rewriting import rewrite, without_account
from consentui.profile import fault, vault
from consentui.profile.drafts import Drafts
from consentui.profile.journal import Journal
from consentui.profile.texts import names_of
from consentui.storage.files import failing_as
from consentui.storage.places import OURS, Folders

_OURS_IN_STATE = ("place.json", "news.json", "portfolio.json", fault.NAME)
_PASSING = (".*.consentui-new", "*.lock")
"""What writing may leave behind, in any folder of ours."""


class Secret(Struct, frozen=True, order=True):
    """A credential in the keyring; never its value."""

    profile: str
    account: str
    kind: vault.Kind


class Goes(Struct, frozen=True):
    """What is to be removed."""

    entries: int = 0
    files: tuple[Path, ...] = ()
    secrets: tuple[Secret, ...] = ()
    unasked: VaultError | None = None
    """Why the keyring could not be asked for secrets; None if it could, or if there is no keyring."""
    stays: tuple[Path, ...] = ()
    """Other files in the same folders: consentui did not write them, or they also hold other things."""

    @property
    def is_nothing(self) -> bool:
        return not (self.entries or self.files or self.secrets)


def of_credentials(profile: str, accounts: Iterable[str]) -> Goes:
    """The credentials that the keyring has for these accounts."""
    secrets, unasked = _secrets(profile, accounts)
    return Goes(secrets=secrets, unasked=unasked)


def of_account(journal: Journal, folders: Folders, profile: str, account: str) -> Goes:
    """All that is kept of an account: its entries, requests and their texts, proofs of nothing else, secrets."""
    entries = journal.entries
    left = without_account(entries, account)
    secrets, unasked = _secrets(profile, (account,))
    return Goes(
        len(entries) - len(left),
        tuple(_files_of(folders, entries, left)),
        secrets,
        unasked,
        tuple(path for path in sorted(folders.data.glob("journal*.toml")) if path != folders.journal),
    )


def of_profile(folders: Folders, profile: str) -> Goes:
    """All that is kept of a profile: its journal, texts, proofs, name and address, preferences, platforms, secrets."""
    entries: Sequence[Entry] = ()
    with suppress(ConsentuiError):  # a journal that cannot be read goes too
        entries = file.read(folders.journal).entries
    secrets, unasked = _secrets(profile, account_ids(entries))
    ours = tuple(sorted(_ours(folders)))
    there = {path for folder in (folders.data, folders.config, folders.state) for path in folder.rglob("*")}
    others = sorted(path for path in there - set(ours) if path.is_symlink() or not path.is_dir())
    return Goes(len(entries), ours, secrets, unasked, tuple(others))


def forget(goes: Goes) -> None:
    """Remove the files and secrets; raises StorageError or VaultError at the first that cannot be removed.

    Secrets go first: once nothing names their account, nobody could find them again.
    """
    for one in goes.secrets:
        vault.forget(one.profile, one.account, one.kind)
    for path in goes.files:
        with failing_as(_("This could not be removed."), path):
            path.unlink(missing_ok=True)


def forget_account(journal: Journal, folders: Folders, account: str, goes: Goes) -> None:
    """Remove what is kept of an account; raises as `forget`, and UsageError if another program did so meanwhile.

    What another program has written about it since goes too. The empty folder of a request stays, so that its
    reference is never given to another.
    """
    is_there = False

    def forget_files(before: Sequence[Entry], left: Sequence[Entry]) -> None:
        nonlocal is_there
        is_there = True
        with failing_as(_("This could not be removed."), folders.journal_as_read):
            cache.forget(folders.journal_as_read)
        forget(Goes(files=tuple(_files_of(folders, before, left))))
        Drafts(folders.drafts).forget_about({account, *(_references(before) - _references(left))})

    forget(replace(goes, files=()))
    rewrite(folders.journal, lambda all_: without_account(all_, account), keeping_copy=False, first=forget_files)
    journal.reload()
    journal.let_go()
    if not is_there:
        raise UsageError(_("There is no account called “{name}”.").format(name=account))


def forget_profile(folders: Folders, goes: Goes) -> None:
    """Remove what is kept of a profile, and its folders if nothing else is in them; raises as `forget` does."""
    forget(goes)
    with suppress(OSError):  # that of another profile is in it
        folders.journal_as_read.parent.rmdir()
    for top in (folders.data, folders.config, folders.state):
        below = sorted((path for path in top.rglob("*") if path.is_dir() and not path.is_symlink()), reverse=True)
        for folder in (*below, top):
            with suppress(OSError):  # something else is in it
                folder.rmdir()


def forget_shared(folders: Folders) -> None:
    """Remove what all profiles share: the cache, installed bundles, and whatever the keyring has under our name."""
    from shutil import rmtree

    for folder in (folders.cache / "knowledge", folders.bases):
        if folder.is_dir():  # removing a pipe in its place would block
            rmtree(folder, ignore_errors=True)
    for folder in (folders.cache, folders.data.parent, folders.config.parent, folders.state.parent):
        with suppress(OSError):
            folder.rmdir()
    with suppress(VaultError):  # a keyring that does not answer was reported before
        vault.forget_rest()


def orphans(journal: Journal) -> tuple[str, ...]:
    """The ids of removed accounts, sorted; the keyring may still have credentials for them."""
    return tuple(sorted(account_ids(journal.entries) - journal.ledger.accounts.keys()))


def _secrets(profile: str, accounts: Iterable[str]) -> tuple[tuple[Secret, ...], VaultError | None]:
    try:
        kept = ((account, vault.kinds_kept(profile, account)) for account in sorted(accounts))
        return tuple(Secret(profile, account, kind) for account, kinds in kept for kind in kinds), None
    except vault.NoKeyringError:
        return (), None
    except VaultError as error:
        return (), error


def _files_of(folders: Folders, before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Path]:
    """The files that only removed entries name, what was prepared for their requests, and the remembered place."""
    names = set(_named(before)) - set(_named(after))
    yield from (folders.data / name for name in sorted(names) if (folders.data / name).is_file())
    references = _references(before) - _references(after)
    for folder in sorted(folders.requests / reference for reference in references):
        yield from (path for path in sorted(folder.glob("*")) if path.is_file() and not _is_named(folders, path, names))
    place = folders.state / "place.json"
    if place.exists():
        yield place


def _named(entries: Iterable[Entry]) -> Iterator[str]:
    for one in entries:
        if isinstance(one, RequestSent):
            yield from names_of(one)
        elif isinstance(one, Attached):
            yield one.file


def _references(entries: Sequence[Entry]) -> set[str]:
    openings = fold(entries).openings
    return {*openings.given, *openings.references.values()}


def _is_named(folders: Folders, path: Path, names: set[str]) -> bool:
    return path.relative_to(folders.data).as_posix() in names


def _ours(folders: Folders) -> Iterator[Path]:
    patterns = ((folders.data, OURS["data"]), (folders.config, OURS["config"]), (folders.state, _OURS_IN_STATE))
    for folder, wanted in patterns:
        for pattern in (*wanted, *_PASSING):
            yield from (path for path in folder.glob(pattern) if path.is_symlink() or path.is_file())
    for folder in (folders.requests, folders.proofs, folders.own_knowledge):
        for pattern in _PASSING:
            yield from folder.rglob(pattern)
    if folders.journal_as_read.is_file():
        yield folders.journal_as_read

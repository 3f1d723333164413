"""Knowledge bundles: checking one, installing it beside the facts that come with the program, and rolling it back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from consentui import clock
from consentui.errors import ConsentuiError, KnowledgeError, UsageError
from consentui.i18n import _
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.bundles import keys
from consentui.knowledge.bundles.changes import Difference, differences, lost
from consentui.knowledge.bundles.form import MOST_BYTES, Bundle, read_bundle
from consentui.knowledge.lint.files import SHARED, files_in
from consentui.knowledge.lint.run import known_from, lint
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Platform
from consentui.profile.bases import IN_USE, folder_in_use, installed, order_of, version_in_use
from consentui.storage.files import failing_as, replace_file
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import open_regular
from consentui.text import clean_line

_MOST_NAMED = 10


class Offered(Struct, frozen=True):
    """A bundle that may be installed, and what it would change."""

    bundle: Bundle
    before: str
    """The version that is in use."""
    changes: tuple[Difference, ...]


def content_of_bundle(path: Path) -> bytes:
    """The bytes of a bundle's file; raises UsageError if it cannot be read or is too large."""
    with open_regular(path) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UsageError(_("This file is too large to be a knowledge bundle."), clean_line(str(path)))
    return content


def offered(folders: Folders, content: bytes) -> Offered:
    """Check a bundle: its signature, version, file formats and rules, and that nothing known now would be lost.

    Raises KnowledgeError with the reason if it is refused, StorageError if it cannot be unpacked.
    """
    bundle = read_bundle(content, keys.TRUSTED)
    now = version_in_use(folders)
    if order_of(bundle.version) <= order_of(now):
        raise KnowledgeError(
            _("This bundle is not newer than what is in use."),
            _("It is of {version}; {now} is in use.").format(version=bundle.version, now=now),
            _("“consentui kb rollback” goes back to what was in use before."),
        )
    with failing_as(_("The bundle could not be checked."), folders.bases):
        aside = _unpacked(folders, bundle, ".new")
    try:
        after = _read(aside)
        before = {one.id: one for one in KnowledgeBase(folder_in_use(folders))}
        if gone := lost(before.values(), after):
            raise KnowledgeError(
                _("This bundle would lose something that is known now."), ", ".join(gone[:_MOST_NAMED])
            )
        _check_rules(aside, after.values())
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Offered(bundle, now, differences(before, after))


def install(folders: Folders, offer: Offered) -> None:
    """Put a bundle beside the others and use it from now on; raises StorageError if it cannot be written."""
    version = offer.bundle.version
    with failing_as(_("The bundle could not be installed."), folders.bases):
        aside = _unpacked(folders, offer.bundle, ".new")
        place = folders.bases / version
        shutil.rmtree(place, ignore_errors=True)
        aside.rename(place)
        _use(folders, [*(one for one in installed(folders) if one != version), version])


def rollback(folders: Folders) -> str:
    """Remove the last bundle, go back to the facts that were in use before it, and return their version.

    Raises UsageError if no bundle is installed, StorageError if it cannot be taken back.
    """
    there = installed(folders)
    if not there:
        raise UsageError(_("No bundle is installed: the facts are those that came with the program."))
    with failing_as(_("The bundle could not be rolled back."), folders.bases):
        _use(folders, there[:-1])
        shutil.rmtree(folders.bases / there[-1], ignore_errors=True)
    return version_in_use(folders)


def _use(folders: Folders, versions: Iterable[str]) -> None:
    replace_file(folders.bases / IN_USE, "".join(f"{one}\n" for one in versions).encode())


def _unpacked(folders: Folders, bundle: Bundle, name: str) -> Path:
    """Unpack a bundle into a folder of its own, which nothing uses yet."""
    place = private_folder(folders.bases) / f"{name}-{bundle.version}"
    shutil.rmtree(place, ignore_errors=True)
    private_folder(place / "platforms")
    for file, content in bundle.files.items():
        (place / file).write_bytes(content)
    return place


def _read(folder: Path) -> dict[str, Platform]:
    """The platforms in a folder; raises KnowledgeError if this program cannot read all of its files."""
    try:
        for name, record in SHARED.items():
            path = folder / f"{name}.toml"
            parse_record(read_text(path), record, path)
        return {one.id: one for one in KnowledgeBase(folder)}
    except ConsentuiError as error:
        raise KnowledgeError(
            _("This bundle does not fit this consentui."), str(error), _("Update the program, then try again.")
        ) from error


def _check_rules(folder: Path, platforms: Iterable[Platform]) -> None:
    """Raise KnowledgeError with the first broken rule of the knowledge base, if any is broken."""
    findings = lint(files_in(folder, folder), known_from(folder, platforms), clock.today(), folder)
    if wrong := [one for one in findings if one.severity == "error"]:
        first = wrong[0]
        raise KnowledgeError(
            _("This bundle breaks a rule of the knowledge base."),
            f"{Path(first.path).name}:{first.line} {first.rule}: {first.message}",
        )

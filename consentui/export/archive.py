"""Packing evidence into a ZIP with SHA-256 checksums, which anyone can check without this program."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from consentui.errors import StorageError
from consentui.i18n import Language, _, speaking
from consentui.i18n.dates import long_date
from consentui.storage.names import safe_paths
from consentui.storage.reading import blocks_of, open_regular
from consentui.storage.saving import saving
from consentui.text import clean_line, wrapped

Content = bytes | Path
Progress = Callable[[int, int], None]
"""Called with the number of bytes done and their total; an exception that it raises ends the work."""

SUMS = "SHA256SUMS"
README = "README.txt"
_MODE = (stat.S_IFREG | 0o644) << 16
_DAYS = (date(1980, 1, 1), date(2107, 12, 31))
"""The first and the last day that a ZIP can record."""
_UNIX = 3
_WIDTH = 100


def evidence_zip(
    path: Path,
    files: Iterable[tuple[str, Content]],
    *,
    day: date,
    language: Language,
    replace: bool = False,
    progress: Progress = lambda _done, _whole: None,
) -> None:
    """Write a ZIP of these files, a `SHA256SUMS` for `sha256sum -c` and a `README.txt` on how to check them.

    The same files on the same day give the same archive, byte for byte. The names are made safe and unique. Raises
    FileIsThereError if a file exists already and `replace` is not set, UsageError if one of the files cannot be read,
    StorageError if one of them changes meanwhile or the archive cannot be written; a partial file is never left, nor
    if `progress` raises.
    """
    given = tuple(files)
    names = safe_paths((name for name, _content in given), (README, SUMS))
    named = [(name, content) for name, (_given, content) in zip(names, given, strict=True)]
    with speaking(language):
        named.append((README, _how_to_check(day).encode()))
    with saving(path, replace=replace) as file:
        _write(file, sorted(named, key=lambda one: one[0]), day, progress)


def _write(file: BinaryIO, files: Sequence[tuple[str, Content]], day: date, progress: Progress) -> None:
    """Write the archive without compression, whose output may differ between versions of zlib."""
    sizes = [_size(content) for _name, content in files]
    done, whole, sums = 0, sum(sizes), []
    progress(done, whole)
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for (name, content), size in zip(files, sizes, strict=True):
            digest, read = sha256(), 0
            with _opened(content) as source, archive.open(_entry(name, day, size), "w") as target:
                for block in blocks_of(source):
                    read += len(block)
                    if read > size:
                        break
                    digest.update(block)
                    target.write(block)
                    progress(done + read, whole)
            if read != size:
                raise StorageError(_("A file changed while it was being read."), clean_line(str(content)))
            done += size
            sums.append(f"{digest.hexdigest()}  {name}\n")
        archive.writestr(_entry(SUMS, day, 0), "".join(sums))


def _entry(name: str, day: date, size: int) -> ZipInfo:
    day = min(max(day, _DAYS[0]), _DAYS[1])
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.file_size = size
    return entry


def _opened(content: Content) -> BinaryIO:
    return BytesIO(content) if isinstance(content, bytes) else open_regular(content)


def _size(content: Content) -> int:
    if isinstance(content, bytes):
        return len(content)
    with open_regular(content) as file:
        return file.seek(0, 2)


def _how_to_check(day: date) -> str:
    return "\n".join(
        (
            _("Evidence collected by consentui on {date}.").format(date=long_date(day)),
            "",
            _(
                "SHA256SUMS has the SHA-256 checksum of every file. To check that none was changed, unpack "
                "everything, then in that folder:"
            ),
            "",
            f"  Linux    sha256sum -c {SUMS}",
            f"  macOS    shasum -a 256 -c {SUMS}",
            "  Windows  " + _("Get-FileHash FILE, in PowerShell, and compare with the line of the file"),
            "",
            wrapped(
                _(
                    "The checksums show that the files are as they were packed. They do not say who made a file, nor"
                    " when; and whoever changes a file can change its checksum too, unless you have a copy of"
                    " SHA256SUMS from elsewhere."
                ),
                _WIDTH,
            ),
            "",
            _("Files in “sent” are letters, word for word. Files in “proofs” were added by the person."),
            "",
        )
    )

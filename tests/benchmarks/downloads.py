"""A download of 5 GiB: reading what it says about the controls, compared with `zipfile` reading the same members.

Run as `python -m tests.benchmarks.downloads ROUNDS` it prints the median milliseconds of each, and by how many
mebibytes the process grew.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from tests.benchmarks.rounds import Measured, apart, in_turns, measured, milliseconds
from tests.benchmarks.table import Row
from tests.verify.downloads import MAKERS, USER

LARGE = 5 * 1024**3
SMALL_FILES = 20_000
"""As many pictures and the like as years of use leave."""
_MOST_MEBIBYTES = 64.0


def a_large_download(place: Path, size: int = LARGE, count: int = SMALL_FILES) -> Path:
    """A download of X with one sparse file of this size, which takes no room on the disk, and many small files."""
    (maker,) = (one for one in MAKERS if one.platform == "x")
    path = place / maker.name
    large = ZipInfo("data/tweets_media/large.mp4", (2026, 11, 12, 10, 15, 0))
    large.file_size = large.compress_size = size
    large.CRC = large.header_offset = 0
    with path.open("wb") as file:
        file.write(large.FileHeader(zip64=True))
        file.truncate(file.tell() + size)
    with ZipFile(path, "a") as archive:
        for name, content in maker.files("new", "en", "off", USER).items():
            archive.writestr(name, content)
        for number in range(count):
            archive.writestr(f"data/tweets_media/{number}.jpg", b"")
        archive.filelist.insert(0, large)
    return path


def measure(rounds: int) -> dict[str, Measured]:
    """The median milliseconds of both, and the mebibytes by which the process grew."""
    from consentui.bundled import data_folder
    from consentui.knowledge.base import KnowledgeBase
    from consentui.verify.archive import Archive
    from consentui.verify.examine import examine

    platforms = tuple(KnowledgeBase(data_folder()))
    (maker,) = (one for one in MAKERS if one.platform == "x")
    names = tuple(maker.files("new", "en", "off", USER))
    with tempfile.TemporaryDirectory() as folder:
        path = a_large_download(Path(folder))

        def bare() -> None:
            with ZipFile(path) as archive:
                for name in names:
                    archive.read(name)

        def ours() -> None:
            with Archive([path]) as archive:
                examine(archive, platforms, date(2026, 11, 28))

        before = _peak()
        found = measured(in_turns({"bare": partial(milliseconds, bare), "ours": partial(milliseconds, ours)}, rounds))
        return {**found, "mebibytes": Measured(_peak() - before)}


def _peak() -> float:
    """The peak memory of the process, in mebibytes; macOS counts bytes, Linux kibibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024**2 if sys.platform == "darwin" else most / 1024


def rows(folder: Path, rounds: int) -> list[Row]:
    """Reading compared with `zipfile`, and its memory compared with the limit."""
    found = apart("tests.benchmarks.downloads", folder / "downloads", rounds)
    return [
        Row("download of 5 GiB, read", "zipfile, the same members", found["ours"], found["bare"], "ms", 1.5),
        Row("download of 5 GiB, memory", "64 MiB", found["mebibytes"], Measured(_MOST_MEBIBYTES), "MiB", 1),
    ]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))

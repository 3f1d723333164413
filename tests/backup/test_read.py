"""An archive that is not a sound backup is refused before anything in it is used."""

from __future__ import annotations

import stat
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.backup.read import opened
from consentui.errors import StorageError, UsageError
from tests.backup.conftest import forged
from tests.verify.test_fuzzed import with_nameless

JOURNAL = {"data/journal.toml": b"schema = 1\n"}

OUTSIDE = (
    "data/../../outside.txt",
    "../outside.txt",
    "/etc/passwd",
    "C:/windows/system.ini",
    "data/proofs/../../../.ssh/authorized_keys",
    "data/proofs/..",
    "data/proofs/.hidden",
    "data\\proofs\\a.png",
    "data/proofs/a\\..\\b",
    "data/proofs/con.txt",
    "data/proofs/a:stream",
    "data/proofs/two/deep.png",
    "data/requests/loose.txt",
    "data/notes.txt",
    "config/knowledge/run.sh",
    "state/place.json",
    "journal.toml",
    "data/proofs/\x1b]0;owned\x07",
    "data/proofs/trailing.",
    f"data/proofs/{'long' * 100}",
)


def test_an_archive_that_is_as_it_should_be_is_opened(tmp_path: Path) -> None:
    with opened(forged(tmp_path / "b.zip", JOURNAL)) as backup:
        assert backup.content_of("data/journal.toml") == b"schema = 1\n"


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_file_that_would_go_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="nothing from it was used"), opened(forged(tmp_path / "b.zip", {name: b"x"})):
        pass


@pytest.mark.parametrize(
    ("files", "listed"),
    [({**JOURNAL, "data/identity.toml": b""}, JOURNAL), (JOURNAL, {**JOURNAL, "data/identity.toml": b""})],
)
def test_an_archive_has_no_more_and_no_less_than_its_list(
    tmp_path: Path, files: dict[str, bytes], listed: dict[str, bytes]
) -> None:
    with (
        pytest.raises(UsageError, match="nothing from it was used"),
        opened(forged(tmp_path / "b.zip", files, listed=listed)),
    ):
        pass


def spoilt(path: Path, **facts: int) -> Path:
    """A backup with one more member, whose attributes make it something other than a regular file."""
    forged(path, JOURNAL, listed={**JOURNAL, "data/identity.toml": b"/etc/passwd"})
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("data/identity.toml")
        for name, value in facts.items():
            setattr(entry, name, value)
        archive.writestr(entry, b"/etc/passwd")
    return path


@pytest.mark.parametrize(
    "facts",
    [
        {"external_attr": (stat.S_IFLNK | 0o777) << 16},
        {"external_attr": (stat.S_IFCHR | 0o666) << 16},
        {"external_attr": (stat.S_IFIFO | 0o666) << 16},
        {"compress_type": zipfile.ZIP_DEFLATED},
        {"compress_type": zipfile.ZIP_LZMA},
    ],
    ids=["link", "device", "pipe", "packed", "packed otherwise"],
)
def test_what_is_no_file_and_what_unfolds_is_refused(tmp_path: Path, facts: dict[str, int]) -> None:
    with pytest.raises(UsageError, match="nothing from it was used"), opened(spoilt(tmp_path / "b.zip", **facts)):
        pass


def test_files_that_lie_over_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    names = {f"data/proofs/{number}.png": bytes(50_000) for number in range(20)}
    forged(path, {"data/proofs/0.png": bytes(50_000)}, listed=names)
    with zipfile.ZipFile(path, "a") as archive:
        first = archive.getinfo("data/proofs/0.png")
        for name in list(names)[1:]:
            again = zipfile.ZipInfo(name)
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.file_size = again.compress_size = first.file_size
            archive.filelist.append(again)
            archive.NameToInfo[name] = again
        archive.comment = b"so that the list is written anew"
    with pytest.raises(UsageError, match="nothing from it was used"), opened(path):
        pass


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    path = forged(tmp_path / "b.zip", JOURNAL)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/journal.toml", "schema = 1\n")
    with pytest.raises(UsageError, match="nothing from it was used"), opened(path):
        pass


def test_a_backup_of_a_newer_version_asks_for_an_update(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="newer consentui"), opened(forged(tmp_path / "b.zip", JOURNAL, schema=2)):
        pass


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(UsageError, match="not a consentui backup"), opened(tmp_path / "b.zip"):
        pass


def test_a_folder_a_device_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, Path("/dev/zero"), tmp_path / "none"):
        with pytest.raises(UsageError, match="cannot be read"), opened(path):
            pass


def test_a_file_that_is_not_what_the_list_says_is_named(tmp_path: Path) -> None:
    other = {"data/journal.toml": b"schema = 2\n"}
    with opened(forged(tmp_path / "b.zip", other, listed=JOURNAL)) as backup:
        assert list(backup.damaged()) == ["data/journal.toml"]
        with pytest.raises(StorageError, match="damaged"):
            backup.content_of("data/journal.toml")


@given(place=st.floats(0, 1, exclude_max=True), junk=st.binary(max_size=40))
def test_a_changed_or_shortened_backup_is_refused_or_seen_to_be_damaged(
    tmp_path_factory: pytest.TempPathFactory, place: float, junk: bytes
) -> None:
    files = {**JOURNAL, "data/proofs/a.png": bytes(300)}
    path = forged(tmp_path_factory.mktemp("any") / "b.zip", files)
    whole = path.read_bytes()
    at = int(len(whole) * place)
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :] if junk else whole[:at])
    with suppress(UsageError), opened(path) as backup:
        damaged = set(backup.damaged())
        for one in backup.contents.files:
            assert one.name in damaged or backup.content_of(one.name) == files[one.name]


def test_a_backup_with_a_member_that_has_no_name_is_refused(archive: Path) -> None:
    with_nameless(archive)
    with pytest.raises(UsageError), opened(archive):
        pass

"""An archive can be checked with the tools of any system."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentui.errors import StorageError, UsageError
from consentui.export.archive import README, SUMS, Content, evidence_zip
from consentui.i18n import language
from consentui.storage.reading import BLOCK
from consentui.storage.saving import FileIsThereError
from tests.storage.test_names import names

DAY = date(2026, 11, 21)
NEEDED = ("unzip", "sha256sum")
FILES: tuple[tuple[str, Content], ...] = (("dossier.md", b"# Dossier\n"), ("sent/01.txt", "Accusé\n".encode()))
Unpack = Callable[[Path], Path]


@pytest.fixture
def unpack(tmp_path: Path) -> Unpack:
    """A function that unpacks an archive with `unzip` and checks it with `sha256sum`."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        sentence = f"An archive cannot be checked here without {' and '.join(missing)}."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)

    def unpacked(archive: Path) -> Path:
        folder = tmp_path / "unpacked"
        shutil.rmtree(folder, ignore_errors=True)
        run("unzip", "-q", str(archive), "-d", str(folder), cwd=tmp_path)
        run("sha256sum", "--check", "--strict", "--quiet", SUMS, cwd=folder)
        return folder

    return unpacked


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        command, cwd=cwd, env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_who_has_the_archive_checks_it_with_their_own_tools(tmp_path: Path, unpack: Unpack) -> None:
    large = tmp_path / "large"
    large.write_bytes(os.urandom(2 * BLOCK + 1))
    evidence_zip(tmp_path / "e.zip", (*FILES, ("proofs/Capture d’écran.png", large)), day=DAY, language="en")
    folder = unpack(tmp_path / "e.zip")
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert sorted(found) == [README, SUMS, "dossier.md", "proofs/Capture-decran.png", "sent/01.txt"]
    assert found["proofs/Capture-decran.png"].read_bytes() == large.read_bytes()
    assert found["sent/01.txt"].read_bytes() == "Accusé\n".encode()
    assert {stat.S_IMODE(path.stat().st_mode) & ~0o022 for path in found.values()} == {0o644}
    assert stat.S_IMODE((tmp_path / "e.zip").stat().st_mode) == 0o600


def test_a_file_that_was_changed_is_found_out(tmp_path: Path, unpack: Unpack) -> None:
    evidence_zip(tmp_path / "e.zip", FILES, day=DAY, language="en")
    folder = unpack(tmp_path / "e.zip")
    (folder / "dossier.md").write_bytes(b"# Another\n")
    with pytest.raises(AssertionError):
        run("sha256sum", "--check", "--quiet", SUMS, cwd=folder)


def test_every_file_but_the_sums_has_a_sum(tmp_path: Path) -> None:
    evidence_zip(tmp_path / "e.zip", FILES, day=DAY, language="en")
    with ZipFile(tmp_path / "e.zip") as archive:
        found = archive.namelist()
        sums = archive.read(SUMS).decode().splitlines()
        assert sums == [f"{sha256(archive.read(name)).hexdigest()}  {name}" for name in found if name != SUMS]
    assert found == [README, "dossier.md", "sent/01.txt", SUMS]


def test_it_says_how_to_check_in_the_language_asked_for(tmp_path: Path) -> None:
    evidence_zip(tmp_path / "e.zip", FILES, day=DAY, language="en")
    with ZipFile(tmp_path / "e.zip") as archive:
        text = archive.read(README).decode()
    assert text.startswith("Evidence collected by consentui on 21 November 2026.\n")
    for command in ("sha256sum -c SHA256SUMS", "shasum -a 256 -c SHA256SUMS", "Get-FileHash"):
        assert command in text
    evidence_zip(tmp_path / "f.zip", FILES, day=DAY, language="fr")
    with ZipFile(tmp_path / "f.zip") as archive:
        assert "21 novembre 2026" in archive.read(README).decode()
    assert language() == "en"


def test_the_same_files_on_the_same_day_are_the_same_archive_in_any_order(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"content")
    files = (*FILES, ("source", source))
    evidence_zip(tmp_path / "one.zip", files, day=DAY, language="en")
    os.utime(source, (1, 1))
    source.chmod(0o640)
    evidence_zip(tmp_path / "two.zip", files[::-1], day=DAY, language="en")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@given(st.dictionaries(names, st.binary(max_size=50), max_size=5))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_names_unpack_below_the_folder_and_any_content_comes_back(
    tmp_path: Path, unpack: Unpack, files: dict[str, bytes]
) -> None:
    evidence_zip(tmp_path / "e.zip", files.items(), day=DAY, language="en", replace=True)
    folder = unpack(tmp_path / "e.zip")
    found = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name not in {README, SUMS}]
    assert sorted(found) == sorted(files.values())


def test_a_file_that_is_there_is_replaced_only_when_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "e.zip"
    path.write_bytes(b"mine")
    with pytest.raises(FileIsThereError):
        evidence_zip(path, FILES, day=DAY, language="en")
    assert path.read_bytes() == b"mine"
    evidence_zip(path, FILES, day=DAY, language="en", replace=True)
    assert path.read_bytes().startswith(b"PK")
    assert [one.name for one in tmp_path.iterdir()] == ["e.zip"]


def test_a_tilde_is_the_home(tmp_path: Path) -> None:
    evidence_zip(Path("~/e.zip"), FILES, day=DAY, language="en")
    assert (tmp_path / "e.zip").exists()


def test_progress_is_told_in_bytes_from_nothing_to_the_whole(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b"x" * (2 * BLOCK + 1))
    told: list[tuple[int, int]] = []
    evidence_zip(
        tmp_path / "e.zip",
        [("large", large)],
        day=DAY,
        language="en",
        progress=lambda done, whole: told.append((done, whole)),
    )
    whole = told[0][1]
    assert told[0] == (0, whole)
    assert told[-1] == (whole, whole)
    assert whole > 2 * BLOCK + 1
    steps = [done for done, _whole in told]
    assert steps == sorted(set(steps))
    assert len(steps) == 5
    assert {one for _done, one in told} == {whole}


class StopError(RuntimeError):
    pass


@pytest.mark.parametrize("stop", [StopError(), KeyboardInterrupt()])
def test_who_stops_half_way_has_no_half_file(tmp_path: Path, stop: BaseException) -> None:
    path = tmp_path / "out" / "e.zip"
    path.parent.mkdir()
    path.write_bytes(b"old")

    def stopping(done: int, whole: int) -> None:
        if done > whole // 2:
            raise stop

    with pytest.raises(type(stop)):
        evidence_zip(path, [("large", b"x" * 3 * BLOCK)], day=DAY, language="en", replace=True, progress=stopping)
    assert [one.name for one in path.parent.iterdir()] == ["e.zip"]
    assert path.read_bytes() == b"old"


def test_a_file_that_changes_while_it_is_read_makes_no_archive(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"content")
    for changed in (b"longer content", b"short"):

        def change(_done: int, _whole: int, content: bytes = changed) -> None:
            source.write_bytes(content)

        with pytest.raises(StorageError, match="changed while"):
            evidence_zip(tmp_path / "e.zip", [("source", source)], day=DAY, language="en", progress=change)
        source.write_bytes(b"content")
    assert [one.name for one in tmp_path.iterdir()] == ["source"]


def test_a_file_that_cannot_be_read_makes_no_archive(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        evidence_zip(tmp_path / "e.zip", [("source", tmp_path / "nowhere")], day=DAY, language="en")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["~nobody-of-this-name/e.zip", "null\0character.zip", "file/e.zip"])
def test_an_archive_that_cannot_be_written_is_told(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="could not be written"):
        evidence_zip(Path(path), FILES, day=DAY, language="en")

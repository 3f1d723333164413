"""Files are replaced completely or not at all."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from consentui.errors import StorageError, UsageError
from consentui.storage.files import (
    NotRegularError,
    failing_as,
    put_in_free_place,
    put_in_place,
    replace_file,
    sync_folder,
    written_aside,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_and_its_folder_are_for_their_owners_eyes_only(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "report.md"
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_a_file_that_was_there_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old, and longer")
    path.chmod(0o644)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o644


def test_who_reads_meanwhile_sees_the_old_file_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    synced: list[tuple[str, bytes]] = []
    fsync = os.fsync

    def seen_fsync(descriptor: int) -> None:
        fsync(descriptor)
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append(("folder" if is_folder else "file", path.read_bytes()))

    monkeypatch.setattr(os, "fsync", seen_fsync)
    replace_file(path, b"new")
    assert synced == [("file", b"old"), ("folder", b"new")]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on the disk"), KeyboardInterrupt()])
def test_when_it_cannot_be_done_the_old_file_is_there_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")

    def failing(*_arguments: object) -> None:
        raise fault

    monkeypatch.setattr(step, failing)
    with pytest.raises(type(fault)):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    kept, link = tmp_path / "dotfiles" / "config.toml", tmp_path / "config.toml"
    kept.parent.mkdir()
    kept.write_bytes(b"old")
    link.symlink_to(kept)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"


def test_a_folder_in_place_of_the_file_is_an_error_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.mkdir()
    with pytest.raises(OSError, match="folder"):
        replace_file(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_system_that_cannot_sync_folders_is_not_asked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentui.storage.files.os.name", "nt")
    sync_folder(tmp_path / "missing")


def test_a_file_aside_is_gone_when_it_was_not_put_in_place(tmp_path: Path) -> None:
    with written_aside(tmp_path / "folder", "proof") as new:
        new.file.write(b"half of it")
        assert mode(new.path) == 0o600
    assert list((tmp_path / "folder").iterdir()) == []


def special(tmp_path: Path) -> dict[str, Path]:
    """Paths that are not regular files, and a link to one, by kind."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    return {name: tmp_path / name for name in ("pipe", "folder", "link", "socket")}


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "socket"])
def test_nothing_is_put_in_the_place_of_what_is_no_regular_file(tmp_path: Path, kind: str) -> None:
    path = special(tmp_path)[kind]
    before = {one: one.lstat().st_mode for one in tmp_path.iterdir()}
    with pytest.raises(NotRegularError):
        replace_file(path, b"new")
    assert {one: one.lstat().st_mode for one in tmp_path.iterdir()} == before


def test_a_file_that_may_replace_none_takes_a_free_place_or_leaves_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    with written_aside(tmp_path, "letter") as new:
        new.file.write(b"first")
        put_in_free_place(new, path)
    with written_aside(tmp_path, "letter") as new:
        new.file.write(b"second")
        with pytest.raises(FileExistsError):
            put_in_free_place(new, path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"letter.txt": b"first"}


def test_a_free_place_is_taken_where_no_file_has_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    test_a_file_that_may_replace_none_takes_a_free_place_or_leaves_what_is_there(tmp_path)


def test_a_file_that_need_not_last_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fsync")
    replace_file(tmp_path / "place.json", b"{}", lasting=False)
    assert (tmp_path / "place.json").read_bytes() == b"{}"


def test_what_the_system_says_is_said_in_our_words_on_one_clean_line(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as raised, failing_as("No.", tmp_path / "a\x1b\nb", "Wait."):
        raise OSError(28, "No space left on the disk")
    assert str(raised.value) == f"No.\n{tmp_path}/a b: No space left on the disk\nWait."
    with pytest.raises(UsageError), failing_as("No.", tmp_path, error=UsageError):
        raise PermissionError


def test_a_reader_that_has_gone_is_left_to_whoever_asked(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), failing_as("No.", tmp_path):
        raise BrokenPipeError


WRITES_FOR_EVER = """
import sys, time
from pathlib import Path
from consentui.storage.files import written_aside
with written_aside(Path(sys.argv[1]), "identity.toml") as new:
    new.file.write(b'name = "Marie"')
    new.file.flush()
    print("writing", flush=True)
    time.sleep(600)
"""


def test_what_a_killed_write_left_goes_with_the_next_and_what_is_being_written_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITES_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        (left,) = tmp_path.iterdir()
        with written_aside(tmp_path, "identity.toml") as new:
            put_in_place(new, tmp_path / "identity.toml")
        assert left.exists()
        program.kill()
        program.wait()
    assert left.exists()
    with written_aside(tmp_path, "identity.toml"):
        pass
    assert [one.name for one in tmp_path.iterdir()] == ["identity.toml"]


def test_a_file_that_was_swept_before_it_was_held_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    mkstemp = tempfile.mkstemp

    def swept_at_once(**arguments: Any) -> tuple[int, str]:
        descriptor, name = mkstemp(**arguments)
        if not made:
            Path(name).unlink()
        made.append(name)
        return descriptor, name

    monkeypatch.setattr(tempfile, "mkstemp", swept_at_once)
    with written_aside(tmp_path, "proof") as new:
        assert new.path.exists()
    assert len(made) == 2


def test_other_hidden_files_are_nobodys_leftovers(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / "x.consentui-new").touch()
    with written_aside(tmp_path, "proof"):
        pass
    assert len(list(tmp_path.iterdir())) == 2


def test_the_longest_name_has_room_aside(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"

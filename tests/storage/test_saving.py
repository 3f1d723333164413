"""Saving files where the person wants them."""

from __future__ import annotations

import os
import pty
import stat
import threading
from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.storage import saving
from consentui.storage.saving import FileIsThereError, save_text


def test_a_saved_report_is_for_its_owners_eyes(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "today.md"
    save_text(path, "# Rapport du 1er décembre\n")
    assert path.read_text(encoding="utf-8") == "# Rapport du 1er décembre\n"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_report_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "today.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileIsThereError, match="already exists") as caught:
        save_text(path, "new")
    assert "--force" in caught.value.way_out
    assert path.read_text(encoding="utf-8") == "mine"
    save_text(path, "new", replace=True)
    assert path.read_text(encoding="utf-8") == "new"


def test_a_tilde_is_the_persons_home(tmp_path: Path) -> None:
    save_text(Path("~/today.md"), "new")
    assert (tmp_path / "today.md").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("place", ["~nobody-of-that-name/today.md", "to\0day.md", f"/dev/fd/{'9' * 5000}"])
def test_a_place_that_no_system_can_have_is_refused(place: str) -> None:
    with pytest.raises(StorageError, match="could not be written"):
        save_text(Path(place), "new", replace=True)


@pytest.mark.parametrize("place", ["a file/today.md", "a folder"])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    (tmp_path / "a folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StorageError, match="could not be written"):
        save_text(tmp_path / place, "new", replace=True)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("replace", [False, True])
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path, *, replace: bool) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    save_text(link, "é" * 100_000, replace=replace)
    reader.join(10)
    assert read == ["é" * 100_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(tmp_path.iterdir()) == [link, pipe]


def test_a_pipe_that_nobody_reads_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "PATIENCE_SECONDS", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageError, match="could not be written") as raised:
        save_text(tmp_path / "pipe", "new", replace=True)
    assert "nothing is reading" in raised.value.detail


def test_a_device_is_written_into() -> None:
    ours, theirs = pty.openpty()
    save_text(Path(os.ttyname(theirs)), "new", replace=True)
    assert os.read(ours, 10) == b"new"
    for descriptor in (ours, theirs):
        os.close(descriptor)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-", "the file itself"])
def test_standard_output_is_written_on_wherever_it_leads(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "out"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    before = os.dup(1)
    os.dup2(descriptor, 1)
    try:
        os.write(1, b"before, ")
        save_text(path if name == "the file itself" else Path(name), "new")
        os.write(1, b", after")
    finally:
        os.dup2(before, 1)
        os.close(descriptor)
        os.close(before)
    assert path.read_bytes() == b"before, new, after"


def test_a_socket_is_refused_and_stays(tmp_path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    with pytest.raises(StorageError, match="could not be written"):
        save_text(tmp_path / "socket", "new", replace=True)
    assert stat.S_ISSOCK((tmp_path / "socket").stat().st_mode)


def test_a_file_that_came_while_ours_was_made_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "today.md"
    ours = saving.saving(path)
    ours.__enter__().write(b"ours")
    path.write_text("theirs", encoding="utf-8")
    with pytest.raises(FileIsThereError):
        ours.__exit__(None, None, None)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"today.md": b"theirs"}

"""Files replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from consentui.errors import UsageError
from consentui.storage.files import BLOCK, aside, blocks_of, hash_of, open_regular, replace_file, sync_folder


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
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
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
    with pytest.raises(OSError, match="directory"):
        replace_file(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_system_that_cannot_sync_folders_is_not_asked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentui.storage.files.os.name", "nt")
    sync_folder(tmp_path / "missing")


def test_a_file_aside_is_gone_when_it_was_not_put_in_place(tmp_path: Path) -> None:
    with aside(tmp_path / "folder", "proof") as new:
        new.file.write(b"half of it")
        assert mode(new.path) == 0o600
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_file_is_read_a_block_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * (2 * BLOCK + 1))
    with open_regular(path) as file:
        assert [len(block) for block in blocks_of(file)] == [BLOCK, BLOCK, 1]


def test_a_link_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with open_regular(tmp_path / "link") as file:
        assert file.read() == b"content"


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as raised:
        open_regular(path)
    assert hash_of(path) == ""
    return raised.value.title


def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to a device").symlink_to("/dev/zero")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "to a device"):
        assert refused(path) == "This is no file that can be read."
    for path in (tmp_path / "ring", tmp_path / "nowhere", tmp_path / ("n" * 5000), Path("null\0character")):
        assert refused(path) == "The file cannot be read."


def test_what_becomes_a_pipe_while_it_is_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    opening = os.open

    def swapped(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return opening(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(UsageError, match="no file that can be read"):
        open_regular(path)

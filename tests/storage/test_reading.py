"""Reading regular files, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consentui.errors import UsageError
from consentui.storage import reading
from consentui.storage.reading import (
    BLOCK,
    blocks_of,
    content_of,
    hash_inside,
    hash_of,
    open_regular,
    opened,
    opened_inside,
    text_of,
)


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
    with pytest.raises(OSError):  # noqa: PT011 -- each system says it in its own words
        content_of(path)
    assert hash_of(path) == ""
    assert raised.value.title == "The file cannot be read."
    return str(raised.value)


def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to a device").symlink_to("/dev/zero")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "to a device"):
        assert refused(path).endswith("Name one file: no folder, no device.")
    for path in (tmp_path / "ring", tmp_path / "nowhere", tmp_path / ("n" * 5000), Path("null\0character")):
        assert "no folder" not in refused(path)


def test_what_becomes_a_pipe_while_it_is_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    opening = os.open

    def swapped(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return opening(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(OSError, match="Not a regular file"):
        opened(path)


def test_what_looks_regular_and_would_be_waited_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `/proc/kmsg`: a regular file by its mode, that has nothing to read until the kernel speaks."""
    os.mkfifo(tmp_path / "file")
    monkeypatch.setattr(reading, "require_regular", lambda *_: None)
    writer = os.open(tmp_path / "file", os.O_RDWR | os.O_NONBLOCK)
    try:
        assert refused(tmp_path / "file").endswith("Name one file: no folder, no device.")
        os.write(writer, b"words")
        with opened(tmp_path / "file") as file:
            assert file.read(5) == b"words"
            for most in (-1, 1):
                with pytest.raises(OSError, match="Not a regular file"):
                    file.read(most)
    finally:
        os.close(writer)


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    assert text_of(path) == "a = 1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file in it, and with links that lead out of it."""
    (tmp_path / "outside.txt").write_bytes(b"outside")
    inner = tmp_path / "data" / "proofs" / "one"
    inner.mkdir(parents=True)
    (inner / "file").write_bytes(b"content")
    (inner / "link").symlink_to(tmp_path / "outside.txt")
    (inner / "way out").symlink_to(tmp_path)
    (inner / "ring").symlink_to(inner / "ring")
    os.mkfifo(inner / "pipe")
    return tmp_path / "data"


def test_a_file_in_a_folder_is_read_by_its_name(folder: Path) -> None:
    with opened_inside(folder, "proofs/one/file") as file:
        assert file.read() == b"content"
    assert hash_inside(folder, "proofs/one/file") == hash_of(folder / "proofs" / "one" / "file")


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "proofs/../../outside.txt",
        "proofs/one/link",
        "proofs/one/way out/outside.txt",
        "proofs/one/pipe",
        "proofs/one/ring",
        "proofs/one",
        "proofs/none",
        "/etc/passwd",
        "/dev/zero",
    ],
)
def test_a_name_that_leads_out_of_its_folder_leads_nowhere(folder: Path, name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 -- each system says it in its own words
        opened_inside(folder, name)
    assert hash_inside(folder, name) == ""


def test_the_person_may_keep_a_folder_elsewhere_and_link_to_it(folder: Path, tmp_path: Path) -> None:
    (folder / "proofs").rename(tmp_path / "elsewhere")
    (folder / "proofs").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "linked").symlink_to(folder)
    assert hash_inside(tmp_path / "linked", "proofs/one/file") == hash_of(tmp_path / "elsewhere" / "one" / "file")

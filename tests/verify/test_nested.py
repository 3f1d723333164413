"""A ZIP inside a ZIP: read in place, kept in memory if small, and reported as unreadable if neither is possible."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from consentui.errors import UsageError
from consentui.verify import nested
from consentui.verify.archive import Archive, content_of
from tests.verify.downloads import write_zip

SETTINGS = {"data/settings.json": b"{}"}


def packed_again(folder: Path, inner: dict[str, Path], *, how: int = ZIP_STORED, beside: str = "") -> Path:
    place = folder / "outer.zip"
    with ZipFile(place, "w", how) as outer:
        for name, path in inner.items():
            outer.write(path, name)
        if beside:
            outer.writestr(beside, b"text")
    return place


@pytest.mark.parametrize("how", [ZIP_STORED, ZIP_DEFLATED])
def test_what_is_in_it_is_read(tmp_path: Path, how: int) -> None:
    parts = {f"parts/{number}.zip": write_zip(tmp_path / f"{number}.zip", {f"{number}.json": b"{}"}) for number in "12"}
    with Archive([packed_again(tmp_path, parts, how=how)]) as archive:
        assert [member.name for member in archive.members] == ["parts/1/1.json", "parts/2/2.json"]
        assert [content_of(member) for member in archive.members] == [b"{}", b"{}"]


def test_a_zip_beside_other_files_is_the_persons_own_and_stays_closed(tmp_path: Path) -> None:
    inner = {"messages/sent.zip": write_zip(tmp_path / "sent.zip", SETTINGS)}
    with Archive([packed_again(tmp_path, inner, beside="messages/1.txt")]) as archive:
        assert [member.name for member in archive.members] == ["messages/sent.zip", "messages/1.txt"]


def test_a_third_one_within_is_a_file_like_any_other(tmp_path: Path) -> None:
    third = write_zip(tmp_path / "third.zip", SETTINGS)
    second = packed_again(tmp_path, {"third.zip": third}).rename(tmp_path / "second.zip")
    with Archive([packed_again(tmp_path, {"second.zip": second})]) as archive:
        assert [member.name for member in archive.members] == ["second/third.zip"]


def test_packed_ones_are_held_up_to_a_size_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = write_zip(tmp_path / "inner.zip", {"noise.bin": os.urandom(4000)})
    monkeypatch.setattr(nested, "MOST_HELD", inner.stat().st_size)
    with Archive([packed_again(tmp_path, {"1.zip": inner}, how=ZIP_DEFLATED)]):
        pass
    with pytest.raises(UsageError, match="large ZIP file within"):
        Archive([packed_again(tmp_path, {"1.zip": inner, "2.zip": inner}, how=ZIP_DEFLATED)])


def test_only_so_many_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested, "MOST_NESTED", 2)
    inner = write_zip(tmp_path / "inner.zip", SETTINGS)
    with pytest.raises(UsageError, match="large ZIP file within"):
        Archive([packed_again(tmp_path, {f"{number}.zip": inner for number in range(3)})])


def test_one_that_says_it_is_larger_than_it_is_or_is_none_says_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 50)
    good = write_zip(tmp_path / "good.zip", SETTINGS)
    with Archive([packed_again(tmp_path, {"broken.zip": broken, "good.zip": good})]) as archive:
        assert [member.name for member in archive.members] == ["good/data/settings.json"]


def test_a_stored_one_is_never_held_whatever_its_size(tmp_path: Path) -> None:
    inner = tmp_path / "inner.zip"
    with ZipFile(inner, "w") as archive:
        archive.writestr("videos/large.mp4", bytes(40_000_000))
        archive.writestr("data/settings.json", b"{}")
    outer = packed_again(tmp_path, {"inner.zip": inner})
    tracemalloc.start()
    with Archive([outer]) as archive:
        (settings,) = (member for member, _root in archive.named("settings.json"))
        assert content_of(settings) == b"{}"
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000

"""Where the person was is remembered if possible, and nothing breaks if not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consentui.profile.memory import LastCard, read_news_day, read_place, write_news_day, write_place

HERE = LastCard("x-7k3f", "grok-training")


def test_a_place_is_remembered(tmp_path: Path) -> None:
    write_place(tmp_path / "state", LastCard("x-7k3f", "ads"))
    write_place(tmp_path / "state", HERE)
    assert read_place(tmp_path / "state") == HERE


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"account": 3, "control": "ads"}', b"\xff"])
def test_where_nothing_sensible_is_remembered_there_is_no_place(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "place.json").write_bytes(content)
    assert read_place(tmp_path) is None


def test_a_place_that_cannot_be_written_is_forgotten_in_silence(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    write_place(tmp_path / "state", HERE)
    assert read_place(tmp_path / "state") is None


def test_the_day_of_the_last_look_at_what_changed_is_remembered(tmp_path: Path) -> None:
    assert read_news_day(tmp_path / "state") is None
    write_news_day(tmp_path / "state", date(2026, 11, 20))
    write_news_day(tmp_path / "state", date(2026, 11, 21))
    assert read_news_day(tmp_path / "state") == date(2026, 11, 21)


def test_a_place_and_a_day_do_not_get_into_each_others_way(tmp_path: Path) -> None:
    write_place(tmp_path, HERE)
    write_news_day(tmp_path, date(2026, 11, 21))
    assert (read_place(tmp_path), read_news_day(tmp_path)) == (HERE, date(2026, 11, 21))

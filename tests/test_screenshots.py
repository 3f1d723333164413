"""The pictures in `screenshots/` show the program as it is now."""

from __future__ import annotations

import pytest

from tests.screenshots import FOLDER, LOOKS, SIZES, VIEWS, Size, file_of, shots, words_of

REMEDY = "The program looks different now: `make screenshots`, look at the pictures, and keep them."


@pytest.mark.parametrize("size", SIZES, ids=[size.name for size in SIZES])
def test_every_picture_says_what_the_program_says_now(size: Size, monkeypatch: pytest.MonkeyPatch) -> None:
    # Textual's pilot otherwise waits longer than the program takes.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 4000)
    stale = [
        file.name
        for shot in shots(size, looks=())
        for file in (file_of(shot.view, size, look) for look in LOOKS)
        if not words_of(file.read_text(encoding="utf-8")).endswith(shot.text)
    ]
    assert stale == [], REMEDY


def test_no_picture_of_something_else_is_left_in_the_folder() -> None:
    known = {file_of(view.name, size, look) for view in VIEWS for size in SIZES for look in LOOKS}
    assert set(FOLDER.iterdir()) == known, REMEDY


def test_a_picture_in_which_a_word_changed_is_found_out() -> None:
    picture = file_of(VIEWS[0].name, SIZES[0], LOOKS[0]).read_text(encoding="utf-8")
    assert words_of(picture.replace("Instagram", "Telegram")) != words_of(picture)

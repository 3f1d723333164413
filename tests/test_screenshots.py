"""The pictures in `screenshots/` show the program as it is now."""

from __future__ import annotations

import pytest

from tests.screenshots import FOLDER, SHOTS, Shot, draw

REMEDY = "The program looks different now: `make screenshots`, look at the pictures, and keep them."


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_every_picture_shows_the_program_as_it_is_now(shot: Shot) -> None:
    kept = (FOLDER / f"{shot.name}.svg").read_text(encoding="utf-8")
    # Compared outside the assertion: the difference of two pictures is of no use to a reader.
    is_current = kept == draw(shot)
    assert is_current, f"{shot.name}.svg: {REMEDY}"


def test_no_picture_of_something_else_is_left_in_the_folder() -> None:
    known = {f"{shot.name}.svg" for shot in SHOTS}
    assert {path.name for path in FOLDER.iterdir()} == known, REMEDY


def test_a_picture_comes_out_the_same_every_time() -> None:
    assert draw(SHOTS[0]) == draw(SHOTS[0])

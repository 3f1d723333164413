"""The file that says what the last release contained."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError
from consentui.knowledge.lint.released import Released, as_toml, read_released, released_as, released_file
from tests.builders import a_control, a_platform, an_event
from tests.knowledge.lint.cases import a_tombstone

PLATFORMS = (
    a_platform(id="nest", event=(an_event(),)),
    a_platform(a_control(id="b"), a_control(id="a"), tombstone=(a_tombstone(),)),
)
RELEASED = Released(
    "1.0",
    {"platforms": 2, "controls": 4, "sources": 3, "events": 1, "labels_fr": 3},
    {"chirp": ("a", "b", "gone"), "nest": ("training",)},
)


def test_a_release_lists_all_ids_past_ones_too_and_counts() -> None:
    assert released_as("1.0", PLATFORMS) == RELEASED


def test_what_was_written_is_read(tmp_path: Path) -> None:
    released_file(tmp_path).write_text(as_toml(RELEASED), encoding="utf-8")
    assert read_released(tmp_path) == RELEASED


def test_it_is_one_line_a_platform_in_order() -> None:
    lines = as_toml(RELEASED).splitlines()
    assert lines[0] == "# SPDX-License-Identifier: CC-BY-4.0"
    assert lines[-3:] == ["[platforms]", 'chirp = ["a", "b", "gone"]', 'nest = ["training"]']


def test_before_the_first_release_nothing_is_held(tmp_path: Path) -> None:
    assert read_released(tmp_path) == Released()


def test_a_spoilt_file_is_told(tmp_path: Path) -> None:
    released_file(tmp_path).write_text("version = 1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 1"):
        read_released(tmp_path)


def test_the_bundled_file_is_as_it_would_be_written() -> None:
    text = released_file(data_folder()).read_text(encoding="utf-8")
    assert as_toml(read_released(data_folder())) == text

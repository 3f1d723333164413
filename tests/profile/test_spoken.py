"""The language of a profile is known early, whatever else its preferences contain."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.profile.spoken import language_in


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (b'language = "fr"\ncountry = "BE"\n', "fr"),
        (b'\xef\xbb\xbflanguage = "de"\r\n', "de"),
        (b'language = "fr"\ncountry = 1\nunknown = true\n', "fr"),
        (b'language = "it"\n', None),
        (b"language = [1]\n", None),
        (b'country = "FR"\n', None),
        (b"language = \n", None),
        (b'language = "fr"\n\xff', None),
        (b"a = " + b"[" * 10_000, None),
    ],
)
def test_the_language_is_the_one_named_if_we_speak_it(content: bytes, language: str | None, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    assert language_in(file) == language


def test_where_nothing_can_be_read_no_language_is_named(tmp_path: Path) -> None:
    assert language_in(tmp_path / "missing.toml") is None
    assert language_in(tmp_path) is None

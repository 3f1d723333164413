"""File names that are valid on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.storage.names import safe_name, safe_paths
from tests.journal.strategies import texts

SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
names = texts | st.text(st.sampled_from("aA./\\.. ~:~-\0\n"), max_size=8) | st.sampled_from(sorted(DEVICES))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Capture d’écran 2026.png", "Capture-decran-2026.png"),
        ("..", "file"),
        (".bashrc", "bashrc"),
        ("-rf", "rf"),
        ("a\nb", "a-b"),
        ("con.txt", "file-con.txt"),
        ("确认", "file"),
        ("x" * 300 + ".png", "x" * 76 + ".png"),
        ("x" * 300, "x" * 80),
        ("x." + "y" * 300, "x." + "y" * 78),
    ],
)
def test_a_name_keeps_what_is_plain(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(names)
def test_any_text_becomes_a_name_that_does_everywhere(text: str) -> None:
    name = safe_name(text)
    assert SAFE.fullmatch(name)
    assert len(name) <= 85
    assert name.partition(".")[0].lower() not in DEVICES
    assert safe_name(name) == name


def test_paths_keep_their_folders_and_lead_nowhere_else() -> None:
    given_names = ["sent/01.txt", "../../etc/passwd", "/etc/passwd", "C:\\a\\b", "", "./x//y"]
    assert list(safe_paths(given_names)) == ["sent/01.txt", "etc/passwd", "etc/passwd-2", "C/a/b", "file", "x/y"]


def test_no_file_takes_the_place_of_another_or_of_a_folder() -> None:
    given_names = ["readme.TXT", "a", "a/b", "c/d", "C", "x.png", "X.PNG"]
    assert list(safe_paths(given_names, ("README.txt",))) == [
        *("readme-2.TXT", "a", "a-b", "c/d", "C-2", "x.png", "X-2.PNG")
    ]


@given(st.lists(names, max_size=8))
def test_any_names_become_different_safe_paths(given_names: list[str]) -> None:
    taken = {"readme.txt"}
    for path in safe_paths(given_names, ("README.txt",)):
        parts = path.casefold().split("/")
        assert all(SAFE.fullmatch(part) for part in path.split("/"))
        assert path.casefold() not in taken
        assert not {"/".join(parts[:end]) for end in range(1, len(parts))} & taken
        assert not any(other.startswith(f"{path.casefold()}/") for other in taken)
        taken.add(path.casefold())

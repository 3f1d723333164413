"""Drafts: what was typed and not saved yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.profile.drafts import Drafts


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts.json")


def test_what_is_kept_is_there_again_as_it_was_typed(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep("letter/x", {"grounds": " two\nlines \n", "name": "Marie"})
    drafts.keep("note/x", {"note": "é"})
    again = Drafts(tmp_path / "drafts.json")
    assert again.kept("letter/x") == {"grounds": " two\nlines \n", "name": "Marie"}
    assert again.kept("note/x") == {"note": "é"}
    assert again.kept("elsewhere") == {}
    assert (tmp_path / "drafts.json").stat().st_mode & 0o077 == 0


def test_what_is_saved_is_forgotten(drafts: Drafts) -> None:
    drafts.keep("note/x", {"note": "a"})
    drafts.keep("note/x", {})
    assert drafts.kept("note/x") == {}


def test_nothing_typed_leaves_no_file(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep("note/x", {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b'{"note/x": {"note": "caf\xe9"}}', b"[" * 100_000, b"\xff\xfe", b'{"a": 1}'])
def test_a_file_that_is_spoilt_has_nothing_and_takes_what_is_typed_next(
    drafts: Drafts, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "drafts.json").write_bytes(content)
    assert drafts.kept("note/x") == {}
    drafts.keep("note/x", {"note": "a"})
    assert drafts.kept("note/x") == {"note": "a"}


def test_what_is_about_an_account_or_a_request_that_goes_is_forgotten_with_it(drafts: Drafts) -> None:
    places = ("letter/x-7k3f/grok", "note/x-7k3f/grok", "CU-2027-001/received", "letter/x-7k3g/grok")
    for place in places:
        drafts.keep(place, {"a": "b"})
    drafts.forget_about({"x-7k3f", "CU-2027-001"})
    assert [place for place in places if drafts.kept(place)] == ["letter/x-7k3g/grok"]


def test_fields_are_forgotten_wherever_they_were_typed(drafts: Drafts) -> None:
    drafts.keep("letter/x", {"grounds": "mine", "name": "Marie"})
    drafts.keep("letter/y", {"name": "Marie"})
    drafts.forget_fields({"name"})
    assert drafts.kept("letter/x") == {"grounds": "mine"}
    assert drafts.kept("letter/y") == {}


@pytest.mark.parametrize("content", ["", "[1]", '{"a": 1}', "\x00"])
def test_a_file_that_cannot_be_read_holds_nothing_and_is_written_anew(
    drafts: Drafts, tmp_path: Path, content: str
) -> None:
    (tmp_path / "drafts.json").write_text(content)
    assert drafts.kept("a") == {}
    drafts.keep("a", {"b": "c"})
    assert drafts.kept("a") == {"b": "c"}


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafts.json").mkdir()
    with pytest.raises(StorageError, match="What you typed could not be saved"):
        Drafts(tmp_path / "drafts.json").keep("a", {"b": "c"})

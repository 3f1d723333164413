"""What a person types is made inert and limited in length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from consentui.errors import UsageError
from consentui.profile.input import (
    MAX_HANDLE,
    MAX_NOTE,
    cleaned_email,
    cleaned_handle,
    cleaned_note,
    path_of,
    typed_day,
)
from consentui.text import UNSEEN
from tests.journal.strategies import texts


@given(texts)
def test_any_handle_becomes_one_line_without_anything_unseen(text: str) -> None:
    handle = cleaned_handle(text)
    assert not UNSEEN.search(handle)
    assert handle == " ".join(handle.split())
    assert cleaned_handle(handle) == handle


@given(texts)
def test_any_note_keeps_its_lines_and_loses_all_that_is_unseen(text: str) -> None:
    note = cleaned_note(text)
    assert not UNSEEN.search(note)
    assert cleaned_note(note) == note


def test_a_note_keeps_its_lines_and_its_accents() -> None:
    assert cleaned_note(" Réglé,\r\n\tpuis\x1b[0m revu 🦊\n") == "Réglé,\n\tpuis[0m revu 🦊"


def test_a_handle_keeps_neither_lines_nor_the_spaces_around_it() -> None:
    assert cleaned_handle(" @ma\x1b[31mrie\u202e \n l ") == "@ma[31mrie l"


def test_nothing_typed_is_nothing() -> None:
    assert (cleaned_handle(""), cleaned_note("")) == ("", "")


@pytest.mark.parametrize(
    ("cleaned", "most", "title"),
    [
        (cleaned_handle, MAX_HANDLE, "This account name is too long."),
        (cleaned_note, MAX_NOTE, "This note is too long."),
    ],
)
def test_a_text_may_be_long_and_no_longer(cleaned: Callable[[str], str], most: int, title: str) -> None:
    assert cleaned("é" * most) == "é" * most
    with pytest.raises(UsageError) as refused:
        cleaned("é" * (most + 1))
    assert refused.value.title == title
    assert refused.value.detail == f"It has {most + 1} characters; {most} are allowed."


@pytest.mark.parametrize(("cleaned", "most"), [(cleaned_handle, MAX_HANDLE), (cleaned_note, MAX_NOTE)])
def test_what_is_cleaned_away_does_not_count(cleaned: Callable[[str], str], most: int) -> None:
    assert cleaned("\x1b" + "n" * most + "  ") == "n" * most


@pytest.mark.parametrize("text", ["2026-11-21", " 2026-11-21\n", "2026-11-21 "])
def test_a_day_is_taken_as_the_commands_take_it(text: str) -> None:
    assert typed_day(text) == date(2026, 11, 21)


@given(texts)
def test_what_is_no_day_is_refused_in_a_sentence_that_drives_no_terminal(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        typed_day(f"x{text}")
    assert not UNSEEN.search(str(refused.value))
    assert refused.value.way_out == "Write it like 2026-11-21."


@pytest.mark.parametrize(
    "typed",
    [
        "{path}",
        "  {path}\n",
        "'{path}'",
        '"{path}"',
        "{escaped}",
        "file://{url}",
        "FILE://localhost{url}",
        "~/my file's \u00e9.png",
        '"~/my file\'s \u00e9.png"',
    ],
)
def test_a_path_is_found_however_a_terminal_puts_it_there(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "my file's é.png"
    path.write_bytes(b"x")
    text = typed.format(
        path=str(path).replace("'", "'\\''") if typed.startswith("'") else path,
        escaped=str(path).replace(" ", "\\ ").replace("'", "\\'"),
        url=path.as_uri().removeprefix("file://"),
    )
    assert path_of(text) == path


@pytest.mark.parametrize("name", ["back\\slash.png", "'quoted'", "100%25.png"])
def test_a_name_that_is_there_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert path_of(str(tmp_path / name)) == tmp_path / name


@given(texts)
def test_any_text_is_a_path_or_refused(text: str) -> None:
    if text.strip():
        assert isinstance(path_of(text), Path)
    else:
        with pytest.raises(UsageError):
            path_of(text)


@pytest.mark.parametrize("email", ["", "marie@example.org", "marie.l+ai@mail.exämple.fr", "O'Brien@example.org"])
def test_an_email_address_is_kept_as_it_is(email: str) -> None:
    assert cleaned_email(f" {email} ") == email


@pytest.mark.parametrize(
    "email",
    [
        "a@b.example, c@d.example",
        "Marie <marie@example.org>",
        "=?utf-8?q?a=0d=0aBcc:_x?=@b.example, d@e.example",
        "marie",
        "marie@",
        "@example.org",
        "marie@example",
        "a b@example.org",
        "marie@exam ple.org",
        "marie@[127.0.0.1]",
    ],
)
def test_what_mail_programs_would_take_for_something_else_is_no_email_address(email: str) -> None:
    with pytest.raises(UsageError, match="is not an e-mail address"):
        cleaned_email(email)

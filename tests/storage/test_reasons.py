"""The reasons why the system or the TOML parser refused, in the current language."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from consentui.errors import StorageError
from consentui.i18n import Language
from consentui.storage import reasons
from consentui.storage.reading import content_of, text_of
from consentui.storage.reasons import SaidError, encoding_reason, system_reason, toml_reason

Speak = Callable[[Language], None]
BROKEN = {
    "a table twice": ("[a]\n[a]", "This table is already defined (line 2, column 3)."),
    "a list of tables that was a table": ("[a.b]\n[[a]]", "This key is already defined"),
    "a key twice": ("a = 1\na = 2", "This key is already defined"),
    "a key twice in a line": ("a = {b = 1, b = 2}", "This key is already defined (line 1, column 18)."),
    "added to": ("a = {}\na.b = 1\n", "A complete table or list cannot be extended (line 2, column 8)."),
    "no sign": ("a 1", "“=” is missing after a key (line 1, column 3)."),
    "two in a line": ("a = 1 b = 2", "There is something here after the end of a value (line 1, column 7)."),
    "an open header": ("[a", "The closing bracket of a table’s name is missing (at the end of the file)."),
    "an open list header": ("[[a]", "The closing bracket of a table’s name is missing (line 1, column 4)."),
    "open quotes": ('a = "b', "A text is not closed: its closing quotes are missing (at the end of the file)."),
    "open single quotes": ("a = 'b", "A text is not closed: its closing quotes are missing (at the end of the file)."),
    "open quotes in a line": ('a = "b\nc = 1', "There is an invisible character here, or a text is not closed"),
    "an open list": ("a = [1", "A list is not closed: “]” is missing (at the end of the file)."),
    "a hole in a list": ("a = [1 2]", "A list is not closed: “]” is missing (line 1, column 8)."),
    "an open table": ("a = {b = 1", "A table is not closed: its closing brace is missing (at the end of the file)."),
    "a folder of Windows": (r'a = "C:\Data"', "There is a backslash in a text: write it twice (line 1, column 10)."),
    "a number of no character": (r'a = "\ud800"', "The number after this backslash is not that of a character"),
    "no number": (r'a = "\uzzzz"', "The number after this backslash is not that of a character"),
    "a null": ("a = 1 # \0", "There is an invisible character here, or a text is not closed on its line"),
    "no day": ("a = 2026-02-30", "There is no such date or time (line 1, column 5)."),
    "no key": ("a.? = 1", "No key begins like this (line 1, column 3)."),
    "no quotes": ("a = French", "No value begins like this: texts need quotes (line 1, column 5)."),
    "nothing": ("?", "Neither a key nor a table begins like this (line 1, column 1)."),
    "digits": (f"a = {'9' * 5000}", "A number is too long."),
    "depth": (f"a = {'[' * 100_000}", "It is nested too deeply."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_toml_is_told_with_its_place(name: str) -> None:
    text, said = BROKEN[name]
    assert toml_reason(complaint(text)).startswith(said)


def test_no_message_of_the_reader_is_without_words_of_ours(speak: Speak) -> None:
    source = (Path(tomli.__file__).parent / "_parser.py").read_text(encoding="utf-8")
    messages = re.findall(r"""raise TOMLDecodeError\(\s*f?["']([^"']+.)""", source)
    messages += re.findall(r"^ +\"(E[^\"]+)\", src, pos$", source, re.MULTILINE)
    assert len(messages) > 15
    speak("fr")
    for message in messages:
        assert "règles" not in toml_reason(tomli.TOMLDecodeError(message, "a", 0)), message


def test_a_message_that_is_new_is_said_in_our_words_all_the_same() -> None:
    said = toml_reason(tomli.TOMLDecodeError("The moon is full", "a = 1", 2))
    assert said == "This does not follow the rules of TOML (line 1, column 3)."


@pytest.mark.parametrize("language", ["fr", "de"])
def test_no_reason_is_left_in_english(speak: Speak, language: Language) -> None:
    numbers = sorted(reasons._SYSTEM)
    english = [system_reason(OSError(number, os.strerror(number))) for number in numbers]
    speak(language)
    for number, before in zip(numbers, english, strict=True):
        assert system_reason(OSError(number, os.strerror(number))) != before


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/a"), "Permission denied"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "Is a folder"),
        (OSError(errno.ENOLCK, "No locks available"), "Files cannot be locked here"),
        (OSError(errno.ENOTTY, "Inappropriate ioctl for device"), f"The system’s error {errno.ENOTTY} (ENOTTY)"),
        (OSError(9999, "Unknown error 9999"), "The system’s error 9999"),
        (OSError("text of a library"), "The system gave no reason"),
        (SaidError(errno.EINVAL, "Nobody\nreads"), "Nobody reads"),
    ],
)
def test_what_the_system_says_is_known_by_its_number(error: OSError, said: str) -> None:
    assert system_reason(error) == said


def test_a_folder_opened_as_a_file_is_a_folder_and_a_name_with_a_null_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Is a folder") as folder:
        content_of(tmp_path)
    assert (folder.value.errno, system_reason(folder.value)) == (errno.EISDIR, "Is a folder")
    with pytest.raises(FileNotFoundError) as none:
        content_of(tmp_path / "a\0b")
    assert system_reason(none.value) == "No such file or folder"


def test_the_line_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 1\nb = '\xff'\n")
    with pytest.raises(UnicodeDecodeError) as raised:
        text_of(path)
    assert encoding_reason(raised.value) == "Line 2 is not UTF-8 text."


def complaint(text: str) -> Exception:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError) as error:
        return error
    raise StorageError(text)

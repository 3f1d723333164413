"""Reading one file of the knowledge base."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import KnowledgeError
from consentui.knowledge.load import parse_platform, parse_record, read_text
from consentui.knowledge.records import Platform
from tests.builders import a_platform
from tests.knowledge.files import as_toml


def test_a_file_gives_its_platform() -> None:
    assert parse_platform(as_toml(a_platform(id="chirp")), Path("platforms/chirp.toml")) == a_platform(id="chirp")


def test_an_id_must_be_the_name_of_its_file() -> None:
    with pytest.raises(KnowledgeError) as caught:
        parse_platform(as_toml(a_platform(id="chirp")), Path("platforms/tweet.toml"))
    assert caught.value.title == "platforms/tweet.toml: the id “chirp” does not match the file name."


def test_a_misspelt_key_names_file_line_and_the_key_that_was_meant() -> None:
    text = as_toml(a_platform()).replace("minutes = ", "minuts = ")
    with pytest.raises(KnowledgeError) as caught:
        parse_record(text, Platform, Path("chirp.toml"))
    line = 1 + text.splitlines().index("minuts = 5")
    assert caught.value.title == f"chirp.toml, line {line}: the key “minuts” is not known."
    assert caught.value.detail == "At control[0].minuts."
    assert caught.value.way_out == "Did you mean “minutes”?"


def test_a_file_that_is_not_there_is_an_error_of_the_knowledge_base(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"gone\.toml cannot be read"):
        read_text(tmp_path / "gone.toml")


def test_escapes_hidden_in_a_foreign_file_do_not_come_in() -> None:
    text = as_toml(a_platform(name="Chirp")).replace('name = "Chirp"', r'name = "Ch\u001b[2Jirp\u202e"')
    assert parse_platform(text, Path("chirp.toml")).name == "Ch[2Jirp"

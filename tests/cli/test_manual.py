"""The manual page has every command and option, in every language, and groff reports no warnings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from consentui.cli.commands import root
from consentui.i18n import LANGUAGES

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages by language, made as `make man` makes them."""
    folder = tmp_path_factory.mktemp("man")
    for language in LANGUAGES:
        subprocess.run([sys.executable, "-m", "maintenance.manual", language, str(folder)], check=True)
    return {
        language: folder / ("" if language == "en" else language) / "man1" / "consentui.1" for language in LANGUAGES
    }


def commands(group: click.Group, ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        inner = click.Context(command, parent=ctx, info_name=name)
        yield inner.command_path.removeprefix("consentui "), command
        if isinstance(command, click.Group):
            yield from commands(command, inner)


def part_of(page: str, name: str) -> str:
    """The section of the page about a command."""
    _before, found, after = page.partition('.SS "{}"\n'.format(name.replace("-", "\\-")))
    assert found, name
    return re.split(r"(?m)^\.S[HS] ", after)[0]


@each_language
def test_every_command_and_every_option_is_in_it(pages: dict[str, Path], language: str) -> None:
    page = pages[language].read_text(encoding="utf-8")
    for name, command in commands(root, click.Context(root, info_name="consentui", **root.context_settings)):
        said = part_of(page, name).replace("\\-", "-")
        for param in command.params:
            if isinstance(param, click.Option) and not param.hidden:
                assert [option for option in param.opts if option not in said] == [], name
    for param in root.params:
        assert param.opts[0] in page.replace("\\-", "-")


def test_the_french_page_is_french(pages: dict[str, Path]) -> None:
    page = pages["fr"].read_text(encoding="utf-8")
    assert '.SH "COMMANDES"' in page
    assert not re.search(r"\b(Show|the|with|of|and|Write)\b", page)


def test_the_german_page_is_german(pages: dict[str, Path]) -> None:
    page = pages["de"].read_text(encoding="utf-8")
    assert '.SH "BEFEHLE"' in page
    assert not re.search(r"\b(Show|the|with|of|and|Write|Afficher|les|une)\b", page)


@each_language
def test_the_page_is_the_same_wherever_it_is_made(pages: dict[str, Path], language: str) -> None:
    page = pages[language].read_text(encoding="utf-8")
    assert page.isascii()
    assert str(Path.home()) not in page
    assert os.getcwd() not in page  # noqa: PTH109 -- as text


@each_language
def test_groff_reads_it_without_a_warning(pages: dict[str, Path], language: str) -> None:
    if shutil.which("groff") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("Manual pages cannot be set without groff.")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(pages[language])],  # noqa: S607 -- found where the system has it
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    read = re.sub("\x1b\\[[0-9;]*m|.\b", "", done.stdout)
    assert "consentui request draft" in read
    assert {"en": "“", "fr": "«\u202f", "de": "„"}[language] in read

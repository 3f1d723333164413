"""The tree of commands: names, help texts, and wrong usage."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations

import click
import pytest

from consentui.cli.commands import root
from consentui.i18n import LANGUAGES
from tests.cli.conftest import Call


def paths(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call each command; none for the root."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            under = command.get_command(context, name)
            assert under is not None
            yield from paths(under, (*path, name))


PATHS = list(paths(root))

ASK_ALL = """
import contextlib, io, json, sys
from consentui.cli.start import run
helps = []
for path in json.loads(sys.argv[2]):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = run(["--language", sys.argv[1], *path, "--help"])
    helps.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(helps))
"""


def helps(language: str) -> dict[tuple[str, ...], str]:
    """The help of every command, from a process of its own, because commands are translated once per process."""
    done = subprocess.run(
        [sys.executable, "-c", ASK_ALL, language, json.dumps(PATHS)],
        env=os.environ | {"COLUMNS": "80"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    found = json.loads(done.stdout)
    assert [(code, err) for code, _out, err in found] == [(0, "")] * len(PATHS)
    return {path: out for path, (_code, out, _err) in zip(PATHS, found, strict=True)}


def test_every_job_has_a_command() -> None:
    assert {path[0] for path in PATHS if path} == {
        *(
            "people",
            "policy",
            "account",
            "import",
            "credential",
            "status",
            "next",
            "walk",
            "record",
            "decide",
            "note",
            "proof",
            "verify",
            "declare",
        ),
        *(
            "undo",
            "redo",
            "history",
            "merge",
            "merge-driver",
            "backup",
            "restore",
            "forget",
            "compact",
            "deadline",
            "request",
            "letter",
            "due",
            "authority",
            "calendar",
            "identity",
        ),
        *("report", "kb", "config", "doctor", "completion"),
    }


def test_every_command_has_help_in_every_language() -> None:
    words = {
        "en": ("Usage: ", "Options:\n"),
        "fr": ("Usage\u202f: ", "Options\u202f:\n"),
        "de": ("Aufruf: ", "Optionen:\n"),
    }
    for language in LANGUAGES:
        usage, options = words[language]
        told = helps(language)
        for path in PATHS:
            assert told[path].startswith(f"{usage}{' '.join(('consentui', *path))} ")
            assert options in told[path]


def test_help_reads_as_prose_after_its_first_sentence() -> None:
    fragment = re.compile(r"\. (?:Or|On|Of|That is|For those|By default, (?:the|since)|Shows|Files by) ")
    found = {path: " ".join(text.split()) for path, text in helps("en").items()}
    assert not {path: fragment.findall(text) for path, text in found.items() if fragment.search(text)}


def test_every_sentence_of_help_is_in_the_language_asked_for() -> None:
    told = [helps(language) for language in LANGUAGES]
    for path in PATHS:
        for one, other in combinations(told, 2):
            assert set(sentences(one[path])) & set(sentences(other[path])) == set(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_command_is_listed_with_its_first_sentence_cut_in_a_terminal_of_80_columns(language: str) -> None:
    for path, told in helps(language).items():
        listed = [line for line in told.splitlines() if re.match(r"  [a-z-]+  +\S", line)]
        assert [line for line in listed if line.endswith(("...", "…"))] == [], path


def sentences(text: str) -> Iterator[str]:
    """The lines of a help text that end a sentence, except lists of words to type, the same in all languages."""
    lines = (line.strip() for line in text.splitlines() if line.strip().endswith("."))
    return (line for line in lines if not re.fullmatch(r"[a-z-]+(, [a-z-]+)*\.", line))


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_lists_every_command(call: Call, flag: str) -> None:
    said = call(flag)
    assert (said.code, said.err) == (0, "")
    for path in PATHS:
        if len(path) == 1:
            assert f"\n  {path[0]} " in said.out


@pytest.mark.parametrize("group", ["account", "credential", "request", "identity", "kb", "config"])
def test_a_group_alone_shows_its_help_on_stderr_as_wrong_use(call: Call, group: str) -> None:
    said = call(group)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"Usage: consentui {group} ")


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("stauts", "There is no command “stauts”. Did you mean “status”?"),
        ("statuses", "Did you mean “status”?"),
        ("Report", "Did you mean “report”?"),
        ("zzzzzz", "There is no command “zzzzzz”.\n"),
    ],
)
def test_an_unknown_command_is_refused_with_the_nearest_name(call: Call, word: str, words: str) -> None:
    said = call(word)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nope",),
        ("status", "--nope"),
        ("status", "extra"),
        ("kb", "nope"),
        ("account", "add"),
        ("account", "add", "x", "--type", "pet"),
        ("credential", "set", "x", "passwort"),
        ("history", "--limit", "many"),
    ],
)
def test_wrong_use_is_told_on_stderr(call: Call, arguments: tuple[str, ...]) -> None:
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err


def test_a_word_that_is_no_command_leads_to_none() -> None:
    assert root.get_command(click.Context(root), "nope") is None


AS_JSON = [
    ("people",),
    ("account", "list"),
    ("config", "list"),
    ("deadline", "2026-01-31"),
    ("doctor",),
    ("history",),
    ("kb", "changes"),
    ("kb", "company", "x"),
    ("kb", "law", "gdpr-21-2"),
    ("kb", "lint"),
    ("kb", "list"),
    ("kb", "search", "grok"),
    ("kb", "show", "x"),
    ("kb", "show", "x/grok-training"),
    ("kb", "stats"),
    ("next",),
    ("proof", "check"),
    ("proof", "list"),
    ("authority", "--country", "FR"),
    ("due",),
    ("request", "list"),
    ("request", "show", "1"),
    ("status",),
]


def test_every_command_with_json_is_tried_here() -> None:
    context = click.Context(root)
    with_json = set()
    for path in PATHS:
        command: click.Command | None = root
        for name in path:
            assert isinstance(command, click.Group)
            command = command.get_command(context, name)
        assert command is not None
        if any("--json" in parameter.opts for parameter in command.params):
            with_json.add(path)
    tried = {path for path in with_json if any(arguments[: len(path)] == path for arguments in AS_JSON)}
    # These are tested with a keyring in test_credential, with files in test_imports, test_verify, test_verify_site and
    # test_bundles, and with stub hosts in test_verify_site and test_verify_atproto.
    with_files = {("import",), ("kb", "install"), ("kb", "update"), ("verify", "again"), ("verify", "export")}
    with_hosts = {("verify", "site"), ("verify", "atproto")}
    assert with_json - tried == {("credential", "list"), *with_files, *with_hosts}


@pytest.mark.usefixtures("last_look")
@pytest.mark.parametrize("arguments", AS_JSON)
@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_whole_and_alone_on_stdout(call: Call, account: str, arguments: tuple[str, ...], language: str) -> None:
    call("note", account, "grok-training", '“é” \\ " \n 🙂')
    call("request", "draft", account)
    said = call("--language", language, *arguments, "--json")
    assert said.code == 0
    assert isinstance(said.json, dict)
    assert said.out.endswith("}\n")
    assert said.err == ""

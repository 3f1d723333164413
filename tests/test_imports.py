"""Which modules are loaded when: commands start fast because they load little, and the core knows no terminal."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import consentui

ROOMS_BELOW = sorted({room.name for room in pkgutil.iter_modules(consentui.__path__) if room.ispkg} - {"cli", "tui"})
HEAVY = {"textual", "rich", "keyring", "click"}

AFTER_A_COMMAND = """
import json, sys
from consentui.cli.start import run
run(sys.argv[1:])
print("\\n" + json.dumps(sorted(sys.modules)))
"""

AFTER_A_PACKAGE = """
import importlib, json, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
    importlib.import_module(module.name)
print("\\n" + json.dumps(sorted(sys.modules)))
"""


def loaded(script: str, *arguments: str) -> set[str]:
    """The modules that a process has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "--help",
        "account add x",
        "config list",
        "deadline 2026-01-31 --seat IE",
        "doctor",
        "history",
        "kb search grok",
        "next",
        "record x grok-training later",
        "report",
        "status",
        "undo",
        "walk --plain",
    ],
)
def test_a_command_loads_no_screen_and_no_keyring_but_for_what_asks_for_one(command: str) -> None:
    loaded(AFTER_A_COMMAND, "account", "add", "x")
    found = loaded(AFTER_A_COMMAND, *command.split()) & {*HEAVY, "consentui.tui.app", "consentui.cli"}
    assert found == {"click", "consentui.cli"} | ({"keyring"} if command == "doctor" else set())


@pytest.mark.parametrize("command", ["due", "next", "record x grok-training later", "status", "undo", "walk --plain"])
def test_everyday_commands_load_nothing_that_writes_letters_reads_downloads_or_asks_the_network(command: str) -> None:
    loaded(AFTER_A_COMMAND, "account", "add", "x")
    others = {"consentui.requests.letters.letters", "consentui.verify", "email", "http", "socket", "ssl", "zipfile"}
    assert loaded(AFTER_A_COMMAND, *command.split()) & others == set()


@pytest.mark.parametrize("command", ["due", "next", "record x grok-training later", "status"])
def test_without_a_request_everyday_commands_load_neither_requests_nor_what_only_faults_and_other_facts_need(
    command: str,
) -> None:
    loaded(AFTER_A_COMMAND, "account", "add", "x")
    loaded(AFTER_A_COMMAND, *command.split())  # fills the cache, so that the next run need not parse
    found = loaded(AFTER_A_COMMAND, *command.split())
    others = {
        "consentui.knowledge.authorities",
        "consentui.knowledge.law",
        "consentui.knowledge.own",
        "consentui.profile.requests",
        "consentui.requests.status",
        "consentui.storage.mismatches",
        "dataclasses",
        "hashlib",
    }
    assert found & others == set()
    assert sum(name.startswith("consentui.") for name in found) <= 100


@pytest.mark.parametrize("command", ["--help", "--version"])
def test_what_lists_commands_loads_none_of_them(command: str) -> None:
    others = {
        "consentui.checklist",
        "consentui.cli.status",
        "consentui.knowledge",
        "consentui.profile.session",
        "msgspec",
    }
    assert loaded(AFTER_A_COMMAND, command) & others == set()


def test_without_a_terminal_not_even_the_commands_are_loaded() -> None:
    assert loaded(AFTER_A_COMMAND) & {*HEAVY, "consentui.tui.app", "consentui.profile.session"} == set()


def test_at_the_end_of_a_command_python_has_nothing_to_look_through_for_garbage() -> None:
    count_at_exit = """
import atexit, gc, sys
atexit.register(lambda: print(f"\\n{len(gc.get_objects())}"))
from consentui.__main__ import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", count_at_exit, "--version"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert int(done.stdout.splitlines()[-1]) < 100


@pytest.mark.parametrize("room", ROOMS_BELOW)
def test_no_room_below_commands_and_screens_loads_a_terminal_a_command_line_or_the_keyring(room: str) -> None:
    found = loaded(AFTER_A_PACKAGE, f"consentui.{room}")
    assert f"consentui.{room}" in found
    assert found & {*HEAVY, "consentui.cli", "consentui.tui"} == set()

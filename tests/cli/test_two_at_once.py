"""Two commands started together have the same result as one after the other, in one of the two orders."""

from __future__ import annotations

import os
import select
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentui.cli.start import run
from consentui.journal.blocks import as_block
from consentui.journal.file import read
from consentui.profile.journal import Journal
from consentui.storage.places import profile_folders
from tests.backup.conftest import forged
from tests.builders import account_added, noted
from tests.cli.conftest import Call
from tests.foreign.doors import all_paths

SECONDS = 0.5
"""How long a command that has read the journal waits for the other to read it too."""
Command = tuple[str, ...]
Outcome = tuple[Any, ...]
COMMANDS: dict[str, Command] = {
    "add": ("account", "add", "x", "--handle", "@other"),
    "rename": ("account", "edit", "x-0001", "--handle", "@new"),
    "remove": ("account", "remove", "x-0001"),
    "record": ("record", "x-0001", "grok-training", "switched-off"),
    "decide": ("decide", "x-0001", "grok-training", "allow"),
    "note": ("note", "x-0001", "grok-training", "Seen."),
    "undo": ("undo",),
    "draft": ("request", "draft", "x-0001"),
    "draft with grounds": ("request", "draft", "x-0001", "--right", "access", "--ground", "Mine."),
    "send": ("request", "sent", "1"),
    "complain": ("request", "sent", "1", "--letter", "complaint"),
    "receive": ("request", "received", "1"),
    "reply": ("request", "reply", "1", "refused"),
    "close": ("request", "close", "1"),
    "prove": ("proof", "add", "x-0001", "grok-training", "proof.png"),
    "prove of a request": ("proof", "add", "--request", "1", "proof.png"),
    "theme": ("config", "set", "theme", "dark"),
    "language": ("config", "set", "language", "fr"),
    "merge": ("merge", "other.toml"),
    "restore": ("restore", "--yes", "other.zip"),
    "redo": ("redo",),
    "tag": ("account", "tag", "x-0001", "+work"),
    "tag otherwise": ("account", "tag", "x-0001", "+home"),
    "say": ("request", "say", "1", "--user-id", "12"),
    "say more": ("request", "say", "1", "--ground", "Mine too."),
    "who writes": ("identity", "set", "--name", "Zoe"),
    "where to": ("identity", "set", "--address", "1 Road"),
    "forget": ("forget", "account", "x-0001", "--yes"),
    "compact": ("compact",),
    "strike": ("letter", "1", "--strike", "account"),
    "import": ("import", "list.csv", "--yes"),
    "policy": ("policy", "init"),
    "forget who writes": ("forget", "identity", "--yes"),
    "platform": ("kb", "new", "Own Place", "--company", "Own Ltd"),
    "platform otherwise": ("kb", "new", "Own Place", "--company", "Other Ltd"),
    "default": ("config", "unset", "theme"),
    "reopen": ("request", "reopen", "1"),
    "respected": ("request", "check", "1", "--broken"),
    "authority": ("request", "authority", "1", "received"),
}
ONLY_READ = frozenset(
    {
        "people",
        "account list",
        "credential copy",
        "credential list",
        "status",
        "next",
        "proof check",
        "proof list",
        "history",
        "deadline",
        "request complain",
        "request dossier",
        "request list",
        "request remind",
        "request show",
        "due",
        "authority",
        "calendar",
        "report",
        "identity show",
        "kb changes",
        "kb company",
        "kb law",
        "kb lint",
        "kb list",
        "kb moved",
        "kb search",
        "kb show",
        "kb stats",
        "config get",
        "config list",
        "config path",
        "doctor",
        "completion",
        "backup",
        "merge-driver",
    }
)
"""Commands that leave a profile as it is."""
NOT_TRIED = frozenset(
    {
        "credential remove",
        "credential set",
        "forget credentials",
        "walk",
        "verify again",
        "verify atproto",
        "verify export",
        "verify site",
        "declare",
        "kb install",
        "kb rollback",
        "kb update",
        "forget everything",
        "forget profile",
        "identity forget",
    }
)
"""Commands that need a keyring, a network, a signed bundle or an answer, or that take the whole profile away."""
TOGETHER = (
    ("draft", "draft"),
    ("draft", "draft with grounds"),
    ("send", "send"),
    ("send", "complain"),
    ("send", "undo"),
    ("undo", "undo"),
    ("add", "add"),
    ("remove", "record"),
    ("remove", "draft"),
    ("prove", "prove of a request"),
    ("theme", "language"),
    ("merge", "undo"),
    ("merge", "merge"),
    ("merge", "restore"),
    ("tag", "tag otherwise"),
    ("say", "say more"),
    ("say", "send"),
    ("who writes", "where to"),
    ("forget", "record"),
    ("forget", "send"),
    ("forget", "say"),
    ("forget", "forget"),
    ("undo", "redo"),
    ("compact", "undo"),
    ("strike", "say"),
    ("strike", "send"),
    ("import", "import"),
    ("import", "add"),
    ("policy", "policy"),
    ("forget who writes", "who writes"),
    ("platform", "platform otherwise"),
    ("theme", "default"),
    ("authority", "undo"),
    ("respected", "reply"),
    ("reopen", "close"),
)


@pytest.fixture
def home(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home to copy, with an account and a request about it that is not sent yet."""
    folders = profile_folders()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proof.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    call("account", "add", "x", "--handle", "@marie_l")
    text = folders.journal.read_text()
    folders.journal.write_text(text.replace(text.split('account = "')[1][:6], "x-0001"))
    call("request", "draft", "x-0001")
    call("identity", "set", "--name", "Marie Lefèvre")
    header = text.partition("\n[[entry]]")[0]
    other = as_block(account_added(1, account="x-0002", platform="x")) + as_block(noted("Theirs.", 2))
    (tmp_path / "list.csv").write_text("platform,name\nreddit,marie\nnetflix,marie\n")
    (tmp_path / "other.toml").write_text(header + "\n" + other)
    forged(tmp_path / "other.zip", {"data/journal.toml": f"{header}\n{other}".encode()})
    return tmp_path


@pytest.fixture
def worlds(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A function that makes a new copy of that home."""
    folder, numbers = tmp_path_factory.mktemp("worlds"), count()

    def copied() -> Path:
        return Path(shutil.copytree(home, folder / str(next(numbers))))

    return copied


def started(world: Path, command: Command, has_read: Callable[[], None] = lambda: None) -> int:
    """The process id of a command at work in a world; `has_read` is called once it has read the journal."""
    if process := os.fork():
        return process
    code = 99
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(silence, descriptor)
        os.chdir(world)
        os.environ["HOME"] = str(world)
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(world / name.lower())
        reload = Journal.reload

        def reload_then_tell(self: Journal) -> None:
            reload(self)
            has_read()

        setattr(Journal, "reload", reload_then_tell)  # noqa: B010 -- in a process of its own, which ends here
        code = run(command)
    finally:
        os._exit(code)


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def at_once(world: Path, first: Command, second: Command) -> Outcome:
    """The result of two commands, each of which reads the journal before the other writes."""
    (here, to_here), (there, to_there) = os.pipe(), os.pipe()

    def meeting(mine: int, theirs: int) -> Callable[[], None]:
        def meet() -> None:
            os.write(theirs, b".")
            select.select([mine], [], [], SECONDS)

        return meet

    processes = [started(world, first, meeting(here, to_there)), started(world, second, meeting(there, to_here))]
    codes = tuple(map(ended, processes))
    for descriptor in (here, to_here, there, to_there):
        os.close(descriptor)
    return codes, state(world)


def in_turn(world: Path, first: Command, second: Command) -> Outcome:
    codes = ended(started(world, first)), ended(started(world, second))
    return codes, state(world)


def state(world: Path) -> Outcome:
    """Everything in a world except entry ids, times and the random parts of account ids."""
    folder = world / "data" / "consentui" / "default"
    entries = sorted(read(folder / "journal.toml").entries, key=lambda entry: entry.id)
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    named: list[Any] = [(number, entry) for number, entry in enumerate(entries) if hasattr(entry, "account")]
    accounts = {entry.account: f"x-{number}" for number, entry in named}
    facts = []
    for entry in entries:
        fields = msgspec.to_builtins(entry)
        del fields["id"], fields["at"]
        for key, value in fields.items():
            if isinstance(value, str) and value in numbers:
                fields[key] = numbers[value]
        if fields.get("account") in accounts:
            fields["account"] = accounts[fields["account"]]
        facts.append(fields)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "journal.toml"
    }
    config = world / "config" / "consentui" / "default" / "config.toml"
    files |= {
        path.relative_to(world).as_posix(): path.read_bytes()
        for path in (world / "config").rglob("*")
        if path.is_file() and path != config
    }
    settings_made = sorted(config.read_text().splitlines()) if config.exists() else []
    return facts, files, settings_made


def check(worlds: Callable[[], Path], first: Command, second: Command) -> None:
    together = at_once(worlds(), first, second)
    codes, after = in_turn(worlds(), second, first)
    assert together in (in_turn(worlds(), first, second), (codes[::-1], after))


def test_every_command_that_writes_is_tried_or_named_as_one_that_is_not() -> None:
    every = set(all_paths()) - {""}
    tried = {
        path for path in every if any(one[: len(path.split())] == tuple(path.split()) for one in COMMANDS.values())
    }
    assert every == tried | ONLY_READ | NOT_TRIED
    assert not tried & (ONLY_READ | NOT_TRIED)


@pytest.mark.parametrize(("first", "second"), TOGETHER)
def test_two_commands_at_once_give_what_one_after_the_other_gives(
    worlds: Callable[[], Path], first: str, second: str
) -> None:
    check(worlds, COMMANDS[first], COMMANDS[second])


@given(st.sampled_from(sorted(COMMANDS)), st.sampled_from(sorted(COMMANDS)))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_two_commands_at_once_give_what_one_after_the_other_gives(
    worlds: Callable[[], Path], first: str, second: str
) -> None:
    check(worlds, COMMANDS[first], COMMANDS[second])

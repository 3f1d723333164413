"""Several programs with one journal: none loses what another wrote."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.journal.file import append, read
from consentui.profile.session import Session, open_session
from consentui.storage import lock
from tests.builders import account_added, noted

ROOT = Path(__file__).parents[2]
Program = subprocess.Popen[str]

HOLDS_THE_LOCK = """
from consentui.storage.lock import locked
with locked(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.readline()
"""
WRITES_FIFTY = """
from consentui.profile.session import open_session
session = open_session()
account = session.accounts.called("chirp-0001")
control = session.knowledge.control("x/grok-training")
print("ready", flush=True)
sys.stdin.readline()
for number in range(50):
    print(session.checklist.note(account, control, f"{sys.argv[1]} {number}").id)
"""
WRITES_UNTIL_KILLED = """
from consentui.journal.file import append
from tests.builders import noted
for number in range(int(sys.argv[2]), 10**9):
    append(Path(sys.argv[1]), [noted("until the end " * 20, number)])
    print(number, flush=True)
"""


@pytest.fixture
def start() -> Iterator[Callable[..., Program]]:
    """A function that starts a program, which is killed when the test ends."""
    programs: list[Program] = []

    def start(text: str, *arguments: object) -> Program:
        program = subprocess.Popen(
            [sys.executable, "-c", f"import sys\nfrom pathlib import Path\n{text}", *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        programs.append(program)
        return program

    yield start
    for program in programs:
        program.kill()
        program.communicate()


def line_of(program: Program) -> str:
    assert program.stdout
    return program.stdout.readline().strip()


def test_a_journal_that_another_program_holds_is_waited_for_in_vain_with_an_error(
    tmp_path: Path, start: Callable[..., Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.toml"
    append(path, [account_added(0)])
    holder = start(HOLDS_THE_LOCK, path)
    assert line_of(holder) == "ready"
    with monkeypatch.context() as impatient:
        impatient.setattr(lock, "PATIENCE_SECONDS", 0.05)
        with pytest.raises(StorageError, match="Another program is writing") as raised:
            append(path, [noted("", 1)])
    assert raised.value.detail == str(path)
    assert read(path).entries == (account_added(0),)
    holder.communicate("go on\n")
    append(path, [noted("", 1)])
    assert read(path).entries == (account_added(0), noted("", 1))


@pytest.mark.skipif(sys.platform == "win32", reason="there, the library holds files")
def test_where_nothing_can_be_locked_that_is_said_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.toml"
    append(path, [account_added(0)])
    before = path.read_bytes()

    def without_locks(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", without_locks)
    with pytest.raises(StorageError, match="cannot be locked where this one is") as raised:
        append(path, [noted("", 1)])
    assert (raised.value.detail, "network drives" in raised.value.way_out) == (str(path), True)
    assert path.read_bytes() == before


def test_a_lock_ends_with_the_program_that_held_it(tmp_path: Path, start: Callable[..., Program]) -> None:
    path = tmp_path / "journal.toml"
    holder = start(HOLDS_THE_LOCK, path)
    assert line_of(holder) == "ready"
    holder.kill()
    holder.wait()
    append(path, [account_added(0)])
    assert read(path).entries == (account_added(0),)


def test_a_torn_journal_is_not_mended_while_another_program_writes(
    tmp_path: Path, start: Callable[..., Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.toml"
    append(path, [account_added(0)])
    path.write_bytes(half := path.read_bytes() + b"\n[[entry]]\nat =")
    holder = start(HOLDS_THE_LOCK, path)
    assert line_of(holder) == "ready"
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.05)
    with pytest.raises(StorageError, match="Another program is writing"):
        read(path)
    assert path.read_bytes() == half


def test_an_entry_half_written_by_another_program_is_read_once_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.toml"
    append(path, [account_added(0), noted("", 1)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])

    def waited(_descriptor: int, _name: str) -> None:
        path.write_bytes(whole)

    monkeypatch.setattr(lock, "_wait_for", waited)
    reading = read(path)
    assert reading.entries == (account_added(0), noted("", 1))
    assert reading.torn is None


def test_two_programs_that_write_fifty_entries_each_at_once_lose_none(
    session: Session, start: Callable[..., Program]
) -> None:
    append(session.folders.journal, [account_added(0, platform="x")])
    programs = [start(WRITES_FIFTY, name) for name in ("one", "two")]
    assert [line_of(program) for program in programs] == ["ready", "ready"]
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    printed = [program.communicate()[0].split() for program in programs]
    assert [len(ids) for ids in printed] == [50, 50]
    entries = open_session().journal.entries
    assert len(entries) == 101
    assert {entry.id for entry in entries[1:]} == set(printed[0]) | set(printed[1])
    assert not list(session.folders.data.glob("*torn*"))


def test_what_a_killed_program_said_it_saved_is_there(tmp_path: Path, start: Callable[..., Program]) -> None:
    path = tmp_path / "journal.toml"
    saved: list[int] = []
    for length in (5, 23, 40):
        writer = start(WRITES_UNTIL_KILLED, path, 10**6 * length)
        assert writer.stdout
        said = [line_of(writer) for _number in range(length)]
        writer.kill()
        said += writer.communicate()[0].split("\n")[:-1]
        saved += [int(line) for line in said if line]
    there = {int(entry.id) for entry in read(path).entries}
    assert set(saved) <= there
    assert len(there) <= len(saved) + 3  # each writer may have saved one more before it could say so
    assert len(saved) >= 68

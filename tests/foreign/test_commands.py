"""Every text, through every input of the commands, to every output.

A world is a profile whose files and calls get the texts of the corpus in turn, starting with another text in each
world. A few worlds use every text; all worlds together (`CONSENTUI_EVERY=1`) put every text through every input.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from click.shell_completion import get_completion_class

from consentui.cli.commands import root
from consentui.profile.session import open_session
from tests.cli.conftest import Call
from tests.foreign import exits, files
from tests.foreign.corpus import TEXTS, TYPABLE
from tests.foreign.doors import ENVIRONMENT, STDIN, Door, all_doors
from tests.foreign.judges import JUDGES, LINES_OFFERED, drives, offered

WORLDS = range(len(TYPABLE)) if os.environ.get("CONSENTUI_EVERY") else range(0, len(TYPABLE), 60)
CODES = {0, 1, 2, 3, 130}
"""The exit codes that do not mean a fault in the program."""
DOORS = list(all_doors())


def from_(world: int) -> Iterator[str]:
    """The corpus repeated without end, starting at another text in each world."""
    return islice(cycle(TEXTS), world, None)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_where: object, **_how: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "offline")

    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory deep enough for names that lead out of it."""
    folder = tmp_path / "a" / "b" / "c" / "d"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


class Harm:
    """Makes the calls of a world and collects everything harmful, so that one failure reports all of it."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self.found: list[str] = []

    def look(self, arguments: tuple[str, ...], typed: str | bytes = "") -> None:
        said = self._call(*arguments, typed=typed)
        if said.code not in CODES:
            self.found.append(f"{arguments}: {said.code}\n{said.err[-1500:]}")
        for stream in (said.out, said.err):
            # A CSV table begins with a byte-order mark, and its lines end with \r\n.
            if drives(stream.removeprefix("\ufeff").replace("\r\n", "\n")):
                self.found.append(f"{arguments}: {stream[:500]!r}")

    def complete(self, shell: str, line: exits.Completed) -> None:
        kind = get_completion_class(shell)
        assert kind is not None
        completion = kind(root, {}, "consentui", "_CONSENTUI_COMPLETE")
        for one in completion.get_completions(line.words, line.begun):
            if harmful := offered(shell, one.value, completion.format_completion(one)):
                self.found.append(f"{shell} {line}: {harmful}")

    def read(self, path: Path, arguments: tuple[str, ...]) -> None:
        if path.exists():
            try:
                JUDGES[path.suffix](path.read_bytes())
            except Exception as error:  # noqa: BLE001 -- any complaint of a reader is a finding
                self.found.append(f"{arguments}: {error!r:.1500}")


@pytest.mark.parametrize("world", WORLDS)
def test_no_text_through_any_door_bites_at_any_exit(
    call: Call, place: Path, monkeypatch: pytest.MonkeyPatch, world: int
) -> None:
    texts, harm = from_(world), Harm(call)
    files.write_world(texts)
    files.write_files(place, texts)
    assert len(open_session().journal.entries) > len(files.WRITTEN)  # a refused world would test nothing
    for arguments in files.READ:
        harm.look(arguments, next(texts).encode(errors="surrogatepass"))
    for number, door in enumerate(DOORS):
        text = TYPABLE[(world + number) % len(TYPABLE)]
        with_a_file(place, door, text)
        harm.look(door.arguments(text), typed(text) if door.name == STDIN else "")
    for variable in ENVIRONMENT:
        with monkeypatch.context() as there:
            there.setenv(variable, next(one for one in texts if one in TYPABLE))
            harm.look(("status",))
    call("identity", "set", "--name", next(texts), "--address", next(texts), "--email", "marie@example.org")
    for number, (arguments, suffix) in enumerate(exits.writing()):
        path = place / f"out-{number}{suffix}"
        harm.look((*arguments, "--output", str(path)))
        harm.read(path, arguments)
    for arguments in exits.printing():
        harm.look(arguments)
    for shell, line in product(LINES_OFFERED, exits.completing()):
        harm.complete(shell, line)
    assert not harm.found, "\n".join(harm.found)


def with_a_file(place: Path, door: Door, text: str) -> None:
    """Write a file named like the text, in case a parameter takes it as a file name."""
    name = os.fsencode(text)
    if len(name) < 255 and b"/" not in name and text not in {"", ".", "..", "-"} and not door.name.startswith("output"):
        path = place / text
        if not path.exists():
            path.write_bytes(b"platform,name\nx,@marie\n")


def typed(text: str) -> bytes:
    return (f"{text}\n" * 4)[:20_000].encode(errors="surrogatepass")

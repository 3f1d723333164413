"""Input through commands: every argument and option of every command, and its stdin.

A frame holds the arguments with which a command does its job; the tree of commands says where a text can be put into
it. The parameters of commands are never listed here, only the frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import click

from consentui.cli.commands import root

ACCOUNT = "chirp-0001"
REQUEST = "CU-2026-001"
NOBODY = "chirp-zzzz"
"""An account that does not exist, for commands that would remove one."""

FRAMES: dict[str, tuple[str, ...]] = {
    "": ("status",),
    "people": (),
    "account add": ("x",),
    "account edit": (ACCOUNT,),
    "account list": (),
    "account remove": (NOBODY,),
    "account tag": (ACCOUNT, "+press"),
    "import": ("list.csv",),
    "credential copy": (ACCOUNT, "password"),
    "credential list": (),
    "credential remove": (ACCOUNT, "password"),
    "credential set": (ACCOUNT, "password"),
    "status": (),
    "next": (),
    "walk": ("--plain",),
    "record": (ACCOUNT, "training", "switched-off"),
    "decide": (ACCOUNT, "training", "refuse"),
    "note": (ACCOUNT, "training", "words"),
    "proof add": (ACCOUNT, "training", "proof.txt"),
    "proof check": (),
    "proof list": (),
    "verify again": (),
    "verify atproto": ("marie.example",),
    "verify export": ("export.zip",),
    "verify site": ("site",),
    "declare": (ACCOUNT, "training"),
    "undo": (),
    "redo": (),
    "history": (),
    "merge": ("other.toml",),
    "merge-driver": ("other.toml", "ours.toml", "theirs.toml", "journal.toml"),
    "backup": ("made.zip",),
    "restore": ("backup.zip",),
    "forget account": (NOBODY,),
    "forget credentials": (NOBODY,),
    "forget everything": (),
    "forget identity": (),
    "forget profile": (),
    "compact": (),
    "deadline": ("2026-01-31",),
    "request authority": (REQUEST, "acknowledged"),
    "request check": (REQUEST, "--holds"),
    "request close": (REQUEST,),
    "request complain": (REQUEST,),
    "request dossier": (REQUEST,),
    "request draft": (ACCOUNT,),
    "request list": (),
    "request received": (REQUEST,),
    "request remind": (REQUEST,),
    "request reopen": (REQUEST,),
    "request reply": (REQUEST, "granted"),
    "request say": (REQUEST,),
    "request sent": (REQUEST, "--letter", "reminder", "--how", "form"),
    "request show": (REQUEST,),
    "letter": (REQUEST, "--letter", "reminder"),
    "due": (),
    "authority": ("--country", "FR"),
    "calendar": ("--output", "-"),
    "identity forget": (),
    "identity set": ("--name", "Marie Lefèvre"),
    "identity show": (),
    "policy init": (),
    "report": (),
    "kb changes": (),
    "kb company": ("x",),
    "kb install": ("bundle.kb",),
    "kb law": ("gdpr-21-2",),
    "kb lint": ("broken.toml",),
    "kb list": (),
    "kb moved": ("x/grok-training",),
    "kb new": ("Chirrup",),
    "kb rollback": (),
    "kb search": ("grok",),
    "kb show": ("x",),
    "kb stats": (),
    "kb update": ("https://evil.example/kb",),
    "config get": ("theme",),
    "config list": (),
    "config path": (),
    "config set": ("theme", "dark"),
    "config unset": ("region",),
    "doctor": (),
    "completion": ("bash",),
}
"""The arguments that each command needs to do something; a new command without a frame fails a test."""

ENVIRONMENT = (
    "CONSENTUI_PROFILE",
    "CONSENTUI_NOW",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "TERM",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "NO_COLOR",
    "SSH_CONNECTION",
    "_CONSENTUI_COMPLETE",
)
"""The environment variables that the program reads."""

LEFT_OUT = {("", "version")}
"""Parameters that end the program before it reads anything."""


class Door(NamedTuple):
    """A parameter of a command, or its stdin, that takes text which somebody else may have written."""

    path: str
    name: str

    def arguments(self, text: str) -> tuple[str, ...]:
        """The arguments that call the command with the text in this place."""
        command, frame = command_at(self.path), FRAMES[self.path]
        words = tuple(self.path.split())
        if self.name == STDIN:
            return (*words, *frame)
        if self.name == ONE_MORE:
            return (*words, *frame, text)
        (parameter,) = (one for one in command.params if one.name == self.name)
        if isinstance(parameter, click.Option):
            texts = (text,) * max(parameter.nargs, 1)
            placed = (max(parameter.opts, key=len), *texts)
            return (*placed, *frame) if not self.path else (*words, *frame, *placed)
        before = [one.name for one in command.params if isinstance(one, click.Argument)].index(parameter.name)
        return (*words, *frame[:before], text, *frame[before + 1 :])


STDIN = "what is typed"
ONE_MORE = "a word too many"


def command_at(path: str) -> click.Command:
    """The command that these words call."""
    command: click.Command = root
    for name in path.split():
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    return command


def all_doors() -> Iterator[Door]:
    """Every parameter with a value of every command, its stdin, and one argument too many."""
    for path in FRAMES:
        for parameter in command_at(path).params:
            assert parameter.name is not None
            takes_a_value = not (isinstance(parameter, click.Option) and (parameter.is_flag or parameter.count))
            if takes_a_value and (path, parameter.name) not in LEFT_OUT:
                yield Door(path, parameter.name)
        yield Door(path, STDIN)
        yield Door(path, ONE_MORE)


def all_paths(command: click.Command = root, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The words that call each command that does something by itself."""
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield " ".join(above)
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found is not None
            yield from all_paths(found, (*above, name))

"""The outputs of the commands: what each prints, and each kind of file in each format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple, get_args

import click

from consentui.export.models import KINDS, SUFFIX, Wanted, suitable_formats
from consentui.report.kinds.mask import Names
from consentui.requests.letters.kinds import Kind
from tests.foreign.doors import ACCOUNT, FRAMES, REQUEST, command_at


class Written(NamedTuple):
    """A command that writes a file, and the suffix of the file."""

    arguments: tuple[str, ...]
    suffix: str


def printing() -> Iterator[tuple[str, ...]]:
    """The calls whose output is judged: every command with its frame, also with --json, and in other formats."""
    for path, frame in FRAMES.items():
        yield (*path.split(), *frame)
        if any("--json" in parameter.opts for parameter in command_at(path).params):
            yield (*path.split(), *frame, "--json")
    for format_ in ("markdown", "html", "csv", "json"):
        yield "report", "--format", format_
    yield from (("letter", REQUEST, "--letter", kind) for kind in Kind)
    yield from (
        ("letter", REQUEST, "--letter", "object-training", "--field", part) for part in choices("letter", "part")
    )
    yield "letter", REQUEST, "--letter", "object-training", "--claims"
    yield "letter", REQUEST, "--letter", "object-training", "--limit", "400"


class Completed(NamedTuple):
    """A completion request of a shell: the words of a line, and the beginning of the next one."""

    words: list[str]
    begun: str


def completing() -> Iterator[Completed]:
    """A request for each parameter for which names are offered, with nothing typed yet or only its beginning."""
    for path, frame in FRAMES.items():
        number = 0
        for parameter in command_at(path).params:
            is_option = isinstance(parameter, click.Option)
            before = (*frame, max(parameter.opts, key=len)) if is_option else frame[:number]
            number += not is_option
            if parameter._custom_shell_complete is not None:
                several = [frame[:count] for count in range(len(frame) + 1)] if parameter.nargs == -1 else [before]
                for words in several:
                    yield from (Completed([*path.split(), *words], begun) for begun in ("", "+", "x/"))


def writing() -> Iterator[Written]:
    """Every kind of report in every format, names masked and full, every letter in every format, and other files."""
    for kind, names in product(KINDS, get_args(Names)):
        for about in (("--account", ACCOUNT), ("--request", REQUEST)) if kind == "dossier" else ((),):
            wanted = Wanted(kind, request=REQUEST if "--request" in about else "")
            for format_ in suitable_formats(wanted):
                arguments = ("report", "--kind", kind, "--format", format_, "--names", names, *about)
                yield Written(arguments, SUFFIX[format_])
    for letter, suffix in product(Kind, choices("letter", "format_")):
        yield Written(("letter", REQUEST, "--letter", letter, "--format", suffix), f".{suffix}")
    yield Written(("calendar",), ".ics")
    yield Written(("request", "dossier", REQUEST), ".md")


def choices(path: str, name: str) -> tuple[str, ...]:
    """The choices of an option of a command."""
    (parameter,) = (one for one in command_at(path).params if one.name == name)
    assert isinstance(parameter.type, click.Choice)
    return tuple(map(str, parameter.type.choices))

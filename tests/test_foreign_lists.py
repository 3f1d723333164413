"""The lists in `tests/foreign` are complete: each is compared with the program itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_args

from textual.screen import Screen

import consentui
import consentui.tui
from consentui.journal.entries import Entry
from tests.foreign.doors import ENVIRONMENT, FRAMES, all_paths
from tests.foreign.files import FILES, OURS, READERS, WRITTEN, entries
from tests.foreign.judges import JUDGES
from tests.foreign.test_screens import PUSHED
from tests.tui.all_screens import WAYS

SOURCES = sorted(Path(consentui.__file__).parent.rglob("*.py"))
READING = {
    *(
        f"consentui.storage.reading.{name}"
        for name in ("opened", "opened_inside", "content_of", "text_of", "open_regular")
    ),
    "consentui.storage.toml",
    "consentui.knowledge.load.read_text",
}
"""The functions and modules that read files which somebody else may have written."""


COPYING = {
    "card_screen.action_copy",
    "moved.action_copy",
    "letter.action_copy",
    "form_parts._chosen",  # by Enter on a row
    "credentials._send",  # a secret, copied exactly as typed
}
"""The functions that send a text to the clipboard; the tests of screens call each by its key."""
OWN_WORDS = {"PickAuthorityAnswer", "PickRegion"}
"""Screens that show only the program's own words."""
BASES = {"Sheet", "LinesSheet", "Pick", "_FileSheet", "BaseScreen", "SessionScreen", "CardScreen"}


def test_every_command_has_a_frame() -> None:
    assert set(FRAMES) == set(all_paths())


def test_every_variable_that_is_looked_at_is_a_door() -> None:
    assert set(variables()) == set(ENVIRONMENT)


def test_every_module_that_reads_files_says_by_which_door_they_come() -> None:
    assert set(reading_modules()) == set(READERS)
    assert set(READERS.values()) <= {*FILES, *WRITTEN, OURS}


def test_every_kind_of_entry_is_planted() -> None:
    assert {type(one) for one in entries({"file": "", "sha256": "", "size": 0}, "")} == set(_kinds(Entry))


def test_every_format_of_reports_has_a_judge() -> None:
    from consentui.export.models import SUFFIX

    assert set(SUFFIX.values()) <= set(JUDGES)


def test_every_screen_has_a_way_to_it() -> None:
    for module in walk_packages(consentui.tui.__path__, "consentui.tui."):
        import_module(module.name)
    ours = {one.__name__ for one in subclasses(Screen) if one.__module__.startswith("consentui.")}
    reached = {way.leads_to for way in WAYS.values()} | {"FirstRun", "GroupScreen", *PUSHED}
    assert ours - reached == OWN_WORDS | BASES


def test_every_way_to_the_clipboard_is_tried() -> None:
    assert set(calls_of("copy_text")) == COPYING
    assert set(calls_of("copy_to_clipboard")) == {"link.copy_text"}


def calls_of(name: str) -> Iterator[str]:
    """The functions, with their module, that call something of this name."""
    for path in SOURCES:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                called = (one.func for one in ast.walk(function) if isinstance(one, ast.Call))
                if name in {one.attr if isinstance(one, ast.Attribute) else ast.unparse(one) for one in called}:
                    yield f"{path.stem}.{function.name}"


def subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def _kinds(union: object) -> Iterator[object]:
    for one in get_args(union):
        yield from _kinds(one) if get_args(one) else (one,)


def variables() -> Iterator[str]:
    """The names of the environment variables that the sources read."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            for found in _asked(node):
                if isinstance(found, ast.Constant) and isinstance(found.value, str):
                    yield found.value
                elif isinstance(found, ast.Name) and isinstance(names.get(found.id), str):
                    yield str(names[found.id])


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(attr="get", value=value), args=[name, *_]) if _is_environment(value):
            yield name
        case ast.Compare(left=name, comparators=[value]) if _is_environment(value):
            yield name
        case ast.Subscript(value=value, slice=name, ctx=ast.Load()) if _is_environment(value):
            yield name
        case ast.keyword(arg="envvar", value=name):
            yield name
        case _:
            pass


def _is_environment(value: ast.expr) -> bool:
    return ast.unparse(value) in {"os.environ", "environ"}


def reading_modules() -> Iterator[str]:
    """The modules that read files which somebody else may have written, except those of `storage` that they use."""
    for path in SOURCES:
        name = path.relative_to(SOURCES[0].parent).with_suffix("").as_posix()
        imported = {
            f"{node.module}.{alias.name}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        if imported & READING and not name.startswith("storage/"):
            yield name

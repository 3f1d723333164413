"""The promises in SECURITY.md are backed by existing tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.catalogues import ROOT

DOCUMENT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.compile(r"^- `(tests/\S+\.py)::(test_\w+)`$", re.MULTILINE)
NETWORK = {
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "ftplib",
    "smtplib",
    "imaplib",
    "xmlrpc",
    "telnetlib",
}
NETWORK |= {"dns", "httpx", "requests", "urllib3", "aiohttp"}
HARMLESS_NAMES = {"url2pathname", "gaierror", "EAI_AGAIN", "EAI_FAIL", "SSLError", "SSLCertVerificationError"}
HARMLESS_NAMES |= {"HTTPException", "IncompleteRead", "RemoteDisconnected", "Timeout"}
HARMLESS_NAMES |= {"NoNameservers", "NoResolverConfiguration"}
"""Names from these modules that open no connection: a path conversion, and exceptions."""


def test_each_promise_names_tests_and_each_of_them_exists() -> None:
    promises = DOCUMENT.partition("## What is promised")[2].partition("## What is not promised")[0].split("\n### ")[1:]
    assert promises
    for promise in promises:
        named = NAMED.findall(promise)
        assert named, promise.partition("\n")[0]
        for path, name in named:
            assert name in functions(path), f"{path}::{name}"


def test_every_test_is_named_in_the_way_that_is_looked_for() -> None:
    assert len(NAMED.findall(DOCUMENT)) == DOCUMENT.count("::test_")


def test_three_modules_alone_can_use_the_network() -> None:
    modules = sorted((ROOT / "consentui").rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix() for path in modules if NETWORK & set(imported(path))}
    assert found == {f"consentui/profile/{name}.py" for name in ("connecting", "fetching", "public_keys")}


def imported(path: Path) -> Iterator[str]:
    """The modules and names that a module imports, with the packages that contain them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names]
            case ast.ImportFrom():
                names = [f"{node.module}.{alias.name}" for alias in node.names if alias.name not in HARMLESS_NAMES]
            case _:
                continue
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def functions(path: str) -> set[str]:
    """The names of the functions in a test file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}

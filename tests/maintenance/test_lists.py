"""Every list of packages is complete and exact, and names no place to install from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from maintenance.install import CHECKOUT

LISTS = sorted(
    [*(CHECKOUT / "requirements").glob("*.txt"), *(CHECKOUT / "tests" / "trials").glob("*.txt")],
    key=lambda path: path.name,
)
NPM = CHECKOUT / "tests" / "trials" / "pds"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_package_of_a_list_has_one_version_and_the_hashes_of_its_wheels(path: Path) -> None:
    content = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    pins = content.replace("\\\n", " ").strip().splitlines()
    assert pins
    assert [pin for pin in pins if not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.!+-]+ .*--hash=sha256:", pin)] == []
    assert "://" not in content


def test_each_package_of_the_atproto_server_has_one_version_and_its_hash() -> None:
    listed = json.loads((NPM / "npm-shrinkwrap.json").read_text(encoding="utf-8"))["packages"]
    wanted = listed.pop("")
    assert wanted["dependencies"] == json.loads((NPM / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted["dependencies"].values())
    assert [name for name, package in listed.items() if not {"version", "integrity"} <= package.keys()] == []
    assert [name for name, package in listed.items() if "resolved" in package] == []

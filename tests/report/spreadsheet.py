"""Read a CSV file with a real spreadsheet program, Gnumeric's `ssconvert`."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

_NAMESPACE = "{http://www.gnumeric.org/v10.dtd}"
_KINDS = {"20": "truth", "40": "number", "60": "text", None: "formula"}
"""Gnumeric's codes for the types of values; a formula has none."""


class Seen(NamedTuple):
    """A cell of the spreadsheet; a text is without the apostrophe that marks it as one."""

    kind: str
    value: str


def cells(text: str, folder: Path, locale: str = "C.UTF-8") -> dict[tuple[int, int], Seen]:
    """The cells that the spreadsheet reads from a CSV text in a locale, by row and column, without empty ones."""
    program = shutil.which("ssconvert")
    if program is None:
        sentence = "Nothing can be read as a spreadsheet would without ssconvert (Debian: gnumeric)."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)
    source, target = folder / "table.csv", folder / "table.gnumeric"
    source.write_bytes(text.encode())
    subprocess.run(
        [program, "--import-type=Gnumeric_stf:stf_csvtab", str(source), str(target)],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": locale},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=True,
    )
    sheet = ET.fromstring(gzip.decompress(target.read_bytes()))  # noqa: S314 -- the program above just wrote it
    return {
        (int(cell.attrib["Row"]), int(cell.attrib["Col"])): Seen(_KINDS[cell.get("ValueType")], cell.text or "")
        for cell in sheet.iter(f"{_NAMESPACE}Cell")
    }

"""A few hundred of the corrupted files of which `make fuzz` tries a hundred thousand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz.readers import REFUSED, all_readers


@pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm there to end what hangs")
def test_spoilt_files_are_understood_or_refused_in_words_and_in_time(tmp_path: Path) -> None:
    from tests.fuzz.run import faults

    assert [(fault.reader, fault.trace) for fault in faults(400, 0, tmp_path)] == []


def test_whole_files_are_understood(tmp_path: Path) -> None:
    for reader in all_readers(tmp_path):
        for content in reader.whole:
            path = tmp_path / reader.name
            path.write_bytes(content)
            try:
                reader.read(path)
            except REFUSED as error:
                raise AssertionError(reader.name) from error

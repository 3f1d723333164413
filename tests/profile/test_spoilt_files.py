"""Every file that is read, corrupted in any way, is understood or refused with a message, and never causes a fault."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentui.errors import ConsentuiError
from consentui.journal import file
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.fold import fold
from consentui.journal.ids import entry_id, newest_id
from consentui.knowledge.own import own_platform
from consentui.profile.identity import read_identity
from consentui.profile.memory import read_place
from consentui.profile.preferences import read_config
from consentui.profile.texts import altered_texts
from consentui.requests.cases import case_of
from consentui.words.entries import entry_text
from tests.builders import (
    BEGINNING,
    a_platform,
    account_added,
    proof_added,
    recorded,
    request_answered,
    request_opened,
    request_sent,
    undone,
)
from tests.knowledge.files import as_toml

_ENTRIES: tuple[Entry, ...] = (
    account_added(0, handle="Zoé"),
    recorded("switched-off", 1, seen="Train"),
    proof_added(2),
    request_opened(3),
    request_sent(4),
    request_answered("refused", 5, reasons=False),
    undone(recorded("done", 1), 6),
)
JOURNAL = ("schema = 1\n" + "".join(map(as_block, _ENTRIES))).encode()
CONFIG = b'language = "fr"\ncountry = "FR"\ntheme = "dark"\nmouse = true\n\n[keys]\nundo = "ctrl+z"\n'
IDENTITY = 'name = "Zoé"\naddress = "1 rue A\\nParis"\nemail = "zoe@example.org"\n'.encode()


def read_journal(path: Path) -> None:
    """Read a journal, fold it, put its entries into words, look for its files, and make the next id."""
    found = file.parse(path.read_bytes(), path)
    ledger = fold(found.entry, found.newer)
    for entry in found.everything:
        assert entry_text(entry, lambda about: about.control)
    for entries in ledger.requests.values():
        case = case_of(entries)
        altered_texts(path.parent, case.messages if case else ())
    following = entry_id(BEGINNING, after=newest_id(found.everything))
    file.parse(f'schema = 1\n[[entry]]\nat = 2026-01-01T00:00:00Z\nwhat = "later"\nid = "{following}"\n'.encode(), path)


def read_platform(path: Path) -> None:
    own_platform(path, {})


def read_memory(path: Path) -> None:
    read_place(path.parent)


READERS: dict[str, tuple[str, bytes, Callable[[Path], object]]] = {
    "journal": ("journal.toml", JOURNAL, read_journal),
    "preferences": ("config.toml", CONFIG, read_config),
    "identity": ("identity.toml", IDENTITY, read_identity),
    "platform": ("chirp.toml", as_toml(a_platform()).encode(), read_platform),
    "place": ("place.json", b'{"account":"x-0001","control":"training"}', read_memory),
}
_PIECES = st.binary(max_size=6) | st.sampled_from(
    [
        b"\0", b"\xff", b"\xef\xbb\xbf", b'"', b"'''", b'"""', b"[[entry]]", b"]" * 50, b"[" * 2000, b"{",
        b"9999-12-31",
        b"0001-01-01T00:00:00+14:00", b"7ZZZZZZZZZZZZZZZZZZZZZZZZZ", b"../../../etc/passwd", b"= inf", b"= nan",
        b"9" * 5000, b"\\uD800", b"\\U0010FFFF", b"what = ", b"\n", b"\r", b"<<<<<<< HEAD\n", b"schema = 2\n",
    ]
)  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with pieces removed, repeated or replaced."""
    for _change in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 1, 2, 8, 40, 400])))
        piece = draw(_PIECES | st.just(content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return content


@pytest.mark.parametrize("reader", READERS)
@given(data=st.data())
@settings(max_examples=150)
def test_a_spoilt_file_is_understood_or_refused_with_a_sentence(reader: str, data: st.DataObject) -> None:
    name, content, read = READERS[reader]
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data.draw(spoilt(content)))
        with suppress(ConsentuiError):
            read(path)


def test_whole_files_are_understood(tmp_path: Path) -> None:
    for name, content, read in READERS.values():
        (tmp_path / name).write_bytes(content)
        read(tmp_path / name)

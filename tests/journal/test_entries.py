"""An entry as the text of a journal."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from msgspec import to_builtins

from consentui.errors import StorageError
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry, RequestAnswered
from consentui.journal.file import parse
from consentui.text import UNSEEN
from tests.builders import account_added, account_edited, an_entry_id, noted, proof_added, recorded, request_sent
from tests.journal.strategies import entries, handles, notes, texts

HEADER = "schema = 1\n"
PATH = Path("journal.toml")


def read_back(*blocks: str) -> tuple[Entry, ...]:
    return parse("".join((HEADER, *blocks)).encode(), PATH).entry


def test_a_block_is_a_table_that_says_when_and_what_and_ends_with_its_id() -> None:
    assert as_block(recorded("switched-off", 3, surface="web", seen="Train [our] models")) == (
        "\n[[entry]]\n"
        "at = 2026-01-01 08:03:00+00:00\n"
        'what = "recorded"\n'
        'account = "chirp-0001"\n'
        'control = "training"\n'
        'outcome = "switched-off"\n'
        'surface = "web"\n'
        'seen = "Train [our] models"\n'
        'id = "00000000000000000000000003"\n'
    )


def test_what_is_left_out_of_an_edit_is_not_written_and_what_is_emptied_is() -> None:
    assert "handle" not in as_block(account_edited(account_type="work"))
    assert 'handle = ""\n' in as_block(account_edited(handle=""))


@given(entries)
def test_any_entry_reads_back_as_it_was_written(entry: Entry) -> None:
    assert read_back(as_block(entry)) == (entry,)


@given(handles, notes)
def test_any_cleaned_handle_and_note_come_back_unchanged_from_lines_that_no_text_can_add_to(
    handle: str, note: str
) -> None:
    blocks = [as_block(account_added(0, handle=handle)), as_block(noted(note, 1, seen=handle))]
    assert read_back(*blocks) == (account_added(0, handle=handle), noted(note, 1, seen=handle))
    tables = tomli.loads("".join(blocks))["entry"]
    assert sum(len(table) for table in tables) + 2 * len(tables) == "".join(blocks).count("\n")


@given(texts)
def test_no_text_however_it_came_into_the_file_is_read_with_anything_unseen_in_it(text: str) -> None:
    spelled = "".join(f"\\U{ord(char):08X}" for char in text if not "\ud800" <= char <= "\udfff")
    (entry,) = read_back(as_block(noted("here", 1)).replace('"here"', f'"{spelled}"'))
    assert not UNSEEN.search(to_builtins(entry).get("note", ""))


@pytest.mark.parametrize("moment", ["2026-01-01T08:00:00", '"yesterday"', "2026-01-01"])
def test_a_moment_without_its_offset_is_refused(moment: str) -> None:
    with pytest.raises(StorageError, match=r"journal\.toml, line 4"):
        read_back(as_block(noted("", 0)).replace("2026-01-01 08:00:00+00:00", moment))


@pytest.mark.parametrize(
    "fault",
    [
        {"file": "../../etc/passwd"},
        {"file": f"proofs/../{'5f' * 32}"},
        {"file": f"/proofs/{'5f' * 32}"},
        {"file": f"proofs/{'5f' * 32}.e/ml"},
        {"sha256": "5f"},
        {"size": -1},
        {"type": "an e-mail"},
    ],
)
def test_a_proof_lies_in_the_folder_of_proofs_under_a_hash_or_is_not_read(fault: dict[str, str | int]) -> None:
    entry = proof_added(1)
    assert read_back(as_block(entry)) == (entry,)
    with pytest.raises(StorageError):
        read_back(as_block(proof_added(1, **fault)))


FOLDER = "requests/CU-2026-001"


@pytest.mark.parametrize(
    "file",
    [
        "../../../outside.txt",
        "/etc/passwd",
        "/dev/zero",
        "requests/../journal.toml",
        f"{FOLDER}/../CU-2026-002/01-access.txt",
        f"{FOLDER}/grounds.text",
        f"{FOLDER}/.hidden.txt",
        f"{FOLDER}/01-access.txt\\n",
        "requests/CU-2026-002/01-access.txt",
        "requests/CU-2026-0011/01-access.txt",
    ],
)
def test_a_text_that_was_sent_lies_in_the_folder_of_its_request_or_is_not_read(file: str) -> None:
    block = as_block(request_sent(1))
    assert read_back(block) == (request_sent(1),)
    with pytest.raises(StorageError, match=r"journal\.toml, line"):
        read_back(block.replace(request_sent().file, file))


def test_a_text_lies_in_the_folder_that_its_request_had_before_it_was_told_apart() -> None:
    told_apart = request_sent(1, request="CU-2026-001-7K3F")
    assert read_back(as_block(told_apart)) == (told_apart,)


@pytest.mark.parametrize(
    ("written", "instead"),
    [("CU-2026-001", "CU-2026-001\\n"), (an_entry_id(1), an_entry_id(1) + "\\n"), ("0" * 64, "0" * 64 + "\\n")],
)
def test_nothing_comes_after_an_id_a_reference_or_a_hash(written: str, instead: str) -> None:
    with pytest.raises(StorageError):
        read_back(as_block(request_sent(1)).replace(f'"{written}"', f'"{instead}"'))


def test_an_answer_written_before_more_was_asked_says_nothing_of_what_was_not() -> None:
    old = '\n[[entry]]\nat = 2026-01-01 08:03:00+00:00\nwhat = "request-answered"\nrequest = "CU-2026-001"\n'
    extended, refused = (
        f'{old}on = 2026-01-01\nanswer = "{answer}"\n{more}id = "{an_entry_id(number)}"\n'
        for number, (answer, more) in enumerate((("extended", "reasons = true\n"), ("refused", "")))
    )
    assert [entry.reasons for entry in read_back(extended, refused) if isinstance(entry, RequestAnswered)] == [
        True,
        None,
    ]

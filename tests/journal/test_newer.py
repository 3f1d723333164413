"""Journals that a newer consentui wrote to are read and kept, and unknown entries are not misread."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from consentui.errors import StorageError
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.file import append, parse, read
from consentui.journal.fold import fold
from consentui.journal.merge import merge_into
from consentui.journal.newer import KINDS, MINOR
from tests.builders import (
    ACCOUNT,
    CONTROL,
    REQUEST,
    account_added,
    an_entry_id,
    recorded,
    request_opened,
    request_sent,
    undone,
)

PATH = Path("journal.toml")
NEXT = f"minor = {MINOR + 1}"


def written(number: int, *lines: str, what: str = "consent-receipt") -> str:
    """The text of an entry as a newer consentui may write it."""
    facts = "".join(f"{line}\n" for line in lines)
    return f'\n[[entry]]\nat = 2026-01-01T09:00:00Z\nwhat = "{what}"\n{facts}id = "{an_entry_id(number)}"\n'


def content(*blocks: str, header: str = "schema = 1") -> bytes:
    return "".join((header, "\n", *blocks)).encode()


def test_an_entry_of_an_unknown_kind_is_kept_apart_and_the_others_are_read() -> None:
    found = parse(content(as_block(account_added()), written(1, 'x = "y"'), as_block(recorded("done", 2))), PATH)
    assert found.entry == (account_added(), recorded("done", 2))
    (newer,) = found.newer
    assert (newer.id, newer.what, newer.facts) == (an_entry_id(1), "consent-receipt", {"x": "y"})


@pytest.mark.parametrize(
    "lines",
    [
        (f'account = "{ACCOUNT}"', f'control = "{CONTROL}"', 'outcome = "partly-off"'),
        (f'account = "{ACCOUNT}"', f'control = "{CONTROL}"', 'outcome = "done"', "certainty = 0.5"),
    ],
)
def test_an_unknown_value_or_key_of_a_known_kind_is_a_newer_ones_where_it_says_so(lines: tuple[str, ...]) -> None:
    by_entry = parse(content(written(1, *lines, NEXT, what="recorded")), PATH)
    by_header = parse(content(written(1, *lines, what="recorded"), header=f"schema = 1\n{NEXT}\nlater = true"), PATH)
    for found in (by_entry, by_header):
        assert (found.entry, [one.what for one in found.newer]) == ((), ["recorded"])
    with pytest.raises(StorageError, match=r"journal\.toml, line"):
        parse(content(written(1, *lines, what="recorded")), PATH)


def test_what_is_understood_counts_though_a_newer_version_wrote_it() -> None:
    block = as_block(account_added()).replace("id =", f"{NEXT}\nid =")
    assert parse(content(block, header=f"schema = 1\n{NEXT}"), PATH).entry == (account_added(),)


def test_a_fault_beside_a_newer_entry_is_still_named_with_its_line() -> None:
    text = content(written(1), written(2, what="recorded"))
    with pytest.raises(StorageError, match=r"journal\.toml, line 8"):
        parse(text, PATH)


def test_an_entry_without_a_time_or_an_id_is_nobodys() -> None:
    with pytest.raises(StorageError, match=r"journal\.toml, line"):
        parse(content(written(1).replace("2026-01-01T09:00:00Z", '"then"')), PATH)


def test_a_newer_major_schema_is_refused() -> None:
    with pytest.raises(StorageError, match="newer consentui"):
        parse(content(header="schema = 2"), PATH)


def test_a_newer_entry_is_never_written_anew_and_merges_as_it_is(tmp_path: Path) -> None:
    here, there = tmp_path / "here.toml", tmp_path / "there.toml"
    lines = ("on = 2026-02-03", "at_noon = 12:00:00", "several = [1, 2.5, true]", 'words = "é\\n“[x]”"')
    there.write_bytes(content(written(1, *lines)))
    append(here, [account_added()])
    merge_into(here, there)
    append(there, [account_added()])
    assert there.read_bytes().startswith(content(written(1, *lines)))
    assert read(here).newer == read(there).newer
    (kept,) = (entry for entry in tomli.loads(here.read_text())["entry"] if entry["what"] == "consent-receipt")
    assert kept == tomli.loads(written(1, *lines))["entry"][0]
    assert merge_into(here, there) == ()


@pytest.mark.parametrize(
    ("lines", "controls", "requests"),
    [
        ((f'account = "{ACCOUNT}"', f'control = "{CONTROL}"'), {(ACCOUNT, CONTROL)}, {}),
        ((f'entry = "{an_entry_id(2)}"',), {(ACCOUNT, CONTROL)}, {}),
        ((f'request = "{REQUEST}"',), {}, {REQUEST}),
        ((f'opening = "{an_entry_id(3)}"',), {}, {REQUEST}),
        ((f'entry = "{an_entry_id(4)}"',), {}, {REQUEST}),
        ((f'account = "{ACCOUNT}"',), {}, {}),
        (("account = 3", 'request = ["x"]'), {}, {}),
    ],
)
def test_only_what_a_newer_entry_is_about_is_withheld(
    lines: tuple[str, ...], controls: set[tuple[str, str]], requests: set[str]
) -> None:
    entries: list[Entry] = [account_added(1), recorded("done", 2), request_opened(3), request_sent(4)]
    found = parse(content(*map(as_block, entries), written(5, *lines)), PATH)
    ledger = fold(found.entry, found.newer)
    assert ledger.newers.controls & {(ACCOUNT, CONTROL), (ACCOUNT, "other")} == set(controls)
    assert {one for one in (REQUEST, "CU-2026-002") if ledger.is_withheld(one)} == set(requests)


def test_a_newer_entry_that_was_taken_back_withholds_nothing() -> None:
    newer = parse(content(written(2, f'request = "{REQUEST}"')), PATH).newer
    assert fold([request_opened(1)], newer).is_withheld(REQUEST)
    assert not fold([request_opened(1), undone(account_added(2), 3)], newer).is_withheld(REQUEST)


def test_all_kinds_that_are_written_here_are_known() -> None:
    assert {"account-added", "recorded", "request-sent", "undone", "checked"} <= KINDS

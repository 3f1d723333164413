"""Attached files in words."""

from __future__ import annotations

import pytest

from consentui.storage.media_types import UNKNOWN
from consentui.words.proofs import attached_words, count_words, proof_words, short_hash, size_words, type_name
from tests.builders import proof_added
from tests.storage.test_media_types import TYPES


def test_every_type_has_a_name_of_its_own() -> None:
    names = [type_name(kind) for kind in TYPES]
    assert len(set(names)) == len(names)
    assert not any("/" in name for name in names)


def test_a_type_that_is_not_known_here_goes_by_itself() -> None:
    assert type_name("chemical/x-new") == "chemical/x-new"
    assert type_name("image/jxl") == "JXL image"
    assert type_name(UNKNOWN) == "unknown type of file"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (12_345, "12 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (3_440_000, "3.4 MB"),
        (20_000_000, "20 MB"),
    ],
)
def test_a_size_is_rounded_to_what_a_person_reads(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_proof_is_its_name_its_kind_and_its_size() -> None:
    assert attached_words(proof_added()) == "accuse.eml, e-mail, 12 kB"
    assert proof_words("a\nb.png", "application/zip", 512) == "a b.png, ZIP archive, 512 bytes"
    assert short_hash("5f" * 32) == "SHA-256 5f5f5f5f5f5f…"


def test_proofs_are_counted_in_a_sentence_where_there_are_any() -> None:
    assert [count_words(count) for count in (0, 1, 2)] == ["", "1 proof attached.", "2 proofs attached."]

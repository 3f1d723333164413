"""Bundles of facts: what was signed is read back, and anything else is refused with the reason."""

from __future__ import annotations

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import example, given
from hypothesis import strategies as st

from consentui.errors import KnowledgeError
from consentui.knowledge.bundles.form import Bundle, bundle_file, read_bundle

OURS = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
THEIRS = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
FILES = {"platforms/x.toml": b'id = "x"\n', "law.toml": b"rule = []\n"}
CONTENT = bundle_file("2026-11-29", FILES, OURS)


def public(key: Ed25519PrivateKey) -> str:
    return b64encode(key.public_key().public_bytes_raw()).decode()


TRUSTED = (public(OURS),)


def refusal(content: bytes, trusted: tuple[str, ...] = TRUSTED) -> str:
    with pytest.raises(KnowledgeError) as refused:
        read_bundle(content, trusted)
    return refused.value.title


def test_what_was_signed_comes_back() -> None:
    assert read_bundle(CONTENT, TRUSTED) == Bundle("2026-11-29", FILES)
    assert read_bundle(CONTENT, (public(THEIRS), *TRUSTED)) == Bundle("2026-11-29", FILES)


def test_the_same_facts_give_the_same_bundle() -> None:
    assert bundle_file("2026-11-29", dict(reversed(FILES.items())), OURS) == CONTENT


def test_its_head_can_be_read_by_anyone() -> None:
    lines = CONTENT.split(b"\n")[:5]
    assert [line.split()[0] for line in lines] == [b"consentui-kb", b"version", b"bytes", b"key", b"signature"]


def test_an_unsigned_one_is_refused() -> None:
    before, _signature, after = CONTENT.partition(b"signature ")
    assert refusal(before + after.partition(b"\n")[2]) == "This bundle is not signed: nobody vouches for it."


def test_one_of_somebody_else_is_refused() -> None:
    assert "does not trust" in refusal(CONTENT, (public(THEIRS),))
    assert "does not trust" in refusal(CONTENT, ())


@pytest.mark.parametrize("length", [3, 13, 40, 200, len(CONTENT) - 1])
def test_a_part_of_one_is_refused(length: int) -> None:
    assert refusal(CONTENT[:length]) in {
        "This bundle is incomplete.",
        "This bundle is not signed: nobody vouches for it.",
    }


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello\n" * 50])
def test_what_is_none_is_refused(content: bytes) -> None:
    assert refusal(content) == "This is not a knowledge bundle."


def test_one_for_a_newer_program_is_refused() -> None:
    newer = CONTENT.replace(b"consentui-kb 1\n", b"consentui-kb 2\n")
    assert refusal(newer) == "This bundle is for a newer consentui."


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
@example(CONTENT.index(b"==\n") - 1, 1)  # the last character of the signature has unused bits
def test_no_byte_of_it_can_change(place: int, by: int) -> None:
    altered = bytearray(CONTENT)
    altered[place] = (altered[place] + by) % 256
    with pytest.raises(KnowledgeError):
        read_bundle(bytes(altered), TRUSTED)


@pytest.mark.parametrize("name", ["../x.toml", "/etc/x.toml", "platforms/../../x.toml", "x.py", "X.toml", "a/b/c.toml"])
def test_a_file_that_belongs_in_none_is_refused(name: str) -> None:
    assert refusal(bundle_file("2026-11-29", {name: b""}, OURS)) == "This bundle contains things that no bundle does."

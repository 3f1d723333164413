"""A passphrase opens the key of a backup on a busy machine too; on one that is too slow, that is what is said."""

from __future__ import annotations

import pyrage
import pytest

from consentui.backup.sealing import Key, new_key, unwrapped_key, wrapped_key
from consentui.errors import UsageError

PASSPHRASE = "many small words"


def opens(key: Key, content: bytes) -> bool:
    return str(unwrapped_key(content, PASSPHRASE).identity) == str(key.identity)


def as_if_of_a_faster_machine(content: bytes) -> bytes:
    """The wrapped key with a work factor of 2 to the 40: opening it would take any machine of today years."""
    first, stanza, *rest = content.split(b"\n")
    return b"\n".join([first, b" ".join([*stanza.split(b" ")[:-1], b"40"]), *rest])


def test_a_machine_that_is_too_slow_is_told_apart_from_a_wrong_passphrase() -> None:
    sealed = wrapped_key(new_key(), PASSPHRASE)
    with pytest.raises(UsageError, match="too busy or too slow"):
        unwrapped_key(as_if_of_a_faster_machine(sealed), PASSPHRASE)
    with pytest.raises(UsageError, match="does not open"):
        unwrapped_key(sealed, "other small words")


def test_a_moment_in_which_the_machine_seems_too_slow_is_outlasted(monkeypatch: pytest.MonkeyPatch) -> None:
    key = new_key()
    sealed, refusals = wrapped_key(key, PASSPHRASE), ["Excessive work parameter for passphrase."] * 3
    decrypt = pyrage.passphrase.decrypt

    def decrypt_once_calm(content: bytes, passphrase: str) -> bytes:
        if refusals:
            raise pyrage.DecryptError(refusals.pop())
        return decrypt(content, passphrase)

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt_once_calm)
    assert opens(key, sealed)
    assert not refusals

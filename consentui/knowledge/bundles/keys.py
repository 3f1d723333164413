"""The public Ed25519 keys whose bundles are trusted. The maintainers keep the private keys outside the repository."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from hashlib import sha256

TRUSTED: tuple[str, ...] = ("Kk0ONiooeYWl//Y8EKscvS8MnBGd7jl3pt7IQpsvDrg=",)
"""In Base64, newest first. An old key stays until no bundle that it signed is in use."""
_ID_LENGTH = 16


def key_id(public: bytes) -> str:
    """The short id of a public key, which is written into each bundle that it signs."""
    return sha256(public).hexdigest()[:_ID_LENGTH]


def by_id(trusted: Iterable[str]) -> dict[str, bytes]:
    """The public keys, decoded from Base64, by their short ids."""
    return {key_id(public): public for public in map(b64decode, trusted)}

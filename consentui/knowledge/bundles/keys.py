"""The public keys (Ed25519) by which bundles are trusted; the private ones are with the maintainers, not here."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from hashlib import sha256

TRUSTED: tuple[str, ...] = ("Kk0ONiooeYWl//Y8EKscvS8MnBGd7jl3pt7IQpsvDrg=",)
"""In Base64, the newest first: an old one stays until no bundle that it signed is in use."""
_ID_LENGTH = 16


def key_id(public: bytes) -> str:
    """The short name of a public key, which stands in each bundle that it signed."""
    return sha256(public).hexdigest()[:_ID_LENGTH]


def by_id(trusted: Iterable[str]) -> dict[str, bytes]:
    """Public keys by their short names."""
    return {key_id(public): public for public in map(b64decode, trusted)}

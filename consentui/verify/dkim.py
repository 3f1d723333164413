"""Reading DKIM signatures of mails (RFC 6376) and verifying them with a given public key; nothing is fetched here.

This is stricter than the standard: a signature that covers only a part of the body (`l=`), or leaves out the sender,
the subject or the date, proves nothing to an authority.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections import Counter
from hashlib import sha256

from msgspec import Struct

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_VALUE_OF_B = re.compile(rb"(^|;)(\s*b\s*=)[^;]*")
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_LEAST_BITS = 1024
"""The shortest RSA key that is accepted (RFC 8301, section 3.2)."""
_MUST_BE_SIGNED = (b"from", b"subject", b"date")

_Fields = tuple[tuple[bytes, bytes], ...]
"""The fields of a mail's header: each name in lower case, and the whole field as written."""


class Signature(Struct, frozen=True):
    """A `DKIM-Signature` field, taken apart."""

    domain: str
    selector: str
    algorithm: str
    signed: tuple[bytes, ...]
    """The names of the fields that it covers, in lower case."""
    header_is_relaxed: bool
    body_is_relaxed: bool
    body_hash: bytes
    value: bytes
    field: bytes
    """The whole field as written in the mail."""
    is_of_a_part: bool
    """Whether it covers only the beginning of the body (`l=`)."""

    @property
    def question(self) -> str:
        """The DNS name under which the key is published."""
        return f"{self.selector}._domainkey.{self.domain}"

    @property
    def is_supported(self) -> bool:
        """Whether its algorithm is still accepted, which excludes SHA-1 (RFC 8301)."""
        return self.algorithm in {"rsa-sha256", "ed25519-sha256"}


def signatures_in(content: bytes) -> tuple[Signature, ...]:
    """The signatures of a mail, outermost first; malformed ones are left out."""
    fields, _body = _parted(content)
    read = (_signature(field) for name, field in fields if name == b"dkim-signature")
    return tuple(one for one in read if one)


def leaves_open(content: bytes, signature: Signature) -> bool:
    """Whether the signature does not cover everything that counts: the whole body, and every From, Subject and Date.

    A mail in which one of these fields is missing is not covered either.
    """
    fields, _body = _parted(content)
    there = Counter(name for name, _field in fields)
    covered = Counter(signature.signed)
    return signature.is_of_a_part or any(not 0 < there[one] <= covered[one] for one in _MUST_BE_SIGNED)


def body_fits(content: bytes, signature: Signature) -> bool:
    """Whether the body has the signed hash, which can be checked without the key."""
    _fields, body = _parted(content)
    return sha256(_body_as_signed(body, relaxed=signature.body_is_relaxed)).digest() == signature.body_hash


def has_key(record: str) -> bool:
    """Whether a DNS record holds a usable public key; the record of a revoked key does not."""
    return _key_in(record) is not None


def header_fits(content: bytes, signature: Signature, record: str) -> bool:
    """Whether the signature over the header is valid for the public key in a DNS record."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.hashes import SHA256

    key = _key_in(record)
    said = _header_as_signed(_parted(content)[0], signature)
    try:
        if isinstance(key, RSAPublicKey) and signature.algorithm == "rsa-sha256":
            key.verify(signature.value, said, PKCS1v15(), SHA256())
            return True
        if isinstance(key, Ed25519PublicKey) and signature.algorithm == "ed25519-sha256":
            key.verify(signature.value, sha256(said).digest())  # RFC 8463, section 3
            return True
    except InvalidSignature:
        pass
    return False


def _key_in(record: str) -> object:
    """The public key in a DNS record; None if it holds none, or one that is not accepted."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    tags = _tags(record.encode("utf-8", "replace"))
    kind = tags.get(b"k", b"rsa")
    try:
        packed = _decoded(tags.get(b"p", b""))
        if tags.get(b"v", b"DKIM1") != b"DKIM1" or not packed:
            return None
        if kind == b"ed25519":
            return Ed25519PublicKey.from_public_bytes(packed)
        key = load_der_public_key(packed) if kind == b"rsa" else None
    except (ValueError, TypeError, UnsupportedAlgorithm):  # `cryptography` raises all three for keys it cannot read
        return None
    return key if isinstance(key, RSAPublicKey) and key.key_size >= _LEAST_BITS else None


def _signature(field: bytes) -> Signature | None:
    found = _FIELD.fullmatch(field)
    tags = _tags(found[2]) if found else {}
    try:
        domain, selector = (tags[one].decode("ascii").lower() for one in (b"d", b"s"))
        header, _slash, body = tags.get(b"c", b"simple").partition(b"/")
        signed = tuple(one.strip().lower() for one in tags[b"h"].split(b":"))
        read = Signature(
            domain,
            selector,
            tags[b"a"].decode("ascii"),
            signed,
            header == b"relaxed",
            body == b"relaxed",
            _decoded(tags[b"bh"]),
            _decoded(tags[b"b"]),
            field,
            b"l" in tags,
        )
    except (KeyError, ValueError):
        return None
    is_sound = tags.get(b"v") == b"1" and {header, body} <= {b"relaxed", b"simple", b""}
    agent = tags.get(b"i", b"@" + tags[b"d"]).decode("utf-8", "replace").lower().rpartition("@")[2]
    is_own = agent == domain or agent.endswith(f".{domain}")
    return read if is_sound and is_own and _NAME.fullmatch(read.question) else None


def _tags(content: bytes) -> dict[bytes, bytes]:
    """The tags of `a=1; b=2` by name, with folded values unfolded."""
    pairs = (part.partition(b"=") for part in content.split(b";") if b"=" in part)
    return {name.strip(): re.sub(rb"\r?\n[ \t]*", b"", value).strip() for name, _equals, value in pairs}


def _decoded(packed: bytes) -> bytes:
    """Decode Base64, ignoring white space; raises ValueError for anything else."""
    try:
        return b64decode(re.sub(rb"\s+", b"", packed), validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error


def _parted(content: bytes) -> tuple[_Fields, bytes]:
    """The header fields of a mail, outermost first, and its body, with line ends as CRLF, as they are signed."""
    whole = re.sub(rb"\r?\n", b"\r\n", content)
    head, _blank, body = whole.partition(b"\r\n\r\n") if not whole.startswith(b"\r\n") else (b"", b"", whole[2:])
    fields = re.split(rb"\r\n(?![ \t])", head)
    named = ((found[1].lower(), field) for field in fields if (found := _FIELD.fullmatch(field)))
    return tuple(named), body


def _header_as_signed(fields: _Fields, signature: Signature) -> bytes:
    """The signed bytes: the fields that the signature names, repeated ones from the last upwards, then its own field.

    Its own field has an empty `b=` value.
    """
    left = list(fields)
    chosen = []
    for name in signature.signed:
        place = next((number for number in range(len(left) - 1, -1, -1) if left[number][0] == name), None)
        if place is not None:
            chosen.append(left.pop(place)[1])
    name, colon, value = signature.field.partition(b":")
    own = name + colon + _VALUE_OF_B.sub(rb"\1\2", value, count=1)
    relaxed = signature.header_is_relaxed
    return b"".join(_field_as_signed(one, relaxed=relaxed) + b"\r\n" for one in chosen) + _field_as_signed(
        own, relaxed=relaxed
    )


def _field_as_signed(field: bytes, *, relaxed: bool) -> bytes:
    """The canonical form of a header field (RFC 6376, sections 3.4.1 and 3.4.2)."""
    if not relaxed:
        return field
    name, _colon, value = field.partition(b":")
    return name.rstrip(b" \t").lower() + b":" + re.sub(rb"[ \t]+", b" ", value.replace(b"\r\n", b"")).strip(b" ")


def _body_as_signed(body: bytes, *, relaxed: bool) -> bytes:
    """The canonical form of a body (RFC 6376, sections 3.4.3 and 3.4.4)."""
    if relaxed:
        body = re.sub(rb"[ \t]+(?=\r\n|\Z)", b"", body)
        body = re.sub(rb"[ \t]+", b" ", body)
    stripped = re.sub(rb"(\r\n)+\Z", b"", body)
    return stripped + b"\r\n" if stripped or not relaxed else b""

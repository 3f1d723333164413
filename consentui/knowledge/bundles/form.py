"""The file format of a knowledge bundle: a header of five readable lines, then a ZIP archive of TOML files.

The signature covers everything but its own line, and is verified before the archive is opened.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from consentui.errors import KnowledgeError
from consentui.i18n import _
from consentui.knowledge.bundles.keys import by_id, key_id

if TYPE_CHECKING:  # only maintainers sign, and the module is slow to import
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORM = 1
SUFFIX = ".kb"
MOST_BYTES = 50_000_000
"""The largest size of a bundle, and of its files together when unpacked."""
_HEAD = re.compile(
    rb"consentui-kb (?P<form>\d{1,9})\n"
    rb"version (?P<version>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.[0-9]{1,4})?)\n"
    rb"bytes (?P<size>\d{1,12})\n"
    rb"key (?P<key>[0-9a-f]{16})\n"
)
_SIGNATURE = re.compile(rb"signature (?P<signature>[A-Za-z0-9+/=]{1,200})\n")
_NAME = re.compile(r"(?:platforms/)?[a-z0-9]+(?:-[a-z0-9]+)*\.toml")
_DATE = (1980, 1, 1, 0, 0, 0)
"""A fixed timestamp for every entry, so that the same files always give the same archive, byte for byte."""


class Bundle(Struct, frozen=True):
    """A bundle whose signature was verified."""

    version: str
    files: dict[str, bytes]
    """The contents of its TOML files, by their path in `data/`."""


def bundle_file(version: str, files: Mapping[str, bytes], private: Ed25519PrivateKey) -> bytes:
    """The signed bundle of these files, which are given by their path in `data/`."""
    archive = _archive(files)
    public = private.public_key().public_bytes_raw()
    head = f"consentui-kb {FORM}\nversion {version}\nbytes {len(archive)}\nkey {key_id(public)}\n".encode()
    signature = b64encode(private.sign(head + archive))
    return head + b"signature " + signature + b"\n" + archive


def read_bundle(content: bytes, trusted: Iterable[str]) -> Bundle:
    """The bundle in a file's content; raises KnowledgeError, with the reason, if it is not one or cannot be trusted.

    `trusted` are the public keys to accept, in Base64.
    """
    head = _HEAD.match(content)
    if head is None:
        raise _foreign(content)
    if int(head["form"]) > FORM:
        raise KnowledgeError(_("This bundle is for a newer consentui."), way_out=_("Update the program first."))
    signature = _SIGNATURE.match(content, head.end())
    if signature is None:
        raise KnowledgeError(_("This bundle is not signed: nobody vouches for it."))
    archive = content[signature.end() :]
    size = int(head["size"])
    if len(archive) != size:
        raise KnowledgeError(
            _("This bundle is incomplete."),
            _("It has {count} of {whole} bytes.").format(count=len(archive), whole=size),
            _("Copy or fetch it again."),
        )
    _check(head, signature, archive, by_id(trusted))
    return Bundle(head["version"].decode(), _files(archive))


def _check(head: re.Match[bytes], signature: re.Match[bytes], archive: bytes, keys: Mapping[str, bytes]) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name = head["key"].decode()
    if name not in keys:
        raise KnowledgeError(
            _("This bundle is signed by someone this consentui does not trust."),
            _("The key is {key}; the known keys are: {known}.").format(key=name, known=", ".join(keys) or "–"),
        )
    try:
        Ed25519PublicKey.from_public_bytes(keys[name]).verify(_as_written(signature), head[0] + archive)
    except (InvalidSignature, ValueError) as error:
        raise KnowledgeError(_("This bundle was altered after it was signed.")) from error


def _as_written(signature: re.Match[bytes]) -> bytes:
    """The decoded signature; raises ValueError for another spelling of it, as unused bits in Base64 would allow."""
    found = b64decode(signature["signature"], validate=True)
    if b64encode(found) != signature["signature"]:
        raise ValueError
    return found


def _foreign(content: bytes) -> KnowledgeError:
    if (content and b"consentui-kb ".startswith(content[:13])) or content.startswith(b"consentui-kb "):
        return KnowledgeError(_("This bundle is incomplete."), way_out=_("Copy or fetch it again."))
    return KnowledgeError(_("This is not a knowledge bundle."))


def _archive(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, files[name])
    return packed.getvalue()


def _files(archive: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(archive)) as packed:
            entries = packed.infolist()
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise KnowledgeError(_("This bundle is too large."))
            names = [entry.filename for entry in entries]
            if strange := [name for name in names if not _NAME.fullmatch(name)]:
                raise KnowledgeError(_("This bundle contains things that no bundle does."), repr(strange[0]))
            return {name: packed.read(name) for name in names}
    except (BadZipFile, OSError, RuntimeError, ValueError) as error:
        raise KnowledgeError(_("The archive in this bundle cannot be read.")) from error

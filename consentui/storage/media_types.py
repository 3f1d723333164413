"""The media type of a file by its content alone, since its name may be wrong.

The table is our own because the existing libraries guess: they take a plain ZIP for a Word document, and a text that
begins with “BM” for a picture.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

HEAD = 64 * 1024
"""How many bytes at the beginning of a file are examined."""
UNKNOWN = "application/octet-stream"


class _Signature(NamedTuple):
    type: str
    pattern: re.Pattern[bytes]


_SIGNATURES = tuple(
    _Signature(kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        ("image/png", rb"\x89PNG\r\n\x1a\n"),
        ("image/jpeg", rb"\xff\xd8\xff"),
        ("image/gif", rb"GIF8[79]a"),
        ("image/webp", rb"RIFF....WEBP"),
        ("image/tiff", rb"II\*\0|MM\0\*"),
        ("image/heic", rb"....ftyp(?:hei|hev|mif1|msf1)"),
        ("image/avif", rb"....ftypavi"),
        ("video/mp4", rb"....ftyp"),
        ("video/webm", rb"\x1aE\xdf\xa3"),
        ("application/pdf", rb"%PDF-"),
        ("application/zip", rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"),
        ("application/gzip", rb"\x1f\x8b\x08"),
        ("application/x-tar", rb".{257}ustar"),
        ("application/x-7z-compressed", rb"7z\xbc\xaf\x27\x1c"),
        ("application/vnd.rar", rb"Rar!\x1a\x07"),
        ("application/x-ole-storage", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    )
)
_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/heic": ".heic",
    "image/avif": ".avif",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/gzip": ".gz",
    "application/x-tar": ".tar",
    "application/x-7z-compressed": ".7z",
    "application/vnd.rar": ".rar",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "text/html": ".html",
    "text/plain": ".txt",
}
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_BINARY = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f]")


def type_of(head: bytes) -> str:
    """The media type of a file that begins with these bytes, at most the first `HEAD` of them."""
    head = head[:HEAD]
    for signature in _SIGNATURES:
        if signature.pattern.match(head):
            return signature.type
    fields = _mail_fields(head)
    if {b"from", b"date"} <= fields:  # the fields that every message must have: RFC 5322, section 3.6
        # A page saved by Chromium has the form of a message.
        return "multipart/related" if b"snapshot-content-location" in fields else "message/rfc822"
    text = _text(head)
    if text is None or not text:
        return UNKNOWN
    is_page = text.lstrip().lower().startswith(("<!doctype html", "<html"))
    return "text/html" if is_page else "text/plain"


def suffix_of(kind: str) -> str:
    """The file name suffix for a media type; `.bin` if it is not in the table."""
    return _SUFFIXES.get(kind, ".bin")


def _mail_fields(head: bytes) -> frozenset[bytes]:
    """The names of a message's header fields, in lower case; empty if the bytes do not begin a message."""
    names: set[bytes] = set()
    lines = head.split(b"\n")
    # A mailbox (mbox) has a line of its own before each message.
    for line in lines[1 if lines[0].startswith(b"From ") else 0 :]:
        if not line.strip(b"\r"):
            break
        if line[:1] in {b" ", b"\t"} and names:
            continue
        field = _FIELD.match(line)
        if field is None or b"\0" in line:
            # The last line of a head may be cut off.
            return frozenset(names) if line is lines[-1] and len(head) == HEAD else frozenset()
        names.add(field[1].lower())
    return frozenset(names)


def _text(head: bytes) -> str | None:
    """The head decoded as text, None if it is not text; its last character may be cut off."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return None
    return None if _BINARY.search(text) else text

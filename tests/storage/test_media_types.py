"""The media type of a file, recognised by its content."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.storage.media_types import HEAD, UNKNOWN, suffix_of, type_of


def a_zip() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("a.txt", "a")
    return content.getvalue()


def an_empty_zip() -> bytes:
    content = BytesIO()
    ZipFile(content, "w").close()
    return content.getvalue()


def a_mail(**fields: str) -> bytes:
    mail = EmailMessage()
    for name, value in ({"From": "a@x.example", "Date": "Sat, 21 Nov 2026 12:00:00 +0000"} | fields).items():
        mail[name] = value
    mail.set_content("We got your objection.\n")
    return mail.as_bytes()


LONG_FIELD = b"From: a@x.example\r\nDate: today\r\nX-Long: " + b"\r\n ".join([b"x" * 70] * 1000) + b"\r\n\r\nbody"

TYPES = {
    "image/png": [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    "image/jpeg": [b"\xff\xd8\xff\xe0\0\x10JFIF", b"\xff\xd8\xff\xe1\0\x10Exif", b"\xff\xd8\xff\xdb"],
    "image/gif": [b"GIF87a\1\0", b"GIF89a\1\0"],
    "image/webp": [b"RIFF\n\0\0\0WEBPVP8 "],
    "image/tiff": [b"II*\0\x08", b"MM\0*\0"],
    "image/heic": [b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypmif1"],
    "image/avif": [b"\0\0\0\x1cftypavif"],
    "video/mp4": [b"\0\0\0\x18ftypisom", b"\0\0\0\x14ftypqt  "],
    "video/webm": [b"\x1aE\xdf\xa3\x9fB\x86\x81"],
    "application/pdf": [b"%PDF-1.7\n%\xe2\xe3"],
    "application/zip": [a_zip(), an_empty_zip()],
    "application/gzip": [b"\x1f\x8b\x08\0"],
    "application/x-7z-compressed": [b"7z\xbc\xaf\x27\x1c\0\4"],
    "application/vnd.rar": [b"Rar!\x1a\x07\1\0"],
    "application/x-ole-storage": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"],
    "message/rfc822": [
        a_mail(),
        a_mail(Subject="Objet\u00a0: opposition"),
        b"From me Sat Nov 21\r\n" + a_mail(),
        b"DATE: today\nfrom : me\n\n\xe9\0",
        b"From: me\nDate: today",
        LONG_FIELD,
    ],
    "multipart/related": [b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x\r\nDate: today\r\n\r\n"],
    "text/html": [b"<!DOCTYPE html><title>x", b"\n <html lang=fr>"],
    "text/plain": [
        b"PK is short for something.",
        b"BMW makes cars, MZ made motorcycles.",
        "Accusé de réception".encode(),
        "\ufeffAccusé".encode(),
        "Accusé".encode("utf-16"),
        b"From: me\nTo: you\n\nNo message without its date.",
        b"From: me\nDate: today\nand no field\n\n",
        ("x" * (HEAD - 1) + "é").encode(),
    ],
    UNKNOWN: [
        b"",
        b"\0\0\0",
        b"Accus\xe9",
        b"\x7fELF",
        b"MZ\x90\0",
        b"text\x1b[0m",
        b"\x89PNG\r\n",
        b"RIFF\n\0\0\0WAVE",
    ],
}


@pytest.mark.parametrize(("kind", "content"), [(kind, one) for kind, contents in TYPES.items() for one in contents])
def test_a_type_is_told_by_the_content(kind: str, content: bytes) -> None:
    assert type_of(content) == kind


def test_every_type_but_the_unknown_ones_has_an_end_of_its_own() -> None:
    ends = [suffix_of(kind) for kind in TYPES if kind not in {UNKNOWN, "application/x-ole-storage"}]
    assert len(set(ends)) == len(ends)
    assert ".bin" not in ends
    assert suffix_of(UNKNOWN) == suffix_of("chemical/unheard-of") == ".bin"


@given(st.binary(max_size=200))
def test_any_bytes_have_a_type_of_the_table(content: bytes) -> None:
    assert type_of(content) in TYPES


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_is_text_of_some_kind_or_shown_by_its_first_letters(text: str) -> None:
    assert type_of(f"- {text}".encode()) == "text/plain"

"""A mail, read: who wrote it and when, what it says, what is attached. Nothing in it is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from consentui.clock import local_day
from consentui.storage.media_types import type_of
from consentui.text import clean, clean_line

if TYPE_CHECKING:  # reading mails takes many modules, and most commands read none
    from email.message import Message

_MBOX_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class Attachment(Struct, frozen=True):
    """A file in a mail; it stays in there."""

    name: str
    type: str
    """The media type that the content has, whatever the name says."""
    size: int


class Mail(Struct, frozen=True):
    """What a mail says, made inert."""

    sender: str
    """The name and the address; either may be all there is."""
    address: str
    subject: str
    on: date | None
    """The day it was written, where the person is; None where it does not say."""
    text: str
    attachments: tuple[Attachment, ...]


def mails_in(content: bytes) -> tuple[bytes, ...]:
    """The mails of a file: itself, or all those of a mailbox (mbox), each as it stands alone."""
    lines = tuple(_MBOX_LINE.finditer(content))
    if not (lines and content.startswith(b"From ")):
        return (content,)
    ends = (*(line.start() for line in lines[1:]), len(content))
    pieces = (content[line.end() : end] for line, end in zip(lines, ends, strict=True))
    return tuple(_QUOTED.sub(rb"\1", _without_last_line_end(one)) for one in pieces)


def read_mail(content: bytes) -> Mail:
    """What a mail says; whatever cannot be understood of it is left out."""
    from email import message_from_bytes, policy
    from email.parser import BytesHeaderParser
    from email.utils import parseaddr

    try:
        message = message_from_bytes(content, policy=policy.compat32)
    except ValueError:  # a number of thousands of digits in what says where its parts end
        message = BytesHeaderParser(policy=policy.compat32).parsebytes(content)
    name, address = parseaddr(_field(message, "From"))
    parts = [part for part in message.walk() if not part.is_multipart()]
    bodies = [part for part in parts if part.get_content_maintype() == "text" and not _name_of(part)]
    return Mail(
        sender=f"{name} <{address}>" if name and address else name or address,
        address=address,
        subject=_field(message, "Subject"),
        on=_day(_field(message, "Date")),
        text="\n".join(_texts(bodies)),
        attachments=tuple(_attachment(part) for part in parts if part not in bodies),
    )


def _texts(bodies: list[Message]) -> Iterator[str]:
    """The plain texts, or else the pages without their marks."""
    from html import unescape

    plain = [one for one in bodies if one.get_content_subtype() == "plain"]
    for part in plain or bodies:
        text = _decoded(part)
        yield clean(text if part in plain else unescape(_TAG.sub(" ", text)))


def _decoded(part: Message) -> str:
    content = _content(part)
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):  # no encoding that there is, or a null in its name
        return content.decode("utf-8", "replace")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attachment(part: Message) -> Attachment:
    content = _content(part)
    return Attachment(_name_of(part), type_of(content), len(content))


def _name_of(part: Message) -> str:
    try:
        return _plain(part.get_filename() or "")
    except ValueError:  # a part of the name has a number of thousands of digits
        return ""


def _field(message: Message, name: str) -> str:
    """A field of the head, put together and on one line."""
    return _plain(str(message.get(name, "")))


def _plain(words: str) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return clean_line(str(make_header(decode_header(words))))
    except (ValueError, LookupError, MessageError):  # no encoding that there is, or not what it says
        return clean_line(words)


def _day(words: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        written: datetime = parsedate_to_datetime(words)
        return local_day(written) if written.tzinfo else written.date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _without_last_line_end(content: bytes) -> bytes:
    """A mailbox has an empty line after each mail."""
    return re.sub(rb"(\r?\n)\r?\n\Z", rb"\1", content)

"""Reading a mail: who wrote it and when, what it says, and what is attached. Nothing in it is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from consentui.clock import local_day
from consentui.storage.media_types import type_of
from consentui.text import clean, clean_line

if TYPE_CHECKING:  # `email` loads many modules, and most commands read no mail
    from email.message import Message

_MBOX_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_EMLX_LINE = re.compile(rb"([1-9][0-9]{0,9})[ \t]*\r?\n(?=[!-9;-~]+:)")
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class Attachment(Struct, frozen=True):
    """The description of a file in a mail, without its content."""

    name: str
    type: str
    """The media type by the content, whatever the name says."""
    size: int
    """In bytes."""


class Mail(Struct, frozen=True):
    """What a mail says, with control characters removed."""

    sender: str
    """The name and the address, or whichever of them is given."""
    address: str
    subject: str
    on: date | None
    """The day it was written, in the person's time zone; None if not given."""
    text: str
    attachments: tuple[Attachment, ...]

    @property
    def is_one(self) -> bool:
        """Whether it has a field that every mail has: a file without any is no mail."""
        return bool(self.sender or self.on)


def mails_in(content: bytes) -> tuple[bytes, ...]:
    """The mails of a file: the file itself, or each mail of a mailbox (mbox), without what the mailbox added.

    Apple Mail keeps a mail as `.emlx`: its size in bytes on a line of its own, then the mail, then what it knows of it.
    """
    if counted := _EMLX_LINE.match(content):
        return (content[counted.end() : counted.end() + int(counted[1])],)
    lines = tuple(_MBOX_LINE.finditer(content))
    if not (lines and content.startswith(b"From ")):
        return (content,)
    ends = (*(line.start() for line in lines[1:]), len(content))
    pieces = (content[line.end() : end] for line, end in zip(lines, ends, strict=True))
    return tuple(_QUOTED.sub(rb"\1", _without_last_line_end(one)) for one in pieces)


def read_mail(content: bytes) -> Mail:
    """What a mail says; parts that cannot be understood are left out."""
    from email import message_from_bytes, policy
    from email.parser import BytesHeaderParser
    from email.utils import parseaddr

    try:
        message = message_from_bytes(content, policy=policy.compat32)
    except ValueError:  # a number with thousands of digits in a parameter such as the boundary
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
    """The plain-text bodies, or if there are none, the HTML bodies without their tags."""
    from html import unescape

    plain = [one for one in bodies if one.get_content_subtype() == "plain"]
    for part in plain or bodies:
        text = _decoded(part)
        yield clean(text if part in plain else unescape(_TAG.sub(" ", text)))


def _decoded(part: Message) -> str:
    content = _content(part)
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):  # an unknown encoding, or a null character in its name
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
    except ValueError:  # a number with thousands of digits in a part of the name
        return ""


def _field(message: Message, name: str) -> str:
    """A header field, decoded and on one line; empty if it is missing."""
    return _plain(str(message.get(name, "")))


def _plain(words: str) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return clean_line(str(make_header(decode_header(words))))
    except (ValueError, LookupError, MessageError):  # an unknown encoding, or text that is not in it
        return clean_line(words)


def _day(words: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        written: datetime = parsedate_to_datetime(words)
        return local_day(written) if written.tzinfo else written.date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _without_last_line_end(content: bytes) -> bytes:
    """The mail without the empty line that a mailbox adds after it."""
    return re.sub(rb"(\r?\n)\r?\n\Z", rb"\1", content)

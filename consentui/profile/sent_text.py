"""The text of a letter as it really went out, read from the file that the person changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import N_, _
from consentui.storage.reading import opened
from consentui.storage.reasons import system_reason
from consentui.text import clean, clean_line

if TYPE_CHECKING:
    from email.message import MIMEPart

    from consentui.requests.letters.letters import Letter

FORMATS = (".txt", ".md", ".eml")
MOST_BYTES = 1_000_000
_LONGEST_SUBJECT = 200
_NAME_IT = N_("Name the file with the text as sent.")


class SentText(Struct, frozen=True):
    """What went out: the subject for the journal, and the text to freeze."""

    subject: str
    content: str


def as_drafted(letter: Letter) -> SentText:
    """The letter as drafted, with its subject above it."""
    return SentText(letter.subject, f"{letter.subject}\n\n{letter.body}")


def read_sent_text(path: Path, drafted: Letter, reference: str) -> SentText:
    """The text of a file, made inert; of a message (.eml), its subject and its plain text.

    If the file has no subject, the journal gets the drafted one, but the frozen text does not.
    Raises UsageError if the file cannot be read, or holds no text.
    """
    name = clean_line(str(path))
    if path.suffix.lower() not in FORMATS:
        raise UsageError(
            _("{path} is not a .txt, .md or .eml file.").format(path=name),
            way_out=_("Save the text in one of these formats, and name that file."),
        )
    content = _bytes_of(path, name)
    if path.suffix.lower() == ".eml":
        subject, body = _message(content, name)
        text = f"{subject}\n\n{body}" if subject else body
    else:
        body = text = clean(_decoded(content, name))
        subject = _first_line(text, reference)
    if not body.strip():
        raise UsageError(_("{path} contains no text.").format(path=name), way_out=_(_NAME_IT))
    return SentText(subject or drafted.subject, text)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        path = path.expanduser()
        if not path.is_file():
            raise UsageError(_("There is no file {path}.").format(path=name), way_out=_(_NAME_IT))
        with opened(path) as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError and ValueError: an impossible path, such as an unknown user's home or a null character.
        raise UsageError(_("{path} cannot be read.").format(path=name), _why(error), _(_NAME_IT)) from error
    if len(content) > MOST_BYTES:
        raise UsageError(
            _("{path} is larger than 1 MB.").format(path=name),
            way_out=_("Save the text alone, without what was attached, and name that file."),
        )
    return content


def _why(error: Exception) -> str:
    return system_reason(error) if isinstance(error, OSError) else _("Such a path cannot exist")


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            _("{path} is not UTF-8 text.").format(path=name), way_out=_("Save it again, as UTF-8.")
        ) from error


def _first_line(text: str, reference: str) -> str:
    """The first line if it is a subject, as in files written here: set apart, with the reference; else empty."""
    first, _end, rest = text.lstrip("\n").partition("\n")
    subject = clean_line(first.removeprefix("# ").replace("\\", ""))
    stands_apart = not rest.partition("\n")[0].strip()
    return subject if reference in subject and stands_apart and len(subject) <= _LONGEST_SUBJECT else ""


def _unflowed(part: MIMEPart, text: str) -> str:
    """The text with lines that the mail program broke joined again (`format=flowed`, RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    break_is_all = str(part.get_param("delsp", "")).lower() == "yes"
    lines: list[str] = []
    is_open = False
    for line in text.splitlines():
        unstuffed = line.removeprefix(" ")
        lines[len(lines) - is_open :] = [f"{lines[-1]}{unstuffed}"] if is_open else [unstuffed]
        is_open = unstuffed.endswith(" ") and unstuffed != "-- "
        if is_open and break_is_all:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines) + "\n"


def _message(content: bytes, name: str) -> tuple[str, str]:
    """The subject and the plain text of a message; raises UsageError if it has no plain text that can be read."""
    from email import message_from_bytes
    from email.policy import default

    try:
        message = message_from_bytes(content, policy=default)
        part = message.get_body(("plain",))
        if part is not None:
            return clean_line(str(message["Subject"] or "")), clean(_unflowed(part, part.get_content(errors="strict")))
        cause = None
    except Exception as error:  # noqa: BLE001 -- the parser says in many ways that a message is broken
        cause = error
    raise UsageError(
        _("{path} contains no readable plain text.").format(path=name),
        way_out=_("Save the text of the message as a .txt file, and name that file."),
    ) from cause

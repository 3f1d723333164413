"""A letter as a file: plain text, Markdown, PDF, or a message to open in a mail program."""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import TYPE_CHECKING

from consentui.export.letter_document import letter_document
from consentui.journal.entries import Attached, RequestSent
from consentui.profile.letters import Drafted
from consentui.profile.session import Session
from consentui.requests.letters.enclosures import enclosed_files
from consentui.requests.letters.facts import representative_of
from consentui.requests.letters.kinds import TO_AUTHORITY
from consentui.requests.letters.layout import one_line
from consentui.storage.names import safe_name

if TYPE_CHECKING:
    from email.message import EmailMessage


def letter_file(session: Session, drafted: Drafted, format_: str) -> bytes:
    """The content of the file in one of the formats `txt`, `md`, `eml`, `pdf`.

    Raises StorageError if an enclosure of a message is missing or was altered, UsageError if the extra `pdf` is
    needed and not installed.
    """
    letter, language = drafted.letter, drafted.language
    if format_ == "pdf":
        from consentui.export.letter_pdf import letter_pdf

        return letter_pdf(letter, language)
    if format_ == "eml":
        return message(drafted, tuple(_enclosed(session, drafted)))
    if format_ == "md":
        from consentui.report.formats import markdown

        return markdown.render(letter_document(letter, language)).encode()
    return f"{letter.subject}\n\n{letter.body}".encode()


def message(drafted: Drafted, enclosed: tuple[tuple[str, str, bytes], ...] = ()) -> bytes:
    """An unsent message (RFC 5322), which mail programs open for editing.

    `enclosed` holds the name, media type and content of each enclosure. A person to whom the letter announces a copy
    is in `Cc` if their e-mail address is known.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    from consentui.export.mail_headers import MailHeaders

    letter, person = drafted.letter, drafted.facts.person
    made = EmailMessage(policy=SMTP)
    made["X-Unsent"] = "1"
    for header, address in (
        ("From", _address(person.name, person.email)),
        ("To", _address("", drafted.door.to)),
        ("Cc", _address("", _copy_to(drafted))),
    ):
        if address:
            made[header] = address
    made["Subject"] = letter.subject
    made.set_content(letter.body, cte="quoted-printable")
    for name, type_, content in enclosed:
        main, _slash, sub = type_.partition("/")
        _attach(made, content, main, sub, name)
    return made.as_bytes(policy=MailHeaders())


def _attach(made: EmailMessage, content: bytes, main: str, sub: str, name: str) -> None:
    """Attach a file; a mail goes as opaque bytes, so that it stays exactly the file it was."""
    if main in {"message", "multipart"}:
        main, sub = "application", "octet-stream"
    made.add_attachment(content, maintype=main, subtype=sub, filename=name)


def _address(name: str, email: str) -> Address | None:
    """An address that every mail program can read; None if it is not an ASCII e-mail address."""
    try:
        return Address(one_line(name), addr_spec=email) if "@" in email and email.isascii() else None
    except (ValueError, IndexError, HeaderParseError):
        return None


def _copy_to(drafted: Drafted) -> str:
    facts = drafted.facts
    representative = representative_of(facts.controller, facts.regime)
    announced = representative if drafted.kind not in TO_AUTHORITY else None
    return (announced.email or "") if announced else ""


def _enclosed(session: Session, drafted: Drafted) -> Iterator[tuple[str, str, bytes]]:
    for entry in enclosed_files(drafted.kind, drafted.facts):
        if isinstance(entry, RequestSent):
            yield f"{entry.request}-{safe_name(entry.letter)}.txt", "text/plain", session.texts.frozen(entry).encode()
        else:
            yield _name_of(entry), entry.type, session.proofs.content(entry)


def _name_of(proof: Attached) -> str:
    return safe_name(proof.name)

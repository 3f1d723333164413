"""A letter as a file: plain text, Markdown, or a message ready to open in a mail program."""

from __future__ import annotations

from consentui import clock
from consentui.i18n import Language, language
from consentui.report.document import Document, Paragraph
from consentui.requests.letters.facts import Person
from consentui.requests.letters.letters import Letter

_LONGEST_LINE = 998
"""In characters: RFC 5322, 2.1.1."""


def letter_file(letter: Letter, format_: str, person: Person, to: str) -> str:
    """The content of the file in one of the formats `txt`, `md`, `eml`."""
    if format_ == "eml":
        return _message(letter, person, to)
    if format_ == "md":
        from consentui.report.formats import markdown

        return markdown.render(letter_document(letter, language()))
    return f"{letter.subject}\n\n{letter.body}"


def letter_document(letter: Letter, written_in: Language) -> Document:
    """A letter as a document of its own."""
    return Document(letter.subject, written_in, clock.today(), paragraphs(letter))


def paragraphs(letter: Letter) -> tuple[Paragraph, ...]:
    """The paragraphs of a letter, whose lines are kept apart."""
    return tuple(map(Paragraph, letter.body.strip().split("\n\n")))


def _message(letter: Letter, person: Person, to: str) -> str:
    """An unsent message (RFC 5322), which mail programs open for writing."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if person.email:
        message["From"] = person.email
    if "@" in to:
        message["To"] = to
    message["Subject"] = letter.subject
    message.set_content(letter.text if not letter.body else letter.body, cte="quoted-printable")
    # Unfolded: folding a header may double a space beside a letter that is not ASCII.
    return message.as_string(policy=SMTP.clone(max_line_length=_LONGEST_LINE))

"""A letter as a document, which is written in the formats of reports."""

from __future__ import annotations

from consentui import clock
from consentui.i18n import Language
from consentui.report.document import Document, Paragraph
from consentui.requests.letters.letters import Letter


def letter_document(letter: Letter, written_in: Language) -> Document:
    """A letter as a document."""
    return Document(letter.subject, written_in, clock.today(), paragraphs(letter))


def paragraphs(letter: Letter) -> tuple[Paragraph, ...]:
    """The paragraphs of a letter; line breaks within them are kept."""
    return tuple(map(Paragraph, letter.body.strip().split("\n\n")))

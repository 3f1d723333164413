"""A letter as PDF, and a warning about characters that a PDF cannot show."""

from __future__ import annotations

from consentui.export.letter_document import letter_document
from consentui.i18n import Language, _
from consentui.report.document import Document
from consentui.report.formats import pdf
from consentui.requests.letters.letters import Letter

_NAMED = 10
"""The most characters that the warning names; a text in another script may have many more."""


def letter_pdf(letter: Letter, language: Language) -> bytes:
    """The letter on A4 pages; the same letter on the same day gives the same bytes.

    Raises UsageError if the extra `pdf` is not installed.
    """
    return pdf.typeset(letter_document(letter, language), "letter")


def unset_words(document: Document) -> str:
    """A sentence on the characters of the document for which a PDF has no font; empty if there are none.

    Raises UsageError if the extra `pdf` is not installed.
    """
    unset = sorted(pdf.unset_in(document))
    if not unset:
        return ""
    named = " ".join((*unset[:_NAMED], *(["…"] if len(unset) > _NAMED else [])))
    return _(
        "No font on this computer has {characters}: the PDF shows them as Unicode numbers. Install a font that "
        "has them, or use another format."
    ).format(characters=named)

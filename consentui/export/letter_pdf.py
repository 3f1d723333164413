"""A letter as PDF, and what to know before one is written."""

from __future__ import annotations

from consentui.export.letters import letter_document
from consentui.i18n import Language, _
from consentui.report.document import Document
from consentui.report.formats import pdf
from consentui.requests.letters.letters import Letter

_NAMED = 10
"""So many characters are named; a text in another script has more."""


def letter_pdf(letter: Letter, language: Language) -> bytes:
    """The letter on A4 pages; the same bytes on the same day.

    Raises UsageError when the extra `pdf` is not installed.
    """
    return pdf.typeset(letter_document(letter, language), "letter")


def unset_words(document: Document) -> str:
    """What a PDF of this document cannot show as it is written, as a sentence; empty where it shows everything.

    Raises UsageError when the extra `pdf` is not installed.
    """
    unset = sorted(pdf.unset_in(document))
    if not unset:
        return ""
    named = " ".join((*unset[:_NAMED], *(["…"] if len(unset) > _NAMED else [])))
    return _(
        "No font on this computer has {characters}: the PDF gives them by their Unicode numbers."
        " Install a font that has them, or use another format."
    ).format(characters=named)

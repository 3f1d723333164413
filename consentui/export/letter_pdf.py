"""A letter as PDF."""

from __future__ import annotations

from consentui.export.letters import letter_document
from consentui.i18n import Language
from consentui.report.formats import pdf
from consentui.requests.letters.letters import Letter


def letter_pdf(letter: Letter, language: Language) -> bytes:
    """The letter on A4 pages; the same bytes on the same day.

    Raises UsageError when the extra `pdf` is not installed.
    """
    return pdf.typeset(letter_document(letter, language), "letter")

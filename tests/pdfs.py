"""Read PDF files back."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def words(content: bytes) -> str:
    """The text of all pages without page numbers, spaces and hyphens, which depend on the layout."""
    pages = read(content).pages
    texts = (page.extract_text().strip().removesuffix(f"{at} / {len(pages)}") for at, page in enumerate(pages, 1))
    return bare("".join(texts))


def bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad\u2010\u2011")

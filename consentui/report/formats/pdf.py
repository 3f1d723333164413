"""A document as PDF, set by typst (the extra `pdf`): tagged for those who listen to it, fit for an archive.

`data/report/` has the looks; the document comes to them as data, never as markup.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime, time
from typing import Any, Literal

import msgspec

from consentui.bundled import data_folder
from consentui.errors import UsageError
from consentui.i18n import _, speaking
from consentui.report.document import Document, Paragraph
from consentui.text import clean

Look = Literal["report", "letter"]
"""A template of that name in `data/report/`."""

_REFUSED = re.compile(r'the (?:text|PDF contains the codepoint) `"(.*?)"`')
"""How typst names what it cannot set; unprintable characters come as `\\u{e000}`."""
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")

_LATIN = "\u024f"
"""The end of what typst brings letters for in any case."""
_GLUE = {"Cf", "Zs"}


def render(document: Document) -> bytes:
    """The whole document on A4 pages, with a table of contents when it has three parts or more.

    Raises UsageError when the extra `pdf` is not installed.
    """
    return typeset(document, "report")


def typeset(document: Document, look: Look) -> bytes:
    """The document in one of the looks, as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    Both forbid characters that are in no font; these are given by their number: `[U+1F98A]`. A document that typst
    still refuses, one without a title for example, comes without the two promises. The same document and fonts give
    the same bytes. Raises UsageError when the extra `pdf` is not installed.
    """
    # A line of every rare character tells what to give by number in a moment; a long document would be set twice.
    return _agreed(document, look, set(unset_in(document)))[0]


def unset_in(document: Document) -> frozenset[str]:
    """The characters of a document that are in no font here, and will be given by their number.

    Raises UsageError when the extra `pdf` is not installed.
    """
    return frozenset(_agreed(_sample(document), "letter", set())[1])


def _agreed(document: Document, look: Look, unset: set[str]) -> tuple[bytes, set[str]]:
    """The document as typst takes it, and the characters to be given by number for that."""
    try:
        from typst import TypstError
    except ImportError as error:
        raise _not_installed() from error
    while True:
        try:
            return _compiled(document, look, unset, "ua-1", "a-2a"), unset
        except TypstError as error:
            refused = _refused(error.diagnostic) - unset
            if not refused:
                return _compiled(document, look, unset), unset
            unset = unset | refused


def _not_installed() -> UsageError:
    return UsageError(
        _("PDF needs typst, which is not installed."),
        way_out=_("Install it with: {command}").format(command="pip install 'consentui[pdf]'"),
    )


def _sample(document: Document) -> Document:
    """The characters of a document that a font may lack."""
    rare = sorted({char for char in _data(document, set()) if char > _LATIN})
    return Document("Sample", document.language, document.as_of, (Paragraph(" ".join(rare)),))


def _compiled(document: Document, look: Look, unset: set[str], *standards: Literal["ua-1", "a-2a"]) -> bytes:
    import typst

    looks = data_folder() / "report"
    return typst.compile(
        looks / f"{look}.typ",
        root=looks,
        format="pdf",
        sys_inputs={"document": _data(document, unset)},
        pdf_standards=[*standards],
        timestamp=datetime.combine(document.as_of, time(), UTC),
    )


def _refused(diagnostic: str) -> set[str]:
    """The characters that are in no font, or mean nothing outside of one (private use)."""
    texts = (_BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), text) for text in _REFUSED.findall(diagnostic))
    # With them may stand what is in every font, and what joins and parts others without a glyph of its own.
    return {char for text in texts for char in text if char > _LATIN and unicodedata.category(char) not in _GLUE}


def _data(document: Document, unset: set[str]) -> str:
    """The document as JSON, with the words that a template needs beside it."""
    numbers = {ord(char): f"[U+{ord(char):04X}]" for char in unset}
    with speaking(document.language):
        words = {"colon": _(":"), "note": _note(numbers)}
    return json.dumps({**_inert(msgspec.to_builtins(document), numbers), **words}, ensure_ascii=False)


def _note(numbers: dict[int, str]) -> str:
    if not numbers:
        return ""
    return _("Characters that are in no font of this computer are given by their Unicode number: {examples}.").format(
        examples=", ".join(sorted(numbers.values())[:3])
    )


def _inert(value: Any, numbers: dict[int, str]) -> Any:
    """The value, its texts without what neither a page nor typst can take."""
    if isinstance(value, str):
        return clean(value).translate(numbers)
    if isinstance(value, dict):
        return {name: _inert(part, numbers) for name, part in value.items()}
    return [_inert(part, numbers) for part in value] if isinstance(value, list | tuple) else value

"""A document as PDF, typeset by typst (the extra `pdf`): tagged for screen readers, fit for an archive.

The templates in `data/report/` get the document as data, never as markup.
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
"""The name of a template in `data/report/`."""

_REFUSED = re.compile(r'the (?:text|PDF contains the codepoint) `"(.*?)"`')
"""How typst names characters that it cannot set; unprintable ones come as `\\u{e000}`."""
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")

_LATIN = "\u024f"
"""The last of the characters for which typst always has glyphs."""
_GLUE = {"Cf", "Zs"}


def render(document: Document) -> bytes:
    """The whole document on A4 pages, with a table of contents if it has three parts or more.

    Raises UsageError if the extra `pdf` is not installed.
    """
    return typeset(document, "report")


def typeset(document: Document, look: Look) -> bytes:
    """The document in one of the looks, as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    Both forbid characters that are in no font, so these are given by their number, such as `[U+1F98A]`. A document that
    typst still refuses, for example one without a title, is set without conforming to them. The same document and fonts
    give the same bytes. Raises UsageError if the extra `pdf` is not installed.
    """
    # A short sample shows quickly what to give by number, where a long document would have to be set twice.
    return _agreed(document, look, set(unset_in(document)))[0]


def unset_in(document: Document) -> frozenset[str]:
    """The characters of a document that are in no font here, and will be given by their number.

    Raises UsageError if the extra `pdf` is not installed.
    """
    return frozenset(_agreed(_sample(document), "letter", set())[1])


def _agreed(document: Document, look: Look, unset: set[str]) -> tuple[bytes, set[str]]:
    """The document as typst accepts it, and the characters that had to be given by number for that."""
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
    """A short document with all the characters of another that a font may lack."""
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
    """The characters in a diagnostic that are in no font, or have no meaning outside one (private use)."""
    texts = (_BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), text) for text in _REFUSED.findall(diagnostic))
    # The texts may also hold letters that are in every font, and spaces or joiners without a glyph of their own.
    return {char for text in texts for char in text if char > _LATIN and unicodedata.category(char) not in _GLUE}


def _data(document: Document, unset: set[str]) -> str:
    """The document as JSON, together with the words that a template needs."""
    numbers = {ord(char): f"[U+{ord(char):04X}]" for char in unset}
    with speaking(document.language):
        words = {"colon": _(":"), "note": _note(numbers)}
    return json.dumps({**_inert(msgspec.to_builtins(document), numbers), **words}, ensure_ascii=False)


def _note(numbers: dict[int, str]) -> str:
    if not numbers:
        return ""
    return _("Characters that no font on this computer has are shown as Unicode numbers: {examples}.").format(
        examples=", ".join(sorted(numbers.values())[:3])
    )


def _inert(value: Any, numbers: dict[int, str]) -> Any:
    """The value with its texts made inert, and with characters replaced by their numbers."""
    if isinstance(value, str):
        return clean(value).translate(numbers)
    if isinstance(value, dict):
        return {name: _inert(part, numbers) for name, part in value.items()}
    return [_inert(part, numbers) for part in value] if isinstance(value, list | tuple) else value

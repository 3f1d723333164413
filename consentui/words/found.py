"""What a search found and why it matches, in the current language."""

from __future__ import annotations

from collections.abc import Sequence

from consentui.i18n import _, language, pgettext
from consentui.knowledge.records import Control
from consentui.knowledge.search.documents import Field, Findable, Passage
from consentui.knowledge.search.find import Hit, Results
from consentui.knowledge.search.words import words_in
from consentui.text import shorten
from consentui.words.names import kind_name, platform_name, purpose_name

_EXCERPT = 160
_LONGEST_WORD = 60
_AROUND = ',.;:!?()"“”«»'
_BEFORE = 4
"""How many words an excerpt has before the first one that was searched for."""
_ALIKE = 4
"""How many first letters a word must share with a word of the query to match it."""


def found_title(found: Findable) -> str:
    """The title of a control, the name of a company or an authority, or how a rule is cited."""
    return found.title.in_language(language())


def found_place(found: Findable) -> str:
    """The platform of a control; for anything else, what it is."""
    if found.platform:
        return platform_name(found.platform)
    return {
        "company": pgettext("found", "company"),
        "authority": pgettext("found", "authority"),
        "law": pgettext("found", "law"),
    }[found.kind]


def remarks(answer: Results) -> tuple[str, ...]:
    """Which words of the query are known nowhere, only mentioned in passing, or were read as another word."""
    known_nowhere = ", ".join(shorten(word, _LONGEST_WORD) for word in answer.unknown)
    mentioned = ", ".join(answer.mentioned)
    read = _("“{typed}” is not known: read as “{word}”.")
    return (
        *((_("Nothing is known about: {words}").format(words=known_nowhere),) if known_nowhere else ()),
        *((_("Only mentioned in passing: {words}").format(words=mentioned),) if mentioned else ()),
        *(read.format(typed=shorten(typed, _LONGEST_WORD), word=word) for typed, word in answer.read_as),
    )


def missing_name(answer: Results, query: str) -> str:
    """The name, as it was typed, that the knowledge base may lack: the words known nowhere, or else the whole query."""
    strange = {*answer.unknown, *answer.mentioned, *answer.begun}
    typed = [part.strip(_AROUND) for part in query.split() if strange & set(words_in(part))]
    return " ".join(typed) or query.strip()


def reason(hit: Hit, query: str) -> str:
    """Why it was found, on one line; empty if there is no more to say than its name or its platform."""
    passage = next((one for one in hit.why if one.field not in {"name", "id"}), None)
    if passage is None:
        return ""
    passage = _in_the_language_spoken(passage, hit.found.passages)
    return "" if passage.text == found_title(hit.found) else _said(passage, hit.found, query)


def _in_the_language_spoken(passage: Passage, passages: Sequence[Passage]) -> Passage:
    """The same passage in the current language; itself if it has no language or there is no other version beside it."""
    if passage.language in {None, language()}:
        return passage
    after = passages[passages.index(passage) :]
    before = passages[: passages.index(passage)][::-1]
    beside = (*after[1:2], *before[:1])
    return next((one for one in beside if one.field == passage.field and one.language == language()), passage)


def _said(passage: Passage, found: Findable, query: str) -> str:
    if passage.field == "saying":
        return _("what people call “{words}”").format(words=_as_typed(passage.text, query))
    if isinstance(found.record, Control) and passage.field == "purpose":
        return _("it is about {purpose}").format(purpose=purpose_name(found.record.purpose))
    if isinstance(found.record, Control) and passage.field == "kind":
        return _("it is what was asked for: {kind}").format(kind=kind_name(found.record.kind))
    if passage.field == "kind":
        return ""
    quoted = _("“{text}”").format(text=excerpt(passage.text, query))
    return f"{field_name(passage.field)}{_(':')} {quoted}"


def _as_typed(words: str, query: str) -> str:
    """Words known without their accents and the small words among them, as the person typed them."""
    known = set(words.split())
    parts = query.split()
    there = [place for place, part in enumerate(parts) if known & set(words_in(part))]
    typed = " ".join(parts[there[0] : there[-1] + 1]) if there else ""
    return typed if set(words_in(typed)) >= known else words


def field_name(field: Field) -> str:
    """The name of the field in which the words are; not for `purpose`, `kind` and `saying`."""
    return {
        "name": pgettext("found", "name"),
        "id": pgettext("found", "name"),
        "title": pgettext("found", "title"),
        "label": pgettext("found", "label"),
        "former-label": pgettext("found", "former words"),
        "menu": pgettext("found", "menu"),
        "covers": pgettext("found", "what it covers"),
        "limits": pgettext("found", "what it does not cover"),
        "minors": pgettext("found", "for minors"),
        "about": pgettext("found", "about"),
        "doubt": pgettext("found", "in doubt"),
        "practical": pgettext("found", "how it is done"),
        "event": pgettext("found", "what happened"),
        "platform": pgettext("found", "about the platform"),
    }[field]


def excerpt(text: str, query: str) -> str:
    """The text on one line, from shortly before the first word that was searched for."""
    beginnings = {word[:_ALIKE] for word in words_in(query) if len(word) >= _ALIKE}
    parts = text.split()
    there = (place for place, part in enumerate(parts) if any(w[:_ALIKE] in beginnings for w in words_in(part)))
    start = max(next(there, 0) - _BEFORE, 0)
    return shorten(("… " if start else "") + " ".join(parts[start:]), _EXCERPT)

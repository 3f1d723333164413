"""What a search found, and why it fits, in the language spoken now."""

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
_BEFORE = 4
"""How many words an excerpt has before the one that was looked for."""
_ALIKE = 4
"""How many letters must be the same for a word to be taken for the one that was looked for."""


def found_title(found: Findable) -> str:
    """A control by its title, a company or authority by its name, a rule by what it is cited as."""
    return found.title.in_language(language())


def found_place(found: Findable) -> str:
    """Where it belongs: a control's platform; for the others, what they are."""
    if found.platform:
        return platform_name(found.platform)
    return {
        "company": pgettext("found", "company"),
        "authority": pgettext("found", "authority"),
        "law": pgettext("found", "law"),
    }[found.kind]


def remarks(answer: Results) -> tuple[str, ...]:
    """What of the words asked for is known nowhere, and what was looked for in its place."""
    known_nowhere = ", ".join(shorten(word, _LONGEST_WORD) for word in answer.unknown)
    read = _("“{typed}” is not known: read as “{word}”.")
    return (
        *((_("Nothing is known of: {words}").format(words=known_nowhere),) if known_nowhere else ()),
        *(read.format(typed=shorten(typed, _LONGEST_WORD), word=word) for typed, word in answer.read_as),
    )


def reason(hit: Hit, query: str) -> str:
    """Why it was found, in a line; empty where no more can be said than that it is of the platform."""
    passage = next((one for one in hit.why if one.field not in {"name", "id"}), None)
    if passage is None:
        return ""
    passage = _in_the_language_spoken(passage, hit.found.passages)
    return "" if passage.text == found_title(hit.found) else _said(passage, hit.found, query)


def _in_the_language_spoken(passage: Passage, passages: Sequence[Passage]) -> Passage:
    """The same in the language spoken now; itself where it is in no language of ours."""
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
    """Words that are known without their accents, as they stand in what was typed."""
    known = set(words.split())
    typed = " ".join(part for part in query.split() if known & set(words_in(part)))
    return typed if set(words_in(typed)) >= known else words


def field_name(field: Field) -> str:
    """What the place is called in which words stand; not for what a control is about or is called by people."""
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
    """The text from shortly before the first word that was asked for, on one line."""
    beginnings = {word[:_ALIKE] for word in words_in(query) if len(word) >= _ALIKE}
    parts = text.split()
    there = (place for place, part in enumerate(parts) if any(w[:_ALIKE] in beginnings for w in words_in(part)))
    start = max(next(there, 0) - _BEFORE, 0)
    return shorten(("… " if start else "") + " ".join(parts[start:]), _EXCERPT)

"""Rules about our own texts: completeness, typography and wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records import Control, Platform, Text

TITLE_LENGTH = 60
SENTENCES = frozenset(
    (
        "about",
        "at_work",
        "covers",
        "does_not_cover",
        "doubt",
        "first",
        "limits",
        "minors",
        "notes",
        "proof",
        "reason",
        "reply",
        "scope",
        "silence",
        "steps",
        "what",
    )
)
"""The fields that hold sentences; the others (`title`, `choose`, `needs`) hold phrases."""
_NARROW = "\u202f"
_BARE_FRENCH_SIGN = re.compile(rf"(?<=[^\s{_NARROW}])[;!?»](?!\w)|(?<=[^\s{_NARROW}]):(?=\s|$)|«(?!{_NARROW})")
_WIDE_FRENCH_SPACE = re.compile(r"[ \u00a0][;:!?»]|«[ \u00a0]")
_STRAIGHT_QUOTE = re.compile(r"(?<=\w)'(?=\w)|\"")
_PROMISES = re.compile(
    r"\b(you (are|will be) (now )?(protected|safe)|guarante\w+|fully protected"
    r"|vous (êtes|serez) (désormais )?protégée?s?|garanti\w*|en toute sécurité)\b",
    re.IGNORECASE,
)
_STRAY_SPACE = re.compile(rf"[ \u00a0{_NARROW}]{{2}}|[ \t]$|^[ \t]|\A\s|\s\Z", re.MULTILINE)
_SENTENCE_END = re.compile(rf"([.!?…]{_NARROW}?[»”]?\)?|\bhttps://\S+)$")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|(?<!\S)\S*([/@_]|\w\.\w)\S*")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_OTHER_NAMES = ("OpenAI", "xAI", "LinkedIn", "iPhone", "iPad", "iOS", "macOS", "iCloud", "OneDrive", "SharePoint")


def words(subject: Subject) -> Iterator[tuple[str, str]]:
    """Our texts in English and in French, with their places."""
    for place, text in subject.each(Text):
        yield f"{place}.en", text.en
        yield f"{place}.fr", text.fr


def field_of(place: str) -> str:
    """The field that holds a text: `needs` for `$.control[0].needs[1].fr`."""
    return re.sub(r"\.(en|fr|de)$", "", place).rpartition(".")[2].partition("[")[0]


def outside_quotes(text: str) -> str:
    """The text without quoted words, addresses and file names, which are not ours to spell."""
    return _QUOTED.sub(" ", text)


def texts_are_written(subject: Subject) -> Iterator[Fault]:
    """No text is empty, in English or in French."""
    for place, text in words(subject):
        if not text.strip():
            yield Fault(place, "empty", "write it")


def title_is_short(subject: Subject) -> Iterator[Fault]:
    """The title of a control fits into lists of an 80-column terminal."""
    for control_place, control in subject.each(Control):
        for language, title in (("en", control.title.en), ("fr", control.title.fr)):
            if len(title) > TITLE_LENGTH:
                where = f"{control_place}.title.{language}"
                yield Fault(where, f"{len(title)} characters", f"use at most {TITLE_LENGTH}")


def sentences_end(subject: Subject) -> Iterator[Fault]:
    """Texts of sentences end with a full stop, another mark that ends a sentence, or a web address."""
    for place, text in words(subject):
        if field_of(place) in SENTENCES and text and not _SENTENCE_END.search(text):
            yield Fault(place, f"“{text[-20:]}” is no end", "end with a full stop")


def titles_are_no_sentences(subject: Subject) -> Iterator[Fault]:
    """Titles, values and things to have at hand do not end with . : ; or , because they appear in lists."""
    for place, text in words(subject):
        if field_of(place) not in SENTENCES and text.endswith((".", ":", ";", ",")):
            yield Fault(place, f"“{text[-20:]}” ends like a sentence", "leave the sign out")


def french_is_typeset(subject: Subject) -> Iterator[Fault]:
    """French has a narrow no-break space (U+202F) before ; : ! ? » and after «."""
    for place, text in subject.each(Text):
        if wrong := _WIDE_FRENCH_SPACE.search(text.fr) or _BARE_FRENCH_SIGN.search(text.fr):
            near = text.fr[max(0, wrong.start() - 12) : wrong.end() + 6]
            yield Fault(f"{place}.fr", f"spacing in “{near}”", "put U+202F before ; : ! ? » and after «")


def spaces_are_single(subject: Subject) -> Iterator[Fault]:
    """There is one space between words, and none at the ends of a line."""
    for place, text in words(subject):
        if text.strip() and _STRAY_SPACE.search(text):
            yield Fault(place, "a space too many", "take it out")


def quotes_are_curly(subject: Subject) -> Iterator[Fault]:
    """Our texts use ’ and “ ” or « », not typewriter quotes."""
    for place, text in words(subject):
        if _STRAIGHT_QUOTE.search(text):
            yield Fault(place, "typewriter quotes", "use ’ “ ” or « »")


def nothing_is_promised(subject: Subject) -> Iterator[Fault]:
    """No text promises that a person is protected; it says what is stopped and what is not."""
    for place, text in words(subject):
        if found := _PROMISES.search(text):
            yield Fault(place, f"promises: “{found[0]}”", "say what it stops")


def names_are_spelt(subject: Subject) -> Iterator[Fault]:
    """Names keep their capitals: LinkedIn, YouTube, TikTok, WhatsApp."""
    spelt = {name.casefold(): name for name in _names_with_capitals(subject)}
    any_name = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(spelt))})(?![\w-])", re.IGNORECASE)
    for place, text in words(subject):
        for found in any_name.findall(text):
            name = spelt[found.casefold()]
            if found != name and found in any_name.findall(outside_quotes(text)):
                yield Fault(place, f"“{found}”", f"write {name}")


def _names_with_capitals(subject: Subject) -> set[str]:
    """The names with a capital inside; others could be common words (threads, signal)."""
    here = (platform for _place, platform in subject.each(Platform))
    named = (word for platform in (*subject.known.platforms.values(), *here) for word in platform.name.split())
    return {name for name in (*_OTHER_NAMES, *named) if name.isalpha() and _INNER_CAPITAL.search(name)}


ERRORS: tuple[Rule, ...] = (
    texts_are_written,
    title_is_short,
    sentences_end,
    titles_are_no_sentences,
    french_is_typeset,
    spaces_are_single,
    quotes_are_curly,
    nothing_is_promised,
    names_are_spelt,
)
WARNINGS: tuple[Rule, ...] = ()

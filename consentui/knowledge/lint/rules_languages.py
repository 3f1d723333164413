"""Rules that keep the English and the French of each text in agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.lint.in_step import print_of
from consentui.knowledge.lint.rules_routes import printed
from consentui.knowledge.lint.rules_texts import outside_quotes
from consentui.knowledge.records import Text

_ADDRESS = re.compile(r"(?<![\w@.-])(?:https://)?[\w@-]+(?:\.[\w@-]+)*\.[a-z]{2,}(?:/[^\s»”,;)]*)?")
_PERHAPS_ADDRESS = re.compile(r"\.[a-z]{2}")
"""A quick test before `_ADDRESS`, which is slower; most texts hold no address."""
_THOUSANDS = re.compile(r"(?<=\d)[\u202f\u00a0 ,](?=\d{3}\b)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_ENGLISH = re.compile(
    r"\b(?:and|are|by|could|for|from|has|have|her|his|how|if|is|it|its|of|only|our|should|that|the|their|these|they"
    r"|this|those|to|was|were|what|when|where|which|will|with|would|you|your"
    r"|[Aa]ccounts?|[Bb]oth|[Cc]lick|[Oo]ff|[Pp]rivacy|[Ss]ave|[Ss]ettings?|[Tt]ap|[Tt]urn)\b"
)
"""English words that do not exist in French; shared ones (on, or, data, menu, page) would only raise false alarms."""
_PROPER_NAMES = ("Global Privacy Control",)


def numbers_of(words: str) -> set[str]:
    """The numbers in a text, in one spelling: `1,000` is the same as `1 000`, and `1.5` the same as `1,5`."""
    if not _DIGIT.search(words):
        return set()
    plain = _ADDRESS.sub(" ", words) if _PERHAPS_ADDRESS.search(words) else words
    return set(_NUMBER.findall(_DECIMAL_COMMA.sub(".", _THOUSANDS.sub("", plain))))


def addresses_of(words: str) -> set[str]:
    """The web and e-mail addresses and the file names in a text."""
    return {found.rstrip(".") for found in _ADDRESS.findall(words)} if _PERHAPS_ADDRESS.search(words) else set()


def numbers_agree(subject: Subject) -> Iterator[Fault]:
    """Both languages contain the same numbers."""
    for place, text in subject.each(Text):
        if one_sided := numbers_of(text.en) ^ numbers_of(text.fr):
            said = ", ".join(sorted(one_sided))
            yield Fault(place, f"in one language only: {said}", "say it in both")


def addresses_agree(subject: Subject) -> Iterator[Fault]:
    """Both languages contain the same addresses."""
    for place, text in subject.each(Text):
        if one_sided := addresses_of(text.en) ^ addresses_of(text.fr):
            yield Fault(place, f"in one language only: {', '.join(sorted(one_sided))}", "name it in both")


def french_is_french(subject: Subject) -> Iterator[Fault]:
    """French contains no English, except the platform's own words and what is quoted in « »."""
    names = sorted({*_PROPER_NAMES, *(words for _place, words in printed(subject))}, key=len, reverse=True)
    for place, text in subject.each(Text):
        if _ENGLISH.search(text.fr) and (found := _ENGLISH.search(_without(outside_quotes(text.fr), names))):
            yield Fault(f"{place}.fr", f"“{found[0]}” is English", "translate it, or quote it in « »")


def _without(text: str, names: list[str]) -> str:
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", " ", text)


def french_follows_english(subject: Subject) -> Iterator[Fault]:
    """The French is reviewed when the English has changed."""
    for place in _one_sided(subject, unchanged=1):
        yield Fault(f"{place}.fr", "the French was not looked at since the English changed", _ACCEPT)


def english_follows_french(subject: Subject) -> Iterator[Fault]:
    """The English is reviewed when the French has changed."""
    for place in _one_sided(subject, unchanged=0):
        yield Fault(f"{place}.en", "the English was not looked at since the French changed", _ACCEPT)


def texts_are_accepted(subject: Subject) -> Iterator[Fault]:
    """A text that is new, or changed in both languages, is accepted after both languages were read."""
    flagged = {*_one_sided(subject, unchanged=0), *_one_sided(subject, unchanged=1)}
    for place in _new(subject):
        if place not in flagged:
            yield Fault(place, "not yet accepted as saying the same", _ACCEPT)


_ACCEPT = "read both, then: consentui kb lint --in-step"


def _new(subject: Subject) -> dict[str, str]:
    """The places of a bundled file's texts that were not accepted as they are, with their fingerprints."""
    if not subject.bundled_as:
        return {}
    accepted = subject.known.in_step.get(subject.bundled_as, frozenset())
    prints = {place: print_of(text) for place, text in subject.each(Text)}
    return {place: one for place, one in prints.items() if one not in accepted}


def _one_sided(subject: Subject, unchanged: int) -> list[str]:
    """The places of texts that changed in one language while the other, `unchanged` (0 English, 1 French), did not."""
    accepted = subject.known.in_step.get(subject.bundled_as, frozenset())
    present = {print_of(text) for _place, text in subject.each(Text)}
    gone = {one.split()[unchanged] for one in accepted - present}
    return [place for place, one in _new(subject).items() if one.split()[unchanged] in gone]


ERRORS: tuple[Rule, ...] = (
    numbers_agree,
    addresses_agree,
    french_is_french,
    french_follows_english,
    english_follows_french,
)
WARNINGS: tuple[Rule, ...] = (texts_are_accepted,)

"""Rules about the words that people search by."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.knowledge.lint.finding import Fault, Rule, Subject
from consentui.knowledge.records.search_words import SearchWords
from consentui.knowledge.search.phrases import counted
from consentui.knowledge.search.words import words_in
from consentui.text import findable


def words_stand_once(subject: Subject) -> Iterator[Fault]:
    """No word or phrase, apart from small words in it, is entered twice: only one of its meanings would be used."""
    for _place, record in subject.each(SearchWords):
        small = frozenset(word for entry in record.small for word in words_in(entry))
        seen: dict[tuple[str, ...], str] = {}
        for place, words in record.everything():
            first = seen.setdefault(counted(words, small), place)
            if first != place:
                yield Fault(place, f"“{words}” stands at {first} already", "leave it at one of them")


def meanings_lead_somewhere(subject: Subject) -> Iterator[Fault]:
    """The controls of each meaning exist, and each ordinary name is that of a platform."""
    names = {findable(name) for one in subject.known.platforms.values() for name in one.names}
    for place, record in subject.each(SearchWords):
        for number, name in enumerate(record.ordinary):
            if findable(name) not in names:
                yield Fault(f"{place}.ordinary[{number}]", f"no platform is called “{name}”", "take it out")
        for number, meaning in enumerate(record.meaning):
            for ref in meaning.control:
                platform_id, _slash, control_id = ref.partition("/")
                platform = subject.known.platforms.get(platform_id)
                if not platform or control_id not in {control.id for control in platform.control}:
                    yield Fault(f"{place}.meaning[{number}].control", f"there is no {ref}", "name one that is there")


ERRORS: tuple[Rule, ...] = (words_stand_once, meanings_lead_somewhere)
WARNINGS: tuple[Rule, ...] = ()

"""The words that people use where platforms print others: the contributor's manual of `data/search.toml`.

Words are compared without regard to case or accents, and a star at the end of a word stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from consentui.knowledge.records.vocabulary import ControlRef, Kind, Purpose, Slug


class Synonyms(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Several words for one thing, and what they mean in the knowledge base; if nothing, they stand for each other."""

    words: tuple[str, ...]
    """Single words, or phrases of several."""
    purpose: tuple[Purpose, ...] = ()
    """The purposes that are meant, the likeliest first; the other fields are in this order too."""
    kind: tuple[Kind | Literal["authority", "company", "law"], ...] = ()
    control: tuple[ControlRef, ...] = ()
    """The controls that people call so."""
    id: tuple[Slug, ...] = ()
    """The ids of controls that are meant on whatever platform the query names: `delete-account`."""
    law: tuple[Slug, ...] = ()
    """The ids of the rules in `law.toml` that people call so."""

    @property
    def is_plain(self) -> bool:
        """Whether its words mean nothing in the knowledge base and only stand for each other."""
        return not (self.purpose or self.kind or self.control or self.id or self.law)

    @property
    def is_particular(self) -> bool:
        """Whether its words name certain controls, rather than what any platform may have."""
        return bool(self.control) and not (self.purpose or self.kind or self.id)


class SearchWords(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """`data/search.toml`."""

    small: tuple[str, ...] = ()
    """Words too common to be looked for."""
    refuse: tuple[str, ...] = ()
    """Verbs of refusal, which are looked for only if the query has nothing else."""
    ordinary: tuple[str, ...] = ()
    """Names of platforms that are also words of everyday speech."""
    meaning: tuple[Synonyms, ...] = ()

    def everything(self) -> Iterator[tuple[str, str]]:
        """Every entry but the ordinary names, with its place, such as `$.meaning[2].words[0]`."""
        for name, words in (("small", self.small), ("refuse", self.refuse)):
            yield from ((f"$.{name}[{number}]", word) for number, word in enumerate(words))
        for place, meaning in enumerate(self.meaning):
            yield from ((f"$.meaning[{place}].words[{number}]", word) for number, word in enumerate(meaning.words))

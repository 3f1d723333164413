"""Finding controls by any words of theirs, of today or of an old article; typos forgiven, accents ignored."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

from msgspec import Struct

from consentui.knowledge.records import Control, Platform
from consentui.text import findable

_WORD = re.compile(r"\w+")
_NAME, _ALIAS, _LABEL, _TITLE, _PATH, _TEXT = 6.0, 5.0, 4.0, 4.0, 2.0, 1.0
"""What a word counts for, by where it stands."""
_STEM_LENGTH = 5
"""From how many letters on a word is taken for the stem of a longer one: `entraîne` of `entraînement`."""
_TYPO_SCORE = 80
"""How alike two words must be (0 to 100) to be taken for one mistyped."""
_SHARE_TO_FIND = 0.7
"""How many of the words asked for must be there: an old label is seldom quoted to the letter."""


class Hit(Struct, frozen=True):
    """A control that was found, and how well it fits (only to be compared)."""

    platform: Platform
    control: Control
    score: float


class Index:
    """The words of a set of platforms, ready to be searched."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        self._controls = [(platform, control) for platform in platforms for control in platform.control]
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for number, (platform, control) in enumerate(self._controls):
            for weight, text in _texts(platform, control):
                for word in _WORD.findall(findable(text)):
                    self._weights[word][number] = max(weight, self._weights[word].get(number, 0.0))
        self._vocabulary = list(self._weights)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """The controls that fit best, best first; none when nothing fits."""
        words = list(dict.fromkeys(_WORD.findall(findable(query))))
        if not words:
            return ()
        scores: dict[int, float] = defaultdict(float)
        found: dict[int, int] = defaultdict(int)
        for word in words:
            for number, weight in self._fitting(word).items():
                scores[number] += weight
                found[number] += 1
        enough = ceil(len(words) * _SHARE_TO_FIND)
        best = sorted((n for n in scores if found[n] >= enough), key=lambda n: (-found[n], -scores[n], n))
        return tuple(Hit(*self._controls[number], scores[number]) for number in best[:limit])

    def _fitting(self, word: str) -> dict[int, float]:
        """Every control with the word, a word that begins with it, its stem, or failing these a word much like it."""
        weights: dict[int, float] = {}
        for known, nearness in self._like(word):
            for number, weight in self._weights[known].items():
                weights[number] = max(weights.get(number, 0.0), weight * nearness)
        return weights

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        akin = [(known, nearness) for known in self._vocabulary if (nearness := _nearness(known, word))]
        yield from akin or self._mistyped(word)

    def _mistyped(self, word: str) -> Iterator[tuple[str, float]]:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        for known, alike, _number in extract(word, self._vocabulary, scorer=ratio, score_cutoff=_TYPO_SCORE, limit=5):
            yield known, 0.5 * alike / 100


def _nearness(known: str, word: str) -> float:
    """How well a known word serves for one asked for: 1 for the word itself, 0 for another one."""
    if known.startswith(word):
        return 1.0 if known == word else 0.8
    return 0.6 if len(known) >= _STEM_LENGTH and word.startswith(known) else 0.0


def _texts(platform: Platform, control: Control) -> Iterator[tuple[float, str]]:
    yield from ((_NAME, name) for name in (platform.id, platform.name, platform.name_fr, control.id) if name)
    yield from ((_ALIAS, alias) for alias in platform.aliases)
    yield from ((_TITLE, text) for text in (control.title.en, control.title.fr))
    for route in control.route:
        yield from ((_LABEL, text) for text in (route.label.en, route.label.fr) if text)
        yield from ((_PATH, step) for step in (*route.path.en, *route.path.fr))
    for former in control.former_label:
        yield from ((_LABEL, text) for text in (former.en, former.fr) if text)
    yield from ((_TEXT, text) for text in (control.about.en, control.about.fr))

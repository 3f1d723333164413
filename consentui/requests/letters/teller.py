"""What of its claims a letter says, sentence by sentence, while its templates are being set."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from consentui.requests.letters.claims import Claim
from consentui.requests.letters.layout import ended


class StatedClaim(Struct, frozen=True):
    """A claim, and the sentence in which a letter states it."""

    claim: Claim
    sentence: str


class Teller:
    """Hands claims to the templates, and keeps what became of them: a letter states what was said, and no more."""

    def __init__(self, claims: Iterable[Claim], words_of: Callable[[Claim], str]) -> None:
        """`words_of` sets the template of the claim's group."""
        self._claims = tuple(claims)
        self._words_of = words_of
        self._stated: dict[str, StatedClaim] = {}

    @property
    def stated(self) -> tuple[StatedClaim, ...]:
        """The claims that the letter stated so far, in its order, each once."""
        return tuple(self._stated.values())

    def told(self, *words: str) -> list[Claim]:
        """The claims of these words, in their order; they are stated when they are said."""
        return [claim for claim in self._claims if claim.what in words]

    def group(self, name: str) -> list[Claim]:
        """The claims of a group, but for those that stand within other sentences."""
        return [claim for claim in self._claims if claim.group == name and not claim.inline]

    def say(self, claim: Claim) -> str:
        """The sentence of a claim: the person's own where they gave one."""
        sentence = ended(claim.instead) if claim.instead else " ".join(self._words_of(claim).split("\n")).strip()
        self._stated[claim.code] = StatedClaim(claim, sentence)
        return sentence

    def given(self, word: str) -> Claim | None:
        """The first claim of a word, for a sentence that says something else too."""
        found = next(iter(self.told(word)), None)
        if found and found.code not in self._stated:
            self.say(found)
        return found

"""Hands the claims of a letter to its templates and keeps track of which ones were stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from consentui.requests.letters.claims import Claim
from consentui.requests.letters.layout import ended


class StatedClaim(Struct, frozen=True):
    """A claim, and the sentence by which a letter states it."""

    claim: Claim
    sentence: str


class Teller:
    """Hands claims to the templates and records those that are said: a letter states these and no others."""

    def __init__(self, claims: Iterable[Claim], words_of: Callable[[Claim], str]) -> None:
        """`words_of` renders a claim with the template of its group."""
        self._claims = tuple(claims)
        self._words_of = words_of
        self._stated: dict[str, StatedClaim] = {}

    @property
    def stated(self) -> tuple[StatedClaim, ...]:
        """The claims stated so far, in the order of the letter, each once."""
        return tuple(self._stated.values())

    def told(self, *words: str) -> list[Claim]:
        """The claims with these keys, in order; each counts as stated once it is said."""
        return [claim for claim in self._claims if claim.what in words]

    def group(self, name: str) -> list[Claim]:
        """The claims of a group, except those that are stated within other sentences."""
        return [claim for claim in self._claims if claim.group == name and not claim.inline]

    def say(self, claim: Claim) -> str:
        """The sentence of a claim, which is the person's own if they gave one; the claim is then stated."""
        sentence = ended(claim.instead) if claim.instead else " ".join(self._words_of(claim).split("\n")).strip()
        self._stated[claim.code] = StatedClaim(claim, sentence)
        return sentence

    def given(self, word: str) -> Claim | None:
        """The first claim with this key, for a sentence that says something else too; it is then stated."""
        found = next(iter(self.told(word)), None)
        if found and found.code not in self._stated:
            self.say(found)
        return found

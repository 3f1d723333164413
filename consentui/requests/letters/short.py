"""Shortens a letter for web forms that count characters: what matters most, in whole sentences.

What is asked, which account, the person's grounds and what is to be done come before anything else. Each is stated in a
short sentence if there is little room, and as in the letter if there is more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from consentui.requests.letters.layout import run_on
from consentui.requests.letters.letters import Letter


class NoRoomError(ValueError):
    """Not even the shortest text that says what is asked fits; `limit` and `needed` are numbers of characters."""

    def __init__(self, limit: int, needed: int) -> None:
        super().__init__(f"{needed} > {limit}")
        self.limit = limit
        self.needed = needed


_ITEM = re.compile(r"(\d+)\. ")


def short(letter: Letter, limit: int) -> str:
    """As much of a letter as fits into a number of characters: the whole text, or what matters most of it.

    Raises NoRoomError if not even the shortest sentence that says what is asked fits.
    """
    if len(letter.text) <= limit:
        return letter.text
    if not letter.through:
        return _cut(letter, limit)
    taken = len(letter.through) + 1
    try:
        return f"{letter.through} {_cut(letter, limit - taken)}"
    except NoRoomError as error:
        raise NoRoomError(limit, error.needed + taken) from error


def _cut(letter: Letter, limit: int) -> str:
    """As much of the letter's matter as fits, without the opening."""
    what, account, ask = letter.in_short
    if not what:
        return shortened_to_fit(letter.matter, limit)
    taken = _enough((what, account, *letter.grounds, ask), limit)
    full = [one for one in (what, account, *letter.grounds, ask) if one]
    if taken == full and len(run_on((*_needed(letter), ask))) <= limit:
        return _with_more(letter, limit, ask)
    return run_on(taken)


def shortened_to_fit(sentences: Iterable[str], limit: int) -> str:
    """As many sentences as fit, in order, leaving out any that is too long; empty if there are none.

    For a form that asks for one part of the letter at a time: `what` is objected to or asked for, which `account`,
    `why`. A list ends at the first item that does not fit. Raises NoRoomError if there are sentences and the first does
    not fit.
    """
    every = tuple(sentences)
    taken = _taken(every, frozenset(), limit)
    if every and not (taken and taken[0] == every[0]):
        raise NoRoomError(limit, len(every[0]))
    return run_on(taken)


def _enough(essential: Sequence[str], limit: int) -> list[str]:
    """The short sentences that fit; raises NoRoomError if the first one does not."""
    taken: list[str] = []
    for sentence in filter(None, essential):
        if len(run_on([*taken, sentence])) <= limit:
            taken.append(sentence)
        elif not taken:
            raise NoRoomError(limit, len(sentence))
    return taken


def _needed(letter: Letter) -> tuple[str, ...]:
    """The letter's own sentences that a short form must contain, apart from what is to be done."""
    accounts = (one for one in letter.account[1:] if one.startswith("- "))
    return (*letter.what[:1], *letter.account[:1], *accounts, *letter.grounds)


def _with_more(letter: Letter, limit: int, ask: str) -> str:
    """The letter's own sentences, the needed ones in any case; its list of steps if it fits whole, else `ask`."""
    first_ask = next((one for one in letter.ask if _ITEM.match(one)), "")
    needed = frozenset(_needed(letter))
    steps = frozenset(one for one in letter.ask if _ITEM.match(one) or _introduces(letter.ask, one))
    listed = _taken(letter.matter, needed | steps, limit)
    if first_ask and steps <= set(listed):
        return run_on(listed)
    without = [one for one in letter.matter if one not in letter.ask]
    return run_on([*_taken(without, needed, limit - len(ask) - 1), *filter(None, (ask,))])


def _taken(sentences: Sequence[str], needed: frozenset[str], limit: int) -> list[str]:
    """The needed sentences and as many others as fit, in order and without gaps in a list; empty if too long."""
    chosen = [one in needed for one in sentences]
    for at in range(len(sentences)):
        if chosen[at] or _breaks_a_list(sentences, chosen, at):
            continue
        chosen[at] = True
        if len(run_on(_chosen(sentences, chosen))) > limit or _stands_alone(sentences, chosen, at, limit):
            chosen[at] = False
    kept = _chosen(sentences, chosen)
    return kept if len(run_on(kept)) <= limit else []


def _chosen(sentences: Sequence[str], chosen: Sequence[bool]) -> list[str]:
    return [one for one, is_chosen in zip(sentences, chosen, strict=True) if is_chosen]


def _breaks_a_list(sentences: Sequence[str], chosen: Sequence[bool], at: int) -> bool:
    """Whether an item would come without the one before it, or the first one without its introduction."""
    return bool(_ITEM.match(sentences[at])) and at > 0 and not chosen[at - 1]


def _stands_alone(sentences: Sequence[str], chosen: Sequence[bool], at: int, limit: int) -> bool:
    """Whether a sentence introduces a list of which not even the first item fits."""
    if not _introduces(sentences, sentences[at]):
        return False
    return len(run_on([*_chosen(sentences, chosen), sentences[at + 1]])) > limit


def _introduces(sentences: Sequence[str], sentence: str) -> bool:
    at = list(sentences).index(sentence)
    return at + 1 < len(sentences) and sentences[at + 1].startswith("1. ")

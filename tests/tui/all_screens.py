"""The way to every screen of the interface, for tests that try all of them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.tui.driving import Driver


class Way(NamedTuple):
    """The class of a screen, and the steps to it from the demonstration's Home.

    A step is a key, `option …` to choose a row, or `type …` to type a text.
    """

    leads_to: str
    steps: tuple[str, ...]


LETTER = ("enter", "w", "f3", "type Marie Lefèvre", "f2")
"""The steps from the first card to an objection to marketing, which needs no reason."""
SENT = (*LETTER, "s", "ctrl+s")
_REACHED = {"f2": "LetterScreen", "ctrl+s": "RequestScreen"}
"""The screens to which these keys lead on the way to a request; they open a moment after the key."""

WAYS: dict[str, Way] = {
    "home": Way("Home", ()),
    "walk": Way("Walk", ("enter",)),
    "back of a card": Way("Walk", ("enter", "n")),
    "compose": Way("Compose", ("enter", "w")),
    "compose about an account": Way("Compose", ("option account:instagram-9t4w", "l")),
    "letter": Way("LetterScreen", LETTER),
    "form": Way("FormParts", (*LETTER, "k")),
    "claims": Way("ClaimsSheet", (*LETTER, "w")),
    "claim in one's own words": Way("OwnWords", (*LETTER, "w", "e")),
    "sent": Way("WhenSheet", (*LETTER, "s")),
    "request": Way("RequestScreen", SENT),
    "answer": Way("PickAnswer", (*SENT, "a")),
    "extension": Way("AnswerSheet", (*SENT, "a", "option extended")),
    "reply": Way("PickReply", (*SENT, "a", "option canned", "ctrl+s", "option reply")),
    "proof of a request": Way("AttachSheet", (*SENT, "t")),
    "who writes": Way("WriterSheet", (*SENT, "d")),
    "note": Way("NoteSheet", ("enter", "m")),
    "attach": Way("AttachSheet", ("enter", "t")),
    "sources": Way("Sources", ("enter", "s")),
    "qr": Way("QrCode", ("enter", "k")),
    "moved": Way("MovedSheet", ("enter", "b")),
    "issue": Way("IssueSheet", ("enter", "b", "ctrl+s")),
    "platform": Way("TextSheet", ("enter", "g")),
    "why": Way("TextSheet", ("enter", "y")),
    "credentials": Way("Credentials", ("enter", "i")),
    "account": Way("AccountScreen", ("option account:instagram-9t4w",)),
    "check": Way("CheckSheet", ("option account:instagram-9t4w", "c")),
    "rename": Way("Rename", ("option account:instagram-9t4w", "e")),
    "report": Way("ReportScreen", ("r",)),
    "line of the report": Way("ReportScreen", ("r", "w")),
    "changes": Way("ReportScreen", ("r", "k", "k", "k")),
    "since when": Way("WhenSheet", ("r", "k", "k", "k", "d")),
    "search": Way("Search", ("slash",)),
    "results of a search": Way("Search", ("slash", "type photo", "down")),
    "card to read": Way("CardSheet", ("slash", "type reddit", "down", "enter")),
    "own platform": Way("OwnPlatform", ("slash", "type zzyzx", "enter", "enter")),
    "news": Way("News", ("n",)),
    "calendar": Way("Calendar", ("c",)),
    "settings": Way("Settings", ("s",)),
    "ten minutes": Way("MinutesWalk", ("t",)),
    "done for today": Way("Done", ("t", "p", "p")),
    "people": Way("People", ("p",)),
    "new person": Way("NewPerson", ("p", "a")),
    "portfolio": Way("PortfolioScreen", ("p", "o")),
    "backup": Way("BackupSheet", ("s", "option backup")),
    "restore": Way("RestoreSheet", ("s", "option restore")),
    "forget": Way("Confirm", ("s", "option forget")),
    "country": Way("PickCountry", ("s", "down", "enter")),
    "platforms": Way("PickPlatforms", ("a",)),
    "accounts from a file": Way("ImportAccounts", ("a", "option file:")),
    "names": Way("NameAccounts", ("a", "type linkedin", "enter", "enter")),
    "help": Way("Help", ("question_mark",)),
    "palette": Way("Palette", ("ctrl+p",)),
    "help on a sheet": Way("Help", ("enter", "s", "f1")),
}

every_screen = pytest.mark.parametrize("screen", WAYS)


async def go_to(it: Driver, screen: str) -> None:
    """Open a screen from Home."""
    for step in WAYS[screen].steps:
        kind, _space, word = step.partition(" ")
        if kind == "option":
            await it.choose(word)
        elif kind == "type":
            await it.type(word)
        else:
            await it.press(step)
            if step in _REACHED and WAYS[screen].steps[: len(LETTER)] == LETTER:
                await it.reached(_REACHED[step])
    await it.reached(WAYS[screen].leads_to)

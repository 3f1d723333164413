"""What can be typed at a card: the letters of the interface, or the full words in the current language.

Keys that the person assigned to an action in the preferences work here too, if they are single characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from consentui.i18n import N_, _
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control
from consentui.words.names import outcome_name
from consentui.words.outcome_keys import OUTCOME_KEYS, outcome_of

COMMANDS: dict[str, tuple[str, str]] = {
    "more": ("m", N_("more")),
    "way": ("a", N_("another way")),
    "write": ("w", N_("write")),
    "note": ("z", N_("note")),
    "proof": ("t", N_("proof")),
    "sources": ("s", N_("sources")),
    "why": ("y", N_("why")),
    "platform": ("g", N_("platform")),
    "undo": ("u", N_("undo")),
    "redo": ("U", N_("redo")),
    "back": ("<", N_("back")),
    "help": ("?", N_("help")),
    "stop": ("q", N_("stop")),
}
"""The letter and the word of each command, by its name. The letters of outcomes are in `OUTCOME_KEYS`."""


Keys = Mapping[str, str]
"""The keys that the person assigned to actions, by action id; several keys are separated by commas."""

_IDS = {
    "write": "walk.write",
    "note": "walk.note",
    "proof": "walk.proof",
    "sources": "walk.sources",
    "why": "walk.why",
    "platform": "walk.platform",
    "more": "walk.whole",
    "undo": "undo",
    "redo": "redo",
    "help": "help",
    "stop": "quit-letter",
}
"""The action ids of the commands that are also actions of the interface."""
_CHARACTERS = {"question_mark": "?", "slash": "/", "full_stop": ".", "minus": "-", "plus": "+"}
"""The characters of keys whose names are longer than one character."""


def meant(typed: str, control: Control, keys: Keys) -> str:
    """The name of what was typed: an outcome key (see `outcome_of`), `allow`, or a command; empty if unknown."""
    letters = [*_commands(keys), *_outcomes(control, keys)]
    known = {letter: name for name, own, _given in letters for letter in own}
    given = {letter: name for name, _own, chosen in letters for letter in chosen}
    words = {word.casefold(): name for word, name in _words(control)}
    known |= given
    return known.get(typed) or known.get(typed.casefold()) or words.get(typed.casefold(), "")


def letter_of(name: str, keys: Keys) -> str:
    """The letter to type for an outcome key or a command, by its name."""
    outcomes = {one.name: one.key for one in OUTCOME_KEYS}
    default = outcomes[name] if name in outcomes else COMMANDS[name][0]
    return next(iter(_given(_IDS.get(name, _outcome_id(name)), keys)), default)


def success_words(control: Control) -> str:
    """What the letter for success means for this control: switched off, sent, done."""
    return outcome_name(outcome_of("success", control) or Outcome.DONE)


def listed(control: Control, keys: Keys) -> Iterator[str]:
    """A line for each letter that works at the card of a control, with what it means."""
    for name, own, given in _outcomes(control, keys):
        yield f"{', '.join(given or own)}  {_outcome_words(name, control)}"
    for name, own, given in _commands(keys):
        yield f"{', '.join(given or own)}  {_(COMMANDS[name][1])}"
    yield _("Enter alone goes on to the next one; nothing is recorded.")


def _outcomes(control: Control, keys: Keys) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The outcome keys possible for a control: the name, the default letter, and the letters assigned instead of it."""
    for one in OUTCOME_KEYS:
        if one.name == "allow" or outcome_of(one.name, control) is not None:
            given = _given(_outcome_id(one.name), keys)
            yield one.name, () if given else (one.key,), given


def _commands(keys: Keys) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for name, (letter, _word) in COMMANDS.items():
        given = _given(_IDS.get(name, ""), keys)
        yield name, () if given else (letter,), given


def _outcome_id(name: str) -> str:
    return f"walk.{'done' if name == 'success' else name}"


def _given(action: str, keys: Keys) -> tuple[str, ...]:
    """The keys assigned to an action of the interface that can be typed in a line, which are single characters."""
    found = (_CHARACTERS.get(key.strip(), key.strip()) for key in keys.get(action, "").split(","))
    return tuple(key for key in found if len(key) == 1)


def _outcome_words(name: str, control: Control) -> str:
    if name == "allow":
        return _("I allow it")
    outcome = outcome_of(name, control)
    return outcome_name(outcome) if outcome else ""


def _words(control: Control) -> Iterator[tuple[str, str]]:
    for name, _own, _chosen in _outcomes(control, {}):
        yield _outcome_words(name, control), name
        outcome = None if name == "allow" else outcome_of(name, control)
        yield str(outcome or name), name
    for name, (_letter, word) in COMMANDS.items():
        yield name, name
        yield _(word), name

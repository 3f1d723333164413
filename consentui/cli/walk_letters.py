"""What can be typed at a card: the letters of the interface, or their words in full, in the language spoken."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.i18n import N_, _
from consentui.journal.entries import Outcome
from consentui.knowledge.records import Control
from consentui.words.names import outcome_name
from consentui.words.outcome_keys import OUTCOME_KEYS, outcome_of

ORDERS: dict[str, tuple[str, str]] = {
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
"""The name of each order, its letter, its word; what happened with the control has letters of its own."""


def meant(typed: str, control: Control) -> str:
    """The outcome (as `outcome_of` takes it), `allow`, or the order that was typed; empty for anything else."""
    known = {**_outcome_letters(control), **{letter: name for name, (letter, _word) in ORDERS.items()}}
    words = {word.casefold(): name for word, name in _words(control)}
    return known.get(typed) or known.get(typed.casefold()) or words.get(typed.casefold(), "")


def success_words(control: Control) -> str:
    """What `d` says of this control: switched off, sent, done."""
    return outcome_name(outcome_of("success", control) or Outcome.DONE)


def listed(control: Control) -> Iterator[str]:
    """Every letter that works at the card of a control, one a line."""
    for letter, name in _outcome_letters(control).items():
        yield f"{letter}  {_outcome_words(name, control)}"
    for letter, word in ORDERS.values():
        yield f"{letter}  {_(word)}"
    yield _("Enter alone goes on to the next one; nothing is written down.")


def _outcome_letters(control: Control) -> dict[str, str]:
    return {
        one.key: one.name
        for one in OUTCOME_KEYS
        if one.name == "allow" or outcome_of(one.name, control) is not None
    }  # fmt: skip


def _outcome_words(name: str, control: Control) -> str:
    if name == "allow":
        return _("I allow it")
    outcome = outcome_of(name, control)
    return outcome_name(outcome) if outcome else ""


def _words(control: Control) -> Iterator[tuple[str, str]]:
    for name in _outcome_letters(control).values():
        yield _outcome_words(name, control), name
        outcome = None if name == "allow" else outcome_of(name, control)
        yield str(outcome or name), name
    for name, (_letter, word) in ORDERS.items():
        yield name, name
        yield _(word), name

"""What companies' mails say: the contributor's manual of `data/answers.toml`.

Words are folded (no case, no accents) before they are looked for; they suggest an answer, and decide nothing.
"""

from __future__ import annotations

from msgspec import Struct


class Sign(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Words that companies use where they give an answer of a kind."""

    answer: str
    """What the journal calls the answer: `granted`, `identity-asked`."""
    words: tuple[str, ...]


class AnswerSigns(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/answers.toml`, the most telling first."""

    sign: tuple[Sign, ...]

"""Words by which the kind of a company's answer is recognised: the contributor's manual of `data/answers.toml`.

They are compared without regard to case or accents. A match only suggests a kind; the person decides.
"""

from __future__ import annotations

from msgspec import Struct


class Sign(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Words that companies use when they give one kind of answer."""

    answer: str
    """The journal's name for the answer: `granted`, `identity-asked`."""
    words: tuple[str, ...]


class AnswerSigns(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/answers.toml`, the most telling signs first."""

    sign: tuple[Sign, ...]

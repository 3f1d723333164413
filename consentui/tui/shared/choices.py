"""Choices that one key goes through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


def following(choices: Sequence[Choice], chosen: Choice) -> Choice:
    """The one after the chosen one, round and round."""
    return choices[(choices.index(chosen) + 1) % len(choices)]

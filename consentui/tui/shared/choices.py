"""Choices that one key cycles through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


def following(choices: Sequence[Choice], chosen: Choice) -> Choice:
    """Return the choice after the chosen one, and the first after the last."""
    return choices[(choices.index(chosen) + 1) % len(choices)]

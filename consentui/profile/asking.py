"""The question before a host is asked: its name is said first, and nothing leaves without a yes.

What asks hosts is a generator: it yields the question before each of them, and is gone on with after a yes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from msgspec import Struct


class Question(Struct, frozen=True):
    """What would be asked of whom."""

    hosts: tuple[str, ...]
    text: str
    """In a sentence: who is asked for what."""
    writes: bool = False
    """Whether something is changed there."""


Found = TypeVar("Found")
Asking = Generator[Question, None, Found]
"""Yields each question, and gives what was found in the end."""
May = Callable[[Question], bool]
"""Whether these hosts may be asked."""


class NotAskedError(Exception):
    """The person would rather not have a host asked."""


def carried_out(asking: Asking[Found], may: May) -> Found:
    """What is found by asking all hosts that may be asked; raises NotAskedError at the first that may not."""
    while True:
        try:
            question = next(asking)
        except StopIteration as end:
            found: Found = end.value
            return found
        if not may(question):
            asking.close()
            raise NotAskedError

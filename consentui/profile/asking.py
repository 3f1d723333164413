"""The question put to the person before a host is contacted: it names the host, and nothing is sent without a yes.

Code that contacts hosts is a generator: it yields a question before each of them, and is resumed only after a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from msgspec import Struct


class Question(Struct, frozen=True):
    """What would be asked of which hosts."""

    hosts: tuple[str, ...]
    text: str
    """A sentence that says who will be asked for what."""
    writes: bool = False
    """Whether something would be changed on the host."""


Found = TypeVar("Found")
Asking = Generator[Question, None, Found]
"""Yields each question, and returns what was found in the end."""
May = Callable[[Question], bool]
"""Tells whether the hosts of a question may be asked."""


class NotAskedError(Exception):
    """The person does not want a host to be asked."""


def carried_out(asking: Asking[Found], may: May) -> Found:
    """What was found by asking the hosts of every question; raises NotAskedError at the first that may not be asked."""
    while True:
        try:
            question = next(asking)
        except StopIteration as end:
            found: Found = end.value
            return found
        if not may(question):
            asking.close()
            raise NotAskedError

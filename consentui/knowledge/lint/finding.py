"""What a rule finds, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.knowledge.records import Platform

Severity = Literal["error", "warning"]


class Subject(Struct, frozen=True):
    """One platform to look at, with the others that it may refer to."""

    platform: Platform
    others: Mapping[str, Platform]
    today: date


class Fault(Struct, frozen=True):
    """Something wrong at a place like `$.control[2].title.fr`, and what would mend it."""

    place: str
    message: str
    fix: str = ""


Rule = Callable[[Subject], Iterable[Fault]]


class Finding(Struct, frozen=True):
    """A fault with the rule that found it and where it stands."""

    rule: str
    severity: Severity
    path: str
    line: int
    message: str
    fix: str

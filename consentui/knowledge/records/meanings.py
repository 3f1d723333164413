"""What a value that a platform gives means for a control, wherever it was read."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.testimony import Grade


class Meanings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """How surely it is known, and which values mean what; `*` in a value stands for anything."""

    grade: Grade
    verified_on: date
    source: tuple[Source, ...]
    off: tuple[str, ...] = ()
    """Values that mean off; for a clean-up, that nothing is left."""
    on: tuple[str, ...] = ()
    consistent_with_off: tuple[str, ...] = ()
    """Values that are there when it is off, and may be there for other reasons."""
    limits: Text | None = None
    """What it does not tell, where that is easily forgotten."""

    @property
    def values(self) -> tuple[str, ...]:
        """All that mean something."""
        return (*self.off, *self.on, *self.consistent_with_off)

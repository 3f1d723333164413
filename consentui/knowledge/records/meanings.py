"""What a value given by a platform means for a control, whether it was read in a download or in public."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.testimony import Grade


class Meanings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """The values that mean off or on, and how well that is known; `*` in a value matches anything."""

    grade: Grade
    verified_on: date
    source: tuple[Source, ...]
    off: tuple[str, ...] = ()
    """Values that mean off or, for a clean-up, that nothing is left."""
    on: tuple[str, ...] = ()
    consistent_with_off: tuple[str, ...] = ()
    """Values that appear when it is off but may have other causes."""
    limits: Text | None = None
    """What the value does not tell, where that is easily forgotten."""

    @property
    def values(self) -> tuple[str, ...]:
        """All values that have a meaning."""
        return (*self.off, *self.on, *self.consistent_with_off)

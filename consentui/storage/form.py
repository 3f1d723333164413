"""How a type names the form of its texts without having msgspec check it on every conversion."""

from __future__ import annotations

FORM = "form"
"""The key in a type's `Meta.extra` for the pattern, which the reader of the record then checks."""

"""The fixtures that call commands, shared with `tests/cli`."""

from __future__ import annotations

from tests.cli.conftest import call

__all__ = ["call"]

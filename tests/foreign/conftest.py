"""Commands are called as their own tests call them."""

from __future__ import annotations

from tests.cli.conftest import call

__all__ = ["call"]

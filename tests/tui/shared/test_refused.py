"""What cannot be written to the disk stays on the sheet as it was typed."""

from __future__ import annotations

from typing import NoReturn

import pytest
from textual.widgets import Input

from consentui.errors import StorageError
from consentui.journal import file
from consentui.profile.session import Session
from consentui.tui.shared.area import Area
from tests.tui.all_screens import WAYS, go_to
from tests.tui.driving import Driver, opened


def refuse(*_arguments: object) -> NoReturn:
    raise StorageError("The entry could not be saved.", "No space left on device")


def values(it: Driver) -> list[str]:
    """The values of the fields of the screen."""
    return [one.value for one in it.app.screen.query("Input, Area") if isinstance(one, Input | Area)]


@pytest.mark.parametrize("sheet", ["note", "rename", "sent", "extension"])
async def test_a_sheet_whose_entry_cannot_be_saved_stays_open_with_what_was_typed(
    demo: Session, monkeypatch: pytest.MonkeyPatch, sheet: str
) -> None:
    async with opened(demo) as it:
        await go_to(it, sheet)
        line = list(it.app.screen.query("Input, Area"))[-1]
        assert isinstance(line, Input | Area)
        line.value = {"sent": "", "rename": "31/01/2027"}.get(sheet, "remember")
        line.focus()
        typed = values(it)
        monkeypatch.setattr(file.Held, "add", refuse)
        await it.press("enter")
        assert type(it.app.screen).__name__ == WAYS[sheet].leads_to
        assert values(it) == typed
        assert it.toasts == ["The entry could not be saved.\nNo space left on device"]

"""Who writes is asked only once, when a letter or a dossier needs it."""

from __future__ import annotations

import pytest

from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.profile.session import Session
from consentui.requests.rights import Right
from consentui.tui.reports.report import ReportScreen
from consentui.tui.requests.request import RequestScreen
from consentui.tui.requests.writer import WriterSheet
from tests.tui.driving import opened


@pytest.fixture
def reference(demo: Session) -> str:
    """The reference of a request by someone who gave only a name."""
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre"))
    return demo.requests.draft(demo.accounts[0], Right.ACCESS, "en", None).reference


async def test_the_dossier_asks_for_the_contact_details_that_its_complaint_needs(demo: Session, reference: str) -> None:
    async with opened(demo) as it:
        await it.app.push_screen(RequestScreen(reference))
        await it.press("d")
        await it.reached(WriterSheet)
        assert "A complaint needs your contact details." in it.text
        await it.press("tab")
        await it.type("12 rue des Lilas, 31000 Toulouse")
        await it.press("ctrl+s")
        await it.reached(ReportScreen)
        await it.seen("12 rue des Lilas")
    assert read_identity(demo.folders.identity) == Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse")


async def test_who_does_not_say_it_stays_where_they_were(demo: Session, reference: str) -> None:
    async with opened(demo) as it:
        await it.app.push_screen(RequestScreen(reference))
        await it.press("d", "escape")
        await it.reached(RequestScreen)


async def test_why_there_is_no_report_stands_in_its_place(demo: Session, reference: str) -> None:
    async with opened(demo) as it:
        await it.app.push_screen(ReportScreen(request=reference))
        await it.seen("A complaint needs your contact details.")
        assert it.toasts == []

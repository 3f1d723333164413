"""The report on the screen: what is shown is what is written, and only where that is allowed."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from textual.widgets import Input

from consentui.export.formats import content_of
from consentui.export.models import Model, Tick, Wanted, model_of
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.session import Session
from consentui.requests.rights import Right
from consentui.tui.reports.report import ReportScreen
from consentui.tui.shared.in_thread import AbandonedError
from tests.tui.driving import Driver, opened


async def open_report(it: Driver, path: Path | str | None = None) -> None:
    """Open the report; with a path, also open the line for it and fill it in."""
    await it.press("r")
    if path is not None:
        await it.press("w")
        it.app.screen.query_one(Input).value = ""
        await it.type(str(path))


def line(it: Driver) -> str:
    return it.app.screen.query_one(Input).value


async def test_what_will_be_written_is_seen_first(demo: Session) -> None:
    async with opened(demo, (100, 200)) as it:
        await open_report(it)
        assert "Report on consent and objections" in it.text
        assert "As of 21 November 2026." in it.text
        assert "Markdown · names masked · English" in it.text.split("\n")[0]


async def test_names_are_masked_unless_wanted(demo: Session) -> None:
    async with opened(demo, (100, 200)) as it:
        await open_report(it)
        assert "@atelier.ml" not in it.text
        await it.press("n")
        assert "@atelier.ml" in it.text
        assert "names in full" in it.text.split("\n")[0]
        await it.press("n")
        assert "@atelier.ml" not in it.text


async def test_the_format_changes_the_preview_and_the_proposed_file(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it)
        assert line(it) == str(tmp_path / "consentui-day-2026-11-21.md")
        await it.press("f", "f", "f", "f")
        assert line(it) == str(tmp_path / "consentui-day-2026-11-21.json")
        assert "JSON · names masked" in it.text.split("\n")[0]
        assert '"schema": "consentui-report-' in it.text
        await it.press("f", "f")
        assert line(it) == str(tmp_path / "consentui-day-2026-11-21.md")


async def test_the_file_holds_what_was_seen(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press("w", "enter")
        assert it.said == f"Written: {tmp_path}/consentui-day-2026-11-21.md"
    written = (tmp_path / "consentui-day-2026-11-21.md").read_text()
    assert written == content_of(model_of(demo, Wanted()), "markdown").decode()
    assert "@atelier.ml" not in written


async def test_json_in_full_holds_the_names(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press("f", "f", "f", "f", "n", "tab", "enter")
    written = (tmp_path / "consentui-day-2026-11-21.json").read_text()
    assert "@marie_l" in written
    json.loads(written)


async def test_format_and_names_have_keys_that_work_in_the_line_too(demo: Session, tmp_path: Path) -> None:
    path = tmp_path / "fn.md"
    async with opened(demo) as it:
        await open_report(it, path)
        await it.press("f3", "f3", "f3", "f3", "f4", "enter")
    assert "@marie_l" in path.with_suffix(".json").read_text()


async def test_an_existing_file_is_replaced_only_when_enter_is_pressed_twice(demo: Session, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("mine")
    async with opened(demo) as it:
        await open_report(it, path)
        await it.press("enter")
        assert it.toasts == ["This file already exists.\nPress Enter again to replace it."]
        assert path.read_text() == "mine"
        await it.press("enter")
        assert it.said == f"Written: {path}"
    assert path.read_text().startswith("# Report")


async def test_the_warning_counts_for_that_file_alone(demo: Session, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("mine")
    async with opened(demo) as it:
        await open_report(it, tmp_path / "one.md")
        await it.press("enter")
        await it.press("ctrl+u")
        await it.type(str(tmp_path / "two.md"))
        await it.press("enter")
    assert (tmp_path / "one.md").read_text() == (tmp_path / "two.md").read_text() == "mine"


async def test_a_file_written_once_is_asked_about_again(demo: Session, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("mine")
    async with opened(demo) as it:
        await open_report(it, path)
        await it.press("enter", "enter", "w", "enter")
        assert it.toasts[-1].startswith("This file already exists.")


async def test_home_can_be_written_as_a_tilde(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it, "~/mine.md")
        await it.press("enter")
    assert (tmp_path / "mine.md").exists()


@pytest.mark.parametrize(
    "path",
    ["~nobody-of-that-name/x.md", "x" * 3000, "a\0b", "", "/", ".", "/proc/nowhere/x.md"],
    ids=["a home that is not", "too long", "a null character", "empty", "the root", "a folder", "nowhere"],
)
async def test_a_path_that_cannot_be_is_told_of(demo: Session, path: str) -> None:
    async with opened(demo) as it:
        await open_report(it, path)
        await it.press("enter", "enter")
        assert it.toasts[-1].startswith("The file could not be written.")
        assert it.said == ""
        assert type(it.app.screen).__name__ == "ReportScreen"


@pytest.mark.parametrize("path", ["", "/", "."])
async def test_the_format_changes_even_where_no_file_is_named(demo: Session, path: str) -> None:
    async with opened(demo) as it:
        await open_report(it, path)
        await it.press("f3")
        assert "HTML" in it.text.split("\n")[0]
        assert line(it) == path


async def test_escape_leaves_the_line_first_and_the_report_then(demo: Session) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press("w", "escape")
        assert type(it.app.screen).__name__ == "ReportScreen"
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Home"


async def test_letters_typed_in_the_line_are_letters(demo: Session) -> None:
    async with opened(demo) as it:
        await open_report(it, "")
        await it.press(*"fnwq")
        assert line(it) == "fnwq"


async def test_every_kind_of_report_is_a_key_away(demo: Session) -> None:
    async with opened(demo, (100, 300)) as it:
        await open_report(it)
        seen = []
        for _kind in range(6):
            seen.append(it.text.split("\n")[0].strip().partition("  ")[0])
            await it.press("k")
        assert seen == [
            "Report for today",
            "Checklist to tick",
            "Portfolio of accounts",
            "What changed",
            "Policy: a page for the board",
            "Rows for the register of processing",
        ]
        assert it.text.split("\n")[0].startswith(" Report for today")


async def test_each_kind_has_a_file_name_until_the_person_gives_one(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press("k")
        assert line(it) == str(tmp_path / "consentui-checklist-2026-11-21.md")
        await it.press("w", "ctrl+u")
        await it.type(str(tmp_path / "mine.md"))
        await it.press("escape", "k")
        assert line(it) == str(tmp_path / "mine.md")


async def test_a_format_that_does_not_suit_another_kind_gives_way(demo: Session) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press(*"fffff")
        assert "consent records" in it.text.split("\n")[0]
        await it.press("k")
        assert "Markdown" in it.text.split("\n")[0]
        assert line(it).endswith(".md")


async def test_a_report_may_be_in_another_language_than_the_interface(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_report(it, tmp_path / "rapport.md")
        await it.press("escape", "l")
        assert "21 novembre 2026" in it.text
        assert "write to a file" in it.text
        await it.press("w", "enter")
        assert it.said.startswith("Written")
    assert (tmp_path / "rapport.md").read_text(encoding="utf-8").startswith("# Rapport")


async def test_the_report_of_an_account_may_be_its_dossier(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        await it.press("r", "k", "k")
        assert it.text.split("\n")[0].startswith(" Evidence dossier")
        assert "Dossier: X" in it.text


async def test_of_a_long_report_the_beginning_is_read(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentui.tui.reports.preview.PREVIEW_LINES", 5)
    async with opened(demo) as it:
        await open_report(it)
        assert "more lines in the file." in it.text


async def test_leaving_while_a_report_is_worked_out_stops_it(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = Event()

    def slow(_session: Session, _wanted: Wanted, tick: Tick) -> Model:
        try:
            for done in range(3000):
                tick(done, 3000)
                sleep(0.01)
        except AbandonedError:
            stopped.set()
            raise
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr("consentui.tui.reports.report.model_of", slow)
    async with opened(demo) as it:
        it.app.push_screen(ReportScreen())
        await it.seen("of 3000 accounts")
        it.app.pop_screen()
    assert stopped.wait(10)


async def test_the_dossier_of_a_request_is_as_its_letters_are(demo: Session) -> None:
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre", email="marie@example.org"))
    case = demo.requests.draft(demo.accounts[0], Right.ACCESS, "fr", None)
    async with opened(demo) as it:
        await it.app.push_screen(ReportScreen(request=case.reference))
        await it.settled()
        assert it.text.split("\n")[0].rstrip().endswith("Markdown")
        assert "Complaint" in it.text
        assert not {"report.kind", "report.names", "report.language"}.intersection(it.keys)
        assert line(it).endswith(f"consentui-dossier-{case.reference}-2026-11-21.md")


async def test_changes_are_told_since_the_day_that_the_person_names(demo: Session) -> None:
    async with opened(demo) as it:
        await open_report(it)
        assert "report.since" not in it.keys
        await it.press("k", "k", "k")
        assert "What changed since 2 November 2026" in it.text
        await it.press("d", "ctrl+u")
        await it.type("2024-11-15")
        await it.press("ctrl+s")
        assert "What changed since 15 November 2024" in it.text


async def test_a_tag_keeps_a_report_to_the_accounts_that_carry_it(demo: Session) -> None:
    demo.accounts.tag(demo.accounts[:1], "press")
    async with opened(demo, (120, 40)) as it:
        await it.press("r", "t")
        await it.choose("tag:press")
        await it.reached("ReportScreen")
        await it.seen(" across 1 account.")
        await it.press("t")
        await it.choose("all:")
        await it.reached("ReportScreen")
        await it.seen(f" across {len(demo.accounts)} accounts.")


async def test_since_when_proposes_the_day_that_the_report_goes_back_to(demo: Session) -> None:
    async with opened(demo) as it:
        await open_report(it)
        await it.press("k", "k", "k")
        assert "What changed since 2 November 2026" in it.text
        await it.press("d")
        assert "Monday 2 November 2026" in it.sheet

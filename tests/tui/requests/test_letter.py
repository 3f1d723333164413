"""The screen of a letter: read it, take it along, and mark it as sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from consentui.i18n import Language
from consentui.profile.identity import Identity, keep_identity
from consentui.profile.session import Session, open_session
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from consentui.tui.requests.form_parts import FormParts
from consentui.tui.requests.letter import FORM_LIMIT, LetterScreen
from consentui.tui.requests.request import RequestScreen
from consentui.tui.shared.rows import Rows
from tests.tui.driving import Driver, opened

REFERENCE = "CU-2026-001"


def begin(session: Session, language: Language = "en") -> None:
    """Draft an objection of Marie's about Facebook."""
    keep_identity(session.folders.identity, Identity("Marie Lefèvre", "12 rue des Lilas", "m@example.org"))
    account = session.accounts.called("facebook-5c1d")
    session.requests.draft(account, Right.OBJECT_TRAINING, language, session.accounts.control(account, "ai-objection"))
    session.texts.keep_said(REFERENCE, Said(grounds=("I am a nurse.",)))


async def read(it: Driver, kind: Kind | None = None) -> None:
    """Open the letter over the screen of its request."""
    if not isinstance(it.app.screen, RequestScreen):
        it.app.push_screen(RequestScreen(REFERENCE))
        await it.settled()
    it.app.push_screen(LetterScreen(REFERENCE, kind))
    await it.settled()


async def by_post(it: Driver) -> None:
    """Press h until the letter is one by post."""
    while not it.text.split("\n")[0].rstrip().endswith("letter by post"):
        await it.press("h")


async def test_the_whole_letter_is_read_before_it_goes_out(demo: Session) -> None:
    begin(demo)
    async with opened(demo, (120, 120)) as it:
        await read(it)
        top = it.text.split("\n")[0]
        assert "CU-2026-001 · objection to AI training" in top
        assert top.rstrip().endswith("form")
        for words in (
            "To: https://fr-fr.facebook.com/help/contact/712876720715583 (the way the platform provides for this)",
            "Meta Platforms Ireland Limited",
            "I am a nurse.",
            "Yours faithfully,",
        ):
            assert words in " ".join(it.text.split())


async def test_the_letter_comes_first_and_what_to_mind_below_it_one_key_away(demo: Session) -> None:
    begin(demo)
    demo.texts.keep_said(REFERENCE, Said())
    async with opened(demo, (80, 24)) as it:
        await read(it)
        assert "caution" in it.text.split("\n")[0]
        assert it.text.split("\n")[2].startswith("  To: ")
        assert "Your own grounds are missing" not in it.text
        await it.press("m")
        assert "BEFORE YOU SEND IT" in it.text
        assert "! Your own grounds are missing" in it.text
        await it.press("m")
        assert it.text.split("\n")[2].startswith("  To: ")


async def test_the_way_it_goes_out_changes_letter_and_address(demo: Session) -> None:
    begin(demo)
    async with opened(demo, (120, 120)) as it:
        await read(it)
        await it.press("h")
        seen = [" ".join(it.text.split())]
        for _door in range(6):
            await it.press("h")
            seen.append(" ".join(it.text.split()))
        for door in (
            "To: https://www.facebook.com/help/contact/1994830130782319 (for objections)",
            "To: https://help.meta.com/support/privacy/ (for privacy requests)",
            "To: Meta Platforms Ireland Limited, ",
        ):
            assert any(door in one for one in seen)
        assert not any("By e-mail" in one for one in seen)


async def test_letter_and_short_form_go_to_the_clipboard(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await it.press("c")
        assert it.app.clipboard.startswith("Marie Lefèvre\n12 rue des Lilas\n")
        await it.press("k", "enter")
        assert it.app.clipboard.startswith("I object")
        assert len(it.app.clipboard) <= FORM_LIMIT


async def test_the_parts_of_a_form_are_copied_one_after_the_other(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await it.press("k")
        await it.reached(FormParts)
        assert it.ids == [
            *("all of it, short", "what it is about", "the account", "your reasons", "what you ask for"),
            *("name", "e-mail address", "postal address", "country"),
        ]
        assert it.keys["rows.open"] == "copy"
        for part, text in (
            ("your reasons", "I am a nurse."),
            ("name", "Marie Lefèvre"),
            ("e-mail address", "m@example.org"),
            ("country", "Ireland"),
        ):
            await it.choose(part)
            await it.reached(FormParts)
            assert text in it.app.clipboard
            assert it.line.split()[: len(part.split())] == part.split()
            assert f" {len(it.app.clipboard)} characters" in it.line
            assert it.said == "Sent to the terminal’s clipboard."
        await it.press("escape")
        await it.reached(LetterScreen)


async def test_parts_that_do_not_exist_are_not_offered(demo: Session) -> None:
    begin(demo)
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre"))
    async with opened(demo, (60, 20)) as it:
        await read(it)
        await it.press("k")
        assert not {"e-mail address", "postal address"} & set(it.ids)
        assert it.app.screen.query_one("Rows").max_scroll_y == 0  # every row is one line in this window too


async def test_files_are_written_into_the_home(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await it.press("e", "t")
    message = message_from_bytes((Path.home() / "CU-2026-001-object-training.eml").read_bytes(), policy=default)
    assert message["From"] == "Marie Lefèvre <m@example.org>"
    text = (Path.home() / "CU-2026-001-object-training.txt").read_text(encoding="utf-8")
    assert text.startswith(str(message["Subject"]))


async def test_sent_freezes_what_was_read_and_shows_the_request(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await by_post(it)
        await it.press("t", "s", "ctrl+s")
        await it.reached(RequestScreen)
        assert it.said == "Saved. The text is kept word for word."
        assert len(it.app.screen_stack) == 2
    session = open_session()
    (message,) = session.requests.cases()[0].messages
    assert (message.how, message.message) == ("post", "request")
    seen = (Path.home() / "CU-2026-001-object-training.txt").read_bytes()
    assert (session.folders.data / message.file).read_bytes() == seen


async def test_only_what_suits_the_letter_is_offered(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        assert {"letter.short", "letter.sent"} <= set(it.keys)
        assert "letter.dossier" not in it.keys
        await read(it, Kind.COMPLAINT)
        assert "letter.dossier" in it.keys
        assert "letter.short" not in it.keys


async def test_a_reminder_goes_the_way_the_request_went(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await by_post(it)
        await it.press("s", "ctrl+s")
        await read(it, Kind.REMINDER)
        assert it.text.split("\n")[0].rstrip().endswith("letter by post")
        await read(it, Kind.COMPLAINT)
        assert it.text.split("\n")[0].rstrip().endswith("form")


async def test_the_dossier_is_written(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        await it.press("s", "ctrl+s")
        await read(it, Kind.COMPLAINT)
        await it.press("d")
    assert "# Complaint" in (Path.home() / "CU-2026-001-dossier.md").read_text(encoding="utf-8")


async def test_a_letter_whose_request_was_taken_back_elsewhere_closes(demo: Session) -> None:
    begin(demo)
    async with opened(demo) as it:
        await read(it)
        open_session().journal.undo()
        demo.journal.reload()
        it.app.refresh_screens()
        await it.settled()
        assert type(it.app.screen).__name__ == "Home"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_french_letter_is_french_on_an_english_screen(demo: Session, size: tuple[int, int]) -> None:
    begin(demo, "fr")
    async with opened(demo, size) as it:
        await read(it)
        await it.resize(size[0], 150)
        assert "Madame, Monsieur," in it.text
        assert "(the way the platform provides for this)" in " ".join(it.text.split())
        assert [line for line in it.text.split("\n") if re.match(r" *[?:;»](?! help)", line)] == []


async def test_the_screen_in_french(demo_in: Callable[[Language], Session]) -> None:
    session = demo_in("fr")
    begin(session, "fr")
    async with opened(session, (80, 24)) as it:
        await read(it)
        assert "CU-2026-001 · opposition à l’entraînement d’IA" in it.text
        for words in ("s envoyée", "c copier", "e en .eml", "h autre moyen"):
            assert words in it.text


async def test_a_request_is_left_out_of_the_letter_and_what_the_law_says_stays(demo: Session) -> None:
    begin(demo)
    async with opened(demo, (100, 120)) as it:
        await read(it)
        step = "Remove my data from the data sets already prepared"
        assert step in " ".join(it.text.split())
        await it.press("w")
        rows = it.app.screen.query_one(Rows)
        shown = [" ".join(str(one.prompt).split()) for one in rows.options]
        assert any("request · what you ask for" in one for one in shown)
        assert any("law · the law: GDPR Art." in one for one in shown)
        asked = next(at for at, one in enumerate(rows.options) if step in str(one.prompt))
        law = next(at for at, one in enumerate(rows.options) if one.id is None)
        for at in (law, asked):
            rows.highlighted = at
            await it.settled()
            await it.press("enter")
        shown = [" ".join(str(one.prompt).split()) for one in rows.options]
        assert any(one.startswith("left out: 3. Remove my data") for one in shown)
        await it.press("escape")
        assert step not in " ".join(it.text.split())

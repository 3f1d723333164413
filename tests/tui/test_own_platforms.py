"""A platform of the person's own on the screens: marked as such, and inert whatever its file says."""

from __future__ import annotations

import pytest

from consentui.profile.memory import write_news_day
from consentui.profile.session import Session, open_session
from consentui.storage.places import profile_folders
from tests.builders import BEGINNING, a_control, a_platform, a_route, a_text, an_event
from tests.knowledge.files import as_toml
from tests.tui.driving import opened

NASTY = "[/] [@click=app.quit]go[/] [red]x"


@pytest.fixture
def own() -> Session:
    """A session with an account on a platform of the person's own, all of whose texts are hostile."""
    nasty = a_text(NASTY, NASTY)
    platform = a_platform(
        a_control(title=nasty, about=nasty, covers=nasty, does_not_cover=nasty, proof=nasty, route=(a_route(),)),
        name=f"Chirp {NASTY}",
        controller="x",
        event=(an_event(what=nasty),),
    )
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True)
    (folder / "chirp.toml").write_text(as_toml(platform), encoding="utf-8")
    session = open_session()
    session.accounts.add(session.knowledge.platform("chirp"), "@marie_l")
    write_news_day(session.folders.state, BEGINNING.date())
    return session


async def test_it_is_marked_where_it_is_named_and_its_texts_are_shown_as_they_are(own: Session) -> None:
    async with opened(own, (140, 50)) as it:
        assert "Chirp [/]" in it.text
        await it.choose(f"item:{own.accounts[0].id}/training")
        assert it.text.lstrip().startswith(f"Chirp {NASTY} (your file) · @marie_l")
        assert it.text.count(NASTY) >= 4


@pytest.mark.parametrize("key", ["b", "y", "s", "m", "k"])
async def test_every_sheet_over_its_card_opens_and_closes(own: Session, key: str) -> None:
    async with opened(own, (140, 50)) as it:
        await it.choose(f"item:{own.accounts[0].id}/training")
        await it.press(key)
        assert type(it.app.screen).__name__ != "Walk"
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Walk"
        assert it.toasts == []


async def test_what_changed_on_it_is_told(own: Session) -> None:
    async with opened(own, (140, 50)) as it:
        await it.choose("news:")
        assert f"Chirp {NASTY} (your file)" in it.sheet
        assert it.sheet.count(NASTY) == 3

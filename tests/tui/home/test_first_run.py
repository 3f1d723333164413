"""The first minute: language, country, platforms, names."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from consentui.backup.write import back_up
from consentui.i18n import Language, _, language, set_language
from consentui.profile.preferences import read_config, write_setting
from consentui.profile.session import Session, open_session
from consentui.words.facts_language import facts_language_words
from tests.tui.driving import Driver, opened

PRIVACY = "Everything stays on this machine, in a file you can read; nothing is sent anywhere."


def flowing(it: Driver) -> str:
    """The text of the screen on one line."""
    return " ".join(it.text.split())


def handles(platform: str) -> list[str]:
    return [account.handle for account in open_session().accounts if account.platform == platform]


async def to_names(it: Driver, *platforms: str) -> None:
    await it.press("enter")
    for platform in platforms:
        await it.type(platform)
        await it.press("enter")
    await it.press("enter")


async def test_privacy_is_promised_before_anything_is_asked(session: Session) -> None:
    async with opened(session) as it:
        assert PRIVACY in flowing(it)


async def test_in_german_too_the_welcome_is_read_whole_in_a_terminal_of_the_usual_size(
    session: Session, speak: Callable[[Language], None]
) -> None:
    speak("de")
    async with opened(session, (80, 24)) as it:
        assert facts_language_words() in flowing(it)
        assert it.app.screen.query_one("#welcome").max_scroll_y == 0


async def test_language_and_country_of_the_system_stand_there_already(session: Session) -> None:
    async with opened(session) as it:
        assert it.options == [
            "Start",
            "Language: English",
            "Country: United Kingdom",
            "Start with a file: passwords, bookmarks, a list…",
            "Restore a backup",
        ]
        assert it.line == "Start"


async def test_a_system_that_says_no_country_makes_no_guess(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    async with opened(session) as it:
        assert it.options[2] == "Country: not set: everything is shown"


@pytest.mark.parametrize("system", ["C.UTF-8", "en_GB.UTF-8"])
async def test_what_is_set_already_is_shown_and_stays_as_it_is(
    session: Session, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    path = session.folders.config_file
    path.parent.mkdir(parents=True)
    path.write_text('country = "FR"  # mine\nlanguage = "en"\n')
    session.preferences.reload()
    monkeypatch.setenv("LANG", system)
    async with opened(session) as it:
        assert it.options[2] == "Country: France"
        await it.press("enter")
    assert path.read_text() == 'country = "FR"  # mine\nlanguage = "en"\n'


async def test_another_language_changes_every_word(session: Session) -> None:
    async with opened(session) as it:
        english = flowing(it).split()
        await it.press("l")
        assert " ".join(_(PRIVACY).split()) in flowing(it)
        assert it.options[1:3] == ["Langue\u202f: Français", "Pays\u202f: Royaume-Uni"]
        kept = {word for word in flowing(it).split() if word in english and word.isalpha() and len(word) > 2}
        assert kept == {"consentui"}


async def test_the_language_goes_round(session: Session) -> None:
    async with opened(session) as it:
        before = it.text
        await it.choose("language")
        assert language() == "fr"
        assert it.line.startswith("Langue")
        await it.press("enter")
        assert it.options[1] == "Sprache: Deutsch"
        await it.press("enter")
        assert it.options[1] == "Language: English"
        await it.press("up")
        assert it.text == before


async def test_a_country_is_picked_by_typing_its_name(session: Session) -> None:
    async with opened(session) as it:
        await it.press("c")
        await it.type("belg")
        await it.press("enter")
        assert it.options[2] == "Country: Belgium"


async def test_a_country_is_found_without_its_accents_and_by_its_code(session: Session) -> None:
    async with opened(session) as it:
        await it.press("l", "c")
        await it.type("SUEDE")
        assert it.options[0] == "Suède"
        await it.press("escape", "c")
        await it.type("ie")
        assert "Irlande" in it.options


async def test_a_country_is_picked_with_the_arrows(session: Session) -> None:
    async with opened(session) as it:
        await it.press("c", "down", "down", "enter")
        assert it.options[2] == "Country: Åland Islands"


async def test_elsewhere_is_a_country_too(session: Session) -> None:
    async with opened(session) as it:
        await it.press("c")
        await it.type("atlantis")
        assert it.options == ["elsewhere: show everything"]
        await it.press("enter")
        assert it.options[2] == "Country: not set: everything is shown"


async def test_leaving_the_countries_changes_nothing(session: Session) -> None:
    async with opened(session) as it:
        await it.press("c")
        await it.type("belg")
        await it.press("escape")
        assert it.options[2] == "Country: United Kingdom"


async def test_beginning_writes_language_and_country(session: Session) -> None:
    async with opened(session) as it:
        await it.press("l", "c")
        await it.type("belg")
        await it.press("enter")
        await it.choose("begin")
        assert "Quelles plateformes" in it.text
    config = read_config(session.folders.config_file)
    assert (config.language, config.country) == ("fr", "BE")


async def test_nothing_is_written_before_beginning(session: Session) -> None:
    async with opened(session) as it:
        await it.press("l", "escape", "escape")
        assert type(it.app.screen).__name__ == "FirstRun"
    assert not session.folders.config_file.exists()
    assert not session.folders.journal.exists()


async def test_the_first_minute_ends_at_home_with_the_account(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "linkedin")
        await it.type("@marie")
        await it.press("enter")
        assert type(it.app.screen).__name__ == "Home"
        assert "LinkedIn @marie" in it.text
        await it.press("escape")
        assert len(it.app.screen_stack) == 1
    assert handles("linkedin") == ["@marie"]


async def test_a_name_may_be_left_out(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "linkedin")
        await it.press("enter")
    assert handles("linkedin") == [""]


async def test_several_accounts_are_separated_by_commas(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "linkedin")
        await it.type("@marie, @atelier ;@essai,")
        await it.press("enter")
    assert handles("linkedin") == ["@marie", "@atelier", "@essai"]


async def test_enter_goes_from_name_to_name(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "linkedin", "reddit")
        await it.type("one")
        await it.press("enter")
        await it.type("two")
        await it.press("enter")
    assert (handles("linkedin"), handles("reddit")) == (["one"], ["two"])


async def test_the_account_that_holds_shared_settings_comes_along(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "instagram")
        assert "Meta (Accounts Center)" in it.text
        await it.press("f2")
    assert [account.platform for account in open_session().accounts] == ["instagram", "meta"]


async def test_a_pack_chooses_several_at_once(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await it.choose("pack:social-media")
        pack = next(pack for pack in session.knowledge.packs() if pack.id == "social-media")
        assert f"{len(pack.platforms)} chosen" in it.text
        await it.press("f2", "f2")
    assert {account.platform for account in open_session().accounts} >= set(pack.platforms)


async def test_choosing_twice_takes_it_back(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await it.choose("platform:reddit")
        assert "✓ Reddit" in it.text
        await it.press("enter")
        assert "✓" not in it.text
        assert it.line.strip() == "Reddit"


async def test_going_on_is_a_row_as_well(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await it.choose("platform:reddit")
        assert it.options[0] == "Go on with Reddit"
        await it.choose("on:")
        assert type(it.app.screen).__name__ == "NameAccounts"


async def test_one_platform_at_least_is_chosen(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter", "enter")
        assert it.said == "Choose at least one platform."
        assert type(it.app.screen).__name__ == "PickPlatforms"


async def test_an_unknown_platform_is_said_to_be_unknown(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await it.type("zzzz")
        await it.press("enter")
        assert it.said == "No platform of that name is known."
        assert "zzzz" in it.text


async def test_a_mistyped_platform_is_shown_but_not_chosen_unseen(session: Session) -> None:
    async with opened(session) as it:
        await it.press("enter")
        await it.type("facbook")
        assert [one for one in it.ids if one.startswith("platform:")] == ["platform:facebook"]
        await it.press("enter")
        assert "chosen" not in it.text
        await it.press("enter")
        assert "1 chosen" in it.text


async def test_going_back_from_the_names_keeps_what_was_chosen(session: Session) -> None:
    async with opened(session) as it:
        await to_names(it, "reddit")
        await it.press("escape")
        assert "1 chosen" in it.text


async def test_whoever_comes_with_a_backup_finds_their_accounts_and_their_language(
    demo: Session, tmp_path: Path
) -> None:
    write_setting(demo.folders.config_file, "language", "fr")
    back_up(demo.folders, tmp_path / "b.zip", demo.profile, None)
    shutil.rmtree(demo.folders.data)
    demo.folders.config_file.unlink()
    set_language("en")
    async with opened(open_session()) as it:
        await it.choose("restore")
        await it.type(str(tmp_path / "b.zip"))
        await it.press("ctrl+s")
        await it.seen("Add this to the profile?")
        await it.press("down", "enter")
        await it.reached("Home")
        await it.seen("La sauvegarde a été ajoutée.")
        assert "À FAIRE" in it.text
        assert "Instagram @atelier.ml" in it.text


async def test_whoever_leaves_the_backup_alone_is_where_they_were(session: Session) -> None:
    async with opened(session) as it:
        await it.choose("restore")
        await it.press("escape")
        await it.reached("FirstRun")
        assert it.line == "Restore a backup"
        assert not session.folders.config_file.exists()

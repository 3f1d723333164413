"""The settings: each change is seen at once and written to `config.toml`."""

from __future__ import annotations

import pytest

from consentui.i18n import _, language
from consentui.journal.entries import Noted
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.profile.preferences import read_config
from consentui.profile.session import Session
from tests.tui.driving import opened


async def test_the_settings_say_what_holds_now_and_where_things_lie(demo: Session) -> None:
    async with opened(demo, (160, 30)) as it:
        await it.press("s")
        values = [" ".join(line.split()) for line in it.options]
        assert values[:5] == [
            "Language English",
            "Country Ireland",
            "Appearance same as the terminal",
            "Animation no",
            "Mouse (from the next start) yes",
        ]
        assert str(demo.folders.journal) in values
        assert str(demo.folders.config_file) in values


async def test_the_language_changes_at_once_on_every_open_screen(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("language")
        assert it.text.lstrip().startswith(_("Settings"))
        assert "Settings" not in it.text
        assert it.line.startswith("Langue")
        assert it.keys["back"] == "retour"
        await it.press("escape")
        assert "À FAIRE" in it.text
        assert language() == "fr"
    assert read_config(demo.folders.config_file).language == "fr"


@pytest.mark.parametrize("width", [80, 100])
async def test_where_there_is_room_no_setting_is_cut(demo: Session, width: int) -> None:
    async with opened(demo, (width, 24)) as it:
        await it.press("s")
        assert "without what was undone; keeps a copy" in it.text


async def test_the_country_changes_what_exists(demo: Session) -> None:
    async with opened(demo) as it:
        in_ireland = it.text
        await it.press("s")
        await it.choose("country")
        await it.type("united st")
        await it.press("enter")
        assert "United States" in it.text
        await it.press("escape")
        assert "United States" in it.text
        assert "Object to AI training on your Instagram data" in in_ireland
        assert len(it.ids) > 0
    assert read_config(demo.folders.config_file).country == "US"


async def test_leaving_the_countries_keeps_the_country(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("country")
        await it.press("escape")
        assert "Ireland" in it.text


async def test_the_look_goes_from_the_terminals_to_dark_to_light_to_high_contrast_and_round(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        themes = []
        for _turn in range(4):
            await it.choose("theme")
            themes.append((read_config(demo.folders.config_file).theme, it.app.theme))
    assert themes == [
        ("dark", "consentui-dark"),
        ("light", "consentui-light"),
        ("contrast", "consentui-contrast"),
        ("auto", "consentui-dark"),
    ]


async def test_movement_and_mouse_are_switched(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consentui.tui.shared.window.TEXTUAL_ANIMATIONS", "full")
    async with opened(demo) as it:
        await it.press("s")
        levels: list[str] = []
        await it.choose("animation")
        levels.append(it.app.animation_level)
        await it.choose("mouse")
        config = read_config(demo.folders.config_file)
        assert (config.animation, config.mouse) == (True, False)
        await it.choose("animation")
        levels.append(it.app.animation_level)
        await it.choose("mouse")
    config = read_config(demo.folders.config_file)
    assert (config.animation, config.mouse) == (False, True)
    assert levels == ["full", "none"]


async def test_the_chosen_row_stays_chosen(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("theme")
        await it.press("enter")
        assert read_config(demo.folders.config_file).theme == "light"


async def test_comments_in_the_file_are_kept(demo: Session) -> None:
    with demo.folders.config_file.open("a") as config:
        config.write("# mine\n")
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("theme")
    assert "# mine" in demo.folders.config_file.read_text()


async def test_preferences_that_cannot_be_read_are_told_of_and_left_alone(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        demo.folders.config_file.write_text('languge = "fr"\n')
        await it.choose("theme")
        assert "languge" in it.toasts[-1]
        assert type(it.app.screen).__name__ == "Settings"
    assert demo.folders.config_file.read_text() == 'languge = "fr"\n'


async def test_name_and_address_are_forgotten_only_when_the_question_is_answered_so(demo: Session) -> None:
    kept = Identity("Marie Lefèvre", "12 rue des Lilas")
    keep_identity(demo.folders.identity, kept)
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("identity")
        await it.press("enter")
        assert read_identity(demo.folders.identity) == kept
        await it.choose("identity")
        await it.press("escape")
        assert read_identity(demo.folders.identity) == kept
        await it.choose("identity")
        await it.press("down", "enter")
        assert read_identity(demo.folders.identity) is None
        assert it.said == "Name and address are forgotten."
        assert "identity" not in it.ids


async def test_the_journal_is_written_anew_once_that_was_agreed_to(demo: Session) -> None:
    async with opened(demo, (100, 40)) as it:
        await it.press("s")
        await it.choose("compact")
        assert it.said == "There is nothing to remove."
        demo.journal.write(Noted, account="x-7k3f", control="grok-training", note="A slip of the finger.")
        demo.journal.undo()
        await it.choose("compact")
        assert "1 undone entry is removed" in it.sheet.replace("\n", " ")
        await it.choose("yes")
        assert it.said.startswith("A copy of the old journal is in journal.")
        await it.look_again()
        assert "no longer has what you saved" not in it.text
    assert "A slip of the finger." not in demo.folders.journal.read_text(encoding="utf-8")
    assert len(list(demo.folders.data.glob("journal*.toml"))) == 2

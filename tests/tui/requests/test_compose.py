"""Beginning a request: the right, the person's own reasons, and who writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import Input, TextArea

from consentui.i18n import Language
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.letters.said import ErasureGround, Said
from consentui.requests.rights import Right
from consentui.tui.requests.compose import Compose
from consentui.tui.requests.letter import LetterScreen
from tests.tui.driving import Driver, opened

GROUNDS = "I am a nurse.\n\nI was stalked in 2023."


async def begin(it: Driver) -> None:
    """From Home, go to the first card and from there to a request about it."""
    await it.press("enter", "w")
    await it.reached(Compose)


async def write(it: Driver, name: str = "Marie Lefèvre", grounds: str = GROUNDS) -> None:
    """Fill in the screen without going on."""
    it.app.screen.query_one("#grounds", TextArea).text = grounds
    it.app.screen.query_one("#name", Input).value = name
    await it.settled()


async def test_it_asks_for_ones_own_reasons_and_helps_with_questions(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        assert "objection to AI training, Art. 21(1)" in it.text
        assert "Nobody can write them for you" in it.text
        assert it.text.count("· ") >= 5
        assert it.app.focused is it.app.screen.query_one("#grounds")


async def test_it_says_so_where_no_right_is_made_for_what_the_setting_is_about(demo: Session) -> None:
    unfitting = "No right fits this setting exactly; F3 shows the others."
    account = demo.journal.ledger.accounts["x-7k3f"]
    sharing = next(item.control for item in demo.checklist.items(account) if item.control.id == "business-partners")
    async with opened(demo, (100, 50)) as it:
        it.app.push_screen(Compose(account, sharing))
        await it.reached(Compose)
        assert unfitting in " ".join(it.text.split())
        assert "access, Art. 15" in it.text
        assert "objection to AI training" not in it.text
        await it.press("escape")
        await begin(it)
        assert unfitting not in " ".join(it.text.split())


async def test_the_field_for_reasons_is_seen_at_once_in_a_small_window(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await begin(it)
        lines = it.text.split("\n")
        assert "objection to AI training" in lines[2]
        assert any("▔▔▔▔" in line for line in lines[:8])


async def test_a_right_that_needs_no_reason_asks_for_none(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await it.press("f3")
        assert "objection to marketing, Art. 21(2)" in it.text
        assert "This right needs no reason." in it.text
        assert not it.app.screen.query_one("#grounds").display
        assert it.app.focused is it.app.screen.query_one("#name")
        for right in ("withdrawal of consent", "erasure", "access", "objection to AI training"):
            await it.press("f3")
            assert right in it.text


async def test_going_on_keeps_reasons_and_identity_and_opens_the_letter(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await write(it)
        it.app.screen.query_one("#address", Input).value = "12 rue des Lilas, 31000 Toulouse"
        await it.press("f2")
        await it.reached(LetterScreen)
    session = open_session()
    (case,) = session.requests.cases()
    assert (case.reference, case.right, case.opened.control) == ("CU-2026-001", Right.OBJECT_TRAINING, "ai-objection")
    assert session.texts.said(case.reference).grounds == ("I am a nurse.", "I was stalked in 2023.")
    assert read_identity(session.folders.identity) == Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse")


async def test_without_a_name_nothing_is_begun(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await write(it, name="  ")
        await it.press("f2")
        await it.reached(Compose)
        assert it.said == "The letter needs your name."
        assert it.app.focused is it.app.screen.query_one("#name")
    assert open_session().requests.cases() == ()


async def test_who_wrote_before_is_known(demo: Session) -> None:
    keep_identity(demo.folders.identity, Identity("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "m@example.org"))
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        assert [one.value for one in it.app.screen.query(Input) if one.display] == [
            "Marie Lefèvre",
            "12 rue des Lilas, 31000 Toulouse",
            "m@example.org",
        ]


async def test_enter_leads_from_line_to_line_and_on(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await it.press("f3")
        await it.type("Marie Lefèvre")
        await it.press("enter", "enter", "enter")
        await it.reached(LetterScreen)


async def test_reasons_are_not_kept_for_a_right_that_needs_none(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await write(it)
        await it.press("f3", "f2")
    session = open_session()
    assert session.texts.said("CU-2026-001").grounds == ()


async def test_a_withdrawal_asks_which_consent_and_keeps_it(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        await it.press("f3", "f3")
        assert "Which consent you withdraw" in it.text
        await it.type("personal ads")
        await write(it)
        await it.press("f2")
        await it.reached(LetterScreen)
        assert "“personal ads”" in it.text
    assert open_session().texts.said("CU-2026-001") == Said(consent="personal ads")


async def test_an_erasure_asks_which_data_and_why_they_must_go(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        await it.press("f3", "f3", "f3")
        assert "as the law asks (Art. 17(1)): not given yet." in it.text
        assert "This right needs no reason" not in it.text
        await it.type("posts before 2020")
        await it.press("f5", "f5")
        assert "(Art. 17(1)): I withdrew my consent." in it.text
        await write(it)
        await it.press("f2")
        await it.reached(LetterScreen)
        assert "Article 17(1)(b)" in it.text
    found = open_session().texts.said("CU-2026-001")
    assert found == Said(data="posts before 2020", erasure_ground=ErasureGround.CONSENT_WITHDRAWN)


async def test_other_accounts_at_the_company_come_into_the_letter_when_wanted(demo: Session) -> None:
    demo.accounts.add(demo.knowledge.platform("whatsapp"), "+33 6")
    demo.accounts.add(demo.knowledge.platform("instagram"), "@marie_pro")
    async with opened(demo, (100, 50)) as it:
        await it.choose("account:instagram-9t4w")
        await it.press("l")
        await it.reached(Compose)
        assert "You have other accounts at the same company" in it.text
        await it.press("f8")
        assert "The letter also covers these accounts at the same company" in " ".join(it.text.split())
        await write(it)
        await it.press("f2")
        await it.reached(LetterScreen)
        assert "@marie_pro" in it.text
    accounts = open_session().texts.said("CU-2026-001").accounts
    assert any(name.startswith("instagram-") for name in accounts)
    assert not any(name.startswith("whatsapp-") for name in accounts)


async def test_escape_goes_back_to_the_card_and_begins_nothing(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        await write(it)
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Walk"
    assert open_session().requests.cases() == ()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_in_french_no_mark_begins_a_line(demo_in: Callable[[Language], Session], size: tuple[int, int]) -> None:
    async with opened(demo_in("fr"), size) as it:
        await begin(it)
        await it.resize(size[0], 60)
        assert "opposition à l’entraînement d’IA" in it.text
        assert [line for line in it.text.split("\n") if line.strip()[:1] in {"?", ":", ";", "!", "»"}] == []


async def test_the_language_of_the_letters_is_a_choice_that_the_case_keeps(demo: Session) -> None:
    async with opened(demo) as it:
        await begin(it)
        assert it.text.split("\n")[0].rstrip().endswith("English")
        await it.press("f4")
        assert it.text.split("\n")[0].rstrip().endswith("Français")
        await write(it)
        await it.press("f2")
        await it.reached(LetterScreen)
        assert "Opposition" in it.text
        assert "I sent it" in it.text
    (case,) = open_session().requests.cases()
    assert case.opened.language == "fr"


async def test_a_request_may_be_about_an_account_on_its_own(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        await it.press("l")
        await it.reached(Compose)
        assert it.text.split("\n")[0].startswith(" X · @marie_l")
        await write(it)
        await it.press("f2")
        await it.reached(LetterScreen)
    (case,) = open_session().requests.cases()
    assert (case.opened.account, case.opened.control) == ("x-7k3f", "")


async def test_where_no_law_is_known_that_is_told_before_anything_is_written(demo: Session) -> None:
    write_setting(demo.folders.config_file, "country", "JP")
    demo.preferences.reload()
    async with opened(demo, (80, 24)) as it:
        it.app.push_screen(Compose(demo.accounts[0]))
        await it.reached(Compose)
        assert "No law is known here that gives you this right" in it.text
        assert open_session().requests.cases() == ()


async def test_another_right_is_named_even_where_its_name_is_out_of_sight(demo: Session) -> None:
    async with opened(demo, (60, 20)) as it:
        await begin(it)
        await it.press("f3")
        await it.seen("objection to marketing, Art. 21(2)")

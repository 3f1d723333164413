"""On whose behalf somebody writes is asked when a request begins, and when a letter lacks its writer."""

from __future__ import annotations

from datetime import date

from textual.widgets import Input

from consentui.errors import UsageError
from consentui.i18n import speaking
from consentui.profile.identity import Identity, keep_identity, read_identity
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.tui.requests.compose import Compose
from consentui.tui.requests.letter import LetterScreen
from consentui.tui.requests.writer import WriterSheet
from tests.tui.driving import Driver, opened

LENA = Mandate("Lena Ørsted", Capacity.CHILD, "page of the family record", date(2014, 2, 3))
LINES = ("person", "enclosure", "born")


def shown(it: Driver) -> list[str]:
    return [name for name in LINES if it.app.screen.query_one(f"#{name}").display]


def line(it: Driver, name: str) -> Input:
    return it.app.screen.query_one(f"#{name}", Input)


async def begin(it: Driver) -> None:
    await it.press("enter", "w")
    await it.reached(Compose)


async def test_nothing_is_asked_of_who_writes_in_their_own_name(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        assert "You write in your own name. F9: for someone else." in it.text
        assert shown(it) == []
        assert "whose data it is" not in it.text


async def test_each_choice_asks_what_belongs_to_it(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        asked = []
        for _turn in range(5):
            await it.press("f9")
            asked.append(tuple(shown(it)))
        assert asked == [LINES, LINES[:2], LINES[:2], LINES[:2], ()]


async def test_a_request_for_a_child_is_begun_and_no_other_letter_speaks_for_it(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        line(it, "name").value = "Claire Quimby"
        await it.press("f9")
        assert it.app.focused is line(it, "person")
        await it.type("Lena Ørsted")
        await it.press("enter")
        await it.type("page of the family record")
        await it.press("enter")
        await it.type("2014-02-03")
        await it.press("enter")
        await it.reached(LetterScreen)
        assert "in the name of Lena Ørsted by Claire Quimby" in " ".join(it.text.split())
    session = open_session()
    assert read_identity(session.folders.identity) == Identity("Claire Quimby")
    (case,) = session.requests.cases()
    assert session.texts.said(case.reference).mandate == LENA


async def test_it_may_hold_for_every_letter_of_the_profile(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        line(it, "name").value = "Claire Quimby"
        await it.press("f9", "f9")
        await it.type("Paul")
        assert "This applies to this request only." in it.text
        await it.press("f6")
        assert "This applies to every letter of the profile." in it.text
        await it.press("f2")
        await it.reached(LetterScreen)
    session = open_session()
    paul = Mandate("Paul", Capacity.MANDATE)
    assert read_identity(session.folders.identity) == Identity("Claire Quimby", mandate=paul)
    assert session.texts.said(session.requests.cases()[0].reference).mandate is None


async def test_one_request_may_be_for_another_than_the_person_of_the_profile(demo: Session) -> None:
    keep_identity(demo.folders.identity, Identity("Claire Quimby", mandate=LENA))
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        assert "This applies to every letter of the profile." in it.text
        await it.press("f9", "f6")
        line(it, "person").value = "Paul"
        await it.press("f2")
        await it.reached(LetterScreen)
        assert "in the name of Paul by Claire Quimby" in " ".join(it.text.split())
    session = open_session()
    assert read_identity(session.folders.identity) == Identity("Claire Quimby", mandate=LENA)
    said = session.texts.said(session.requests.cases()[0].reference)
    assert said.mandate == Mandate("Paul", Capacity.MANDATE, LENA.enclosure)


async def test_who_is_not_named_is_asked_for(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        line(it, "name").value = "Claire Quimby"
        await it.press("f9", "f2")
        await it.reached(Compose)
        assert "The person you write for is not named." in it.text
    assert open_session().requests.cases() == ()


async def test_what_was_kept_stands_there_and_stays(demo: Session) -> None:
    keep_identity(demo.folders.identity, Identity("Claire Quimby", mandate=LENA))
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        assert "You write for: my child, a minor. F9 changes it." in it.text
        assert line(it, "person").value == "Lena Ørsted"
        await it.press("f2")
        await it.reached(LetterScreen)
    assert read_identity(open_session().folders.identity) == Identity("Claire Quimby", mandate=LENA)


async def test_what_was_typed_and_not_saved_stands_there_again_with_its_choice(demo: Session) -> None:
    async with opened(demo, (100, 50)) as it:
        await begin(it)
        await it.press("f9", "f9")
        await it.type("Paul")
        await it.press("escape")
        await it.press("w")
        await it.reached(Compose)
        assert "an adult who gave me a mandate" in it.text
        assert line(it, "person").value == "Paul"


async def test_the_sheet_asks_too_and_fits_a_small_window(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        it.app.push_screen(WriterSheet(UsageError("A letter needs your name.")))
        await it.reached(WriterSheet)
        line(it, "name").value = "Claire Quimby"
        await it.press("f9", "f9")
        await it.type("Paul")
        assert "an adult who gave me a mandate" in it.text
        assert "on whose behalf" in it.text
        await it.press("ctrl+s")
    kept = read_identity(open_session().folders.identity)
    assert kept
    assert kept.mandate == Mandate("Paul", Capacity.MANDATE)


async def test_in_french_all_of_it_is_seen_in_a_small_window(demo: Session) -> None:
    write_setting(demo.folders.config_file, "language", "fr")
    with speaking("fr"):
        async with opened(open_session(), (80, 24)) as it:
            await begin(it)
            await it.press("f9")
            for words in ("qui est mineur", "F6", "cette demande", "Le nom de la personne"):
                await it.seen(words)
            assert max(map(len, it.text.splitlines())) <= 80


async def test_what_is_asked_then_is_seen_in_a_small_window(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await begin(it)
        await it.press("f9")
        await it.type("Lena Ørsted")
        assert "Lena Ørsted" in it.text
        assert "no letter says it" in it.text

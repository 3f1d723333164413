"""Why something was found, in the current language."""

from __future__ import annotations

import pytest

from consentui.i18n import speaking
from consentui.knowledge.records import Control, PrintedPath
from consentui.knowledge.search.documents import controls_of
from consentui.knowledge.search.find import find
from consentui.knowledge.search.index import Index
from consentui.profile.session import Session
from consentui.words.found import missing_name, reason, remarks
from tests.builders import a_control, a_platform, a_route, a_text


def french_reason(control: Control, query: str) -> str:
    (hit,) = find(Index(controls_of([a_platform(control)])), query).hits
    with speaking("fr"):
        return reason(hit, query)


@pytest.mark.parametrize("query", ["nightingale", "rossignol"])
def test_what_consentui_says_itself_is_quoted_in_the_language_spoken(query: str) -> None:
    control = a_control(covers=a_text("A nightingale sings.", "Un rossignol chante."))
    assert french_reason(control, query) == "ce que cela couvre\u202f: «\u202fUn rossignol chante.\u202f»"


def test_what_a_platform_prints_is_quoted_as_it_is_printed() -> None:
    control = a_control(route=(a_route(path=PrintedPath(en=("Nightingale mode",), fr=())),))
    assert french_reason(control, "nightingale") == "menu\u202f: «\u202fNightingale mode\u202f»"


def test_the_title_that_is_shown_anyway_is_no_reason() -> None:
    assert french_reason(a_control(title=a_text("A nightingale", "Un rossignol")), "nightingale") == ""


def test_what_people_call_it_stands_as_it_was_typed(session: Session) -> None:
    with speaking("de"):
        (first, *_others) = session.finder.find("Konto löschen").hits
        assert "„Konto löschen“" in reason(first, "Konto löschen")


def test_what_people_call_it_keeps_the_small_words_in_it(session: Session) -> None:
    with speaking("fr"):
        (first, *_others) = session.finder.find("le droit à l’oubli").hits
        assert reason(first, "le droit à l’oubli").endswith("«\u202fdroit à l’oubli\u202f»")


def test_an_id_that_nobody_sees_is_no_reason(session: Session) -> None:
    hits = session.finder.find("copilot windows désactiver").hits
    with speaking("fr"):
        reasons = [reason(hit, "copilot windows désactiver") for hit in hits]
    assert not any("notepad-copilot" in one for one in reasons)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Leboncoin IA", "Leboncoin"),
        ("comment supprimer mon compte Shein ?", "Shein"),
        ("midjourney opt out", "midjourney"),
        ("viber", "viber"),
        ("(zqxj) données", "zqxj"),
    ],
)
def test_what_is_missing_is_called_as_it_was_typed(session: Session, query: str, name: str) -> None:
    assert missing_name(session.finder.find(query), query) == name


def test_a_name_that_is_only_mentioned_is_said_to_be_so(session: Session) -> None:
    with speaking("fr"):
        assert remarks(session.finder.find("midjourney opt out")) == ("Seulement cité en passant\u202f: midjourney",)

"""Deadlines in words: notes on the dates, and reasons why none can be given."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from consentui.i18n import LANGUAGES, Language, speaking
from consentui.requests.rights import Regime, Right
from consentui.requests.time.deadlines import Extension, deadline
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.requests.time.seats import seat_named
from consentui.requests.time.terms import Reason, TermCode
from consentui.words.deadlines import fault_told, note_words, notes_words

DAY = date(2026, 1, 31)


def refused(seat: str) -> UncountableError:
    with pytest.raises(UncountableError) as found:
        seat_named(seat)
    return found.value


@pytest.mark.parametrize("code", TermCode)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words_with_its_values_in_every_language(code: TermCode, language: Language) -> None:
    with speaking(language):
        words = note_words(Reason("gdpr-12-3", code, DAY, DAY, 3, ("DE-BY",)))
    assert words.endswith(".")
    assert not [field for _text, field, _spec, _conversion in Formatter().parse(words) if field]


def test_a_rule_alone_needs_no_words() -> None:
    assert note_words(Reason("gdpr-12-3")) == ""


def test_notes_come_in_the_language_spoken() -> None:
    found = deadline(DAY, "FR", Regime.EU, Right.WITHDRAW, extension=Extension(date(2026, 2, 1)))
    english = notes_words(found)
    with speaking("fr"):
        french = notes_words(found)
    assert len(french) == len(english)
    assert not set(french) & set(english)
    assert "28 février 2026" in " ".join(french)


@pytest.mark.parametrize("fault", DeadlineFault)
def test_every_fault_can_be_told(fault: DeadlineFault) -> None:
    assert fault_told(UncountableError(fault, "QQ")).title.endswith(".")


@pytest.mark.parametrize(
    ("typed", "way_out"),
    [
        ("UK", "Did you mean “GB”?"),
        ("EL", "Did you mean “GR”?"),
        ("Ireland", "Did you mean “IE”?"),
        ("Germny", "Did you mean “DE”?"),
        ("IEE", "Did you mean “IE”?"),
        ("DE-BEE", "Did you mean “DE-BE”?"),
        ("IE-4", "Use the country alone: “IE”."),
        ("QQ", "Use the code of a country, such as IE or FR, or of a German state: DE-BE."),
    ],
)
def test_an_unknown_seat_is_refused_with_the_nearest_code(typed: str, way_out: str) -> None:
    told = fault_told(refused(typed))
    assert told.title == f"Unknown seat: “{typed}”."
    assert told.way_out == way_out


def test_a_country_is_found_by_its_french_name_too() -> None:
    with speaking("fr"):
        assert "IE" in fault_told(refused("Irlande")).way_out

"""The parts of a letter, for forms that ask field by field."""

from __future__ import annotations

import pytest

from consentui.i18n import LANGUAGES, Language, language
from consentui.requests.letters.facts import Person
from consentui.requests.letters.fields import Part, parts_of
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.text import UNSEEN
from consentui.words.requests import part_name
from tests.requests.letter_facts import GROUNDS, NASTY, full

MARIE = Person("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org")


@pytest.mark.parametrize("words", LANGUAGES)
def test_each_field_has_its_part_in_the_language_of_the_letter(words: Language) -> None:
    written = letter(Kind.OBJECT_TRAINING, full(words), words)
    parts = parts_of(written, MARIE, "DE", words)
    assert list(parts) == [part for part in Part if part is not Part.REPRESENTATIVE]
    assert parts[Part.WHAT] == written.what
    assert GROUNDS[words][1] in parts[Part.WHY]
    assert parts[Part.ADDRESS] == ("12 rue des Lilas, 31000 Toulouse",)
    assert parts[Part.COUNTRY] == ({"en": "Germany", "fr": "Allemagne", "de": "Deutschland"}[words],)
    assert language() == "en"


def test_only_parts_that_exist_are_there() -> None:
    written = letter(Kind.ACCESS, full("en"), "en")
    parts = parts_of(written, Person("Marie"), "", "en")
    assert not {Part.EMAIL, Part.ADDRESS, Part.COUNTRY} & set(parts)
    assert all(any(sentences) for sentences in parts.values())


def test_hostile_values_stay_on_one_line() -> None:
    parts = parts_of(letter(Kind.ACCESS, full("en"), "en"), Person(NASTY, NASTY, NASTY), NASTY, "en")
    for part in (Part.NAME, Part.EMAIL, Part.ADDRESS):
        (value,) = parts[part]
        assert not UNSEEN.search(value)
        assert "\n" not in value


def test_every_part_has_a_name_of_its_own() -> None:
    assert len({part_name(part) for part in Part}) == len(Part)

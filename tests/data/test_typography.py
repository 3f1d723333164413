"""The typography of the texts in `data/`, checked by patterns independent of the lint rules."""

from __future__ import annotations

import re

import pytest

from consentui.knowledge.base import Packs
from consentui.knowledge.records import Controllers, Platform
from tests.data.shelf import PLATFORMS, controllers, packs, texts

NARROW = "\u202f"
RECORDS: dict[str, Platform | Controllers | Packs] = {
    **PLATFORMS,
    "(controllers)": controllers(),
    "(packs)": packs(),
}

FRENCH_FAULTS = {
    "a wide space before a sign": re.compile(r"[ \u00a0][;:!?»]"),
    "a wide space after «": re.compile(r"«[ \u00a0]"),
    "no space before a sign": re.compile(rf"[^{NARROW}!?][;!?](?!\w)|[^{NARROW}]»"),
    "no space before a colon": re.compile(rf"[^{NARROW}]:(?=\s|$)"),
    "no space after «": re.compile(rf"«(?!{NARROW})"),
    "a typewriter apostrophe": re.compile(r"'"),
    "typewriter quotes": re.compile(r'"'),
    "two spaces": re.compile(r"  "),
    "three full stops": re.compile(r"\.\.\."),
    "an opened « without its »": re.compile(r"«[^»]*(«|$)"),
}
ENGLISH_FAULTS = {
    "a narrow space outside words quoted in French": re.compile(rf"(?<!«){NARROW}(?![;:!?»])"),
    "a typewriter apostrophe": re.compile(r"\w'\w"),
    "typewriter quotes": re.compile(r'"'),
    "a space before a sign": re.compile(r" [;:!?,](?!\w)"),
    "two spaces": re.compile(r"  "),
    "an opened “ without its ”": re.compile(r"“[^”]*(“|$)"),
    "French quotes": re.compile(r"[«»]"),
}


def faults(text: str, patterns: dict[str, re.Pattern[str]]) -> list[str]:
    return [
        f"{name}: “{text[max(0, found.start() - 15) : found.end() + 15]}”"
        for name, pattern in patterns.items()
        for found in pattern.finditer(text)
    ]


@pytest.mark.parametrize("name", RECORDS)
def test_french_is_typeset_as_french(name: str) -> None:
    found = {place: wrong for place, text in texts(RECORDS[name]) if (wrong := faults(text.fr, FRENCH_FAULTS))}
    assert found == {}


@pytest.mark.parametrize("name", RECORDS)
def test_english_is_typeset_as_english(name: str) -> None:
    found = {place: wrong for place, text in texts(RECORDS[name]) if (wrong := faults(text.en, ENGLISH_FAULTS))}
    assert found == {}


@pytest.mark.parametrize("name", RECORDS)
def test_no_text_was_left_untranslated(name: str) -> None:
    same = {place: text.en for place, text in texts(RECORDS[name]) if text.en == text.fr and len(text.en.split()) > 3}
    assert same == {}


@pytest.mark.parametrize(
    "wrong", ["Où ?", "Où?", "Voici: a", "2024: a", "«\u202fa »", "« a\u202f»", "«a\u202f»", "L'IA", "«\u202fa"]
)
def test_the_patterns_see_what_is_wrong(wrong: str) -> None:
    assert faults(wrong, FRENCH_FAULTS)
    assert not faults("Où\u202f? À 10:30\u202f: «\u202fl’IA\u202f»\u202f; https://x.com/?a=b", FRENCH_FAULTS)

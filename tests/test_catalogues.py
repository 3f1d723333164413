"""The French of the interface: complete, current, and set as French is set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.catalogues import (
    FRENCH,
    LOCALE,
    ROOT,
    extracted,
    forms,
    keys,
    marked,
    messages,
    placeholders,
    read,
    without_placeholders,
)

OURS = FRENCH / "consentui.po"
CLICKS = FRENCH / "click.po"
CODE = ROOT / "consentui"

both = pytest.mark.parametrize("catalogue", [OURS, CLICKS], ids=["consentui", "click"])

SAME_IN_FRENCH = {
    "words that both languages share": {
        "Articles",
        "CODE",
        "Client",
        "DATE",
        "DESCRIPTION",
        "Dossier",
        "Messages",
        "Note",
        "OPTIONS",
        "SYNOPSIS",
        "Sources",
        "e-mail",
        "format",
        "journal",
        "menu",
        "n",
        "note",
        "ok",
        "page",
        "sources",
        "{count} source",
        "{count} sources",
    },
    "a unit": {"{minutes} min"},
    "placeholders and a comma": {"{standing}, {date}", "{weekday} {date}, {distance}"},
    "a day in figures, as both languages write it": {"{day}/{month}/{year}"},
    "the notation of usage lines": {"[OPTIONS]"},
}
"""The texts that stay as they are, by the reason."""

LEFT_OUT = {"{value!r} is not a valid {number_type}.": ["number_type"]}
"""Placeholders that the French does without: click fills this one with an English word."""

TYPOGRAPHY = {
    "; ! ? and » come after a narrow no-break space": r"(?<!\u202f)[;!?»]",
    "a colon that ends a part comes after a narrow no-break space": r"(?<!\u202f):(?=\s|$)",
    "a narrow no-break space follows «": r"«(?!\u202f)",
    "no other space stands beside a narrow no-break one": r"\s\u202f|\u202f\s",
    "apostrophes and quotation marks are not straight": r"['\"]",
    "spaces are single": r"  ",
}
"""What is right, and the pattern of what is wrong."""


def french(catalogue: Path) -> list[str]:
    return [text for message in messages(catalogue) for text in forms(message.string)]


def pairs(message: Message) -> list[tuple[str, str]]:
    return list(zip(forms(message.id), forms(message.string), strict=True))


def test_every_marked_text_is_in_the_catalogue_and_nothing_else() -> None:
    assert keys(OURS) == extracted(CODE)


def test_no_marked_text_hides_where_extraction_does_not_look() -> None:
    assert marked(CODE) <= extracted(CODE), "lift these out of the f-strings they stand in"


@pytest.mark.parametrize("domain", ["consentui", "click"])
def test_the_template_and_the_translation_have_the_same_texts(domain: str) -> None:
    assert keys(LOCALE / f"{domain}.pot") == keys(FRENCH / f"{domain}.po")


@both
def test_every_text_is_translated(catalogue: Path) -> None:
    assert [message.id for message in messages(catalogue) if not all(forms(message.string))] == []


@both
def test_no_translation_is_fuzzy(catalogue: Path) -> None:
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []


@both
def test_no_translation_is_obsolete(catalogue: Path) -> None:
    assert list(read(catalogue).obsolete) == []


@both
def test_placeholders_are_those_of_the_original(catalogue: Path) -> None:
    differing = [
        (text, translated)
        for message in messages(catalogue)
        for text, translated in pairs(message)
        if sorted([*placeholders(translated), *LEFT_OUT.get(text, [])]) != placeholders(text)
    ]
    assert differing == []


@both
@pytest.mark.parametrize("rule", TYPOGRAPHY)
def test_french_typography_is_kept(catalogue: Path, rule: str) -> None:
    assert [text for text in french(catalogue) if re.search(TYPOGRAPHY[rule], without_placeholders(text))] == []


@pytest.mark.parametrize(
    "wrong",
    ["Où?", "Où ?", "Où\u00a0?", "Note : x", "Note: x", "« x\u202f»", "«\u202fx»", "l'autre", 'un "mot"', "a  b"],
)
def test_each_error_of_typography_is_noticed(wrong: str) -> None:
    assert any(re.search(pattern, wrong) for pattern in TYPOGRAPHY.values())


@pytest.mark.parametrize(
    "right", ["Où\u202f?", "Note\u202f: x", "«\u202fx\u202f»", "l’autre", "à 12:30", "https://x.com"]
)
def test_correct_typography_passes(right: str) -> None:
    assert not any(re.search(pattern, right) for pattern in TYPOGRAPHY.values())


def test_only_the_texts_known_to_be_the_same_are_the_same_in_both_languages() -> None:
    same = {text for message in messages(OURS) for text, translated in pairs(message) if text == translated}
    assert same == set().union(*SAME_IN_FRENCH.values())


def test_click_speaks_no_english() -> None:
    assert [text for message in messages(CLICKS) for text, translated in pairs(message) if text == translated] == []

"""The translations of the interface: complete, up to date, and with the typography of each language."""

from __future__ import annotations

import re
from itertools import product

import pytest
from babel.messages.catalog import Message

from tests.catalogues import (
    COMPLETE,
    LOCALE,
    ROOT,
    TRANSLATED,
    catalogue,
    extracted,
    forms,
    keys,
    marked,
    messages,
    placeholders,
    read,
    without_placeholders,
)

CODE = ROOT / "consentui"
DOMAINS = ("consentui", "click")

each = pytest.mark.parametrize(("language", "domain"), list(product(TRANSLATED, DOMAINS)))
each_language = pytest.mark.parametrize("language", TRANSLATED)

SAME = {
    "fr": {
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
            "six",
        },
        "a unit": {"{minutes} min"},
        "placeholders and a comma": {"{standing}, {date}", "{weekday} {date}, {distance}"},
        "a day in figures, as both languages write it": {"{day}/{month}/{year}"},
        "the notation of usage lines": {"[OPTIONS]"},
    },
    "de": {
        "words that both languages share": {
            "April",
            "Animation",
            "August",
            "CODE",
            "CODE TEXT",
            "Dossier",
            "NAME",
            "Name",
            "November",
            "Passphrase",
            "Portfolio",
            "QR",
            "REGIME",
            "September",
            "TEXT",
            "Text",
            "URL",
            "in {file}:",
            "n",
        },
        "units": {"{count} MB", "{count} kB", "{minutes} min"},
        "placeholders and signs": {":", "; ", "{company}: {status} ({right}, {reference})", "{standing}, {date}"},
    },
}
"""The texts that are not translated, by the reason."""

LEFT_OUT = {"{value!r} is not a valid {number_type}.": ["number_type"]}
"""Placeholders that translations omit, because click fills them with an English word."""

STRAIGHT = r"['\"]"
TYPOGRAPHY = {
    "fr": {
        "; ! ? and » come after a narrow no-break space": r"(?<!\u202f)[;!?»]",
        "a colon that ends a part comes after a narrow no-break space": r"(?<!\u202f):(?=\s|$)",
        "a narrow no-break space follows «": r"«(?!\u202f)",
        "no other space stands beside a narrow no-break one": r"\s\u202f|\u202f\s",
        "apostrophes and quotation marks are not straight": STRAIGHT,
        "spaces are single": r"  ",
    },
    "de": {
        "quotations stand in „ and “": r"”|«|»|„[^“]*(„|$)|(^|“)[^„]*“",
        "nothing stands between a word and its sign": r"\s[;:!?]",
        "apostrophes and quotation marks are not straight": STRAIGHT,
        "spaces are single": r"  ",
    },
}
"""Each rule, with a pattern that finds what breaks it."""


def translations(language: str, domain: str) -> list[str]:
    return [text for message in messages(catalogue(language, domain)) for text in forms(message.string) if text]


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each form of a text with its translation; none if it is not translated."""
    return list(zip(forms(message.id), forms(message.string), strict=True)) if all(forms(message.string)) else []


@each_language
def test_every_marked_text_is_in_the_catalogue_and_nothing_else(language: str) -> None:
    assert keys(catalogue(language)) == extracted(CODE)


def test_no_marked_text_hides_where_extraction_does_not_look() -> None:
    assert marked(CODE) <= extracted(CODE), "lift these out of the f-strings they stand in"


@each
def test_the_template_and_the_translation_have_the_same_texts(language: str, domain: str) -> None:
    assert keys(LOCALE / f"{domain}.pot") == keys(catalogue(language, domain))


@pytest.mark.parametrize(("language", "domain"), list(product(COMPLETE, DOMAINS)))
def test_every_text_is_translated(language: str, domain: str) -> None:
    found = messages(catalogue(language, domain))
    assert [message.id for message in found if not all(forms(message.string))] == []


@each
def test_no_translation_is_fuzzy(language: str, domain: str) -> None:
    if language in COMPLETE:
        assert [message.id for message in messages(catalogue(language, domain)) if message.fuzzy] == []


@each
def test_no_translation_is_obsolete(language: str, domain: str) -> None:
    assert list(read(catalogue(language, domain)).obsolete) == []


@each
def test_placeholders_are_those_of_the_original(language: str, domain: str) -> None:
    differing = [
        (text, translated)
        for message in messages(catalogue(language, domain))
        if not message.fuzzy
        for text, translated in pairs(message)
        if sorted([*placeholders(translated), *LEFT_OUT.get(text, [])]) != placeholders(text)
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("language", "domain", "rule"),
    [(language, domain, rule) for language, domain in product(TYPOGRAPHY, DOMAINS) for rule in TYPOGRAPHY[language]],
)
def test_the_typography_of_the_language_is_kept(language: str, domain: str, rule: str) -> None:
    wrong = re.compile(TYPOGRAPHY[language][rule])
    assert [text for text in translations(language, domain) if wrong.search(without_placeholders(text))] == []


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        *product(["fr"], ["Où?", "Où ?", "Où\u00a0?", "Note : x", "Note: x", "« x\u202f»", "«\u202fx»"]),
        *product(["fr", "de"], ["l'autre", 'un "mot"', "a  b"]),
        *product(["de"], ["“x”", "„x”", "„x", "x“", "«x»", "Wo ?", "Notiz : x", "„x“ und “y“"]),
    ],
)
def test_each_error_of_typography_is_noticed(language: str, wrong: str) -> None:
    assert any(re.search(pattern, wrong) for pattern in TYPOGRAPHY[language].values())


@pytest.mark.parametrize(
    ("language", "right"),
    [
        *product(["fr"], ["Où\u202f?", "Note\u202f: x", "«\u202fx\u202f»", "l’autre"]),
        *product(["de"], ["Wo?", "Notiz: x", "„x“", "„x“ und „y“", "geht’s"]),
        *product(["fr", "de"], ["12:30", "https://x.com"]),
    ],
)
def test_correct_typography_passes(language: str, right: str) -> None:
    assert not any(re.search(pattern, right) for pattern in TYPOGRAPHY[language].values())


@each_language
def test_only_the_texts_known_to_be_the_same_are_the_same_in_both_languages(language: str) -> None:
    found = messages(catalogue(language))
    same = {text for message in found for text, translated in pairs(message) if text == translated}
    assert same == set().union(*SAME[language].values())


@each_language
def test_click_speaks_no_english(language: str) -> None:
    found = messages(catalogue(language, "click"))
    assert [text for message in found for text, translated in pairs(message) if text == translated] == []

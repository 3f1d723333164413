"""Letters for forms that count characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import UsageError
from consentui.i18n import LANGUAGES, Language
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.letters.short import fitted, short
from tests.requests.letter_facts import full, hostile

LETTERS = {(kind, words): letter(kind, full(words), words) for kind in Kind for words in LANGUAGES}
END = re.compile(r"[.?!…][\u202f»”)]*$")


@given(st.sampled_from(sorted(LETTERS)), st.integers(min_value=0, max_value=6000))
def test_the_short_form_fits_and_ends_with_a_sentence(which: tuple[Kind, Language], room: int) -> None:
    written = LETTERS[which]
    limit = len(written.sentences[0]) + room
    text = short(written, limit)
    assert len(text) <= limit
    assert text.startswith(written.sentences[0])
    assert END.search(text)


@given(st.sampled_from(sorted(LETTERS)), st.integers(min_value=300, max_value=3000))
def test_whole_sentences_stand_in_the_order_of_the_letter(which: tuple[Kind, Language], limit: int) -> None:
    written = LETTERS[which]
    if len(written.text) > limit:
        rest = short(written, limit)
        for sentence in written.sentences:
            rest = rest.removeprefix(sentence).lstrip(" \n")
        assert rest == ""


def test_where_there_is_room_the_whole_text_is_taken() -> None:
    written = LETTERS[Kind.COMPLAINT, "fr"]
    assert short(written, len(written.text)) == written.text
    assert short(written, len(written.text) - 1) != written.text


@pytest.mark.parametrize("words", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_five_hundred_characters_say_what_is_asked(kind: Kind, words: Language) -> None:
    assert LETTERS[kind, words].what[0] in short(LETTERS[kind, words], 500)


def test_a_form_with_no_room_for_one_sentence_is_told_of() -> None:
    with pytest.raises(UsageError) as told:
        short(LETTERS[Kind.ERASE, "en"], 40)
    assert "40" in told.value.title
    assert str(len(LETTERS[Kind.ERASE, "en"].what[0])) in told.value.detail


@pytest.mark.parametrize(
    ("sentences", "limit", "text"),
    [
        ((), 0, ""),
        (("One.", "Two.", "Three."), 9, "One. Two."),
        (("One.", "Much too long.", "Two."), 9, "One. Two."),
        (("One.", "1. Two.", "2. Three.", "Four."), 99, "One.\n1. Two.\n2. Three.\nFour."),
    ],
)
def test_sentences_are_taken_while_they_fit(sentences: Sequence[str], limit: int, text: str) -> None:
    assert fitted(sentences, limit) == text


@pytest.mark.parametrize("kind", Kind)
def test_the_parts_of_a_letter_make_up_its_text(kind: Kind) -> None:
    written = LETTERS[kind, "en"]
    headings = {"Facts", "Infringements", "Other proceedings", "Requests", "Annexes"}
    left = " ".join(line for line in written.text.split("\n") if line and line not in headings)
    assert left == " ".join(written.sentences)


def test_the_account_fits_a_field_of_its_own() -> None:
    account = LETTERS[Kind.OBJECT_TRAINING, "en"].account
    assert fitted(account, 160).startswith("The account concerned is my Chirp account @marie_l")


def test_hostile_words_are_cut_at_sentences_too() -> None:
    assert len(short(letter(Kind.OBJECT_TRAINING, hostile(), "en"), 700)) <= 700

"""Letters for forms that count characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import UsageError
from consentui.i18n import LANGUAGES, Language
from consentui.requests.letters.facts import NamedAccount
from consentui.requests.letters.kinds import REQUESTS, Kind
from consentui.requests.letters.layout import run_on
from consentui.requests.letters.letters import letter
from consentui.requests.letters.short import short, shortened_to_fit
from consentui.requests.rights import Regime
from consentui.words.cautions import explaining_no_room
from tests.requests.letter_facts import full, hostile

LETTERS = {(kind, words): letter(kind, full(words), words) for kind in Kind for words in LANGUAGES}
END = re.compile(r"[.?!…][\u202f»”“)]*$")


OPENING = sorted((kind, words) for kind in REQUESTS for words in LANGUAGES)
SEVERAL = full(accounts=(NamedAccount("Chirp", "@a"), NamedAccount("Peep", "@b")))
ANNOUNCING = (
    *("the following steps.", "the following questions.", "les mesures suivantes.", "des questions suivantes."),
    *("um folgende Schritte.", "der folgenden Fragen."),
)


@given(st.sampled_from(sorted(LETTERS)), st.integers(min_value=0, max_value=6000))
def test_the_short_form_fits_and_ends_with_a_sentence(which: tuple[Kind, Language], room: int) -> None:
    written = LETTERS[which]
    limit = len(written.in_short[0] or written.sentences[0]) + room
    text = short(written, limit)
    assert len(text) <= limit
    assert END.search(text)


@given(st.sampled_from(OPENING), st.integers(min_value=100, max_value=3000))
def test_what_account_grounds_and_demand_come_before_anything_else(which: tuple[Kind, Language], limit: int) -> None:
    written = LETTERS[which]
    text = short(written, limit)
    what, account, ask = written.in_short
    parts = [what, account, *written.grounds, ask]
    said = [
        what in text or written.what[0] in text,
        account in text or written.account[0] in text,
        *(ground in text for ground in written.grounds),
        ask in text or "\n1. " in text,
    ]
    assert said[0]
    if not all(said):
        kept = [part for part, is_said in zip(parts, said, strict=True) if is_said]
        assert text == run_on(kept)
        assert len(run_on(parts)) > limit


@given(st.sampled_from(sorted(LETTERS)), st.integers(min_value=100, max_value=3000))
def test_what_is_numbered_has_no_gaps_and_follows_what_announces_it(which: tuple[Kind, Language], limit: int) -> None:
    kind = which[0]
    text = short(LETTERS[which], limit if kind in REQUESTS else limit + 400)
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert all(number in {1, before + 1} for before, number in pairwise([0, *numbers]))
    assert not any(text.endswith(end) or f"{end} " in text for end in ANNOUNCING)


@given(st.integers(min_value=100, max_value=3000))
def test_several_accounts_are_all_named_or_none_is(limit: int) -> None:
    text = short(letter(Kind.OBJECT_TRAINING, SEVERAL, "en"), limit)
    assert ("@a" in text) == ("@b" in text)


def test_where_there_is_room_the_whole_text_is_taken() -> None:
    written = LETTERS[Kind.COMPLAINT, "fr"]
    assert short(written, len(written.text)) == written.text
    assert short(written, len(written.text) - 1) != written.text


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("which", OPENING)
def test_a_hundred_characters_say_what_is_asked(which: tuple[Kind, Language], regime: Regime) -> None:
    kind, words = which
    written = letter(kind, full(words, regime=regime), words)
    assert short(written, 100).startswith(written.in_short[0])


def test_a_form_with_no_room_for_one_sentence_is_told_of() -> None:
    with pytest.raises(UsageError) as told, explaining_no_room():
        short(LETTERS[Kind.ERASE, "en"], 40)
    assert "40" in told.value.title
    assert str(len(LETTERS[Kind.ERASE, "en"].in_short[0])) in told.value.detail


@pytest.mark.parametrize(
    ("sentences", "limit", "text"),
    [
        ((), 0, ""),
        (("One.", "Two.", "Three."), 9, "One. Two."),
        (("One.", "Much too long.", "Two."), 9, "One. Two."),
        (("One.", "1. Two.", "2. Three.", "Four."), 99, "One.\n1. Two.\n2. Three.\nFour."),
        (("One.", "1. Two.", "2. Much too long.", "3. Four.", "End."), 18, "One.\n1. Two.\nEnd."),
    ],
)
def test_sentences_are_taken_while_they_fit(sentences: Sequence[str], limit: int, text: str) -> None:
    assert shortened_to_fit(sentences, limit) == text


@pytest.mark.parametrize("kind", Kind)
def test_the_parts_of_a_letter_make_up_its_text(kind: Kind) -> None:
    written = LETTERS[kind, "en"]
    headings = {"Facts", "Infringements", "Other proceedings", "Requests", "Enclosures"}
    left = " ".join(line for line in written.text.split("\n") if line and line not in headings)
    assert left == " ".join(written.sentences)


def test_the_account_fits_a_field_of_its_own() -> None:
    account = LETTERS[Kind.OBJECT_TRAINING, "en"].account
    assert shortened_to_fit(account, 160).startswith("The account concerned is my Chirp account @marie_l")


def test_hostile_words_are_cut_at_sentences_too() -> None:
    assert len(short(letter(Kind.OBJECT_TRAINING, hostile(), "en"), 700)) <= 700

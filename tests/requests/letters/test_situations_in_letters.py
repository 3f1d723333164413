"""What letters and complaints must and must not say, situation by situation, in every language."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from msgspec import Struct

from consentui.i18n import Language
from consentui.journal.entries import RequestRight
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Regime
from tests.requests.letter_facts import LETTERS_IN
from tests.requests.stories import facts_from, named


class Row(Struct, frozen=True):
    """A row of the table: a situation, and what its letter says and does not say."""

    regime: Regime
    right: RequestRight
    happened: str
    today: str
    kind: Kind
    stands: tuple[str, ...]
    does_not: tuple[str, ...]


def parts(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


def row(line: str) -> Row:
    law, happened, today, kind, stands, does_not = parts(line)
    regime, _by, right = law.partition("/")
    about = named(get_args(RequestRight), right or "object-training")
    return Row(Regime(regime), about, happened, today, Kind(kind), tuple(stands.split()), tuple(does_not.split()))


LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
PIECES: dict[str, dict[Language, str]] = {
    word: {"en": en, "fr": fr, "de": de}
    for word, en, fr, de in (parts(line.lstrip(":!")) for line in LINES if line.startswith(":"))
}
ROWS = [row(line) for line in LINES if line and line[0] not in "#:"]


def written(one: Row, language: Language) -> str:
    facts = facts_from(one.happened, one.today, one.regime, one.right)
    return letter(one.kind, facts, language).text.replace("\u202f", " ")


@pytest.mark.parametrize(
    "one", [pytest.param(one, id=f"{one.regime}, {one.right}: {one.kind}: {one.happened}, {one.today}") for one in ROWS]
)
@pytest.mark.parametrize("language", LETTERS_IN)
def test_a_letter_says_what_was_said_and_nothing_beside_it(one: Row, language: Language) -> None:
    text = written(one, language)
    assert [word for word in one.stands if PIECES[word][language] not in text] == []
    assert [word for word in one.does_not if PIECES[word][language] in text] == []


def test_every_sentence_of_the_table_stands_somewhere() -> None:
    nowhere = {parts(line.lstrip(":!"))[0] for line in LINES if line.startswith(":!")}
    assert set(PIECES) - nowhere == {word for one in ROWS for word in one.stands}
    assert nowhere <= {word for one in ROWS for word in one.does_not}


def test_the_proceedings_of_others_stand_only_where_they_are_about_the_same_use() -> None:
    told = "9-01 sent email"
    about_training = letter(Kind.COMPLAINT, facts_from(told, "10-02"), "en").text
    assert "proceedings about the same use are public" in about_training
    for right in ("access", "object-marketing", "erase"):
        assert "proceedings" not in letter(Kind.COMPLAINT, facts_from(told, "10-02", right=right), "en").text.lower()

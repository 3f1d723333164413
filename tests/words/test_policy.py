"""The result of comparing with a policy, in words."""

from __future__ import annotations

import pytest

from consentui.i18n import Language, speaking
from consentui.words.policy import compared_words, deviation_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Of 48 controls: none deviates, 5 not looked at yet."),
        ("fr", "Sur 48 réglages\u202f: aucun ne s’écarte, 5 pas encore regardés."),
        ("de", "Von 48 Einstellungen: keine abweichend, 5 noch nicht angesehen."),
    ],
)
def test_none_is_said_in_words_and_no_nought(language: Language, words: str) -> None:
    with speaking(language):
        assert compared_words(48, 0, 5) == words


def test_the_two_are_named_apart_and_what_there_is_none_of_is_left_out() -> None:
    assert deviation_words(3, 5) == "3 deviate, 5 not looked at yet"
    assert deviation_words(1, 0) == "1 deviates"
    assert deviation_words(0, 0) == ""
    assert compared_words(2, 0, 0) == "All 2 controls match the policy."
    assert compared_words(0, 0, 0) == "The policy covers none of your accounts."

"""What was gained in a few minutes, in words."""

from __future__ import annotations

from consentui.checklist.items import items_of
from consentui.checklist.minutes import Gain, gained
from consentui.i18n import speaking
from consentui.words.minutes import gain_lines, head_words, nothing_fits
from tests.builders import TODAY, a_control, a_ledger, a_platform, an_account, recorded

PLATFORM = a_platform(a_control(id="one", minutes=2), a_control(id="two", minutes=3), a_control(id="three", minutes=9))
BEFORE = items_of(an_account(), PLATFORM, a_ledger(), "FR", TODAY)
NOW = items_of(
    an_account(),
    PLATFORM,
    a_ledger(recorded("switched-off", 1, control="one"), recorded("not-found", 2, control="two")),
    "FR",
    TODAY,
)


def test_what_was_gained_is_named_with_its_account_its_purpose_and_what_is_left() -> None:
    gain = gained(BEFORE, NOW)
    assert head_words(gain) == "Done for today: 1 thing, about 2 min"
    assert list(gain_lines(gain, NOW)) == [
        "Settled:",
        "  · Training on your chirps (Chirp @marie_l)",
        "Did not work; another way is ready:",
        "  · Training on your chirps (Chirp @marie_l)",
        "Purposes: AI training 1",
        "In all: 1 of 3 settled, 2 left.",
    ]


def test_nothing_that_was_gained_is_not_dressed_up() -> None:
    assert head_words(Gain()) == "Done for today"
    assert next(gain_lines(Gain(), BEFORE)) == "Nothing was settled this time."


def test_what_does_not_fit_says_what_would() -> None:
    assert nothing_fits(BEFORE, 1) == "Nothing open fits into 1 minute; the shortest takes 2."


def test_french_has_its_own_spaces() -> None:
    with speaking("fr"):
        assert head_words(gained(BEFORE, NOW)) == "Assez pour aujourd’hui\u202f: 1 chose, environ 2 min"

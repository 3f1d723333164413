"""The language and the country: guessed from the system, switched, and restored."""

from __future__ import annotations

from threading import Thread

import pytest

from consentui.i18n import (
    N_,
    Language,
    _,
    guess_country,
    guess_language,
    language,
    ngettext,
    pgettext,
    set_language,
    speaking,
)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_CH.UTF-8@euro"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "FR_be"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_CH.UTF-8"}, "de"),
    ],
)
def test_the_language_is_that_of_the_locale(environ: dict[str, str], expected: Language) -> None:
    assert guess_language(environ) == expected


@pytest.mark.parametrize("environ", [{}, {"LANG": ""}, {"LANG": "C"}, {"LANG": "POSIX"}, {"LANG": "es_ES.UTF-8"}])
def test_the_language_is_english_where_none_of_ours_is_asked_for(environ: dict[str, str]) -> None:
    assert guess_language(environ) == "en"


def test_the_first_language_that_we_speak_is_taken_from_a_list() -> None:
    assert guess_language({"LANGUAGE": "es:fr:en", "LANG": "en_GB.UTF-8"}) == "fr"
    assert guess_language({"LANGUAGE": "it:es", "LANG": "fr_FR.UTF-8"}) == "fr"


@pytest.mark.parametrize("stronger", ["LC_ALL", "LC_MESSAGES"])
def test_variables_that_name_the_messages_win_over_the_general_one(stronger: str) -> None:
    assert guess_language({stronger: "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}) == "fr"
    assert guess_country({stronger: "fr_BE.UTF-8", "LANG": "en_GB.UTF-8"}) == "BE"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr_BE.UTF-8", "BE"),
        ("fr_BE", "BE"),
        ("de_AT@euro", "AT"),
        ("fr_be.UTF-8", "BE"),
        ("fr", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
        ("es_419.UTF-8", None),
        ("fr_FRA", None),
    ],
)
def test_the_country_is_the_territory_of_the_locale_or_not_known(lang: str, expected: str | None) -> None:
    assert guess_country({"LANG": lang}) == expected


def test_english_is_the_language_of_the_code() -> None:
    assert language() == "en"
    assert _("settings") == "settings"
    assert ngettext("{count} account", "{count} accounts", 2) == "{count} accounts"
    assert pgettext("outcome", "switched off") == "switched off"


def test_french_is_spoken_once_it_is_set() -> None:
    set_language("fr")
    assert language() == "fr"
    assert _("not found") == "introuvable"
    assert pgettext("outcome", "switched off") == "désactivé"


def test_french_counts_nothing_as_one() -> None:
    with speaking("fr"):
        said = [ngettext("{count} account", "{count} accounts", count) for count in (0, 1, 2)]
    assert said == ["{count} compte", "{count} compte", "{count} comptes"]


def test_german_is_spoken_once_it_is_set() -> None:
    set_language("de")
    assert _("Saved.") == "Gespeichert."
    assert [ngettext("{days} day ago", "{days} days ago", days) for days in (0, 1)] == [
        "vor {days} Tagen",
        "vor {days} Tag",
    ]


def test_one_word_may_have_several_translations_by_its_context() -> None:
    with speaking("fr"):
        assert pgettext("standing", "settled") == "réglé"
        assert _("settled") == "tout est réglé"


def test_another_language_is_spoken_for_the_length_of_a_block() -> None:
    with speaking("fr"):
        assert language() == "fr"
        with speaking("en"):
            assert _("not found") == "not found"
        assert _("not found") == "introuvable"
    assert language() == "en"
    assert _("not found") == "not found"


def test_the_language_is_put_back_after_a_failure() -> None:
    with pytest.raises(RuntimeError), speaking("fr"):
        raise RuntimeError
    assert language() == "en"


def test_a_text_without_translation_is_said_in_english() -> None:
    with speaking("fr"):
        assert _("a text that nobody translated") == "a text that nobody translated"
        assert ngettext("{count} unicorn", "{count} unicorns", 2) == "{count} unicorns"
        assert pgettext("outcome", "eaten") == "eaten"


def test_a_text_marked_for_later_is_left_as_it_is() -> None:
    with speaking("fr"):
        assert N_("not found") == "not found"


def test_what_a_thread_speaks_aside_is_not_heard_elsewhere() -> None:
    heard = list[str]()

    def aside() -> None:
        with speaking("fr"):
            heard.append(language())
            thread = Thread(target=lambda: heard.append(language()))
            thread.start()
            thread.join()

    thread = Thread(target=aside)
    thread.start()
    thread.join()
    assert heard == ["fr", "en"]
    assert language() == "en"

"""`consentui deadline`."""

from __future__ import annotations

import pytest

from consentui.requests.rights import Regime, Right
from tests.cli.conftest import Call


def test_it_says_by_when_and_why(call: Call) -> None:
    said = call("deadline", "2026-01-31", "--seat", "FR")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(
        "Received on 31 January 2026.\n"
        "Answer due by 2 March 2026.\n"
        "- 28 February 2026 is a Saturday, a Sunday or a public holiday at the seat:\n"
    )
    for rule in (
        "GDPR Art. 12(3), receipt: when the time begins (eu-start)",
        "GDPR Art. 12(3): time for the answer (gdpr-12-3)",
        "Regulation 1182/71, Art. 3(1) and 3(2)(c): counting months (eu-months)",
        "Regulation 1182/71, Art. 2 and 3(4): weekends and public holidays (eu-roll)",
    ):
        assert f"\n\n{rule}\n  " in said.out
    assert "extension, by" not in said.out
    assert max(map(len, said.out.splitlines())) <= 78


def test_it_says_it_in_french(call: Call) -> None:
    said = call("--language", "fr", "deadline", "2026-01-31", "--seat", "FR", "--extended")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(
        "Reçue le 31 janvier 2026.\n"
        "Réponse due au plus tard le 2 mars 2026.\n"
        "Avec une prolongation, au plus tard le 30 avril 2026.\n"
    )
    assert "RGPD, article 12, paragraphe 3\u202f: délai de réponse (gdpr-12-3)" in said.out
    assert "holiday" not in said.out


def test_it_answers_other_programs(call: Call) -> None:
    said = call("deadline", "2026-11-20", "--seat", "IE", "--extended", "--json")
    assert (said.code, said.err) == (0, "")
    notes = said.json.pop("notes")
    assert said.json | {"notes": notes} == {
        "due": "2026-12-21",
        "extended": "2027-02-22",
        "nominal": "2026-12-20",
        "effect": None,
        "rules": ["eu-start", "gdpr-12-3", "eu-months", "eu-roll"],
        "notes": notes,
    }
    assert notes[-1] == {"rule": "gdpr-12-3", "code": "extension-if-announced", "on": "2026-12-21"}
    assert call("--language", "fr", "deadline", "2026-11-20", "--seat", "IE", "--extended", "--json").out == said.out


@pytest.mark.parametrize(
    ("options", "due"),
    [
        (("--country", "BR"), "2026-12-05"),
        (("--seat", "BR"), "2026-12-05"),
        (("--seat", "BR", "--country", "FR"), "2026-12-21"),
        (("--seat", "BR", "--regime", "eu"), "2026-12-21"),
        (("--country", "US-CA"), "2027-01-04"),
        (("--seat", "GB"), "2026-12-21"),
        ((), "2026-12-21"),
    ],
)
def test_the_law_of_the_persons_country_counts_the_time(call: Call, options: tuple[str, ...], due: str) -> None:
    assert call("deadline", "2026-11-20", *options, "--json").json["due"] == due


@pytest.mark.parametrize("option", ["--country", "--seat"])
@pytest.mark.parametrize("country", ["JP", "US", "KR"])
def test_a_country_whose_law_is_not_counted_is_refused_rather_than_guessed(
    call: Call, option: str, country: str
) -> None:
    said = call("deadline", "2026-11-20", option, country)
    assert (said.code, said.out) == (2, "")
    assert f"The time for an answer is not worked out for “{country}”." in said.err


def test_the_country_in_the_preferences_says_whose_law_counts(call: Call) -> None:
    call("config", "set", "country", "BR")
    assert call("deadline", "2026-11-20", "--seat", "IE", "--json").json["due"] == "2026-12-05"


def test_without_an_extension_there_is_no_extended_date(call: Call) -> None:
    assert call("deadline", "2026-11-20", "--seat", "IE", "--json").json["extended"] is None


def test_a_right_that_acts_at_once_says_from_when(call: Call) -> None:
    said = call("deadline", "2026-11-20", "--seat", "IE", "--right", "object-marketing", "--json")
    assert said.json["effect"] == "2026-11-20"
    assert said.json["rules"][0] == "gdpr-21-2"


@pytest.mark.parametrize(("regime", "due"), [("eu", "12-21"), ("uk", "12-21"), ("ch", "12-20"), ("us-ca", "01-04")])
def test_each_law_counts_in_its_own_way(call: Call, regime: str, due: str) -> None:
    said = call("deadline", "2026-11-20", "--seat", "IE", "--regime", regime, "--json")
    assert said.json["due"].endswith(due)


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_law_and_every_right_is_explained(call: Call, language: str, regime: Regime, right: Right) -> None:
    said = call("--language", language, "deadline", "2026-11-20", "--regime", regime, "--right", right, "--extended")
    assert (said.code, said.err) == (0, "")


def test_without_a_seat_only_weekends_move_the_date(call: Call) -> None:
    said = call("deadline", "2026-11-25")
    assert "Answer due by 25 December 2026." in said.out
    assert "Only Saturdays and Sundays move the date" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2026-01-31", "--seat", "UK"), "Unknown seat: “UK”.\nDid you mean “GB”?\n"),
        (("2026-01-31", "--seat", "Irland"), "Unknown seat: “Irland”.\nDid you mean “IE”?\n"),
        (("2026-01-31", "--right", "acess"), "Unknown right: “acess”.\nDid you mean “access”?\n"),
        (("2026-01-31", "--regime", "us-cal"), "Unknown regime: “us-cal”.\nDid you mean “us-ca”?\n"),
        (("2026-01-31", "--regime", "mars"), "Unknown regime: “mars”.\nUse one of: eu, uk, ch, us-ca, br.\n"),
        (("9999-12-31",), "Deadlines are not worked out beyond the year 2098.\n"),
    ],
)
def test_wrong_names_are_refused_with_the_nearest(call: Call, arguments: tuple[str, ...], words: str) -> None:
    said = call("deadline", *arguments)
    assert (said.code, said.out, said.err) == (2, "", words)


@pytest.mark.parametrize("arguments", [(), ("31.01.2026",), ("2026-02-30",), ("2026-01-31", "--seat")])
def test_what_is_no_date_is_refused(call: Call, arguments: tuple[str, ...]) -> None:
    said = call("deadline", *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err


def test_an_unknown_seat_is_refused_in_french(call: Call) -> None:
    said = call("--language", "fr", "deadline", "2026-01-31", "--seat", "Irlandes")
    assert (said.code, said.out) == (2, "")
    assert "« Irlandes »".replace(" ", "\u202f") in said.err
    assert "IE" in said.err

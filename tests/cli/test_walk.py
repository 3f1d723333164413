"""`consentui walk --plain`: one control at a time, answered by numbers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest
import tomli_w

from consentui.bundled import data_folder
from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.outcomes import suitable_outcomes
from consentui.checklist.ways import routes_for
from consentui.journal.entries import Noted
from consentui.profile.session import open_session
from consentui.words.cards import card
from consentui.words.plain import card_text
from tests.builders import TODAY, a_control, a_platform, a_route, a_text
from tests.cli.conftest import Call

ORDERS = ["allow", "note", "undo", "stop"]


@pytest.fixture
def chirp(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an account on a platform of two switches, the first on two surfaces, the second its fallback."""
    first = a_control(route=(a_route("web"), a_route("ios")), fallback=("chirp/visibility",), minutes=1)
    second = a_control(id="visibility", title=a_text("Who sees it", "Qui le voit"), minutes=9)
    platforms = tmp_path / "knowledge" / "platforms"
    platforms.mkdir(parents=True)
    tree = msgspec.to_builtins(a_platform(first, second), builtin_types=(date,))
    (platforms / "chirp.toml").write_text(tomli_w.dumps(tree), encoding="utf-8")
    shutil.copy(data_folder() / "platforms" / "x.toml", platforms)
    monkeypatch.setattr("consentui.profile.bases.data_folder", lambda: platforms.parent)
    return call("account", "add", "chirp", "--handle", "@marie_l").out.strip()


def items() -> tuple[Item, ...]:
    return open_session().checklist.all_items()


def standings() -> dict[str, str]:
    return {item.control.id: str(item.standing) for item in items()}


def typed(*answers: str) -> str:
    """What a person types who gives these answers: numbers for outcomes and orders, the rest as it is."""
    return "".join(f"{_number(answer)}\n" for answer in answers)


def _number(answer: str) -> str:
    menu = [*(str(outcome) for outcome in suitable_outcomes(a_control())), *ORDERS]
    return str(menu.index(answer) + 1) if answer in menu else answer


def test_a_card_is_shown_as_kb_show_has_it_and_stop_leaves_everything_as_it_is(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("stop"))
    item = in_order(items())[0]
    shown = card(item.platform, item.control, routes_for(item.control, "GB"), TODAY)
    assert said.code == 0
    assert said.out.startswith(f"\nChirp · @marie_l\n{card_text(shown)}\n\n  1  switched off\n  2  it already was\n")
    assert "\n  5  later\n  6  I allow it\n  7  add a note\n  8  undo\n  9  stop\n" in said.out
    assert said.err == "Which number: Everything so far is saved.\n"
    assert standings() == {"training": "open", "visibility": "open"}


def test_a_whole_walk_with_a_failure_another_way_a_note_and_an_undo(call: Call, chirp: str) -> None:
    said = call(
        *("walk", "--plain"),
        typed=typed(
            *("note", "first try", "undo", "note", "second try"),
            *("not-found", "2", "y"),  # in the app; then another way
            *("switched-off", "1"),
            "allow",
        ),
    )
    assert said.code == 0
    assert said.out.count("Training on your chirps (on by default)") == 2
    assert "Where?\n  1  on the web\n  2  iPhone app\n" in said.out
    assert (
        "Other ways, in this order:\n"
        "  1. on the web\n"
        "  2. Who sees it\n"
        "  3. write to the company that answers for your data, and keep a copy\n"
    ) in said.out
    for words in ("Saved.", "Undone.", "Saved: not found.", "Saved: switched off.", "Saved: you allow it."):
        assert words in said.err
    assert said.err.endswith("Nothing is left to do.\n")
    assert standings() == {"training": "settled", "visibility": "allowed"}
    about = open_session().journal.ledger.about(chirp, "training")
    assert [(type(entry).__name__, getattr(entry, "surface", None)) for entry in about] == [
        ("Noted", None),
        ("Recorded", "ios"),
        ("Recorded", "web"),
    ]
    assert isinstance(about[0], Noted)
    assert about[0].note == "second try"


def test_after_a_failure_one_may_go_on_to_the_next_card(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("not-found", "1", "n", "switched-off"))
    assert said.code == 0
    assert standings() == {"training": "covered", "visibility": "settled"}
    assert said.err.endswith("Nothing is left to do.\n")


def test_what_failed_before_shows_its_other_ways_at_once(call: Call, chirp: str) -> None:
    call("record", chirp, "training", "not-found", "--surface", "web")
    said = call("walk", "--plain", typed=typed("stop"))
    assert "Other ways, in this order:\n  1. iPhone app\n" in said.out


def test_when_everything_failed_the_letter_is_left(call: Call, chirp: str) -> None:
    call("record", chirp, "training", "switched-off")
    said = call("walk", "--plain", typed=typed("not-found", "n"))
    assert "Another way:\n  1. write to the company" in said.out.replace("Other ways, in this order:\n", "")
    assert said.err.endswith("1 is left for later.\n")


def test_what_is_put_off_is_not_asked_for_again_and_is_not_said_to_be_done(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("later", "later"))
    assert said.code == 0
    assert said.err.endswith("2 are left for later.\n")
    assert standings() == {"training": "postponed", "visibility": "postponed"}


def test_undo_takes_back_what_was_said_on_the_card_before(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("switched-off", "1", "undo", "later"))
    assert "Undone." in said.err
    assert said.err.endswith("2 are left for later.\n")
    assert standings() == {"training": "open", "visibility": "postponed"}


def test_undo_with_nothing_to_undo_says_so(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("undo", "undo", "stop"))
    assert "Undone." in said.err
    assert "There is nothing to undo." in said.err


def test_a_number_that_is_not_there_is_asked_for_again(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("0", "99", "many", "stop"))
    assert said.code == 0
    assert said.err.count("Which number") == 4


@pytest.mark.parametrize("answers", [[], ["note"], ["switched-off"], ["not-found", "1"]])
def test_when_nothing_more_is_typed_it_ends_and_what_was_said_is_kept(
    call: Call, chirp: str, answers: list[str]
) -> None:
    said = call("walk", "--plain", typed=typed(*answers))
    assert said.code == 130
    assert said.err.endswith("Stopped.\n")
    assert standings()["training"] == ("blocked" if len(answers) == 2 else "open")


@pytest.mark.parametrize("which", ["id", "@marie_l", "chirp"])
def test_one_account_may_be_walked(call: Call, chirp: str, which: str) -> None:
    call("account", "add", "x")
    said = call("walk", chirp if which == "id" else which, "--plain", typed=typed("later", "later"))
    assert said.code == 0
    assert said.err.endswith("2 are left for later.\n")
    assert {item.standing for item in items() if item.platform.id == "x"} == {"open"}


def test_a_note_with_control_characters_is_kept_without_them(call: Call, chirp: str) -> None:
    call("walk", "--plain", typed=typed("note", "\x1b[31m[/red] `x`", "stop"))
    (noted,) = open_session().journal.ledger.about(chirp, "training")
    assert isinstance(noted, Noted)
    assert noted.note == "[31m[/red] `x`"


def test_without_accounts_a_walk_says_how_to_begin(call: Call) -> None:
    said = call("walk", "--plain")
    assert (said.code, said.out) == (0, "")
    assert said.err == "There is no account yet: “consentui account add PLATFORM” adds one.\n"


def test_an_unknown_account_is_refused(call: Call, chirp: str) -> None:
    said = call("walk", "@marie_x", "--plain")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean “@marie_l”?" in said.err


def test_a_walk_in_the_interface_begins_with_the_account_named(
    call: Call, chirp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str | None]] = []

    def opened(profile: str, walk: str | None = None) -> int:
        asked.append((profile, walk))
        return 0

    monkeypatch.setattr("consentui.cli.walk.open_interface", opened)
    assert call("walk", chirp).code == 0
    assert call("--profile", "work", "walk").code == 0
    assert asked == [("default", chirp), ("work", "")]


@pytest.mark.parametrize("platform", ["facebook", "chatgpt", "own-website"])
def test_the_cards_of_a_real_platform_can_all_be_passed(call: Call, platform: str) -> None:
    call("account", "add", platform)
    todo = in_order(items())
    answers = [str(len(suitable_outcomes(item.control))) for item in todo]  # later, the last of them
    said = call("walk", "--plain", typed="".join(f"{answer}\n" for answer in answers))
    assert said.code == 0
    assert [item.standing for item in in_order(items())] == ["postponed"] * len(todo)
    assert [item.control.title.en for item in todo if item.control.title.en not in said.out] == []


def test_the_walk_is_in_french(call: Call, chirp: str) -> None:
    said = call("--language", "fr", "walk", "--plain", typed=typed("stop"))
    assert "Entraînement sur vos pépiements" in said.out
    assert "switched off" not in said.out

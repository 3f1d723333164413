"""`consentui walk --plain`: one short control at a time, answered with the letters of the interface."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest
import tomli_w
from textual.binding import Binding

from consentui.bundled import data_folder
from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.ways import routes_for
from consentui.cli.walk_letters import COMMANDS
from consentui.journal.entries import Noted
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from consentui.words.cards import card
from consentui.words.outcome_keys import OUTCOME_KEYS
from consentui.words.plain import card_text
from tests.builders import TODAY, a_control, a_platform, a_route, a_text
from tests.cli.conftest import Call, Said

LETTERS = {
    "switched-off": "d",
    "already": "j",
    "not-found": "n",
    "later": "p",
    "allow": "v",
    "note": "z",
    "undo": "u",
    "stop": "q",
}


@pytest.fixture
def chirp(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an account on a platform with two switches: the first has two surfaces, the second is its fallback."""
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
    """The lines typed for these answers: letters for outcomes and orders, anything else as it is."""
    return "".join(f"{LETTERS.get(answer, answer)}\n" for answer in answers)


def heard(said: Said) -> list[str]:
    """The questions that were asked at cards."""
    return re.findall(r"d [^:?]+\?\u202f?: ", said.err)


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_x_is_read_in_at_most_twenty_answers_and_nine_hundred_words(call: Call, account: str, spoken: str) -> None:
    todo = len(in_order(items()))
    said = call("--language", spoken, "walk", "--plain", typed="d\n" * 20)
    words = len(said.out.split()) + len(said.err.split())
    assert (said.code, [item for item in items() if item.is_open]) == (0, [])
    assert len(heard(said)) == todo <= 20
    assert words <= 900


@pytest.mark.parametrize("platform", ["x", "facebook", "linkedin", "chatgpt"])
@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_every_fact_and_every_question_is_one_line_without_boxes(call: Call, platform: str, spoken: str) -> None:
    call("account", "add", platform)
    said = call("--language", spoken, "walk", "--plain", typed="p\n" * 60)
    assert said.code == 0
    assert not re.search("[\u2500-\u259f]|\x1b", said.out + said.err)
    assert all(line.count(": ") <= 2 for line in said.err.splitlines() if line.startswith("d "))


def test_a_short_card_says_what_where_and_how_and_stop_leaves_everything_as_it_is(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("stop"))
    assert said.code == 0
    assert said.out == (
        "2 to do, about 10 min.\n"
        "Facts checked since 2 October 2026.\n"
        "Answer with a letter: d done, j it already was, n not found, v I allow it, p later, ? all.\n"
        "\n"
        "Chirp · @marie_l\n"
        "1 of 2. Training on your chirps (on by default)\n"
        "On the web: Settings, Privacy\n"
        "Look for “Train our models”\n"
        "https://chirp.example/web\n"
    )
    assert said.err == "d switched off, m more, ?: Everything so far is saved.\n"
    assert standings() == {"training": "open", "visibility": "open"}


@pytest.mark.parametrize("word", ["m", "M", "more"])
def test_more_says_the_whole_card_and_asks_again(call: Call, chirp: str, word: str) -> None:
    said = call("walk", "--plain", typed=typed(word, "stop"))
    item = in_order(items())[0]
    shown = card(item.platform, item.control, routes_for(item.control, "GB"), TODAY)
    assert card_text(shown) in said.out
    assert len(heard(said)) == 2


def test_words_are_taken_as_letters_are_in_the_language_spoken(call: Call, chirp: str) -> None:
    assert call("walk", "--plain", typed=typed("Switched off", "not-found", "", "q")).code == 0
    assert [item.standing for item in items()] == ["settled", "blocked"]
    call("undo")
    call("undo")
    call("--language", "fr", "walk", "--plain", typed=typed("désactivé", "arrêter"))
    assert standings() == {"training": "open", "visibility": "settled"}  # the walk resumed at the second


def test_the_letters_are_those_of_the_interface() -> None:
    from consentui.tui.walk.walk import Walk

    ours = {one.key: one.name for one in OUTCOME_KEYS} | {key: name for name, (key, _word) in COMMANDS.items()}
    theirs = {
        binding.key: str(binding.id).removeprefix("walk.").replace("done", "success")
        for binding in Walk.BINDINGS
        if isinstance(binding, Binding)
    }
    other = {"note", "way", "back"}  # here m means more, and arrows cannot be typed
    assert {key: name for key, name in theirs.items() if name in ours.values() and name not in other}.items() <= (
        ours.items()
    )


def test_a_question_mark_lists_the_letters_that_work_here(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("?", "stop"))
    for line in ("d  switched off", "n  not found", "v  I allow it", "m  more", "w  write", "u  undo", "q  stop"):
        assert f"\n{line}\n" in said.out
    assert "refused by the platform" not in said.out


def test_keys_that_the_person_gave_to_actions_are_typed_here_too(call: Call, chirp: str) -> None:
    file = profile_folders().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[keys]\n"walk.done" = "b,1"\n"walk.not-found" = "f6"\n"help" = "full_stop"\n', encoding="utf-8")
    said = call("walk", "--plain", typed=typed(".", "d", "1", "stop"))
    assert "Answer with a letter: b done, j it already was, n not found, v I allow it, p later, . all.\n" in said.out
    assert "\nb, 1  switched off\n" in said.out
    assert "\nn  not found\n" in said.out
    assert "“d” is not an answer here; . lists the letters.\n" in said.err
    assert "settled" in standings().values()


@pytest.mark.parametrize("word", ["0", "99", "many", "r"])
def test_what_is_no_answer_is_said_and_asked_for_again(call: Call, chirp: str, word: str) -> None:
    said = call("walk", "--plain", typed=typed(word, "stop"))
    assert f"“{word}” is not an answer here; ? lists the letters.\n" in said.err
    assert len(heard(said)) == 2


def test_enter_alone_goes_on_and_writes_nothing_down(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed="\n\n")
    assert said.code == 0
    assert said.err.endswith("2 are left for later.\n")
    assert standings() == {"training": "open", "visibility": "open"}


def test_a_whole_walk_with_a_failure_another_way_a_note_and_an_undo(call: Call, chirp: str) -> None:
    said = call(
        *("walk", "--plain"),
        typed=typed(
            *("note", "first try", "undo", "note", "second try"),
            *("a", "not-found", "1"),  # turn to the app, fail there, choose the first way on
            "switched-off",
            "allow",
        ),
    )
    assert said.code == 0
    assert said.out.count("Training on your chirps (on by default)") == 1
    assert (
        "Not found (iPhone app). Try, in this order:\n"
        "1. On the web: Settings › Privacy\n"
        "2. Who sees it\n"
        "3. Write to the company responsible for your data\n"
    ) in said.out
    for words in ("Saved.", "Undone: ", "Saved: not found.", "Saved: switched off.", "Saved: you allow it."):
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
    said = call("walk", "--plain", typed=typed("not-found", "", "switched-off"))
    assert said.code == 0
    assert standings() == {"training": "covered", "visibility": "settled"}
    assert said.err.endswith("Nothing is left to do.\n")


def test_another_control_is_gone_to_by_its_number(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("not-found", "9", "2", "switched-off"))
    assert "There is no number 9 here." in said.err
    assert standings() == {"training": "covered", "visibility": "settled"}


def test_a_number_of_thousands_of_digits_is_none_of_those_here(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("not-found", "9" * 5000, "stop"))
    assert said.code == 0
    assert "There is no number 9999… here." in said.err


def test_what_failed_before_shows_its_other_ways_at_once(call: Call, chirp: str) -> None:
    call("record", chirp, "training", "not-found", "--surface", "web")
    said = call("walk", "--plain", typed=typed("stop"))
    assert "Try, in this order:\n1. iPhone app: Settings › Privacy\n" in said.out


def test_when_everything_failed_the_letter_is_left(call: Call, chirp: str) -> None:
    call("record", chirp, "training", "switched-off")
    said = call("walk", "--plain", typed=typed("not-found", ""))
    assert "Try, in this order:\n1. Write to the company" in said.out
    assert said.err.endswith("1 is left for later.\n")


@pytest.mark.parametrize("way", ["w", "write", "5"])
def test_the_way_on_to_a_letter_begins_one_once_that_is_agreed(call: Call, account: str, way: str) -> None:
    said = call("walk", "--plain", typed=typed("not-found", way, "n", way, "y", way, "stop"))
    (case,) = open_session().requests.cases()
    assert (case.opened.account, case.opened.control) == (account, "grok-training")
    assert said.err.count("Start this letter: objection to AI training, Art. 21(1) UK GDPR?") == 2
    assert said.err.count(f"“consentui letter {case.reference}” shows the letter.") == 2
    assert f"“consentui request sent {case.reference}”" in said.err


def test_what_is_put_off_is_not_asked_for_again_and_is_not_said_to_be_done(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("later", "later"))
    assert said.code == 0
    assert said.err.endswith("2 are left for later.\n")
    assert standings() == {"training": "postponed", "visibility": "postponed"}


def test_undo_takes_back_what_was_said_on_the_card_before_and_comes_back_to_it(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("switched-off", "undo", "allow", "later"))
    assert "Undone: " in said.err
    assert said.out.count("1 of 2. Training") == 2
    assert said.err.endswith("1 is left for later.\n")
    assert standings() == {"training": "allowed", "visibility": "postponed"}


def test_what_was_written_before_the_walk_is_undone_only_once_that_is_agreed(call: Call, chirp: str) -> None:
    call("record", chirp, "training", "switched-off")
    assert "Undo this? " in call("walk", "--plain", typed=typed("undo", "n", "stop")).err
    assert standings()["training"] == "settled"
    said = call("walk", "--plain", typed=typed("undo", "y", "U", "stop"))
    assert "Redone: " in said.err
    assert standings()["training"] == "settled"


def test_undo_with_nothing_to_undo_says_so(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("undo", "y", "undo", "stop"))
    assert said.code in {0, 130}
    assert "Undone: " in said.err


def test_back_is_the_card_before_and_what_was_left_for_it_comes_again(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("", "<", "switched-off", "later"))
    assert re.findall(r"(?m)^(\d) of 2\.", said.out) == ["1", "2", "1", "2"]
    assert standings() == {"training": "settled", "visibility": "postponed"}


def test_one_comes_back_to_the_card_where_one_was(call: Call, chirp: str) -> None:
    call("walk", "--plain", typed=typed("", "stop"))
    said = call("walk", "--plain", typed=typed("switched-off", "stop"))
    assert "Back where you were.\n" in said.out
    assert re.findall(r"(?m)^(\d) of 2\.", said.out) == ["2", "1"]
    assert standings() == {"training": "open", "visibility": "settled"}


def test_a_surface_that_was_turned_to_is_kept_and_recorded(call: Call, chirp: str) -> None:
    said = call("walk", "--plain", typed=typed("a", "a", "a", "switched-off", "a", "stop"))
    assert said.out.count("iPhone app: Settings, Privacy\n") == 2
    assert "No other way is known." in said.err
    (entry,) = open_session().journal.ledger.about(chirp, "training")
    assert getattr(entry, "surface", None) == "ios"


def test_menu_steps_that_were_just_said_are_not_said_again(call: Call, account: str) -> None:
    said = call("walk", "--plain", typed="\n" * 20)
    assert said.out.count("More, Settings and privacy, Privacy and safety, Data sharing") <= 2
    assert "On the web, from “Data sharing and personalization”: Ads preferences\n" in said.out


@pytest.mark.parametrize(("letter", "words"), [("s", "Chirp Help Center"), ("y", "Score"), ("g", "Chirp (chirp)")])
def test_sources_reasons_and_the_platform_are_one_letter_away(call: Call, chirp: str, letter: str, words: str) -> None:
    assert words in call("walk", "--plain", typed=typed(letter, "stop")).out


def test_a_proof_is_attached_and_a_file_that_is_not_there_is_said(call: Call, chirp: str, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    shot.write_bytes(b"\x89PNG\r\n\x1a\n")
    call("walk", "--plain", typed=typed("t", str(tmp_path / "none.png"), "t", str(shot), "stop"))
    assert [proof.name for proof in open_session().proofs.about(chirp, "training")] == ["shot.png"]


@pytest.mark.parametrize("answers", [[], ["note"], ["not-found"]])
def test_when_nothing_more_is_typed_it_ends_and_what_was_said_is_kept(
    call: Call, chirp: str, answers: list[str]
) -> None:
    said = call("walk", "--plain", typed=typed(*answers))
    assert said.code == 130
    assert said.err.endswith("Stopped.\n")
    assert standings()["training"] == ("blocked" if "not-found" in answers else "open")


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
    assert said.err == (
        "There is no account yet: “consentui account add PLATFORM” adds one.\n"
        "“consentui kb list” lists the platforms. For X: “consentui account add x --handle @NAME”.\n"
    )


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
    assert call("--profile", "work", "--new", "walk").code == 0
    assert asked == [("default", chirp), ("work", "")]


@pytest.mark.parametrize("platform", ["facebook", "chatgpt", "own-website"])
def test_the_cards_of_a_real_platform_can_all_be_passed(call: Call, platform: str) -> None:
    call("account", "add", platform)
    todo = in_order(items())
    said = call("walk", "--plain", typed="p\n" * len(todo))
    assert said.code == 0
    assert [item.standing for item in in_order(items())] == ["postponed"] * len(todo)
    assert [item.control.title.en for item in todo if item.control.title.en not in said.out] == []


def test_the_walk_is_in_french(call: Call, chirp: str) -> None:
    said = call("--language", "fr", "walk", "--plain", typed=typed("m", "?", "stop"))
    assert "Entraînement sur vos pépiements" in said.out
    assert not re.search(r"\b(the|switched|more|write|back|letters|found)\b", said.out + said.err)

"""The walk: cards, outcomes, what follows a failure, and resuming."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consentui.checklist.outcomes import suitable_outcomes
from consentui.checklist.standing import Standing
from consentui.errors import UsageError
from consentui.i18n import Language
from consentui.journal.entries import Decided, Decision, Noted, Outcome, Recorded
from consentui.profile.memory import read_place
from consentui.profile.session import Session, open_session
from consentui.tui.shared.qr import qr_text
from consentui.tui.walk.moved import MovedSheet
from consentui.tui.walk.opening import open_walk
from consentui.tui.walk.outcome_keys import OUTCOME_BINDINGS
from consentui.tui.walk.walk import Walk
from consentui.words.outcome_keys import outcome_of
from consentui.words.priority import why_lines
from tests.builders import a_control, a_route
from tests.tui.driving import Driver, opened

FORM = ("instagram-9t4w", "ai-objection")
"""An objection form, the first thing to do in the demonstration."""
SWITCH = ("meta-3h6x", "off-meta-activity")
"""A switch."""


async def open_card(it: Driver, account: str, control: str) -> None:
    # A person gets here by a key, which clears the message about resuming.
    it.app.saying = ""
    open_walk(it.app, it.app.session.journal.ledger.accounts[account], control)
    await it.settled()
    assert isinstance(it.app.screen, Walk)


def standing(account: str, control: str) -> Standing:
    """The standing of a control, read anew from the journal."""
    session = open_session()
    [item] = [
        item for item in session.checklist.items(session.journal.ledger.accounts[account]) if item.control.id == control
    ]
    return item.standing


def last_entry() -> object:
    return open_session().journal.entries[-1]


def title(session: Session, account: str, control: str) -> str:
    return session.accounts.control(session.journal.ledger.accounts[account], control).title.en


# What is seen


async def test_a_card_says_what_it_is_where_to_go_and_what_it_stops(demo: Session) -> None:
    async with opened(demo, (100, 60)) as it:
        await open_card(it, *FORM)
        for words in ("Object to AI training on your Instagram data", "https://help.instagram.com/contact/", "FORM"):
            assert words in it.text
        for words in ("Covers", "Does not cover", "Proof"):
            assert words in it.text


async def test_the_place_and_what_is_left_stand_on_top(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        assert "1 of 6" in it.text.split("\n")[0]
        assert "4 left, about 17 min" in it.text.split("\n")[0]


async def test_what_was_recorded_stands_on_the_card(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, "x-7k3f", "grok-training")
        assert "Settled: switched off (on the web), 18 days ago, said by you." in it.text


async def test_the_arrows_turn_to_another_way_and_round(demo: Session) -> None:
    async with opened(demo, (100, 60)) as it:
        await open_card(it, *FORM)
        ways = [it.text]
        for _way in range(4):
            await it.press("right")
            ways.append(it.text)
        assert len(set(ways[:4])) == 4
        assert ways[4] == ways[0]
        await it.press("left")
        assert it.text == ways[3]


async def test_the_surface_that_is_shown_is_the_one_recorded(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("right", "right", "d")
    entry = last_entry()
    assert isinstance(entry, Recorded)
    assert (entry.outcome, entry.surface) == (Outcome.SENT, "ios")


async def test_tab_looks_at_the_next_card_without_a_word_to_the_journal(demo: Session) -> None:
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await open_card(it, *FORM)
        first = it.text
        await it.press("tab")
        assert "2 of 6" in it.text
        await it.press("shift+tab")
        assert it.text.split("\n")[:12] == first.split("\n")[:12]
        await it.press("shift+tab")
        assert "6 of 6" in it.text
    assert len(open_session().journal.entries) == before


# Saying what happened


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("d", Outcome.SENT),
        ("j", Outcome.ALREADY),
        ("e", Outcome.CONFIRMED),
        ("n", Outcome.NOT_FOUND),
        ("x", Outcome.NOT_OFFERED),
        ("f", Outcome.FORM_UNAVAILABLE),
        ("r", Outcome.REFUSED),
        ("p", Outcome.LATER),
    ],
)
async def test_each_key_records_what_it_says(demo: Session, key: str, outcome: Outcome) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press(key)
        assert it.said.startswith("Saved: ")
        assert title(demo, *FORM) in it.said
    entry = last_entry()
    assert isinstance(entry, Recorded)
    assert (entry.account, entry.control, entry.outcome) == (*FORM, outcome)


@pytest.mark.parametrize("key", ["e", "f", "r"])
async def test_a_key_that_does_not_suit_a_switch_does_nothing(demo: Session, key: str) -> None:
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await open_card(it, *SWITCH)
        shown = it.text
        await it.press(key)
        assert it.text == shown
    assert len(open_session().journal.entries) == before


async def test_only_the_keys_that_suit_are_shown(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        on_a_form = it.keys
        await it.press("escape")
        await open_card(it, *SWITCH)
        on_a_switch = it.keys
    assert {"walk.confirmed", "walk.form-unavailable", "walk.refused"} <= on_a_form.keys()
    assert not {"walk.confirmed", "walk.form-unavailable", "walk.refused"} & on_a_switch.keys()
    assert (on_a_form["walk.done"], on_a_switch["walk.done"]) == ("sent", "switched off")


def test_the_keys_record_all_that_suits_a_control_and_nothing_else() -> None:
    names = [binding.action.split("'")[1] for binding in OUTCOME_BINDINGS if binding.action.startswith("outcome")]
    for control in (
        a_control(),
        a_control(desired="on"),
        a_control(desired="chosen"),
        a_control(desired="done"),
        a_control(kind="objection-form", desired="objected", route=(a_route("form"),)),
        a_control(kind="request", desired="sent", route=(a_route("email"),)),
    ):
        assert {outcome_of(name, control) for name in names} - {None} == set(suitable_outcomes(control))


def test_the_keys_of_the_outcomes_are_single_letters_each_its_own() -> None:
    keys = [binding.key for binding in OUTCOME_BINDINGS]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 and key.isalpha() for key in keys)


async def test_after_an_outcome_the_next_open_card_comes(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("d")
        assert "2 of 6" in it.text
        assert "3 left" in it.text


async def test_allowing_is_a_decision_that_settles(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("v")
        assert "2 of 6" in it.text
    entry = last_entry()
    assert isinstance(entry, Decided)
    assert entry.decision is Decision.ALLOW
    assert standing(*FORM) is Standing.ALLOWED


async def test_what_is_put_off_is_not_asked_again_in_this_walk(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        count = len([item for item in demo.checklist.items(demo.journal.ledger.accounts[FORM[0]]) if item.is_open])
        for _card in range(count):
            await it.press("p")
        assert type(it.app.screen).__name__ == "Home"
        assert f"{count} are left for later." in it.said
    assert standing(*FORM) is Standing.POSTPONED


async def test_the_last_outcome_of_an_account_leads_home_and_says_so(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        for _card in range(4):
            await it.press("j" if "walk.already" in it.keys else "d")
        assert type(it.app.screen).__name__ == "Home"
        assert "Nothing is left to do here." in it.said
        assert "Instagram · @atelier.ml" in it.said


async def test_undo_brings_a_card_back_to_the_things_to_do(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("d", "u")
        assert it.said.startswith("Undone: Instagram @atelier.ml, Object to AI training")
        assert "4 left" in it.text
    assert standing(*FORM) is Standing.OPEN


# When it fails


@pytest.mark.parametrize("key", ["n", "x", "f", "r"])
async def test_a_failure_turns_the_card_to_the_ways_that_remain(demo: Session, key: str) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press(key)
        assert "Try, in this order:" in it.text
        assert it.options[0].startswith("On the web: ")
        assert it.options[-1] == "Write to the company responsible for your data"
        assert it.app.focused is it.rows
    assert standing(*FORM) is Standing.BLOCKED


async def test_a_way_that_failed_is_no_longer_offered(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n")
        before = it.options
        await it.press("enter")
        await it.press("n")
        assert it.options == before[1:]


async def test_enter_on_a_surface_shows_it_on_the_card(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n", "down", "enter")
        assert "IPHONE APP" in it.text
        await it.press("d")
    entry = last_entry()
    assert isinstance(entry, Recorded)
    assert entry.surface == "ios"


async def test_on_the_back_of_a_card_no_outcome_is_recorded_by_mistake(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n")
        before = len(demo.journal.entries)
        await it.press("d", "j", "e", "n", "x", "f", "r", "right", "left", "o", "c", "k", "s")
        assert "Try, in this order:" in it.text
        assert len(demo.journal.entries) == before


async def test_from_the_back_of_a_card_one_can_put_it_off_or_allow_it(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n", "p")
        assert "2 of 6" in it.text
        assert standing(*FORM) is Standing.BLOCKED
        await it.press("shift+tab")
        assert "Try, in this order:" in it.text
        await it.press("v")
        assert standing(*FORM) is Standing.ALLOWED


async def test_undoing_a_failure_turns_the_card_back(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n", "u")
        assert "Try, in this order:" not in it.text
        assert "FORM" in it.text
        await it.press("d")
    assert standing(*FORM) is Standing.WAITING


async def test_escape_turns_to_the_front_first_and_leaves_then(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n", "escape")
        assert "FORM" in it.text
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Home"


async def test_a_fallback_leads_to_the_account_that_holds_it(demo: Session) -> None:
    count = len(demo.accounts)
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n")
        await it.choose(it.ids[it.options.index(title(demo, "meta-3h6x", "ai-objection"))])
        assert it.text.lstrip().startswith("Meta (Accounts Center)")
        assert title(demo, "meta-3h6x", "ai-objection") in it.text
        await it.press("d")
    assert standing("meta-3h6x", "ai-objection") is Standing.WAITING
    assert len(open_session().accounts) == count


async def test_the_account_that_holds_a_fallback_is_added_when_it_is_missing(session: Session) -> None:
    instagram = session.accounts.add(session.knowledge.platform("instagram"), "@marie")
    async with opened(session) as it:
        await open_card(it, instagram.id, "ai-objection")
        await it.press("n")
        ways = it.options
        assert "Object to Meta training its AI on your data" in ways
        await it.choose(it.ids[ways.index("Object to Meta training its AI on your data")])
        assert it.text.lstrip().startswith("Meta (Accounts Center)")
        assert it.said == "Added to your accounts: Meta (Accounts Center)."
    assert [account.platform for account in open_session().accounts] == ["instagram", "meta"]


async def test_a_fallback_on_the_same_account_is_shown_at_once(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n")
        await it.choose(it.ids[it.options.index("Make the account private")])
        assert it.text.lstrip().startswith("Instagram · @atelier.ml")
        assert "Make the account private" in it.text
        await it.press("d")
    assert standing(FORM[0], "private-account") is Standing.SETTLED


async def test_what_settles_another_way_covers_what_failed(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n")
        await it.choose(it.ids[it.options.index("Make the account private")])
        await it.press("d")
    assert standing(*FORM) is Standing.COVERED


async def test_the_last_way_is_a_letter(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("n", "end", "enter")
        assert type(it.app.screen).__name__ == "Compose"


async def test_a_card_that_failed_before_opens_on_its_back(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, "facebook-5c1d", "ai-objection")
        assert "Form unavailable. Try, in this order:" in it.text


# Coming and going


async def test_coming_back_lands_on_the_card_that_was_left(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *SWITCH)
        await it.press("tab")
        left = it.text
    async with opened(open_session()) as it:
        await it.press("enter")
        shown = [line for line in it.text.split("\n") if line.strip()]
        assert [line for line in left.split("\n") if line.strip()][2] == shown[2]
    place = read_place(demo.folders.state)
    assert place is not None
    assert place.account == SWITCH[0]


async def test_a_note_is_saved_at_once_and_apart_from_any_outcome(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("m")
        await it.type("Object to Your Information")
        await it.press("enter")
        await it.type("asked for a code")
        await it.press("enter")
        assert it.said == "The note is saved."
        assert "1 of 6" in it.text
    entry = last_entry()
    assert isinstance(entry, Noted)
    assert (entry.control, entry.seen, entry.note) == (FORM[1], "Object to Your Information", "asked for a code")
    assert standing(*FORM) is Standing.OPEN


async def test_a_label_alone_is_saved_with_ctrl_s(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("m")
        await it.type("seen")
        await it.press("ctrl+s")
    entry = last_entry()
    assert isinstance(entry, Noted)
    assert (entry.seen, entry.note) == ("seen", "")


@pytest.mark.parametrize("keys", [("escape",), ("enter", "enter"), ("space", "ctrl+s")])
async def test_an_empty_note_is_no_note(demo: Session, keys: tuple[str, ...]) -> None:
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("m", *keys)
        assert isinstance(it.app.screen, Walk)
        assert it.said == ""
    assert len(open_session().journal.entries) == before


async def test_letters_typed_in_a_note_are_no_outcomes(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("m", *"dnxq", "ctrl+s")
    entry = last_entry()
    assert isinstance(entry, Noted)
    assert entry.seen == "dnxq"


async def test_the_link_is_sent_to_the_clipboard(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("c")
        assert it.said == "Sent to the terminal’s clipboard."
        assert it.app.clipboard.startswith("https://help.instagram.com/contact/")


async def test_opening_says_that_the_browser_was_asked(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    urls: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda url, **_options: urls.append(url))
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("o")
        assert it.said == "The browser was asked to open it."
    assert [url.startswith("https://help.instagram.com/contact/") for url in urls] == [True]


async def test_a_card_with_one_way_has_no_other_to_turn_to(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, "x-7k3f", "third-party-collaborators")
        assert "walk.way" not in it.keys
        shown = it.text
        await it.press("right")
        assert it.text == shown


async def test_a_walk_that_has_nothing_to_do_is_not_opened(session: Session) -> None:
    async with opened(session) as it:
        open_walk(it.app)
        assert it.said == "There is no account yet: add the first one."


async def test_undoing_the_account_itself_leaves_its_walk(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "@only")
    async with opened(session) as it:
        await open_card(it, account.id, "grok-training")
        await it.press("u", "enter")
        assert type(it.app.screen).__name__ == "Home"
        assert "@only" not in it.text.split("\n", 1)[1].rsplit("─", 1)[0].split("Undone")[0]


async def test_an_error_is_shown_and_the_card_stays(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise UsageError("This cannot be.", "It is so.", "Do that.")

    async with opened(demo) as it:
        await open_card(it, *FORM)
        monkeypatch.setattr(demo.checklist, "record", refused)
        await it.press("d")
        assert it.toasts == ["This cannot be.\nIt is so.\nDo that."]
        assert "1 of 6" in it.text
        assert it.said == ""


async def test_a_french_card_names_the_outcome_in_french(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr")) as it:
        await open_card(it, *FORM)
        assert it.keys["walk.done"] == "envoyé"
        await it.press("d")
        assert it.said.startswith("Enregistré")


# It has moved, and why it comes here


def issue(session: Session, name: str) -> Path:
    return session.folders.data / "issues" / f"{name}-2026-11-21.md"


async def test_a_ready_issue_is_written_to_a_file_and_shown_with_its_place(demo: Session) -> None:
    path = issue(demo, "x-grok-training")
    async with opened(demo, (140, 60)) as it:
        await open_card(it, "x-7k3f", "grok-training")
        await it.press("b", "ctrl+s")
        written = path.read_text(encoding="utf-8")
        shown = "".join(it.sheet.split())
        assert shown.startswith("Thereportiswritten")
        assert "".join(str(path).split()) in shown
        assert "".join(written.split()) in shown
        await it.press("escape")
        assert isinstance(it.app.screen, Walk)
    assert "- Control: x/grok-training\n" in written
    assert "- Where: on the web\n" in written
    assert "- Country: IE\n" in written
    assert "- Label seen: Permettre l’utilisation de vos données publiques…\n" in written
    assert "marie" not in written.casefold()
    assert "7k3f" not in written
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (160, 45)])
async def test_a_way_that_remains_takes_two_lines_at_most_so_that_the_letter_is_in_sight(
    demo_in: Callable[[Language], Session], size: tuple[int, int]
) -> None:
    async with opened(demo_in("fr"), size) as it:
        await open_card(it, *FORM)
        await it.press("n")
        assert all(one.count("\n") < 2 for one in it.options)
        assert "Centre de confidentialité" in " ".join(" ".join(it.options).split())
        if size >= (80, 24):
            assert it.options[-1] in it.text


async def test_a_report_says_who_may_want_it_and_gives_what_was_seen_as_a_code(demo: Session) -> None:
    async with opened(demo, (160, 45)) as it:
        await open_card(it, "x-7k3f", "grok-training")
        await it.press("b", "ctrl+s")
        assert "has no address of its own" in it.sheet
        await it.press("k")
        await it.reached("QrCode")
        assert "- Control: x/grok-training" in it.sheet
        assert "▄" in it.sheet


async def test_a_code_that_does_not_fit_is_not_drawn_and_that_is_said(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await open_card(it, "x-7k3f", "grok-training")
        await it.press("b", "ctrl+s", "k")
        assert it.said == "The code does not fit into this window: copy the report, or make the window larger."


async def test_the_issue_names_the_surface_that_is_looked_at(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("right", "right", "b", "ctrl+s")
    assert "- Where: iPhone app\n" in issue(demo, "instagram-ai-objection").read_text(encoding="utf-8")


async def test_an_issue_of_the_same_day_is_written_anew(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, "x-7k3f", "grok-training")
        await it.press("b", "ctrl+s", "escape")
        first = issue(demo, "x-grok-training").read_text(encoding="utf-8")
        account = demo.journal.ledger.accounts["x-7k3f"]
        demo.checklist.note(
            account, demo.accounts.control(account, "grok-training"), "", seen="Another label\n# and more"
        )
        await it.press("b", "ctrl+s")
        assert it.toasts == []
    again = issue(demo, "x-grok-training").read_text(encoding="utf-8")
    assert again.replace("Another label # and more", "Permettre l’utilisation de vos données publiques…") == first


async def test_an_issue_leaves_the_journal_alone(demo: Session) -> None:
    before = demo.folders.journal.read_bytes()
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("b", "ctrl+s", "escape")
    assert demo.folders.journal.read_bytes() == before


async def test_an_issue_that_cannot_be_written_is_told_and_nothing_is_shown_as_written(demo: Session) -> None:
    (demo.folders.data / "issues").write_text("in the way", encoding="utf-8")
    async with opened(demo) as it:
        await open_card(it, *FORM)
        await it.press("b", "ctrl+s")
        assert [toast.splitlines()[0] for toast in it.toasts] == ["The file could not be written."]
        assert isinstance(it.app.screen, MovedSheet)


async def test_what_only_the_person_sees_is_asked_for_and_the_issue_can_be_copied(demo: Session) -> None:
    async with opened(demo, (120, 50)) as it:
        await open_card(it, *FORM)
        await it.press("b")
        await it.type("Object to training")
        await it.press("enter")
        await it.type("Menu › Privacy")
        await it.press("enter", "enter", "c")
        assert it.said == "Sent to the terminal’s clipboard."
        assert "- Menu steps seen: Menu › Privacy\n" in it.app.clipboard
    written = issue(demo, "instagram-ai-objection").read_text(encoding="utf-8")
    assert it.app.clipboard == written
    for line in ("- Label seen: Object to training", "- Language of the screen: English"):
        assert line in written.splitlines()


@pytest.mark.parametrize("card", [FORM, SWITCH, ("x-7k3f", "grok-training")])
async def test_why_a_card_comes_where_it_comes_is_told_line_by_line(demo: Session, card: tuple[str, str]) -> None:
    async with opened(demo, (100, 50)) as it:
        await open_card(it, *card)
        await it.press("y")
        heading, _gap, *rest = it.sheet.strip().splitlines()
        assert heading.strip() == "Why this comes here"
        expected = list(why_lines(demo.accounts.control(demo.journal.ledger.accounts[card[0]], card[1])))
        assert [line.strip() for line in rest][: len(expected)] == expected
        await it.press("escape")
        assert isinstance(it.app.screen, Walk)


async def test_issue_and_reasons_come_from_the_back_of_a_card_too(demo: Session) -> None:
    async with opened(demo) as it:
        await open_card(it, *SWITCH)
        await it.press("n", "b")
        assert type(it.app.screen).__name__ == "MovedSheet"
        await it.press("escape", "y")
        assert "Why this comes here" in it.sheet


async def test_issue_and_reasons_are_french_in_french(demo_in: Callable[[Language], Session]) -> None:
    session = demo_in("fr")
    async with opened(session, (100, 50)) as it:
        await open_card(it, *FORM)
        await it.press("b", "ctrl+s", "escape", "y")
        assert next(why_lines(session.accounts.control(session.journal.ledger.accounts[FORM[0]], FORM[1]))) in it.sheet
    written = issue(session, "instagram-ai-objection").read_text(encoding="utf-8")
    assert "- Réglage\u202f: instagram/ai-objection\n" in written
    assert "- Pays\u202f: FR\n" in written


async def test_a_card_is_one_screen_and_the_rest_is_one_key_away(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.press("enter")
        card = it.app.screen.query_one("#card")
        assert card.max_scroll_y == 0
        assert "In doubt" not in it.text
        assert "space the rest" in it.text
        await it.press("space")
        assert card.max_scroll_y > 0
        await it.press("tab", "shift+tab")
        assert card.max_scroll_y == 0


async def test_a_card_says_how_to_write_where_the_keys_at_the_foot_have_no_room_for_it(
    demo_in: Callable[[Language], Session],
) -> None:
    async with opened(demo_in("de"), (80, 24)) as it:
        await open_card(it, *FORM)
        assert any("w anschreiben" in line for line in it.text.split("\n")[:-2])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_a_code_is_shown_whole_in_every_usual_window(demo: Session, size: tuple[int, int]) -> None:
    async with opened(demo, size) as it:
        await open_card(it, *FORM)
        await it.press("k")
        await it.reached("QrCode")
        lines = qr_text("https://help.instagram.com/contact/767264225370182").split("\n")
        assert [one for one in lines if one.strip() and one.strip() not in it.text] == []
        assert "esc close" in it.text


async def test_a_code_that_could_not_be_read_whole_is_not_shown(demo: Session) -> None:
    async with opened(demo, (60, 16)) as it:
        await open_card(it, *FORM)
        await it.press("k")
        assert "does not fit into this window" in it.said
        await it.resize(80, 30)
        await it.press("k")
        await it.reached("QrCode")

"""Home: what comes first, what its rows open, and what it says about the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consentui.i18n import LANGUAGES, Language, _
from consentui.journal.entries import Decision, Outcome
from consentui.profile.accounts import NewAccount
from consentui.profile.memory import LastCard, write_place
from consentui.profile.session import Session, open_session
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Right
from tests.tui.driving import Driver, opened

FIRST = "item:instagram-9t4w/ai-objection"


async def test_home_shows_what_to_do_the_accounts_and_what_is_waiting(demo: Session) -> None:
    async with opened(demo) as it:
        headings = [line for line in it.options if line.isupper()]
        assert headings == ["TO DO", "ACCOUNTS", "WAITING FOR AN ANSWER", "CALENDAR"]
        assert it.ids[0] == FIRST
        assert [name for name in it.ids if name.startswith("account:")] == [
            f"account:{one.id}" for one in demo.accounts
        ]
        assert it.ids[-2:] == ["waiting:item:instagram-2m8q/ai-objection", "calendar:"]


async def test_home_opens_on_the_first_thing_to_do(demo: Session) -> None:
    async with opened(demo) as it:
        assert it.rows.highlighted_option is not None
        assert it.rows.highlighted_option.id == FIRST


async def test_the_progress_over_all_accounts_stands_on_top(demo: Session) -> None:
    async with opened(demo) as it:
        assert it.text.split("\n")[0].endswith("5 of 34 settled")


async def test_before_anything_is_begun_no_progress_is_claimed(session: Session) -> None:
    session.accounts.add(session.knowledge.platform("x"))
    async with opened(session) as it:
        assert it.text.split("\n")[0].endswith("nothing started yet")
        assert "to start" in it.text


async def test_the_card_that_was_left_comes_first(demo: Session) -> None:
    write_place(demo.folders.state, LastCard("meta-3h6x", "less-personalised-ads"))
    async with opened(demo) as it:
        assert it.ids[:2] == ["item:meta-3h6x/less-personalised-ads", FIRST]


async def test_what_does_not_fit_is_summed_up_in_a_row(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        shown = len([name for name in it.ids if name.startswith("item:")])
        rest = it.options[it.rows.get_option_index("rest:")]
        assert rest.startswith("and ")
        assert int(rest.split()[1]) + shown == len([item for item in demo.checklist.all_items() if item.is_open])


async def test_a_taller_terminal_shows_more_of_it(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        before = len(it.ids)
        await it.resize(80, 40)
        assert len(it.ids) > before
        await it.resize(80, 100)
        assert "rest:" not in it.ids


async def test_the_row_of_the_rest_begins_the_walk(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("rest:")
        assert it.text.lstrip().startswith("Instagram · @atelier.ml")


@pytest.mark.parametrize(
    ("row", "leads_to"),
    [
        (FIRST, "Instagram · @atelier.ml"),
        ("waiting:item:instagram-2m8q/ai-objection", "Instagram · @marie.photo"),
        ("account:x-7k3f", "X · @marie_l"),
    ],
)
async def test_enter_opens_what_a_row_names(demo: Session, row: str, leads_to: str) -> None:
    async with opened(demo) as it:
        await it.choose(row)
        assert it.text.lstrip().startswith(leads_to)


async def test_a_remark_beside_a_title_cuts_none(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr"), (200, 60)) as it:
        titles = [
            line
            for option, line in zip(it.rows.options, it.options, strict=True)
            if (option.id or "").startswith("item:")
        ]
        assert titles
        assert not [line for line in titles if "… " in line]
    async with opened(demo_in("fr"), (260, 60)) as it:
        assert "activé par défaut" in "".join(it.options)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_a_narrow_window_what_is_to_begin_is_said_whole(
    demo_in: Callable[[Language], Session], language: Language
) -> None:
    async with opened(demo_in(language), (60, 24)) as it:
        row = it.options[it.rows.get_option_index("account:instagram-9t4w")]
        assert row.rstrip().endswith(_("to start"))


async def test_what_is_waiting_says_since_when(demo: Session) -> None:
    async with opened(demo) as it:
        assert "sent 18 days ago" in it.options[it.rows.get_option_index("waiting:item:instagram-2m8q/ai-objection")]


async def test_undo_takes_the_last_thing_back_and_says_what(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("u", "enter")
        assert it.said.startswith("Undone: Instagram @marie.photo, Object to AI training")
        assert "waiting:item:instagram-2m8q/ai-objection" not in it.ids
        assert "item:instagram-2m8q/ai-objection" in it.ids
    assert open_session().journal.ledger.about("instagram-2m8q", "ai-objection") == ()


async def test_undo_comes_to_an_end(session: Session) -> None:
    session.accounts.add(session.knowledge.platform("x"), "@only")
    async with opened(session) as it:
        await it.press("u", "enter")
        assert "@only" in it.said
        await it.press("u")
        assert it.said == "There is nothing to undo."


async def test_when_all_is_done_home_says_so(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("threads"))
    for item in session.checklist.items(account):
        session.checklist.record(account, item.control, Outcome.LATER)
    platform = session.knowledge.platform("threads")
    for control in platform.control:
        session.checklist.record(account, control, Outcome.ALREADY if control.desired != "sent" else Outcome.SENT)
    async with opened(session) as it:
        assert "Nothing is left to do." in it.text
        assert it.line.startswith("Threads")


async def test_a_letter_never_sent_is_something_left_to_do(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("threads"))
    for item in session.checklist.items(account):
        session.checklist.decide(account, item.control, Decision.ALLOW)
    session.requests.draft(account, Right.ACCESS, "en", None)
    async with opened(session) as it:
        await it.seen("to be sent")
        assert "Nothing is left to do." not in it.text


async def test_home_without_accounts_still_offers_to_add_one(demo: Session) -> None:
    for account in demo.accounts:
        demo.accounts.remove(account)
    async with opened(demo) as it:
        assert it.ids == []
        assert "There is no account yet: add the first one." in it.text
        await it.press("enter", "escape")
        assert it.keys["home.add"] == "add"
        await it.press("u", "enter")
        assert len([name for name in it.ids if name.startswith("account:")]) == 1


@pytest.mark.parametrize(
    ("key", "screen"), [("a", "PickPlatforms"), ("slash", "Search"), ("r", "ReportScreen"), ("s", "Settings")]
)
async def test_every_part_is_one_key_away(demo: Session, key: str, screen: str) -> None:
    async with opened(demo) as it:
        await it.press(key)
        assert type(it.app.screen).__name__ == screen
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Home"


async def test_q_quits(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("q")
        assert not it.app.is_running


async def test_another_profile_is_named(demo: Session) -> None:
    async with opened(open_session("atelier")) as it:
        await it.press("enter")
        await it.type("reddit")
        await it.press("enter", "enter", "enter")
        assert "atelier" in it.text.split("\n")[0]


async def test_home_speaks_french(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr")) as it:
        assert [line for line in it.options if line.isupper()] == [
            _(text).upper() for text in ("To do", "Accounts", "Waiting for an answer", "Calendar")
        ]
        assert "À FAIRE" in it.options


async def test_an_account_on_a_platform_no_longer_known_does_no_harm(demo: Session) -> None:
    with demo.folders.journal.open("a") as journal:
        journal.write(
            '\n[[entry]]\nat = 2026-11-20T10:00:00Z\nwhat = "account-added"\naccount = "myspace-7k3f"\n'
            'platform = "myspace"\nhandle = "@tom"\nid = "01K95DEM0000000000000000ZZ"\n'
        )
    async with opened(open_session()) as it:
        await it.choose("account:myspace-7k3f")
        assert it.text.lstrip().startswith("myspace · @tom")
        await it.press("w")
        assert it.said == "This platform is not in the knowledge base of this program."
        await it.press("r", "escape", "escape", "n")
        assert type(it.app.screen).__name__ == "News"


def send_a_request(session: Session) -> str:
    """Record an access request to X as sent on 21 November 2026; return its reference."""
    case = session.requests.draft(session.accounts.called("x-7k3f"), Right.ACCESS, "en", None)
    text = letter(Kind.ACCESS, session.facts.of(case, Person("Marie"), "email"), "en")
    session.requests.record_sent(case, Kind.ACCESS, text, "email", "", date(2026, 11, 21))
    return case.reference


async def test_an_answer_that_is_overdue_comes_first_and_has_the_cursor(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = send_a_request(demo)
    write_place(demo.folders.state, LastCard("x-7k3f", "grok-training"))
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-15T12:00:00+00:00")
    async with opened(demo, (80, 24)) as it:
        assert it.ids[0] == f"request:{reference}"
        assert it.rows.highlighted_option is not None
        assert it.rows.highlighted_option.id == f"request:{reference}"


@pytest.mark.parametrize("width", [60, 80, 99, 140])
async def test_an_overdue_answer_stands_in_the_columns_of_what_is_to_do(
    demo_in: Callable[[Language], Session], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    demo = demo_in("fr")
    send_a_request(demo)
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-15T12:00:00+00:00")

    def column(line: str, name: str) -> int:
        assert line.startswith(name)
        return len(line) - len(line.removeprefix(name).lstrip())

    async with opened(demo, (width, 24)) as it:
        late, first = it.options[1:3]
        assert column(late, "X @marie_l") == column(first, "Instagram @atelier.ml")


async def test_an_answer_that_is_not_due_yet_leaves_the_cursor_on_what_is_to_do(demo: Session) -> None:
    send_a_request(demo)
    async with opened(demo) as it:
        assert it.rows.highlighted_option is not None
        assert it.rows.highlighted_option.id == FIRST


async def test_a_cursor_that_was_moved_stays_where_it_is(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(demo) as it:
        await it.press("down")
        there = it.rows.highlighted_option
        assert there is not None
        reference = send_a_request(demo)
        monkeypatch.setenv("CONSENTUI_NOW", "2027-01-15T12:00:00+00:00")
        it.app.refresh_screens()
        await it.settled()
        assert it.ids[0] == f"request:{reference}"
        assert it.rows.highlighted_option is not None
        assert it.rows.highlighted_option.id == there.id


async def test_who_comes_back_is_told_what_they_did_last(demo: Session) -> None:
    async with opened(demo) as it:
        await it.seen("Last time, 18 days ago: ")
        assert "sent" in it.said
        await it.press("enter")
        assert it.said == ""


async def test_on_the_same_day_nothing_is_told_of_last_time(demo: Session) -> None:
    account = next(iter(demo.accounts))
    demo.accounts.edit(account, handle="@other")
    async with opened(demo) as it:
        assert it.said == ""


@pytest.mark.parametrize("size", [(99, 40), (200, 60)])
async def test_names_that_differ_at_their_ends_are_whole_where_the_window_has_room(
    session: Session, size: tuple[int, int]
) -> None:
    names = [f"brand-with-a-very-long-name-{end}" for end in ("north", "south")]
    for name in names:
        session.accounts.add(session.knowledge.platform("x"), name)
    async with opened(session, size) as it:
        accounts = it.text.partition("ACCOUNTS")[2]
        assert [f"X {name}" in accounts for name in names] == [True, True]


async def test_where_nothing_can_be_settled_the_remark_takes_the_place_of_the_progress(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("chatgpt"), "team-account-of-the-press-office", "work")
    session.accounts.tag([account], "press")
    async with opened(session, (80, 24)) as it:
        assert "nothing known to settle  #press" in it.text


async def test_accounts_are_listed_as_added_by_what_is_late_by_platform_or_by_client(session: Session) -> None:
    wanted = (("x", "@b", "Zed"), ("reddit", "@c", ""), ("linkedin", "@a", "acme"), ("x", "@a", "Acme"))
    added = session.accounts.add_all(
        NewAccount(session.knowledge.platform(platform), name, client=client) for platform, name, client in wanted
    )
    session.accounts.set_due([added[2]], date(2027, 1, 31))
    session.accounts.set_due([added[0]], date(2027, 2, 28))
    first, second, third, fourth = (f"account:{one.id}" for one in added)

    def listed(it: Driver) -> list[str]:
        return [name for name in it.ids if name.startswith("account:")]

    async with opened(session, (100, 50)) as it:
        assert listed(it) == [first, second, third, fourth]
        await it.press("o")
        assert listed(it) == [third, first, second, fourth]
        assert "ACCOUNTS · BY WHAT IS LATE" in it.text
        await it.press("o")
        assert listed(it) == [third, second, fourth, first]
        await it.press("o")
        assert listed(it) == [third, fourth, first, second]
        assert [line for line in it.options if line in {"acme", "Zed", "Without a client"}] == [
            "acme",
            "Zed",
            "Without a client",
        ]
    async with opened(open_session(), (100, 50)) as it:
        assert listed(it) == [third, fourth, first, second]
        await it.press("o")
        assert listed(it) == [first, second, third, fourth]

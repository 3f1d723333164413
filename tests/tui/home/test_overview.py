"""What Home shows, computed from a session."""

from __future__ import annotations

from consentui import clock
from consentui.export.models import Wanted, model_of
from consentui.profile.memory import LastCard
from consentui.profile.people import person
from consentui.profile.session import Session
from consentui.report.kinds.accounts import Report
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import Letter
from consentui.requests.rights import Right
from consentui.tui.home.overview import Overview, overview

HERE = LastCard("x-7k3f", "grok-personalisation")


def refs(shown: Overview) -> list[tuple[str, str]]:
    return [(item.account.id, item.control.id) for item in shown.todo]


def test_nothing_stands_for_nobody(session: Session) -> None:
    shown = overview(session, None)
    assert (shown.todo, shown.accounts, shown.waiting) == ((), (), ())
    assert shown.total.counted == 0


def test_a_long_effort_comes_after_a_short_one_of_the_same_kind(demo: Session) -> None:
    shown = overview(demo, None)
    assert refs(shown)[0] == ("instagram-9t4w", "ai-objection")
    assert refs(shown).index(("meta-3h6x", "less-personalised-ads")) < refs(shown).index(
        ("meta-3h6x", "third-party-information")
    )


def test_the_card_the_person_left_comes_first(demo: Session) -> None:
    plain, with_place = overview(demo, None), overview(demo, HERE)
    here = (HERE.account, HERE.control)
    assert refs(plain)[0] != here
    assert refs(with_place) == [here, *(ref for ref in refs(plain) if ref != here)]


def test_a_settled_card_is_not_gone_back_to(demo: Session) -> None:
    settled = LastCard("x-7k3f", "grok-training")
    assert refs(overview(demo, settled)) == refs(overview(demo, None))


def test_a_place_on_an_account_that_is_gone_changes_nothing(demo: Session) -> None:
    assert refs(overview(demo, LastCard("x-0000", "grok-training"))) == refs(overview(demo, None))


def test_what_was_sent_waits_and_is_not_to_do(demo: Session) -> None:
    shown = overview(demo, None)
    assert [(item.account.id, item.control.id) for item in shown.waiting] == [("instagram-2m8q", "ai-objection")]
    assert ("instagram-2m8q", "ai-objection") not in refs(shown)


def test_accounts_come_in_the_order_in_which_they_were_added(demo: Session) -> None:
    shown = overview(demo, None)
    assert [row.account.id for row in shown.accounts] == [account.id for account in demo.accounts]
    assert [row.is_started for row in shown.accounts] == [True, True, False, True, False]
    assert [row.waiting for row in shown.accounts] == [0, 1, 0, 0, 0]


def test_an_account_about_which_a_letter_went_out_is_started(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "@a")
    case = session.requests.draft(account, Right.ACCESS, "en", None)
    assert [row.is_started for row in overview(session, None).accounts] == [False]
    words = Letter("Access", "Dear all,", "Dear all,", (), (), (), (), ())
    session.requests.record_sent(case, Kind.ACCESS, words, "form", "https://x.example", clock.today())
    assert [row.is_started for row in overview(session, None).accounts] == [True]


def test_progress_is_the_count_of_people_and_of_the_report(demo: Session) -> None:
    shown, report = overview(demo, None), model_of(demo, Wanted())
    assert isinstance(report, Report)
    assert shown.total == person(demo.profile).progress
    assert (shown.total.settled, shown.total.counted) == (report.settled, report.counted)
    assert any(not row.is_started and row.progress.counted for row in shown.accounts)


def test_the_groups_have_all_there_is_to_do_in_its_order(demo: Session) -> None:
    shown = overview(demo, None)
    assert [item for group in shown.groups for item in group.items] == list(shown.todo)


def test_an_account_on_an_unknown_platform_is_listed_by_its_id(session: Session) -> None:
    added = session.accounts.add(session.knowledge.platform("x"), "@a")
    session.journal.ledger.accounts[added.id] = type(added)(
        id=added.id, platform="unheard-of", handle="@a", account_type="personal", added=added.added
    )
    shown = overview(session, None)
    assert [row.platform_name for row in shown.accounts] == ["unheard-of"]
    assert shown.todo == ()

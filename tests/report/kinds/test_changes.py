"""The report of what changed since a day."""

from __future__ import annotations

from datetime import date

from consentui.journal.entries import Entry
from consentui.knowledge.changes import Change
from consentui.knowledge.records import Platform
from consentui.report.formats import markdown
from consentui.report.kinds.changes import Changes, build, document
from tests.builders import TODAY, a_platform, a_text, an_event, decided, recorded
from tests.report.kinds.test_accounts import report

NEW_YEAR = date(2026, 1, 1)
EVE = date(2025, 12, 31)


def changes(*entries: Entry, since: date = EVE, platform: Platform | None = None) -> Changes:
    return build(report(*entries, platform=platform), (), since)


def written(made: Changes) -> str:
    return markdown.render(document(made))


def test_what_the_person_did_after_the_day_is_told() -> None:
    (act,) = changes(recorded("switched-off", surface="web")).acts
    assert (act.on, act.account, act.outcome, act.surface) == (NEW_YEAR, "chirp-0001", "switched-off", "web")
    assert "1 January 2026, switched off, on the web, said by you" in written(
        changes(recorded("switched-off", surface="web"))
    )


def test_what_was_done_on_the_day_or_before_is_not() -> None:
    assert changes(recorded("switched-off"), since=NEW_YEAR).acts == ()


def test_a_decision_without_an_outcome_is_an_act_too() -> None:
    (act,) = changes(decided("allow")).acts
    assert (act.outcome, act.decision) == (None, "allow")


def test_what_happened_on_a_platform_is_told_oldest_first() -> None:
    newest_first = (
        Change("2026-03", a_platform(), a_text("later")),
        Change("2026-02-01", a_platform(), a_text("sooner"), ("training",), "https://chirp.example/news"),
    )
    made = build(report(), newest_first, EVE)
    assert [one.what for one in made.happenings] == ["sooner", "later"]
    assert "<https://chirp.example/news>" in written(made)
    assert "March 2026" in written(made)


def test_a_new_policy_says_which_one_was_in_force_until_then() -> None:
    change = Change("2026-03-10", a_platform(), a_text("new terms"), replaces="2024-11-15")
    text = written(build(report(), (change,), EVE))
    assert "Until then the policy or terms of 15 November 2024 were in force." in text


def test_what_is_open_again_is_told_with_the_reason() -> None:
    made = changes(recorded("switched-off"), platform=a_platform(event=(an_event(what=a_text("A new policy")),)))
    assert [one.why for one in made.again] == ["A new policy"]


def test_where_nothing_changed_it_says_so() -> None:
    assert "No change is known since 31 December 2025, up to the last check on " in written(changes())
    assert written(changes()).startswith("# What changed since 31 December 2025\n")


def test_it_ends_on_the_day_of_the_report() -> None:
    assert (changes().since, changes().as_of) == (EVE, TODAY)

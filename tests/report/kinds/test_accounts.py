"""The content of the report of the day, whatever its format."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from consentui.checklist.availability import Absence
from consentui.checklist.items import excluded_from, items_of
from consentui.i18n import Language
from consentui.journal.entries import Decision, Entry
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.report.kinds.accounts import (
    AccountView,
    Attempt,
    Choice,
    Left,
    Line,
    Proof,
    Report,
    Section,
    Version,
    build,
)
from consentui.report.kinds.mask import Names
from tests.builders import (
    TODAY,
    a_control,
    a_controller,
    a_ledger,
    a_platform,
    a_revision,
    a_source,
    account_added,
    an_account,
    an_event,
    decided,
    noted,
    proof_added,
    recorded,
)

DAY = date(2026, 1, 1)


def view(
    *entries: Entry,
    platform: Platform | None = None,
    account: Account | None = None,
    country: str = "FR",
    as_of: date = TODAY,
) -> AccountView:
    """The view of one account that a report is made from."""
    platform, account = platform or a_platform(), account or an_account()
    items = items_of(account, platform, a_ledger(*entries), country, as_of)
    return AccountView(account, platform, items, excluded_from(account, platform, country))


def report(
    *entries: Entry,
    platform: Platform | None = None,
    account: Account | None = None,
    names: Names = "masked",
    language: Language = "en",
    country: str = "FR",
    as_of: date = TODAY,
) -> Report:
    """The report on one account."""
    seen = view(*entries, platform=platform, account=account, country=country, as_of=as_of)
    return build(
        [seen], a_ledger(*entries), as_of=as_of, language=language, country=country, names=names, version="1.2"
    )


def line(*entries: Entry, **options: object) -> Line:
    return report(*entries, **options).sections[0].lines[0]  # type: ignore[arg-type]


def test_a_report_says_when_for_whom_and_by_what_it_was_made() -> None:
    made = report()
    assert (made.as_of, made.language, made.country, made.names, made.version) == (TODAY, "en", "FR", "masked", "1.2")


def test_an_account_is_a_section() -> None:
    assert report().sections == (
        Section(
            account="chirp-0001",
            platform="chirp",
            platform_name="Chirp",
            handle="@m…",
            added=DAY,
            settled=0,
            counted=1,
            lines=(line(),),
            excluded=(),
            controller="chirp",
            controller_name="",
        ),
    )


def test_a_control_of_which_nothing_was_written_is_a_line_without_a_date() -> None:
    assert line() == Line(
        control="training",
        title="Training on your chirps",
        standing="open",  # type: ignore[arg-type]
        decision="undecided",  # type: ignore[arg-type]
        since=None,
        counted=True,
        default="on",
        evidence="documented",
        facts_verified_on=date(2026, 10, 2),
        facts_are_old=False,
        attempts=(),
        notes=(),
        labels_seen=(),
        changed="",
        kind="setting",
        purpose="ai-training",
        decisions=(),
        sources=("https://chirp.example/help",),
    )


def test_every_attempt_is_told_oldest_first() -> None:
    made = line(
        recorded("not-found", 1, surface="ios", note="no menu"),
        recorded("switched-off", 2, surface="web", seen="Train", said_by="check"),
    )
    assert (made.standing, made.decision, made.since) == ("settled", "refuse", DAY)
    assert [(one.on, one.outcome, one.surface, one.seen, one.note, one.said_by) for one in made.attempts] == [
        (DAY, "not-found", "ios", "", "no menu", "person"),
        (DAY, "switched-off", "web", "Train", "", "check"),
    ]


def test_decisions_are_told_in_their_place_among_the_attempts() -> None:
    made = line(decided("allow", 1), recorded("not-found", 2), noted("", 3, seen="Train"), decided("refuse", 4))
    assert made.decisions == (Choice(DAY, Decision.ALLOW, 0), Choice(DAY, Decision.REFUSE, 1))


def test_a_page_that_speaks_for_several_facts_is_named_once() -> None:
    pages = (a_source(), a_source(supports=("label",)), a_source(url="https://chirp.example/two"))
    assert line(platform=a_platform(a_control(source=pages))).sources == (
        "https://chirp.example/help",
        "https://chirp.example/two",
    )


def test_the_company_answerable_is_named_where_it_is_known() -> None:
    view = AccountView(an_account(), a_platform(), (), (), a_controller())
    (section,) = build([view], a_ledger(), as_of=TODAY, language="en", country="", names="full", version="1").sections
    assert (section.controller, section.controller_name) == ("chirp", "Chirp Ltd")


def test_notes_and_labels_noted_apart_are_told() -> None:
    made = line(noted("first", 1), noted("", 2, seen="Train"), decided("allow", 3, note="fine by me"))
    assert made.notes == ("first", "fine by me")
    assert made.labels_seen == ("Train",)


def test_what_was_allowed_is_settled_by_decision() -> None:
    made = report(decided("allow"))
    assert (made.settled, made.counted) == (1, 1)
    assert made.sections[0].lines[0].decision == "allow"


def test_what_happened_since_is_told_in_the_language_of_the_report() -> None:
    platform = a_platform(event=(an_event(),))
    assert line(recorded("switched-off"), platform=platform).changed == "The policy changed."
    assert line(recorded("switched-off"), platform=platform, language="fr").changed == "La politique a changé."


def test_the_policy_in_force_that_day_is_told_and_what_came_into_force_since() -> None:
    old = an_event(date=DAY.isoformat(), in_force=True, touches=())
    new = an_event(date=(DAY + timedelta(days=1)).isoformat(), in_force=True, touches=())
    made = line(recorded("switched-off", 1), platform=a_platform(event=(new, old)), language="fr")
    assert (made.policy, made.policy_since) == (old.date, (Version(new.date, "La politique a changé."),))


def test_no_policy_is_told_where_none_is_known_or_nothing_was_recorded() -> None:
    assert line(recorded("switched-off", 1)).policy == ""
    assert line(platform=a_platform(event=(an_event(date="2026-01-15", in_force=True),))).policy == ""


def test_a_revision_of_the_facts_is_told_in_the_language_of_the_report() -> None:
    platform = a_platform(a_control(revision=(a_revision(),)))
    assert line(recorded("switched-off"), platform=platform).changed == "The switch moved."
    assert line(recorded("switched-off"), platform=platform, language="fr").changed == "Le réglage a bougé."


def test_a_year_that_passed_is_no_event() -> None:
    made = line(recorded("switched-off"), as_of=DAY + timedelta(days=400))
    assert (made.standing, made.changed) == ("review", "")


def test_old_facts_are_marked() -> None:
    assert line(as_of=date(2027, 1, 2)).facts_are_old


def test_titles_and_names_come_in_the_language_of_the_report() -> None:
    section = report(platform=a_platform(name_fr="Gazouillis"), language="fr").sections[0]
    assert (section.platform_name, section.lines[0].title) == ("Gazouillis", "Entraînement sur vos pépiements")


def test_an_optional_measure_not_taken_up_does_not_count() -> None:
    made = report(platform=a_platform(a_control(optional=True)))
    assert (made.counted, made.sections[0].lines[0].counted) == (0, False)


def test_what_does_not_exist_for_the_account_is_named_with_the_reason() -> None:
    platform = a_platform(a_control(), a_control(id="abroad", regions=("US",)))
    section = report(platform=platform).sections[0]
    assert [one.control for one in section.lines] == ["training"]
    assert section.excluded == (Left("abroad", "Training on your chirps", Absence.COUNTRY),)


def test_an_account_on_an_unknown_platform_is_a_section_without_lines() -> None:
    view = AccountView(an_account(platform="gone"), None, (), ())
    made = build([view], a_ledger(), as_of=TODAY, language="en", country="", names="full", version="1")
    assert (made.sections[0].platform_name, made.sections[0].lines) == ("gone", ())
    assert (made.sections[0].controller, made.sections[0].controller_name) == ("", "")


def test_progress_is_summed_over_the_accounts() -> None:
    platform, ledger = a_platform(), a_ledger(recorded("switched-off"), account_added(5, account="chirp-0002"))
    views = [
        AccountView(account, platform, items_of(account, platform, ledger, "FR", TODAY), ())
        for account in (an_account(), an_account(id="chirp-0002"))
    ]
    made = build(views, ledger, as_of=TODAY, language="en", country="FR", names="full", version="1")
    assert (made.settled, made.counted) == (1, 2)
    assert [(section.settled, section.counted) for section in made.sections] == [(1, 1), (0, 1)]


ENTRIES = (
    recorded("not-found", 1, seen="Hello @Marie_L", note="as marie_l"),
    decided("refuse", 2, note="marie_l says no"),
    noted("for marie_l", 3, seen="Account of marie_l"),
)


def test_a_masked_report_shows_the_handle_nowhere() -> None:
    made = report(*ENTRIES, names="masked")
    assert "marie_l" not in repr(made).lower()
    only = made.sections[0].lines[0]
    assert only.attempts == (Attempt(DAY, only.attempts[0].outcome, None, "Hello @M…", "as m…", "person"),)
    assert only.notes == ("m… says no", "for m…")
    assert only.labels_seen == ("Account of m…",)


def test_a_full_report_shows_the_handle_everywhere() -> None:
    made = report(*ENTRIES, names="full")
    only = made.sections[0].lines[0]
    assert made.sections[0].handle == "@marie_l"
    assert (only.attempts[0].seen, only.attempts[0].note) == ("Hello @Marie_L", "as marie_l")
    assert only.notes == ("marie_l says no", "for marie_l")
    assert only.labels_seen == ("Account of marie_l",)


@pytest.mark.parametrize("names", ["masked", "full"])
def test_an_account_without_a_handle_has_none_in_the_report(names: Names) -> None:
    made = report(noted("a note"), account=an_account(handle=""), names=names)
    assert made.sections[0].handle == ""
    assert made.sections[0].lines[0].notes == ("a note",)


def test_a_proof_is_named_with_its_kind_its_size_and_its_hash() -> None:
    here = line(recorded("switched-off", 1), proof_added(2, note="a receipt"))
    assert here.proofs == (Proof("accuse.eml", "message/rfc822", 12_345, "5f" * 32, DAY),)
    assert here.notes == ("a receipt",)


def test_a_handle_is_hidden_in_the_name_of_a_proof_and_in_its_note_too() -> None:
    proof = proof_added(name="Marie_L\nsettings.png", note="by marie_l")
    assert (line(proof).proofs[0].name, line(proof).notes) == ("M… settings.png", ("by m…",))
    assert line(proof, names="full").proofs[0].name == "Marie_L settings.png"

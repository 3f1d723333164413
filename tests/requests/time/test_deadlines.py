"""When an answer is due: published examples, others worked out by hand, and everything that moves a date."""

from __future__ import annotations

from datetime import date

import pytest

from consentui.i18n import speaking
from consentui.knowledge.base import bundled
from consentui.requests.rights import Regime, Right
from consentui.requests.time import counted_in_days, counted_in_months, waiting
from consentui.requests.time.deadlines import Deadline, Extension, Question, deadline
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.words.deadlines import notes_words

EU, UK, CH, CA, BR = Regime.EU, Regime.UK, Regime.CH, Regime.US_CA, Regime.BR
HOME = {EU: "IE", UK: "GB"}
MONTHLY = tuple(HOME)


def day(text: str) -> date:
    return date.fromisoformat(text)


def due(received: str, seat: str, regime: Regime = EU) -> str:
    return deadline(day(received), seat, regime).due.isoformat()


def extended(received: str, seat: str, regime: Regime = EU, announced: str = "") -> str | None:
    extension = Extension(day(announced or received))
    found = deadline(day(received), seat, regime, extension=extension).extended
    return found.isoformat() if found else None


def says(found: Deadline, words: str) -> bool:
    return any(words in note for note in notes_words(found))


@pytest.mark.parametrize(
    ("regime", "seat", "received", "last"),
    [
        (UK, "GB", "2025-09-03", "2025-10-03"),  # the ICO's example
        (UK, "GB", "2025-03-31", "2025-04-30"),  # there is no 31 April
        (UK, "GB", "2023-01-31", "2023-02-28"),
        (EU, "AT", "2019-09-10", "2019-10-10"),  # a case of the Austrian authority
        (EU, "IE", "2026-08-30", "2026-09-30"),
        (EU, "IE", "2026-08-31", "2026-09-30"),
        (EU, "IE", "2026-11-20", "2026-12-21"),  # 20 December is a Sunday
    ],
)
def test_worked_examples_come_out(regime: Regime, seat: str, received: str, last: str) -> None:
    assert due(received, seat, regime) == last


def test_the_worked_example_of_an_extension_comes_out() -> None:
    assert extended("2026-11-20", "IE") == "2027-02-22"


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2027-01-28", "2027-03-01"),  # 28 February 2027 is a Sunday
        ("2027-01-29", "2027-03-01"),
        ("2027-01-31", "2027-03-01"),
        ("2028-01-28", "2028-02-28"),
        ("2028-01-29", "2028-02-29"),
        ("2028-01-30", "2028-02-29"),
        ("2028-01-31", "2028-02-29"),
        ("2028-02-29", "2028-03-29"),
        ("2028-03-31", "2028-05-02"),  # 30 April is a Sunday, 1 May a holiday
    ],
)
def test_a_month_that_is_too_short_ends_with_its_last_day(received: str, last: str) -> None:
    assert due(received, "LU") == last


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-12-01", "2027-01-04"),  # New Year's Day, then a weekend
        ("2026-11-25", "2026-12-28"),  # Christmas Day, St Stephen's on Saturday, Sunday
        ("2026-12-31", "2027-02-02"),  # a Sunday, then St Brigid's Day
        ("2027-02-28", "2027-03-30"),  # Easter Sunday, Easter Monday
    ],
)
def test_irish_holidays_move_the_date_of_a_company_that_sits_in_ireland(received: str, last: str) -> None:
    assert due(received, "IE") == last


@pytest.mark.parametrize(
    ("seat", "last"),
    [
        ("IE", "2026-07-14"),
        ("FR", "2026-07-15"),
        ("DE", "2026-07-14"),
        ("LU", "2026-07-14"),
        ("US", "2026-07-14"),
        ("", "2026-07-14"),
    ],
)
def test_only_the_holidays_of_the_seat_move_the_date(seat: str, last: str) -> None:
    assert due("2026-06-14", seat) == last


@pytest.mark.parametrize("seat", ["FR", "DE", "IE", "LU"])
def test_easter_monday_moves_the_date_to_tuesday(seat: str) -> None:
    assert due("2026-03-06", seat) == "2026-04-07"


@pytest.mark.parametrize("seat", ["US", "CN", "GB", "CH", ""])
def test_outside_the_eea_and_for_an_unknown_seat_only_weekends_move_the_date(seat: str) -> None:
    found = deadline(day("2026-11-25"), seat)
    assert found.due == day("2026-12-25")
    assert says(found, "Only Saturdays and Sundays move the date")
    assert deadline(day("2026-11-20"), seat).due == day("2026-12-21")


def test_a_land_has_holidays_that_germany_has_not() -> None:
    assert due("2027-10-01", "DE-BY") == "2027-11-02"
    assert due("2027-10-01", "DE-BE") == "2027-11-01"


def test_without_a_land_it_is_said_where_the_day_is_off() -> None:
    found = deadline(day("2027-10-01"), "DE")
    assert found.due == day("2027-11-01")
    assert says(found, "1 November 2027 is a public holiday in some regions (DE-BW, DE-BY, DE-NW, DE-RP, DE-SL)")
    assert not says(deadline(day("2027-10-04"), "DE"), "regions")
    assert not says(deadline(day("2027-10-01"), "DE-BE"), "regions")


@pytest.mark.parametrize("received", ["2026-03-03", "2027-04-05"])
def test_dutch_days_off_that_laws_disagree_on_are_told(received: str) -> None:
    assert says(deadline(day(received), "NL"), "by some Dutch laws and not by others")
    assert not says(deadline(day(received), "BE"), "Dutch")
    assert not says(deadline(day("2026-09-09"), "NL"), "Dutch")


def test_the_nominal_day_is_the_one_before_it_was_moved() -> None:
    found = deadline(day("2026-01-31"), "FR")
    assert (found.nominal, found.due) == (day("2026-02-28"), day("2026-03-02"))
    assert found.rules == ("eu-start", "gdpr-12-3", "eu-months", "eu-roll")
    assert says(found, "28 February 2026 is a Saturday, a Sunday or a public holiday")


def test_a_date_that_nothing_moved_cites_no_rule_on_moving() -> None:
    found = deadline(day("2026-08-31"), "IE")
    assert found.nominal == found.due
    assert found.rules == ("eu-start", "gdpr-12-3", "eu-months")
    assert found.notes == ()
    assert found.last_day == found.due


# --- Extensions ---


@pytest.mark.parametrize("regime", MONTHLY)
def test_an_extension_counts_three_months_from_receipt_and_not_from_the_first_date(regime: Regime) -> None:
    assert extended("2026-01-31", HOME[regime], regime) == "2026-04-30"


@pytest.mark.parametrize("regime", MONTHLY)
def test_an_extension_announced_on_the_last_day_counts(regime: Regime) -> None:
    found = deadline(day("2026-11-20"), HOME[regime], regime, extension=Extension(day("2026-12-21")))
    assert (found.due, found.extended) == (day("2026-12-21"), day("2027-02-22"))
    assert found.last_day == day("2027-02-22")
    assert says(found, "The later date holds only if the extension was announced, with its reasons, by 21 December")


@pytest.mark.parametrize("regime", MONTHLY)
def test_an_extension_announced_after_the_last_day_does_not_count(regime: Regime) -> None:
    found = deadline(day("2026-11-20"), HOME[regime], regime, extension=Extension(day("2026-12-22")))
    assert (found.extended, found.last_day) == (None, day("2026-12-21"))
    assert says(found, "The extension was announced on 22 December 2026, after the first time had ended")


@pytest.mark.parametrize("regime", MONTHLY)
def test_an_extension_without_reasons_does_not_count(regime: Regime) -> None:
    found = deadline(day("2026-11-20"), "IE", regime, extension=Extension(day("2026-11-21"), with_reasons=False))
    assert found.extended is None
    assert says(found, "without reasons")


# --- Questions to the person ---


def test_days_of_waiting_for_an_identification_are_added_and_both_dates_shown() -> None:
    asked = Question(day("2026-09-10"), day("2026-09-15"))
    found = deadline(day("2026-09-01"), "IE", identification=asked, extension=Extension(day("2026-10-02")))
    assert (found.nominal, found.due) == (day("2026-10-06"), day("2026-10-06"))
    assert found.extended == day("2026-12-07")  # the 6th is a Sunday
    assert found.if_needless == day("2026-10-01")
    assert "gdpr-12-6" in found.rules
    assert says(found, "5 days of waiting for your identification are added.")
    assert says(found, "If what you were asked for was not needed, the clock kept running, until 1 October 2026.")


@pytest.mark.parametrize("regime", MONTHLY)
def test_while_an_identification_is_awaited_the_time_stands_still(regime: Regime) -> None:
    found = deadline(day("2026-09-01"), "IE", regime, identification=Question(day("2026-09-10")))
    assert found.is_stopped
    assert found.due == day("2026-10-01")
    assert says(found, "The clock is stopped from 10 September 2026 until you answer.")


@pytest.mark.parametrize("regime", MONTHLY)
def test_an_identification_asked_after_the_time_had_ended_stops_nothing(regime: Regime) -> None:
    found = deadline(day("2026-09-01"), "IE", regime, identification=Question(day("2026-10-02")))
    assert (found.is_stopped, found.due, found.if_needless) == (False, day("2026-10-01"), None)
    assert says(found, "that stopped nothing")
    assert deadline(day("2026-09-01"), "IE", regime, identification=Question(day("2026-10-01"))).is_stopped


def test_in_the_eu_a_question_about_what_is_meant_stops_nothing() -> None:
    found = deadline(day("2026-09-01"), "IE", clarification=Question(day("2026-09-02"), day("2026-09-09")))
    assert (found.due, found.is_stopped) == (day("2026-10-01"), False)
    assert says(found, "No rule is known here")


def test_an_identification_that_the_person_contests_lets_the_time_run_on_and_both_dates_are_shown() -> None:
    contested = Question(day("2026-09-10"), day("2026-09-15"), is_contested=True)
    found = deadline(day("2026-09-01"), "IE", identification=contested)
    assert (found.due, found.if_needed, found.if_needless) == (day("2026-10-01"), day("2026-10-06"), None)
    assert says(found, "You wrote that what was asked for on 10 September 2026 is not needed")
    assert says(found, "needed after all, the time runs until 6 October 2026")


@pytest.mark.parametrize("regime", MONTHLY)
def test_while_it_is_contested_nothing_stands_still_for_the_person(regime: Regime) -> None:
    contested = Question(day("2026-09-10"), is_contested=True)
    found = deadline(day("2026-09-01"), "IE", regime, identification=contested)
    assert (found.due, found.is_stopped) == (day("2026-10-01"), False)


# --- Unknown receipt ---


@pytest.mark.parametrize("regime", Regime)
def test_a_day_of_receipt_that_is_only_assumed_is_said_to_be(regime: Regime) -> None:
    found = deadline(day("2026-09-11"), "IE", regime, is_assumed=True)
    assert found.is_assumed
    assert says(found, "the time is counted from 11 September 2026")
    assert not says(deadline(day("2026-09-11"), "IE", regime), "the time is counted from")


# --- United Kingdom ---


def test_in_the_uk_the_month_begins_with_the_identification() -> None:
    asked = Question(day("2026-09-03"), day("2026-09-10"))
    found = deadline(day("2026-09-01"), "GB", UK, identification=asked)
    assert (found.due, found.if_needless) == (day("2026-10-12"), day("2026-10-01"))  # the 10th is a Saturday
    assert says(found, "The month begins on 10 September 2026")


def test_in_the_uk_the_month_begins_with_a_fee_that_is_due() -> None:
    found = deadline(day("2026-09-01"), "GB", UK, fee=Question(day("2026-09-03"), day("2026-09-08")))
    assert (found.due, found.if_needless) == (day("2026-10-08"), day("2026-10-01"))
    assert says(found, "The month begins on 8 September 2026, when the fee was paid.")


def test_in_the_eu_a_fee_stops_nothing() -> None:
    found = deadline(day("2026-09-01"), "IE", fee=Question(day("2026-09-03"), day("2026-09-08")))
    assert found.due == day("2026-10-01")
    assert says(found, "No rule is known here")


def test_in_the_uk_the_days_of_a_question_about_what_is_meant_do_not_count() -> None:
    asked = Question(day("2026-09-03"), day("2026-09-09"))
    found = deadline(day("2026-09-01"), "GB", UK, Right.ACCESS, clarification=asked)
    assert (found.due, found.if_needless) == (day("2026-10-08"), day("2026-10-01"))
    assert says(found, "7 days do not count, because the clock stopped from 3 September 2026 to 9 September 2026.")


def test_in_the_uk_both_questions_may_be_asked() -> None:
    found = deadline(
        day("2026-09-01"),
        "GB",
        UK,
        identification=Question(day("2026-09-02"), day("2026-09-04")),
        clarification=Question(day("2026-09-07"), day("2026-09-07")),
    )
    assert found.due == day("2026-10-05")
    assert says(found, "1 day does not count")


def test_in_the_uk_an_open_question_about_what_is_meant_stops_the_clock() -> None:
    found = deadline(day("2026-09-01"), "GB", UK, clarification=Question(day("2026-09-03")))
    assert (found.is_stopped, found.due) == (True, day("2026-10-01"))


@pytest.mark.parametrize(
    ("received", "asked", "right", "why"),
    [
        ("2026-01-20", "2026-02-04", Right.ACCESS, "since 5 February 2026 only"),
        ("2026-09-01", "2026-09-03", Right.ERASE, "for access requests only"),
        ("2026-09-01", "2026-10-02", Right.ACCESS, "that stopped nothing"),
    ],
)
def test_in_the_uk_not_every_question_stops_the_clock(received: str, asked: str, right: Right, why: str) -> None:
    question = Question(day(asked), day(asked))
    found = deadline(day(received), "GB", UK, right, clarification=question)
    assert found.due == deadline(day(received), "GB", UK, right).due
    assert says(found, why)


def test_in_the_uk_the_clock_stops_from_the_day_the_law_came_into_force() -> None:
    question = Question(day("2026-02-05"), day("2026-02-05"))
    assert deadline(day("2026-01-20"), "GB", UK, clarification=question).due == day("2026-02-23")  # 21 is a Saturday
    assert deadline(day("2026-01-20"), "GB", UK).due == day("2026-02-20")


@pytest.mark.parametrize(
    ("seat", "last"), [("GB", "2026-04-07"), ("GB-ENG", "2026-04-07"), ("GB-SCT", "2026-04-06"), ("IE", "2026-04-06")]
)
def test_in_the_uk_bank_holidays_are_those_of_the_nation(seat: str, last: str) -> None:
    found = deadline(day("2026-03-06"), seat, UK)
    assert found.due == day(last)
    assert found.rules == ("uk-month",)
    assert says(found, "Scotland" if seat == "GB-SCT" else "GB-SCT") is (seat == "GB")
    assert says(found, "Read strictly, the month ends a day earlier.")


def test_in_the_uk_a_substitute_day_moves_the_date() -> None:
    assert due("2027-11-27", "GB", UK) == "2027-12-29"  # 27 and 28 December substitute for the 25th and 26th


def test_the_uk_has_the_rights_under_the_same_numbers() -> None:
    found = deadline(day("2026-09-01"), "GB", UK, Right.ERASE)
    assert found.rules == ("gdpr-17", "uk-month")


# --- Rights with immediate effect ---


@pytest.mark.parametrize("regime", MONTHLY)
@pytest.mark.parametrize(("right", "rule"), [(Right.OBJECT_MARKETING, "gdpr-21-2"), (Right.WITHDRAW, "gdpr-7-3")])
def test_some_rights_act_at_once_and_the_month_is_for_the_reply(regime: Regime, right: Right, rule: str) -> None:
    found = deadline(day("2026-09-01"), "IE", regime, right)
    assert (found.effect, found.due) == (day("2026-09-01"), day("2026-10-01"))
    assert found.rules[0] == rule
    assert says(found, "takes effect at once, from 1 September 2026; the month is only for the reply")


@pytest.mark.parametrize("right", [Right.OBJECT_TRAINING, Right.ERASE, Right.ACCESS, None])
def test_the_other_rights_wait_for_the_answer(right: Right | None) -> None:
    assert deadline(day("2026-09-01"), "IE", EU, right).effect is None


def test_an_objection_to_training_comes_with_the_restriction() -> None:
    found = deadline(day("2026-09-01"), "IE", EU, Right.OBJECT_TRAINING)
    assert found.rules[:2] == ("gdpr-21-1", "gdpr-18")
    assert says(found, "stored only, and not used")


# --- Switzerland and California ---


def test_switzerland_has_thirty_days_that_nothing_moves() -> None:
    found = deadline(day("2026-10-22"), "CH", CH, Right.ACCESS)
    assert (found.due, found.nominal) == (day("2026-11-21"), day("2026-11-21"))  # a Saturday
    assert found.rules == ("ch-25", "ch-30-days")
    assert notes_words(found) == ("No rule on weekends and holidays is known here: the date is not moved.",)


def test_swiss_limits_are_told() -> None:
    received = day("2026-10-01")
    assert says(deadline(received, "CH", CH, Right.ERASE), "courtesy date")
    late = deadline(received, "CH", CH, extension=Extension(received), identification=Question(received))
    assert (late.extended, late.is_stopped, late.due) == (None, False, day("2026-10-31"))
    assert says(late, "The ordinance allows a later date")
    assert says(late, "the days of waiting count")


def test_california_has_forty_five_days_and_ninety_with_an_extension() -> None:
    received = day("2026-01-01")
    found = deadline(received, "US", CA, Right.ERASE, extension=Extension(day("2026-02-15")))
    assert (found.due, found.extended) == (day("2026-02-15"), day("2026-04-01"))
    assert found.rules == ("ca-1798-105", "ca-45-days")
    assert says(found, "secondary sources")
    assert says(found, "10 business days")
    assert not says(found, "courtesy")
    late = deadline(received, "US", CA, extension=Extension(day("2026-02-16")))
    assert late.extended is None
    assert says(late, "announced on 16 February 2026")


@pytest.mark.parametrize("right", [Right.OBJECT_TRAINING, Right.OBJECT_MARKETING, Right.WITHDRAW])
def test_californian_days_are_a_courtesy_for_rights_that_the_law_has_not(right: Right) -> None:
    found = deadline(day("2026-01-01"), "US", CA, right)
    assert says(found, "courtesy date")
    assert says(found, "15 business days") is (right is Right.OBJECT_MARKETING)
    assert found.effect is None


def test_brazil_has_fifteen_days_for_access() -> None:
    found = deadline(day("2026-09-01"), "BR", BR, Right.ACCESS)
    assert (found.due, found.rules) == (day("2026-09-16"), ("br-15-days",))
    assert not says(found, "courtesy")
    assert says(deadline(day("2026-09-01"), "BR", BR, Right.ERASE), "courtesy date")


# --- Impossible dates ---


@pytest.mark.parametrize(
    "said",
    [
        {"extension": Extension(day("2026-08-31"))},
        {"identification": Question(day("2026-08-31"))},
        {"clarification": Question(day("2026-08-31"))},
        {"identification": Question(day("2026-09-03"), day("2026-09-02"))},
    ],
)
@pytest.mark.parametrize("regime", Regime)
def test_days_that_cannot_follow_each_other_are_refused(regime: Regime, said: dict[str, Extension]) -> None:
    with pytest.raises(UncountableError) as refused:
        deadline(day("2026-09-01"), "IE", regime, **said)  # type: ignore[arg-type]
    assert refused.value.fault in {DeadlineFault.SAID_BEFORE_RECEIPT, DeadlineFault.GIVEN_BEFORE_ASKED}


def test_days_beyond_the_known_holidays_are_refused() -> None:
    assert due("2098-12-31", "IE") == "2099-02-03"  # a Saturday, a Sunday, St Brigid's Day
    with pytest.raises(UncountableError, match="2098"):
        deadline(date.max, "IE")
    with pytest.raises(UncountableError, match="2098"):
        deadline(day("2026-09-01"), "IE", identification=Question(day("2026-09-02"), date.max))


# --- The rules behind ---


def test_the_figures_are_those_of_the_knowledge_base() -> None:
    law = bundled().law()
    names = ("gdpr-12-3", "uk-month", "ch-30-days", "ca-45-days", "br-15-days")
    month, uk, swiss, california, brazil = law.named(names)
    for rule in (month, uk):
        assert rule.months == waiting.MONTHS
        assert (rule.months or 0) + (rule.extension_months or 0) == counted_in_months.EXTENDED_MONTHS
    assert uk.since == waiting.CLOCK_STOPS_SINCE
    assert swiss.days == counted_in_days.SWISS_DAYS
    assert brazil.days == counted_in_days.BRAZILIAN_DAYS
    assert (california.days, california.extended_days) == (
        counted_in_days.CALIFORNIAN_DAYS,
        counted_in_days.CALIFORNIAN_EXTENDED_DAYS,
    )


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("right", [*Right, None])
def test_every_rule_cited_stands_in_the_knowledge_base(regime: Regime, right: Right | None) -> None:
    asked = day("2026-01-31")
    questions = Question(asked, asked)
    found = deadline(asked, "", regime, right, extension=Extension(asked), identification=questions)
    assert [rule.id for rule in bundled().law().named(found.rules)] == list(found.rules)


def test_what_there_is_to_know_is_the_same_in_every_language() -> None:
    english = deadline(day("2026-01-31"), "FR", EU, Right.WITHDRAW, extension=Extension(day("2026-02-01")))
    with speaking("fr"):
        assert deadline(day("2026-01-31"), "FR", EU, Right.WITHDRAW, extension=Extension(day("2026-02-01"))) == english

"""What is true of every deadline, whatever the day, the seat and the law."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from consentui.requests.rights import Regime, Right
from consentui.requests.time.deadlines import Extension, Question, deadline
from consentui.requests.time.seats import counts_holidays, is_holiday, seat_named

SEATS = st.sampled_from(["IE", "FR", "DE", "DE-BY", "LU", "NL", "GR", "US", "GB", "GB-SCT", ""])
MONTHLY = st.sampled_from([Regime.EU, Regime.UK])
DAYS = st.dates(date(2018, 5, 25), date(2060, 12, 31))
RIGHTS = st.sampled_from([*Right, None])


def is_working_day(day: date, seat: str, regime: Regime) -> bool:
    place = seat_named(seat)
    is_off = counts_holidays(place, regime) and is_holiday(day, place)
    return day.isoweekday() <= 5 and not is_off


@given(DAYS, st.integers(0, 40), SEATS, st.sampled_from(Regime))
@example(date(2027, 1, 28), 3, "LU", Regime.EU)
@example(date(2028, 1, 29), 2, "FR", Regime.EU)
def test_what_is_received_later_is_never_due_earlier(first: date, gap: int, seat: str, regime: Regime) -> None:
    earlier, later = (
        deadline(day, seat, regime, extension=Extension(day)) for day in (first, first + timedelta(days=gap))
    )
    assert earlier.due <= later.due
    assert earlier.nominal <= later.nominal
    assert earlier.extended is None or later.extended is None or earlier.extended <= later.extended


@given(DAYS, SEATS, MONTHLY)
@example(date(2026, 3, 6), "FR", Regime.EU)
@example(date(2027, 11, 27), "GB", Regime.UK)
def test_no_answer_is_due_on_a_day_off_at_the_seat(received: date, seat: str, regime: Regime) -> None:
    found = deadline(received, seat, regime, extension=Extension(received))
    assert found.extended is not None
    assert is_working_day(found.due, seat, regime)
    assert is_working_day(found.extended, seat, regime)


@given(DAYS, SEATS, st.sampled_from(Regime), RIGHTS)
def test_no_answer_is_due_before_the_nominal_day(
    received: date, seat: str, regime: Regime, right: Right | None
) -> None:
    found = deadline(received, seat, regime, right)
    assert received < found.nominal <= found.due


@given(DAYS, SEATS, MONTHLY)
def test_a_date_is_moved_over_days_off_alone(received: date, seat: str, regime: Regime) -> None:
    found = deadline(received, seat, regime)
    between = (found.nominal + timedelta(days=days) for days in range((found.due - found.nominal).days))
    assert not any(is_working_day(day, seat, regime) for day in between)


@given(DAYS, SEATS, MONTHLY)
def test_the_nominal_day_bears_the_number_of_the_day_of_receipt_or_ends_its_month(
    received: date, seat: str, regime: Regime
) -> None:
    nominal = deadline(received, seat, regime).nominal
    assert (nominal.year * 12 + nominal.month) - (received.year * 12 + received.month) == 1
    is_last = (nominal + timedelta(days=1)).day == 1
    assert nominal.day == received.day or (is_last and nominal.day < received.day)


@given(DAYS, SEATS, st.sampled_from(Regime), st.integers(0, 120))
def test_an_extension_never_shortens_the_time(received: date, seat: str, regime: Regime, announced: int) -> None:
    extension = Extension(received + timedelta(days=announced))
    found = deadline(received, seat, regime, extension=extension)
    assert found.due == deadline(received, seat, regime).due
    assert found.extended is None or found.extended >= found.due
    assert found.last_day >= found.due
    if extension.announced > found.due:
        assert found.extended is None


@given(DAYS, SEATS, st.sampled_from(Regime), st.integers(0, 60), st.integers(0, 60))
def test_a_question_to_the_person_never_shortens_the_time(
    received: date, seat: str, regime: Regime, asked: int, answered: int
) -> None:
    asked_on = received + timedelta(days=asked)
    given_on = asked_on + timedelta(days=answered)
    plain = deadline(received, seat, regime)
    found = deadline(
        received,
        seat,
        regime,
        identification=Question(asked_on, given_on),
        clarification=Question(asked_on, given_on),
    )
    assert found.due >= plain.due
    assert found.if_needless in {None, plain.due}
    assert (found.if_needless is None) == (found.due == plain.due)
    assert not found.is_stopped

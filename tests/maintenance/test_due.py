"""The facts that are due for review next."""

from __future__ import annotations

from datetime import date

import pytest

from maintenance import due as looking
from maintenance.due import Due, due, line
from tests.builders import a_control, a_platform

TODAY = date(2026, 11, 21)
LATE = a_control(id="late", verified_on=date(2026, 5, 1), review_after=date(2026, 11, 1))
SOON = a_control(id="soon", verified_on=date(2026, 11, 1), review_after=date(2026, 12, 1))
SOON_AND_OLD = a_control(id="old", verified_on=date(2026, 1, 1), review_after=date(2026, 12, 1))
FAR = a_control(id="far", verified_on=date(2026, 11, 1), review_after=date(2027, 5, 1))
CHIRP = a_platform(id="chirp", control=(FAR, SOON, SOON_AND_OLD, LATE))


def test_the_first_due_comes_first_and_of_one_day_the_oldest() -> None:
    assert [one.ref for one in due([CHIRP], date(2026, 12, 21))] == ["chirp/late", "chirp/old", "chirp/soon"]
    assert [one.ref for one in due([CHIRP], TODAY)] == ["chirp/late"]


def test_a_line_says_how_late_it_is_and_when_it_was_checked() -> None:
    late = Due(date(2026, 11, 1), "chirp/late", date(2026, 5, 1), "reported")
    assert line(late, TODAY) == "2026-11-01\t20 days late\tchirp/late\tchecked 2026-05-01\treported"
    soon = Due(date(2026, 12, 1), "chirp/soon", date(2026, 5, 1), "reported")
    assert line(soon, TODAY).split("\t")[1] == "in 10 days"


def test_the_command_looks_a_month_ahead_unless_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "bundled", lambda: [CHIRP])
    looking.main([])
    assert capsys.readouterr().out.splitlines()[-1] == "3 controls to look at by 2026-12-21"
    looking.main(["--until", "2027-12-31"])
    assert capsys.readouterr().out.splitlines()[-1] == "4 controls to look at by 2027-12-31"

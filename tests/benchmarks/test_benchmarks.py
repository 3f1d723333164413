"""The benchmarks measure in fair turns and judge by ratio; what they measured is never asserted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.paints import paint
from tests.benchmarks.profile import handle
from tests.benchmarks.rounds import in_turns
from tests.benchmarks.saves import append_and_sync
from tests.benchmarks.table import Row, render

pytestmark = pytest.mark.benchmark


def test_measures_take_turns_and_the_first_round_only_warms_up() -> None:
    order: list[str] = []

    def noting(name: str) -> int:
        order.append(name)
        return len(order)

    found = in_turns({"a": lambda: noting("a"), "b": lambda: noting("b")}, rounds=2)
    assert order == ["a", "b"] * 3
    assert found == {"a": [3, 5], "b": [4, 6]}


@pytest.mark.parametrize(("ours", "verdict"), [(124.0, "ok"), (125.0, "ok"), (126.0, "over")])
def test_a_ratio_above_the_goal_is_over(ours: float, verdict: str) -> None:
    assert Row("Home", "the shell", ours, 100.0, "ms", 1.25).verdict == verdict


def test_the_table_says_what_was_measured_the_goal_and_the_verdict() -> None:
    assert render([Row("Home", "the shell", 150.0, 100.0, "ms", 1.25)]).splitlines() == [
        "what  ours      against    base      ratio  goal  verdict",
        "Home  150.0 ms  the shell  100.0 ms  1.50   1.25  over",
    ]


def test_the_shell_paints_the_first_handle_that_the_stopwatch_waits_for(tmp_path: Path) -> None:
    taken = paint(tmp_path, "tests.benchmarks.shell")
    assert taken.milliseconds > 0
    assert taken.mebibytes > 1
    assert handle(1) == "@person-1"


def test_the_plain_append_adds_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "plain"
    append_and_sync(file, b"one ")
    append_and_sync(file, b"two")
    assert file.read_bytes() == b"one two"

"""The benchmarks measure in turns and judge by ratio; no test asserts a measured time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.benchmarks import kept
from tests.benchmarks.growth import SIZES, picture
from tests.benchmarks.paints import paint
from tests.benchmarks.peers import installed, rows
from tests.benchmarks.profile import handle
from tests.benchmarks.rounds import Measured, in_turns, measured
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


def test_of_the_rounds_the_middle_counts_and_how_far_they_lie_from_it_is_the_noise() -> None:
    assert measured({"a": [9.0, 10.0, 12.0], "b": [5.0]}) == {"a": Measured(10, 0.1), "b": Measured(5, 0)}


def row(ours: float, spread: float = 0) -> Row:
    return Row("Home", "the shell", Measured(ours, spread), Measured(100), "ms", 1.25)


@pytest.mark.parametrize(("ours", "verdict"), [(124.0, "ok"), (125.0, "ok"), (126.0, "over")])
def test_a_ratio_above_the_goal_is_over(ours: float, verdict: str) -> None:
    assert row(ours).verdict == verdict


def test_the_table_says_what_was_measured_the_goal_and_the_verdict() -> None:
    assert render([row(150, 0.1)]).splitlines() == [
        "what  ours      against    base      ratio  ±    goal  verdict",
        "Home  150.0 ms  the shell  100.0 ms  1.50   10%  1.25  over",
    ]


@pytest.mark.parametrize(
    ("now", "noise_then", "told"),
    [(112, 0, ["slower: Home: 1.00 → 1.12 (noise 5%)"]), (104, 0, []), (112, 0.2, []), (90, 0, [])],
)
def test_what_got_slower_by_more_than_the_noise_is_told(
    tmp_path: Path, now: float, noise_then: float, told: list[str]
) -> None:
    kept.keep([row(100, noise_then)], {}, date(2026, 11, 28), tmp_path)
    kept.keep([row(500)], {}, date(2026, 11, 30), tmp_path)
    before = kept.last(date(2026, 11, 30), tmp_path)
    assert before
    assert list(kept.slower([row(now)], before)) == told


def test_with_nothing_to_hold_it_against_nothing_is_slower(tmp_path: Path) -> None:
    assert kept.last(date(2026, 11, 30), tmp_path) is None


def test_the_picture_of_growth_has_a_line_for_each_and_every_size_on_it() -> None:
    lines = {"Home, first paint": dict.fromkeys(SIZES, 300.0), "status & all": {10: 1.0, 100: 9, 1000: 90, 10_000: 900}}
    root = ET.fromstring(picture(lines))  # noqa: S314 -- our own
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Home, first paint", "status & all", "10", "100", "1,000", "10,000", "100 ms", "1 s"} <= set(texts)
    drawn = [one.get("points") or "" for one in root.iter("{http://www.w3.org/2000/svg}polyline")]
    heights = [[float(point.split(",")[1]) for point in points.split()] for points in drawn]
    assert len(set(heights[0])) == 1
    assert heights[1] == sorted(heights[1], reverse=True)


def test_the_shell_paints_the_first_handle_that_the_stopwatch_waits_for(tmp_path: Path) -> None:
    taken = paint(tmp_path, "tests.benchmarks.shell")
    assert taken.milliseconds > 0
    assert taken.mebibytes > 1
    assert handle(1) == "@person-1"


def test_only_the_peers_that_have_an_environment_are_measured(tmp_path: Path) -> None:
    program = tmp_path / "posting" / "bin" / "posting"
    program.parent.mkdir(parents=True)
    assert installed(tmp_path) == {}
    program.touch()
    assert installed(tmp_path) == {"posting": (program, "Collection")}


def test_without_a_folder_of_peers_nothing_is_held_against_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONSENTUI_PEERS", raising=False)
    assert rows(tmp_path, 1) == []


def test_the_plain_append_adds_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "plain"
    append_and_sync(file, b"one ")
    append_and_sync(file, b"two")
    assert file.read_bytes() == b"one two"

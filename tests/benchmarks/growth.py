"""How waiting times grow with the number of accounts: measured at each size, and drawn for the README."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path

from tests.benchmarks.commands import commands
from tests.benchmarks.paints import paint
from tests.benchmarks.profile import prepared
from tests.benchmarks.rounds import in_turns, measured, milliseconds_of
from tests.journeys.environment import isolated_environment

PICTURE = Path(__file__).parent.parent.parent / "docs" / "growth.svg"
SIZES = (10, 100, 1000, 10_000)
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 400, 70, 150, 50, 50
_COLOURS = ("#0b6bcb", "#b3261e", "#2e7d32", "#8e5a00", "#6a3fb5")
"""Each with a contrast of at least 4.5:1 on white."""


def growth(folder: Path, rounds: int) -> dict[str, dict[int, float]]:
    """The milliseconds of processor time by task and by number of accounts."""
    report = ("report", "--format", "markdown")
    asked = {f"consentui {name}": words for name, words in commands().items() if name != "next"}
    measures: dict[tuple[str, int], Callable[[], float]] = {}
    for size in SIZES:
        home = prepared(folder / f"growth-{size}", size)
        measures["Home, first paint", size] = partial(_paint, home)
        for name, words in {**asked, "report, Markdown": report}.items():
            command = (sys.executable, "-m", "consentui", *words)
            measures[name, size] = partial(milliseconds_of, *command, env=isolated_environment(home))
    named = {f"{name}\n{size}": measure for (name, size), measure in measures.items()}
    time = measured(in_turns(named, rounds))
    found: dict[str, dict[int, float]] = {}
    for name, size in measures:
        found.setdefault(name, {})[size] = round(time[f"{name}\n{size}"].middle, 1)
    return found


def _paint(home: Path) -> float:
    return paint(home, "consentui").milliseconds


def picture(found: Mapping[str, Mapping[int, float]]) -> str:
    """An SVG chart with a line for each task, labelled at its end; both axes are logarithmic."""
    values = [value for line in found.values() for value in line.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(size: int) -> float:
        return _LEFT + (math.log10(size) - 1) / 3 * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (math.log10(value) - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    parts = [
        f'<text x="{_LEFT}" y="24" font-size="15">Processor time by accounts, both by powers of ten</text>',
        f'<text x="{_LEFT}" y="{_HEIGHT - 10}">accounts, each with its controls recorded</text>',
    ]
    for size in SIZES:
        parts.append(f'<text x="{x(size):.0f}" y="{_HEIGHT - 30}" text-anchor="middle">{size:,}</text>')
        parts.append(f'<path d="M{x(size):.0f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#ddd"/>')
    for power in range(low, high + 1):
        label = f"{10**power:,} ms" if power < 3 else f"{10 ** (power - 3):,} s"
        parts.append(f'<text x="{_LEFT - 8}" y="{y(10**power) + 4:.0f}" text-anchor="end">{label}</text>')
        parts.append(f'<path d="M{_LEFT} {y(10**power):.0f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
    ends = _apart({name: y(line[SIZES[-1]]) for name, line in found.items()})
    for (name, line), colour in zip(found.items(), _COLOURS, strict=False):
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in line.items())
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        words = escape(name.removeprefix("consentui "))
        parts.append(f'<text x="{_WIDTH - _RIGHT + 8}" y="{ends[name] + 4:.0f}" fill="{colour}">{words}</text>')
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n{inside}\n</svg>\n'
    )


def _apart(ends: Mapping[str, float], line: float = 15) -> dict[str, float]:
    """The heights of the labels at the ends of lines, far enough apart to be readable."""
    placed: dict[str, float] = {}
    lowest = 0.0
    for name, end in sorted(ends.items(), key=lambda one: one[1]):
        lowest = max(end, lowest + line)
        placed[name] = lowest
    return placed

"""Decision records have distinct numbers, and every reference to one exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECISIONS = ROOT / "docs" / "decisions"


def test_no_number_is_given_twice() -> None:
    numbers = [path.name[:4] for path in DECISIONS.glob("*.md")]
    assert sorted(numbers) == sorted(set(numbers))
    assert all(number.isdigit() for number in numbers)


def test_whatever_names_a_decision_by_number_or_file_names_one_that_is_there() -> None:
    there = {path.name for path in DECISIONS.glob("*.md")}
    numbers = {name[:4] for name in there}
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "consentui").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"decisions/(\d{4}-[\w-]+\.md)", text)) <= there, path.name
        assert set(re.findall(r"decision (\d{4})\b", text)) <= numbers, path.name

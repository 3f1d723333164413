"""Each request has a reference of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.requests.references import next_reference


@pytest.mark.parametrize(
    ("existing", "reference"),
    [
        ((), "CU-2026-001"),
        (("CU-2026-001", "CU-2026-003"), "CU-2026-004"),
        (("CU-2025-017",), "CU-2026-001"),
        (("CU-2026-999",), "CU-2026-1000"),
        (("cu-2026-007", "CU-2026-08", "XCU-2026-009", ""), "CU-2026-001"),
    ],
)
def test_the_next_reference_follows_the_highest_of_the_year(existing: tuple[str, ...], reference: str) -> None:
    assert next_reference(existing, 2026) == reference


@given(st.lists(st.from_regex(r"CU-20\d\d-\d{3,4}", fullmatch=True)), st.integers(min_value=2000, max_value=2099))
def test_no_reference_is_given_twice(existing: list[str], year: int) -> None:
    reference = next_reference(existing, year)
    assert reference not in existing
    assert re.fullmatch(r"CU-\d{4}-\d{3,}", reference)

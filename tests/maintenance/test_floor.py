"""The coverage floor rises with what the tests reach, and never sinks."""

from __future__ import annotations

import tomllib

import pytest

from maintenance.floor import raised
from maintenance.install import CHECKOUT

PROJECT = '[tool.coverage.report]\nfail_under = 90.0\nskip_covered = true\n\n[project]\nname = "consentui"\n'


def test_the_floor_rises_to_just_below_what_was_reached() -> None:
    assert raised(PROJECT, 95.67) == PROJECT.replace("90.0", "95.4")


@pytest.mark.parametrize("reached", [12.0, 89.99, 90.0, 90.15])
def test_the_floor_never_sinks(reached: float) -> None:
    assert raised(PROJECT, reached) == PROJECT


def test_without_a_floor_there_is_nothing_to_raise() -> None:
    with pytest.raises(ValueError, match="fail_under"):
        raised("[project]\n", 95.0)


def test_this_project_has_a_floor() -> None:
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    floor = tomllib.loads(project)["tool"]["coverage"]["report"]["fail_under"]
    assert 63 <= floor < 100
    assert raised(project, 100.0) != project

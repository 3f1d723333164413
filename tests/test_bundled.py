"""The place of the bundled data: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consentui import bundled


@pytest.fixture(autouse=True)
def _found_anew() -> Iterator[None]:
    bundled.data_folder.cache_clear()
    yield
    bundled.data_folder.cache_clear()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder instead of the package."""
    package = tmp_path / "site-packages" / "consentui"
    package.mkdir(parents=True)
    monkeypatch.setattr(bundled, "PACKAGE", package)
    return package


def test_the_data_of_this_very_program_is_found() -> None:
    assert (bundled.data_folder() / "platforms" / "x.toml").is_file()


def test_a_wheel_carries_its_data_inside_the_package(package: Path) -> None:
    (package / "data").mkdir()
    (package.parent / "data").mkdir()
    assert bundled.data_folder() == package / "data"


def test_a_checkout_has_its_data_beside_the_package(package: Path) -> None:
    (package.parent / "data").mkdir()
    assert bundled.data_folder() == package.parent / "data"

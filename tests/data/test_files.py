"""Every file of the knowledge base loads, keeps the rules, and refers only to what exists."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from consentui.bundled import data_folder
from consentui.knowledge.lint.files import files_in
from consentui.knowledge.lint.run import known_from, lint
from consentui.text import clean, findable
from tests.data.shelf import PLATFORMS, controllers, packs, paths

ONE_DAY = date.max
"""A day on which no fact lies in the future and all are due for review. `make facts` checks against today."""


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_file_states_its_licence_and_hides_no_characters(path: Path) -> None:
    text = path.read_bytes().decode()
    assert text.startswith("# SPDX-License-Identifier: CC-BY-4.0\n")
    assert text == clean(text)
    assert text.endswith("\n")


def test_the_platforms_that_people_ask_for_first_are_there() -> None:
    assert {"x", "meta", "facebook", "instagram"} <= set(PLATFORMS)


def test_no_rule_is_broken_and_one_day_every_fact_is_to_be_checked_again() -> None:
    data = data_folder()
    findings = lint(files_in(data, data), known_from(data, PLATFORMS.values()), ONE_DAY, data)
    assert [f"{found.path}:{found.line} {found.rule}" for found in findings if found.severity == "error"] == []
    old = Counter(Path(found.path).stem for found in findings if found.rule == "facts-are-fresh")
    assert old == {platform.id: len(platform.control) for platform in PLATFORMS.values() if platform.control}


@pytest.mark.parametrize("platform_id", PLATFORMS)
def test_the_ids_of_a_platform_are_its_own(platform_id: str) -> None:
    platform = PLATFORMS[platform_id]
    ids = [control.id for control in platform.control] + [tombstone.id for tombstone in platform.tombstone]
    assert [name for name, times in Counter(ids).items() if times > 1] == []


def test_no_two_platforms_share_a_name() -> None:
    names = Counter(
        name
        for platform in PLATFORMS.values()
        for name in {findable(word) for word in (platform.id, platform.name, *platform.aliases)}
    )
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("platform_id", PLATFORMS)
def test_a_platform_has_a_company_that_can_be_written_to(platform_id: str) -> None:
    platform = PLATFORMS[platform_id]
    (company,) = (one for one in controllers().controller if one.id == platform.controller)
    assert company.name.strip()


def test_the_ids_of_companies_and_packs_are_their_own() -> None:
    for ids in ([one.id for one in controllers().controller], [one.id for one in packs().pack]):
        assert len(ids) == len(set(ids))


def test_a_pack_holds_platforms_that_exist_each_once() -> None:
    for pack in packs().pack:
        assert pack.platforms, pack.id
        assert set(pack.platforms) <= set(PLATFORMS), pack.id
        assert len(set(pack.platforms)) == len(pack.platforms), pack.id


@pytest.mark.parametrize("platform_id", PLATFORMS)
def test_the_history_of_a_platform_is_told_in_order(platform_id: str) -> None:
    days = [event.date for event in PLATFORMS[platform_id].event]
    assert days == sorted(days)


def test_a_control_that_was_taken_out_leads_to_one_that_exists() -> None:
    known = {f"{platform.id}/{control.id}" for platform in PLATFORMS.values() for control in platform.control}
    successors = {stone.successor for platform in PLATFORMS.values() for stone in platform.tombstone}
    assert successors - {None} <= known


def test_every_company_has_a_source() -> None:
    assert [one.id for one in controllers().controller if not one.source] == []


def test_the_data_folder_has_a_licence_of_its_own() -> None:
    assert "Creative Commons Attribution 4.0" in (data_folder() / "LICENSE").read_text(encoding="utf-8")

"""The people on this machine: their names, their progress, and beginning another profile."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import UsageError
from consentui.journal.entries import Outcome
from consentui.profile.people import begin, begin_another, person, profile_called, require_known
from consentui.profile.session import open_session
from consentui.storage.places import all_profiles, is_begun, profile_folders


def test_a_person_is_told_by_what_is_settled_of_all_accounts() -> None:
    anna = open_session("anna")
    for platform in ("x", "linkedin"):
        anna.accounts.add(anna.knowledge.platform(platform))
    items = anna.checklist.all_items()
    anna.checklist.record(items[0].account, items[0].control, Outcome.SWITCHED_OFF)
    found = person("anna")
    assert (found.accounts, found.progress.settled, found.late, found.fault) == (2, 1, 0, "")
    assert found.progress.counted == sum(item.is_counted for item in anna.checklist.all_items())


def test_what_is_wrong_with_a_profile_is_told_and_not_raised() -> None:
    begin("anna")
    profile_folders("anna").journal.write_text("nonsense", encoding="utf-8")
    assert person("anna").fault
    assert person("anna").accounts == 0


@pytest.mark.parametrize(
    ("name", "profile"),
    [("Marie Lefèvre", "marie-lefevre"), ("Zoé", "zoe"), ("  A & B  ", "a-b"), ("…", ""), ("_x_", "x"), ("李", "")],
)
def test_a_profile_is_called_after_its_person(name: str, profile: str) -> None:
    assert profile_called(name) == profile


@given(st.text(max_size=100))
def test_whatever_a_person_is_called_the_name_is_fit_for_a_profile_or_empty(name: str) -> None:
    called = profile_called(name)
    if called:
        assert profile_folders(called).data.name == called
    assert not re.search("[^a-z0-9_-]", called)
    assert profile_called(called) == called


def test_a_profile_that_was_begun_is_known_though_nothing_is_in_it() -> None:
    assert not is_begun("anna")
    begin("anna")
    assert is_begun("anna")
    assert all_profiles() == ("anna",)
    assert list(profile_folders("anna").data.iterdir()) == []
    require_known("anna")


def test_a_name_that_is_taken_begins_nobody() -> None:
    begin_another("anna")
    with pytest.raises(UsageError, match="There is already a profile “anna”"):
        begin_another("anna")


@pytest.mark.parametrize(
    ("asked", "way_out"),
    [("ana", "Did you mean “anna”?"), ("zorro", "Known profiles: anna, bruno.")],
)
def test_a_profile_that_was_never_begun_is_refused_with_the_nearest_or_all(asked: str, way_out: str) -> None:
    begin("anna")
    begin("bruno")
    with pytest.raises(UsageError) as refused:
        require_known(asked, "More.")
    assert refused.value.title == f"There is no profile “{asked}”."
    assert refused.value.way_out == f"{way_out}\nMore."

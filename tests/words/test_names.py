"""Everything that has a code has a name in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

import pytest

from consentui.checklist.standing import Standing
from consentui.i18n import LANGUAGES, Language, speaking
from consentui.journal.entries import AccountType, Decision, Outcome
from consentui.knowledge.base import bundled
from consentui.knowledge.records import Default, Evidence, Kind, Purpose, Surface
from consentui.words import names
from tests.builders import a_control, a_platform

NAMED: list[tuple[Callable[[Any], str], Iterable[Any]]] = [
    (names.standing_name, Standing),
    (names.outcome_name, Outcome),
    (names.decision_name, Decision),
    (names.surface_name, get_args(Surface)),
    (names.kind_name, get_args(Kind)),
    (names.purpose_name, get_args(Purpose)),
    (names.evidence_name, get_args(Evidence)),
    (names.account_type_name, get_args(AccountType)),
    (names.credential_name, get_args(names.CredentialKind)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name_of", "codes"), NAMED)
def test_every_code_has_a_name_of_its_own(
    name_of: Callable[[Any], str], codes: Iterable[Any], language: Language
) -> None:
    with speaking(language):
        names = [name_of(code) for code in codes]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("name_of", "codes"), NAMED)
def test_names_are_translated(name_of: Callable[[Any], str], codes: Iterable[Any]) -> None:
    codes = list(codes)
    english = [name_of(code) for code in codes]
    with speaking("fr"):
        french = [name_of(code) for code in codes]
    assert {word for word, other in zip(english, french, strict=True) if word == other} <= {"e-mail"}


@pytest.mark.parametrize(
    ("default", "kind", "name"),
    [
        ("on", "setting", "on by default"),
        ("off", "setting", "off by default"),
        ("unknown", "setting", "default not known"),
        ("n/a", "objection-form", "objection form"),
        ("n/a", "deletion", "deletion"),
    ],
)
def test_a_default_is_named_or_where_there_is_none_the_kind(default: Default, kind: Kind, name: str) -> None:
    assert names.default_name(a_control(default=default, kind=kind)) == name


def test_a_platform_goes_by_its_name_in_the_language_spoken() -> None:
    platform = a_platform(name_fr="Gazouillis")
    assert names.platform_name(platform) == "Chirp"
    with speaking("fr"):
        assert names.platform_name(platform) == "Gazouillis"


def test_controls_that_are_easily_taken_for_one_another_are_named_with_their_platforms() -> None:
    knowledge = bundled()
    control = a_control(pairs_with=("facebook/ai-objection", "nest/unknown", "facebook/unknown"))
    assert names.look_alikes(control, knowledge) == ("Facebook: Object to AI training on your Facebook data",)


def test_menu_steps_stand_on_one_line() -> None:
    assert names.breadcrumbs(("Settings", "Privacy")) == "Settings › Privacy"
    assert names.breadcrumbs(()) == ""


def test_what_the_person_said_and_what_was_checked_are_told_apart() -> None:
    assert names.said_by("person") == "said by you"
    assert names.said_by("check") == "checked by consentui"

"""The texts of companies, authorities and packs keep the rules that `kb lint` holds platforms to."""

from __future__ import annotations

import pytest

from consentui.bundled import data_folder
from consentui.knowledge.lint.files import record_in
from consentui.knowledge.lint.finding import LintContext, Rule, subject_of
from consentui.knowledge.lint.rules_dates import dates_are_past, days
from consentui.knowledge.lint.rules_texts import (
    french_is_typeset,
    nothing_is_promised,
    quotes_are_curly,
    texts_are_written,
    words,
)
from consentui.knowledge.load import read_text
from tests.builders import TODAY
from tests.data.shelf import LAST_CHECK

NAMES = ("authorities", "controllers", "law", "packs")
OF_ANY_TEXT: tuple[Rule, ...] = (texts_are_written, french_is_typeset, quotes_are_curly, nothing_is_promised)


@pytest.mark.parametrize("rule", OF_ANY_TEXT, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_texts_outside_platforms_keep_the_rules_too(name: str, rule: Rule) -> None:
    path = data_folder() / f"{name}.toml"
    subject = subject_of(record_in(read_text(path), path, name), LintContext(), TODAY)
    assert next(words(subject), None)
    assert not list(rule(subject))


@pytest.mark.parametrize("name", ["authorities", "controllers", "law"])
def test_dates_outside_platforms_keep_the_rules_too(name: str) -> None:
    path = data_folder() / f"{name}.toml"
    subject = subject_of(record_in(read_text(path), path, name), LintContext(), LAST_CHECK)
    assert next(days(subject), None)
    assert not list(dates_are_past(subject))


@pytest.mark.parametrize("name", ["authorities", "controllers", "law"])
def test_a_plain_space_before_a_french_colon_would_be_found(name: str) -> None:
    path = data_folder() / f"{name}.toml"
    spoilt = read_text(path).replace("\u202f:", " :")
    assert list(french_is_typeset(subject_of(record_in(spoilt, path, name), LintContext(), TODAY)))

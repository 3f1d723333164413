"""The texts of companies, authorities and packs keep the rules that `kb lint` holds platforms to."""

from __future__ import annotations

from typing import cast

import msgspec
import pytest

from consentui.bundled import data_folder
from consentui.knowledge.base import Authorities, Controllers, Packs
from consentui.knowledge.lint import rules
from consentui.knowledge.lint.finding import Rule, Subject
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Platform
from tests.builders import TODAY

FILES: dict[str, type[msgspec.Struct]] = {
    "authorities.toml": Authorities,
    "controllers.toml": Controllers,
    "packs.toml": Packs,
}
OF_ANY_TEXT: tuple[Rule, ...] = (
    rules.texts_are_written,
    rules.french_is_typeset,
    rules.quotes_are_curly,
    rules.nothing_is_promised,
    rules.dates_are_past,
)


@pytest.mark.parametrize("rule", OF_ANY_TEXT, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("name", FILES)
def test_texts_outside_platforms_keep_the_rules_too(name: str, rule: Rule) -> None:
    path = data_folder() / name
    record = parse_record(read_text(path), FILES[name], path)
    subject = Subject(cast("Platform", record), {}, TODAY)  # these rules look at texts and days, whatever holds them
    assert next(rules.texts(subject), None)
    assert not list(rule(subject))


@pytest.mark.parametrize("name", ["authorities.toml", "controllers.toml"])
def test_a_plain_space_before_a_french_colon_would_be_found(name: str) -> None:
    path = data_folder() / name
    spoilt = read_text(path).replace("\u202f:", " :")
    subject = Subject(cast("Platform", parse_record(spoilt, FILES[name], path)), {}, TODAY)
    assert list(rules.french_is_typeset(subject))

"""The names of countries are those of the CLDR."""

from __future__ import annotations

from consentui.bundled import data_folder
from consentui.i18n import LANGUAGES
from maintenance.countries import names, text


def test_the_file_says_what_the_cldr_says() -> None:
    path = data_folder() / "countries.json"
    assert path.read_text(encoding="utf-8") == text(), "run: python -m maintenance.countries"


def test_every_country_has_a_name_in_every_language() -> None:
    assert all(name.keys() == set(LANGUAGES) and all(name.values()) for name in names().values())

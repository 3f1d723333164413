"""`python -m maintenance.countries`: write the names of all countries to `data/countries.json`, from Babel.

The names are those of the Unicode CLDR. They are kept in a file because loading Babel's locales takes longer than Home
may take to appear. A test checks that the file is up to date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from babel import Locale

from consentui.bundled import data_folder
from consentui.i18n import LANGUAGES, Language

NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"}  # reserved, but assigned to no country
    | {"QO", "XA", "XB", "XK", "ZZ"}  # made up by the CLDR, or for private use
)
"""Two-letter codes that the CLDR names and ISO 3166-1 does not assign."""


def names() -> dict[str, dict[str, str]]:
    """The countries of ISO 3166-1 by code, each with its name in every language of the program."""
    territories = {language: {str(code): name for code, name in _named(language)} for language in LANGUAGES}
    codes = sorted(code for code in territories["en"] if re.fullmatch(r"[A-Z]{2}", code) and code not in NO_COUNTRIES)
    return {code: {language: territories[language][code] for language in LANGUAGES} for code in codes}


def _named(language: Language) -> Iterable[tuple[object, str]]:
    return Locale.parse(language).territories.items()


def text() -> str:
    """The content of the file, with one country per line."""
    lines = (f'  "{code}": {json.dumps(name, ensure_ascii=False)}' for code, name in names().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    (data_folder() / "countries.json").write_text(text(), encoding="utf-8", newline="\n")

"""The language of the program: translations, dates, numbers and the names of countries.

Uses the loose modules of the package only (`bundled`, `text`). Every room with texts imports `_` and its relatives
from here.
"""

from consentui.i18n.speech import (
    LANGUAGE_NAMES,
    LANGUAGES,
    N_,
    Language,
    _,
    guess_country,
    guess_language,
    language,
    ngettext,
    pgettext,
    set_language,
    speaking,
)

__all__ = [
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "N_",
    "Language",
    "_",
    "guess_country",
    "guess_language",
    "language",
    "ngettext",
    "pgettext",
    "set_language",
    "speaking",
]

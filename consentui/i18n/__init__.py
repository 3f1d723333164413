"""How things are said in a language: the catalogue's words, days, countries.

Rests on the ground alone. `_` and its kin are imported from here by every room that speaks.
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

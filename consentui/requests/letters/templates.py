"""The templates of letters in `data/letters/`, with what may be inserted into them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from consentui.bundled import data_folder
from consentui.i18n import Language
from consentui.i18n.dates import long_date
from consentui.requests.letters.layout import one_line, unended
from consentui.text import capitalised

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_MACROS = (
    "name",
    "my_request",
    "my_request_undated",
    "my_right",
    "article",
    "article_in_short",
    "article_of_right",
    "my_complaint",
    "right_to_complain",
    "can_complain",
    "what_is_owed",
    "account_words",
    "time",
    "time_article",
    "time_passed",
    "means",
    "means_to_you",
    "capacity",
)
"""The macros that `_words.txt` provides to the other templates."""


def block(of: Template, name: str, words: Mapping[str, Any]) -> str:
    """The text of a block of a template, such as `why`."""
    return "".join(of.blocks[name](of.new_context(dict(words))))


def whole(name: str, words: Mapping[str, Any], language: Language) -> str:
    """The text of the template of this name."""
    return template(name, words["cites"], language).render(words)


def template(name: str, cites: str, language: Language) -> Template:
    """The template of this name, in its plain version if a law other than the GDPR is cited and there is one."""
    names = (f"plain/{name}.txt", f"{name}.txt") if cites else (f"{name}.txt",)
    return _templates(language).select_template(names)


def macros(words: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The macros of all templates, which speak of these words."""
    made = _templates(language).get_template("_words.txt").make_module(dict(words))
    return {name: getattr(made, name) for name in _MACROS}


@cache
def _templates(language: Language) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(data_folder() / "letters" / language),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- plain text: nothing in it is markup, and values are made inert
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_inert,
        extensions=["jinja2.ext.do"],
    )
    found.filters |= {"day": long_date, "unended": unended, "first_capital": capitalised}
    return found


def _inert(value: object) -> str:
    """A value made safe to insert: foreign text on one line. Raises TypeError for a missing value."""
    if not isinstance(value, str | int):
        raise TypeError(value)
    kept = " " if isinstance(value, str) and value.startswith(" ") else ""
    return kept + one_line(str(value))

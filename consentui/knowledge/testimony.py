"""The readers that `[[control.testimony]]` names: where in a platform's download a value is found.

A reader names a file, in each language in which the platform names it, with as many of its parent folders as are needed
to tell it from others, and a place within the file. What a value means is said beside the reader, not in it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from consentui.i18n import LANGUAGES, Language

Grade = Literal["A", "B", "C", "D"]
"""How well the meaning of a value is known. `A`: the platform says it. `B`: two independent sources, programs that read
real downloads, or an anonymised real download. `C`: one source. `D`: hearsay. Only A and B may settle a control."""

Path = tuple[str, ...]
"""Steps into a JSON value: a key; `label=Username` for the first element of a list whose `label` is `Username`; `0` or
`-1` for an element by position. An empty path is the whole value."""

Paths = Annotated[tuple[Path, ...], Meta(min_length=1)]
"""Alternative paths, those of the newest form of the file first; the first that exists is used."""


class Names(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Names of files or folders by language; `any` holds those that are the same in every language.

    `*` matches anything within one component of a path, and `**/` at the beginning matches any folders.
    """

    any: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.any, *(name for language in LANGUAGES for name in self.in_language(language)))

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The names that are specific to one language."""
        printed: tuple[str, ...] = getattr(self, language, ())
        return printed


class Value(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="value"
):
    """One value in a JSON file, or in a JavaScript file that only assigns JSON (`window.YTD.account.part0 = …`)."""

    file: Names
    at: Paths


class CsvCell(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="cell"
):
    """One cell of a CSV file: in the first row with the values in `where`, or in the last row if `where` is empty."""

    file: Names
    column: str
    where: dict[str, str] = {}


class Folder(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="folder"
):
    """Whether a folder is `present` or `absent`; it counts as absent only if the folder `beside` it is there."""

    folder: Names
    beside: Names


class Count(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="count"
):
    """The number of elements of a list in a JSON file."""

    file: Names
    at: Paths


class Latest(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="latest"
):
    """A value of the newest element of a list in a JSON file: `what` is its path in the element, `when` its date's."""

    file: Names
    at: Paths
    what: Path
    when: Paths


class Preference(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="preference"
):
    """One preference in Firefox's `prefs.js`: `user_pref("name", value);`. One that was never changed is not there."""

    file: Names
    name: str


Reader = Value | CsvCell | Folder | Count | Latest | Preference

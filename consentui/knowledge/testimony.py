"""Where in a platform's download something stands: the readers that `[[control.testimony]]` names.

A reader says which file (its name as it is in each language, as far down from the download's own root as is needed to
tell it from others) and where in it. What the value found there means is said beside it, by whoever names the reader.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from consentui.i18n import LANGUAGES, Language

Grade = Literal["A", "B", "C", "D"]
"""How well the meaning is known. `A`: the platform says it. `B`: two independent sources, programs that read real
downloads, or a real one made anonymous. `C`: one source. `D`: hearsay. Only A and B may settle a control."""

Path = tuple[str, ...]
"""Steps into a JSON value: a key; `label=Username`, the element of a list whose `label` is that; `0`, `-1`, an element
by its place. No step at all is the whole value."""

Paths = Annotated[tuple[Path, ...], Meta(min_length=1)]
"""The newest shape first; the first that is there counts."""


class Names(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Names of files or folders: `any` where a platform has the same in every language.

    `*` stands for anything within a part of a path, `**/` at the beginning for any folders.
    """

    any: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.any, *(name for language in LANGUAGES for name in self.in_language(language)))

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The names that the platform has in one language alone."""
        printed: tuple[str, ...] = getattr(self, language, ())
        return printed


class Value(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="value"
):
    """One value in a JSON file, or in JavaScript that only assigns one (`window.YTD.account.part0 = …`)."""

    file: Names
    at: Paths


class CsvCell(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="cell"
):
    """One cell of a CSV file: in the first row that has these values, or in the last row of all."""

    file: Names
    column: str
    where: dict[str, str] = {}


class Folder(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="folder"
):
    """A folder that is `present` or `absent`; that it is absent says something only where its neighbour is there."""

    folder: Names
    beside: Names


class Count(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="count"
):
    """How many elements a list in a JSON file has."""

    file: Names
    at: Paths


class Latest(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="latest"
):
    """The newest element of a dated list in a JSON file: `what` it says, and `when`."""

    file: Names
    at: Paths
    what: Path
    when: Paths


class Preference(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, tag_field="kind", tag="preference"
):
    """One of the choices in Firefox's own file: `user_pref("name", value);`. What was never changed is not in it."""

    file: Names
    name: str


Reader = Value | CsvCell | Folder | Count | Latest | Preference

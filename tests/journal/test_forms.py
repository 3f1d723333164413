"""Every id in an entry is checked for its form: fast for all at once, and with an error that names the line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from msgspec import Meta, Struct
from msgspec.structs import fields, replace

from consentui.errors import StorageError
from consentui.journal.entries import ACCOUNT_FORM, ID_FORM, Entry, Undone
from consentui.journal.file import parse
from consentui.journal.forms import are_well_formed
from consentui.storage.form import FORM
from tests.builders import account_added, recorded

KINDS: tuple[type[Struct], ...] = get_args(Entry)


def form_of(kind: Any) -> str | None:
    """The form that a type is annotated with, at any depth; None if there is none."""
    parts = get_args(kind)
    if get_origin(kind) is Annotated:
        named = (part.extra[FORM] for part in parts if isinstance(part, Meta) and part.extra)
        return next(named, None)
    return next(filter(None, map(form_of, parts)), None)


FORMED = [(kind, field.name, form) for kind in KINDS for field in fields(kind) if (form := form_of(field.type))]


class Named:
    """A stand-in for an entry with only one field."""

    def __init__(self, key: str, value: str) -> None:
        setattr(self, key, value)


@pytest.mark.parametrize(("kind", "key", "form"), FORMED)
def test_every_key_with_a_form_is_asked_for_it(kind: type[Struct], key: str, form: str) -> None:
    good, bad = {ID_FORM: ("01KDWGQEM00000000000000009", "x"), ACCOUNT_FORM: ("x-7k3f", "X!")}[form]
    entry: Any = Named(key, good)
    assert are_well_formed((entry,)), kind
    entry = Named(key, bad)
    assert not are_well_formed((entry,)), kind


@pytest.mark.parametrize("end", ["\n", " ", "0"])
def test_an_id_ends_where_it_ends(end: str) -> None:
    entry = account_added(0, account="x-7k3f")
    assert are_well_formed((entry, recorded("later", 1)))
    assert not are_well_formed((entry, replace(entry, id=entry.id + end)))
    assert not are_well_formed((replace(entry, account=f"x-7k3f{end.replace('0', '-')}"),))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('account = "X"', "line 6: “X” does not match"),
        ('account = "x"\nbatch = "01"', "line 7: “01” does not match"),
    ],
)
def test_what_is_no_id_is_told_with_its_line(line: str, said: str) -> None:
    content = f"""schema = 1

[[entry]]
what = "noted"
at = 2026-01-01T08:09:00Z
{line}
control = "training"
id = "01KDWGQEM00000000000000009"
"""
    with pytest.raises(StorageError, match=said):
        parse(content.encode(), Path("journal.toml"))


def test_an_entry_that_takes_back_what_is_no_entry_is_refused() -> None:
    assert not are_well_formed((Undone(at=account_added(0).at, id=account_added(0).id, entry="everything"),))

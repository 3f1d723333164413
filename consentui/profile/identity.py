"""Who writes, and for whom: the name and address that letters need, asked for when needed, kept only if wanted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from consentui import clock
from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.profile.input import cleaned_email
from consentui.requests.letters.facts import Person
from consentui.requests.letters.mandates import Capacity, Mandate, is_of_age
from consentui.storage import toml
from consentui.text import clean, clean_line


class Identity(Struct, frozen=True, forbid_unknown_fields=True):
    """The person who writes, as letters name them. The lines of the address are separated by newlines."""

    name: str
    address: str = ""
    email: str = ""
    mandate: Mandate | None = None
    """For whom they write, if the profile is another person's; None if they write for themselves."""


IDENTITY_FIELDS = (*Identity.__struct_fields__, *Mandate.__struct_fields__)
"""The names of the fields in which the identity and the mandate are typed."""


def read_identity(path: Path) -> Identity | None:
    """The identity that is kept, None if there is none; raises StorageError if it cannot be understood."""
    if not path.exists():
        return None
    return toml.parse(toml.read_text(path, StorageError), Identity, path, StorageError)


def keep_identity(path: Path, identity: Identity) -> None:
    """Keep the identity in a file that only its owner can read (mode 0600).

    Raises UsageError for an invalid e-mail address or mandate, StorageError if it cannot be written.
    """
    import tomli_w

    from consentui.storage.files import failing_as, replace_file

    fields: dict[str, object] = {
        "name": clean_line(identity.name),
        "address": clean(identity.address).strip(),
        "email": cleaned_email(identity.email),
    }
    if identity.mandate:
        fields["mandate"] = msgspec.to_builtins(cleaned_mandate(identity.mandate), builtin_types=(date,))
    with failing_as(_("Your name and address could not be saved."), path):
        replace_file(path, tomli_w.dumps(fields).encode())


def cleaned_mandate(mandate: Mandate) -> Mandate:
    """The mandate made inert; raises UsageError if it names nobody, a birth yet to come, or a child now of age."""
    person = clean_line(mandate.person)
    if not person:
        raise UsageError(_("The person you write for is not named."), way_out=_("Give the name of that person."))
    born = mandate.born if mandate.basis is Capacity.CHILD else None
    if born and born > clock.today():
        raise UsageError(_("{date} is in the future.").format(date=long_date(born)))
    cleaned = replace(mandate, person=person, enclosure=clean_line(mandate.enclosure), born=born)
    check_of_age(cleaned)
    return cleaned


def check_of_age(mandate: Mandate) -> None:
    """Raise UsageError if the mandate is for a child who has come of age, for whom no parent may write any more."""
    if is_of_age(mandate, clock.today()):
        raise UsageError(
            _("{name} has come of age: nobody can write for them as for a child any longer.").format(
                name=mandate.person
            ),
            way_out=_("Let them write, or write with a mandate from them."),
        )


def forget_identity(path: Path) -> bool:
    """Forget the identity; False if none was kept. Letters that were sent keep what they said."""
    from consentui.storage.files import failing_as

    with failing_as(_("Your name and address could not be forgotten."), path):
        try:
            path.unlink()
        except FileNotFoundError:
            return False
    return True


def writer(path: Path) -> Person:
    """Who writes a letter, and for whom.

    Raises UsageError if no name is kept, for an invalid e-mail address, and for a child who has come of age.
    """
    kept = read_identity(path)
    if kept is None:
        raise UsageError(
            _("A letter needs your name."),
            way_out=_(
                "“consentui identity set” keeps your name and address on this machine; “identity forget” forgets them."
            ),
        )
    if kept.mandate:
        check_of_age(kept.mandate)
    return Person(kept.name, kept.address, cleaned_email(kept.email), kept.mandate)

"""Who writes: the name and address that letters need. Asked for when a letter needs it, kept only if wanted."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.profile.input import cleaned_email
from consentui.requests.letters.facts import Person
from consentui.storage import toml
from consentui.text import clean, clean_line


class Identity(Struct, frozen=True, forbid_unknown_fields=True):
    """A data subject as a letter names them. The address has its lines separated by newlines."""

    name: str
    address: str = ""
    email: str = ""


def read_identity(path: Path) -> Identity | None:
    """What is kept, None where nothing is; raises StorageError when it cannot be understood."""
    if not path.exists():
        return None
    return toml.parse(toml.read_text(path, StorageError), Identity, path, StorageError)


def keep_identity(path: Path, identity: Identity) -> None:
    """Keep who writes, for the owner's eyes only (mode 0600).

    Raises UsageError for an e-mail address that is none, StorageError when it cannot be kept.
    """
    import tomli_w

    from consentui.storage.files import failing_as, replace_file

    fields = {
        "name": clean_line(identity.name),
        "address": clean(identity.address).strip(),
        "email": cleaned_email(identity.email),
    }
    with failing_as(_("Your name and address could not be kept."), path):
        replace_file(path, tomli_w.dumps(fields).encode())


def forget_identity(path: Path) -> bool:
    """Forget who writes; False when nothing was kept. Letters that were sent keep what they said."""
    from consentui.storage.files import failing_as

    with failing_as(_("Your name and address could not be forgotten."), path):
        try:
            path.unlink()
        except FileNotFoundError:
            return False
    return True


def writer(path: Path) -> Person:
    """Who writes a letter; raises UsageError when no name is kept, or an e-mail address that is none."""
    kept = read_identity(path)
    if kept is None:
        raise UsageError(
            _("A letter needs your name."),
            way_out=_(
                "“consentui identity set” keeps name and address on this machine; “identity forget” forgets them."
            ),
        )
    return Person(kept.name, kept.address, cleaned_email(kept.email))

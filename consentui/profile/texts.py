"""The texts of requests in a profile's folder: letters frozen as they went out, and what the person said for them."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from consentui.errors import StorageError
from consentui.i18n import _
from consentui.journal.entries import RequestSent
from consentui.profile.identity import cleaned_mandate
from consentui.requests.letters.facts import Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.mandates import WrittenFor
from consentui.requests.letters.said import AccountDetails, Said
from consentui.storage import toml
from consentui.storage.files import TempFile, failing_as, put_in_free_place, put_in_place, written_aside
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import hash_inside, opened_inside, text_of
from consentui.text import clean_line

MOST_BYTES = 4_000_000
"""The limit for a text that was sent. A text read from a file has a quarter of it at most, and no letter comes near."""
_SAID = "said.toml"
_GROUNDS = "grounds.text"
DRAFTS = (_SAID, _GROUNDS)
"""The names of the files in a request's folder that are prepared before its letter goes out."""
_NUMBERED = re.compile(r"(\d{2,9})-.*\.txt", re.ASCII)


class Frozen(Struct, frozen=True):
    """A frozen text in the profile's folder, as its entry names it."""

    file: str
    sha256: str


class Texts:
    """The folder of requests, with a folder for each."""

    def __init__(self, folders: Folders) -> None:
        self._data = folders.data
        self._folder = folders.requests

    def freeze(self, reference: str, kind: Kind, text: str) -> Frozen:
        """Keep a text as it went out, in a new file numbered after all others of its request.

        Raises StorageError if it cannot be kept.
        """
        content, folder = text.encode(), self._folder / reference
        with failing_as(_("The text could not be saved."), folder), written_aside(self._folder, "letter") as new:
            new.file.write(content)
            path = _put_after_others(new, private_folder(folder), kind)
        return Frozen(path.relative_to(self._data).as_posix(), sha256(content).hexdigest())

    def references(self) -> Iterator[str]:
        """The references of all requests that have a folder, whether the journal names them or not."""
        with suppress(OSError):
            yield from (path.name for path in self._folder.iterdir())

    def frozen(self, message: RequestSent) -> str:
        """A text as it was sent; raises StorageError if it is missing or was altered."""
        for name in names_of(message):
            with suppress(OSError, UnicodeDecodeError):
                text = _content_inside(self._data, name).decode()
                if sha256(text.encode()).hexdigest() == message.sha256:
                    return text
        raise StorageError(
            _("A text that was sent is missing or has changed."),
            str(self._data / message.file),
            _("Restore the file from a copy: its SHA-256 is {hash}.").format(hash=message.sha256),
        )

    def said(self, reference: str) -> Said:
        """What the person said for the letters of a request; raises StorageError if it cannot be understood."""
        path = self._folder / reference / _SAID
        if path.exists():
            return toml.parse(toml.read_text(path, StorageError), Said, path, StorageError)
        return Said(grounds=self._former_grounds(reference))

    def keep_said(self, reference: str, said: Said) -> None:
        """Keep what the person said with the request.

        Raises UsageError for an invalid mandate, StorageError if it cannot be kept.
        """
        import tomli_w

        fields = msgspec.to_builtins(_cleaned(said), builtin_types=(date,))
        content, path = tomli_w.dumps(fields).encode(), self._folder / reference / _SAID
        # Written aside in the folder of all requests, where what a killed program leaves behind is swept up.
        with failing_as(_("The text could not be saved."), path), written_aside(self._folder, "said") as new:
            new.file.write(content)
            private_folder(path.parent)
            put_in_place(new, path)

    def keep_written_for(self, reference: str, by: Person) -> None:
        """Keep in whose name a request went out, if somebody else wrote it; raises StorageError as `keep_said` does."""
        said = self.said(reference)
        mandate = by.mandate
        written_for = WrittenFor(mandate.person, by.name, mandate.basis) if mandate else None
        if said.written_for != written_for:
            self.keep_said(reference, replace(said, written_for=written_for))

    def _former_grounds(self, reference: str) -> tuple[str, ...]:
        """The grounds in the file that older versions wrote, one per line."""
        try:
            text = text_of(self._folder / reference / _GROUNDS)
        except (OSError, UnicodeDecodeError):
            return ()
        return tuple(clean_line(line) for line in text.splitlines() if line.strip())


def _cleaned(said: Said) -> Said:
    """What the person said, made inert and without empty grounds."""
    details = {
        name: AccountDetails(clean_line(one.user_id), clean_line(one.email), clean_line(one.profile))
        for name, one in said.accounts.items()
    }
    changed = {
        kind: {code: clean_line(words) for code, words in changes.items()} for kind, changes in said.changed.items()
    }
    return replace(
        said,
        grounds=tuple(clean_line(one) for one in said.grounds if one.strip()),
        consent=clean_line(said.consent),
        data=clean_line(said.data),
        mandate=cleaned_mandate(said.mandate) if said.mandate else None,
        accounts=details,
        changed=changed,
    )


def altered_texts(data: Path, sent: Iterable[RequestSent]) -> tuple[Path, ...]:
    """The frozen texts in a profile's folder that are missing or, by their hashes, no longer what was sent."""
    return tuple(
        data / one.file for one in sent if all(hash_inside(data, name) != one.sha256 for name in names_of(one))
    )


def names_of(message: RequestSent) -> tuple[str, str]:
    """The file names that a frozen text may have: its own, or that name with part of its hash.

    It has the second if its text was brought from another copy while its own name was taken.
    """
    path = PurePosixPath(message.file)
    return message.file, path.with_name(f"{path.stem}.{message.sha256[:8]}{path.suffix}").as_posix()


def _content_inside(data: Path, name: str) -> bytes:
    """The content of a text; raises OSError if it cannot be read, or is larger than `MOST_BYTES`."""
    with opened_inside(data, name) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), name)
    return content


def _put_after_others(new: TempFile, folder: Path, kind: Kind) -> Path:
    numbers = (int(found[1]) for path in folder.iterdir() if (found := _NUMBERED.match(path.name)))
    for number in count(max(numbers, default=0) + 1):
        path = folder / f"{number:02d}-{kind.value}.txt"
        with suppress(FileExistsError):
            put_in_free_place(new, path)
            return path
    raise AssertionError

"""Files sealed with a passphrase, in the format of age (C2SP age-encryption.org/v1), as its own tool reads them.

A key is made for each backup and encrypts every file on its own, so that none is ever held whole; the passphrase
encrypts the key. A fault of the library is told in our own words, for its own might repeat what it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.streams import ByteSource, Sink

if TYPE_CHECKING:
    from io import BufferedIOBase
    from types import ModuleType

    from pyrage.x25519 import Identity

SHORTEST = 8
"""In characters, of a passphrase: what is shorter is guessed in no time."""


class Key(NamedTuple):
    """What seals and opens the files of one backup."""

    identity: Identity

    def seal(self, source: ByteSource, target: Sink) -> None:
        """Encrypt all of a file; raises what reading and writing raise."""
        library, ends = _library(), _Ends(source, target)
        try:
            library.encrypt_io(ends.stream, ends.stream, [self.identity.to_public()])
        finally:
            ends.raise_fault()

    def open(self, source: ByteSource, target: Sink) -> bool:
        """Decrypt all of a file; False where it was not sealed with this key, or is damaged. Raises as `seal` does."""
        library, ends = _library(), _Ends(source, target)
        try:
            library.decrypt_io(ends.stream, ends.stream, [self.identity])
        except (library.DecryptError, OSError):
            return False
        finally:
            ends.raise_fault()
        return True


def new_key() -> Key:
    """A key of its own for a new backup; raises UsageError when the extra `encrypted` is not installed."""
    library = _library()
    return Key(library.x25519.Identity.generate())


def locked(key: Key, passphrase: str) -> bytes:
    """A key as it is kept, opened by the passphrase alone; raises UsageError for one that is too short."""
    try:
        if len(passphrase) < SHORTEST:
            raise UsageError(
                _("This passphrase is too short."),
                _("Use at least {least} characters; several words are best.").format(least=SHORTEST),
            )
        sealed: bytes = _library().passphrase.encrypt(f"{key.identity}\n".encode(), passphrase)
        return sealed
    finally:
        del passphrase  # a crash screen prints the local variables of every frame


def unlocked(content: bytes, passphrase: str) -> Key:
    """A key as it was before; raises UsageError where the passphrase does not open it."""
    library = _library()
    try:
        text = library.passphrase.decrypt(content, passphrase).decode().strip()
        return Key(library.x25519.Identity.from_str(text))
    except (library.DecryptError, library.IdentityError, UnicodeDecodeError):
        wrong = UsageError(
            _("This passphrase does not open the backup."),
            _("Or the part of the backup that holds its key is damaged."),
            _("Check capital letters and the keyboard layout, then try again."),
        )
    finally:
        del passphrase
    raise wrong  # here and not in the `except`, so that the library's own exception is no part of it


class _Ends:
    """A file to read and one to write, as the library uses them. It hides what goes wrong there, or loses it."""

    def __init__(self, source: ByteSource, target: Sink) -> None:
        self._source = source
        self._target = target
        self._fault: BaseException | None = None

    @property
    def stream(self) -> BufferedIOBase:
        """Both, for a library that calls no more than `read`, `write` and `flush`."""
        return cast("BufferedIOBase", self)

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as fault:
            self._fault = fault
            raise

    def write(self, content: bytes) -> int:
        try:
            return self._target.write(content)
        except BaseException as fault:
            self._fault = fault
            raise

    def flush(self) -> None:
        """Whoever gave the file sees to that."""

    def raise_fault(self) -> None:
        """Raise what went wrong at either end."""
        if self._fault:
            raise self._fault


def _library() -> ModuleType:
    try:
        import pyrage
    except ImportError as error:
        raise UsageError(
            _("Encrypted backups need pyrage, which is not installed."),
            way_out=_("Install it with: {command}").format(command="pip install 'consentui[encrypted]'"),
        ) from error
    return pyrage

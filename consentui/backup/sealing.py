"""Encrypting files with a passphrase in the format of age (C2SP age-encryption.org/v1), readable by its own tool.

Each backup has a new key, which encrypts every file separately, as a stream; the passphrase encrypts the key. Errors
of the library are replaced by our own, since its messages might repeat what it was given.
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
"""The fewest characters of a passphrase; a shorter one is easily guessed."""
_ATTEMPTS = 20
_TOO_MUCH_WORK = "Excessive work"
"""How the library begins to say that decrypting would take this machine too long, before it tries.

It times a single short run for that, which on a busy machine can take many times as long as it should.
"""


class Key(NamedTuple):
    """The key that encrypts and decrypts the files of one backup."""

    identity: Identity

    def seal(self, source: ByteSource, target: Sink) -> None:
        """Encrypt a whole file; raises whatever reading or writing raises."""
        library, ends = _library(), _Ends(source, target)
        try:
            library.encrypt_io(ends.stream, ends.stream, [self.identity.to_public()])
        finally:
            ends.raise_fault()

    def open(self, source: ByteSource, target: Sink) -> bool:
        """Decrypt a whole file; False if it was not encrypted with this key or is damaged. Raises like `seal`."""
        library, ends = _library(), _Ends(source, target)
        try:
            library.decrypt_io(ends.stream, ends.stream, [self.identity])
        except (library.DecryptError, OSError):
            return False
        finally:
            ends.raise_fault()
        return True


def new_key() -> Key:
    """A new key for a new backup; raises UsageError if the extra `encrypted` is not installed."""
    library = _library()
    return Key(library.x25519.Identity.generate())


def wrapped_key(key: Key, passphrase: str) -> bytes:
    """The key encrypted with a passphrase; raises UsageError if the passphrase is too short."""
    try:
        if len(passphrase) < SHORTEST:
            raise UsageError(
                _("This passphrase is too short."),
                _("Use at least {least} characters; several words are best.").format(least=SHORTEST),
            )
        sealed: bytes = _library().passphrase.encrypt(f"{key.identity}\n".encode(), passphrase)
        return sealed
    finally:
        del passphrase  # a crash report shows the local variables of every frame


def unwrapped_key(content: bytes, passphrase: str) -> Key:
    """The key decrypted with a passphrase.

    Raises UsageError if there is no passphrase or it does not open it, or if this machine is too slow to try.
    """
    if not passphrase:
        raise UsageError(_("The backup has a passphrase."), way_out=_("Type it, then try again."))
    library, refused = _library(), _TOO_MUCH_WORK
    try:
        for _attempt in range(_ATTEMPTS):
            if not refused.startswith(_TOO_MUCH_WORK):
                break
            try:
                text = library.passphrase.decrypt(content, passphrase).decode().strip()
                return Key(library.x25519.Identity.from_str(text))
            except (library.DecryptError, library.IdentityError, UnicodeDecodeError) as error:
                refused = str(error)
    finally:
        del passphrase
    # Outside the `except`, so that the library's exception is not chained to it.
    raise _too_slow() if refused.startswith(_TOO_MUCH_WORK) else _not_opened()


def _not_opened() -> UsageError:
    return UsageError(
        _("This passphrase does not open the backup."),
        _("Or the part of the backup that holds its key is damaged."),
        _("Check capital letters and the keyboard layout, then try again."),
    )


def _too_slow() -> UsageError:
    return UsageError(
        _("This machine is too busy or too slow to open the backup."),
        _("Opening it takes long on purpose, so that nobody can guess the passphrase."),
        _("Close other programs, then try again, or open it on a faster machine."),
    )


class _Ends:
    """A source and a target in the form that the library takes, keeping their exceptions, which it hides or loses."""

    def __init__(self, source: ByteSource, target: Sink) -> None:
        self._source = source
        self._target = target
        self._fault: BaseException | None = None

    @property
    def stream(self) -> BufferedIOBase:
        """This object as a stream; the library only calls `read`, `write` and `flush`."""
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
        """Do nothing: flushing is up to the owner of the target."""

    def raise_fault(self) -> None:
        """Raise the exception that the source or the target raised, if any."""
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

"""Sign-in name, password and token of an account, kept in the operating system's keyring and nowhere else.

Only keyrings known to encrypt are used. A fault of a keyring is reported by its class alone, since its text may repeat
the secret. Every call returns, even if a keyring waits for ever in a window that nobody sees.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal, TypeVar

from consentui.errors import VaultError
from consentui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

Kind = Literal["login", "password", "token"]
KINDS: tuple[Kind, ...] = ("login", "password", "token")

SERVICE = "consentui"
"""The name that password managers list our entries under."""
PATIENCE_SECONDS = 5.0
"""How long a keyring may take to answer, so that a daemon that hangs does not hang the program. A person who types the
keyring's password in a window may take longer, and then has to try again."""
_WINDOWS = "Windows Credential Manager"
_LONGEST_ON_WINDOWS = 2560  # bytes of UTF-16: CRED_MAX_CREDENTIAL_BLOB_SIZE in wincred.h
TRUSTED = {
    "keyring.backends.SecretService.Keyring": "Secret Service",
    "keyring.backends.libsecret.Keyring": "libsecret",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.kwallet.DBusKeyringKWallet4": "KWallet 4",
    "keyring.backends.macOS.Keyring": "macOS Keychain",
    "keyring.backends.Windows.WinVaultKeyring": _WINDOWS,
}
"""The backends that encrypt, by the full name of their class, with the name that a person knows."""

_CHOICE = "keyringrc.cfg"
_Answer = TypeVar("_Answer")


class NoKeyringError(VaultError):
    """There is no keyring that could hold anything of ours."""


def store(profile: str, account: str, kind: Kind, secret: str) -> None:
    """Keep a secret, in place of an earlier one of that kind.

    Raises VaultError if it cannot be kept; an earlier one may still be there then.
    """
    try:
        if problem := _unstorable(secret):
            raise problem
        keyring = _trusted_keyring()
        if problem := _too_long(secret, _name(keyring)):
            raise problem
        _answer(keyring, _keeping(keyring, _entry(profile, account, kind), secret))
    finally:
        del secret  # a crash screen prints the local variables of every frame


def fetch(profile: str, account: str, kind: Kind) -> str | None:
    """The secret, or None if none of that kind is kept. Raises VaultError."""
    keyring = _trusted_keyring()
    return _answer(keyring, lambda: keyring.get_password(SERVICE, _entry(profile, account, kind)))


def forget(profile: str, account: str, kind: Kind) -> bool:
    """Remove a secret from the keyring; False if there was none. Raises VaultError."""
    keyring = _trusted_keyring()
    entry = _entry(profile, account, kind)

    def remove() -> bool:
        # Looked up first, since backends raise one and the same error for "there is none" and "I may not".
        if keyring.get_password(SERVICE, entry) is None:
            return False
        keyring.delete_password(SERVICE, entry)
        return True

    return _answer(keyring, remove)


def kinds_kept(profile: str, account: str) -> tuple[Kind, ...]:
    """The kinds of secret that are kept for an account, in the order of `KINDS`. Raises VaultError."""
    keyring = _trusted_keyring()

    def present() -> tuple[Kind, ...]:
        entries: dict[Kind, str] = {kind: _entry(profile, account, kind) for kind in KINDS}
        return tuple(kind for kind, entry in entries.items() if keyring.get_password(SERVICE, entry) is not None)

    return _answer(keyring, present)


def forget_rest() -> int:
    """Remove whatever the keyring has under our name, if it can list that, and return how many. Raises VaultError."""
    keyring = _trusted_keyring()

    def remove() -> int:
        names: set[str] = set()
        while (found := keyring.get_credential(SERVICE, None)) and found.username not in names:
            names.add(found.username)
            keyring.delete_password(SERVICE, found.username)
        return len(names)

    return _answer(keyring, remove)


def backend_name() -> str:
    """The name of the keyring that would be used, trusted or not. Raises VaultError if none starts."""
    return _name(_answer(None, _chosen_keyring))


def availability() -> VaultError | None:
    """Why no secret can be kept or fetched now, None if one can. A locked keyring may ask for its password."""
    try:
        keyring = _trusted_keyring()
        _answer(keyring, lambda: keyring.get_password(SERVICE, "availability"))
    except VaultError as error:
        return error
    return None


def _entry(profile: str, account: str, kind: Kind) -> str:
    return f"{profile}/{account}/{kind}"


def _keeping(keyring: KeyringBackend, entry: str, secret: str) -> Callable[[], None]:
    return lambda: keyring.set_password(SERVICE, entry, secret)


def _name(keyring: KeyringBackend) -> str:
    return TRUSTED.get(_class_name(keyring), _class_name(keyring))


def _class_name(keyring: KeyringBackend) -> str:
    return f"{type(keyring).__module__}.{type(keyring).__qualname__}"


def _trusted_keyring() -> KeyringBackend:
    keyring = _answer(None, _chosen_keyring)
    if _class_name(keyring) not in TRUSTED:
        raise _refusal(keyring)
    return keyring


def _chosen_keyring() -> KeyringBackend:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    # Only the first member, since a chain may pass a secret on to members that are not trusted.
    members: list[KeyringBackend] = chosen.backends if isinstance(chosen, ChainerBackend) else []
    return members[0] if members else chosen


def _answer(keyring: KeyringBackend | None, question: Callable[[], _Answer]) -> _Answer:
    """What the question returns, waited for in a thread. Raises VaultError, also if no answer comes in time."""
    answers: list[_Answer] = []
    faults: list[type[BaseException]] = []

    def ask() -> None:
        try:
            answers.append(question())
        except BaseException as fault:  # noqa: BLE001 -- a thread would print it, with the secret it may hold
            faults.append(type(fault))

    # A daemon, so that a keyring that never answers cannot keep the program from ending.
    waiting = threading.Thread(target=ask, name="keyring", daemon=True)
    try:
        waiting.start()
    except RuntimeError:  # the system lets this program start no more threads
        raise _unasked() from None
    waiting.join(PATIENCE_SECONDS)
    # Raised outside an `except`, so that the keyring's own exception is not part of ours.
    if waiting.is_alive():
        raise _silence()
    if faults:
        raise _not_started(faults[0]) if keyring is None else _fault(faults[0], _name(keyring))
    return answers[0]


def _unasked() -> VaultError:
    return VaultError(
        _("The keyring could not be queried."),
        _("The system does not let this program start more threads."),
        _("Close other programs, then try again."),
    )


def _unstorable(secret: str) -> VaultError | None:
    if not secret:
        return VaultError(_("There is nothing to save."), _("The value is empty."), _("Enter a value."))
    # macOS cuts a text at a null character; a lone surrogate cannot be encoded in UTF-8. Newlines are safe.
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in secret):
        return VaultError(
            _("This value cannot be stored."),
            _("It contains a character that keyrings cannot store."),
            _("Copy it again from its source, or type it."),
        )
    return None


def _too_long(secret: str, name: str) -> VaultError | None:
    if name != _WINDOWS or len(secret.encode("utf-16-le")) <= _LONGEST_ON_WINDOWS:
        return None
    return VaultError(
        _("This value is too long to store."),
        _("{name} accepts {limit} characters at most.").format(name=name, limit=_LONGEST_ON_WINDOWS // 2),
        _("Use a shorter one, such as an app password."),
    )


def _refusal(keyring: KeyringBackend) -> VaultError:
    from keyring.backends import chainer, fail, null

    if isinstance(keyring, fail.Keyring | chainer.ChainerBackend):  # a chain comes here only if it is empty
        return _missing()
    if isinstance(keyring, null.Keyring):
        return NoKeyringError(
            _("The keyring is switched off."),
            _("The keyring library is set to {name}, which stores nothing.").format(name=_name(keyring)),
            _choice(),
        )
    return VaultError(
        _("The keyring {name} is not trusted.").format(name=_name(keyring)),
        _("It may store secrets unencrypted. The trusted ones are: {trusted}.").format(
            trusted=", ".join(TRUSTED.values())
        ),
        _choice(),
    )


def _missing() -> VaultError:
    if not _session_bus_answers():
        return NoKeyringError(
            _("The keyring cannot be reached."),
            _("There is no D-Bus session, which is how programs talk to the keyring."),
            _("Start consentui from a desktop session, or through dbus-run-session. Everything else works without it."),
        )
    return NoKeyringError(
        _("There is no keyring on this system."),
        _("No keyring service is running, and none can be started."),
        _("Install GNOME Keyring, KWallet or KeePassXC and sign in again. Everything else works without it."),
    )


def _session_bus_answers() -> bool:
    try:
        import secretstorage
    except ImportError:  # a system whose keyring needs no bus
        return True
    try:
        secretstorage.dbus_init().close()
    except Exception:  # noqa: BLE001 -- the address may be wrong in as many ways as there are exceptions
        return False
    return True


def _not_started(fault: type[BaseException]) -> VaultError:
    return VaultError(
        _("The keyring could not be started."),
        _("The keyring library failed with {fault}.").format(fault=fault.__name__),
        _choice(),
    )


def _choice() -> str:
    return _(
        "The variable PYTHON_KEYRING_BACKEND or the file {file} chooses a keyring: remove that choice to use the "
        "keyring of the system."
    ).format(file=_choice_file())


def _choice_file() -> str:
    from keyring.util.platform_ import config_root

    try:
        return str(config_root() / _CHOICE)
    except RuntimeError:  # the home folder is not known
        return _CHOICE


def _silence() -> VaultError:
    return VaultError(
        _("The keyring does not answer."),
        _("It was given {seconds} seconds. It may be waiting for its password in a window, or be stuck.").format(
            seconds=round(PATIENCE_SECONDS)
        ),
        _("Unlock the keyring in your system’s password manager, then try again."),
    )


def _fault(fault: type[BaseException], name: str) -> VaultError:
    from keyring.errors import InitError, KeyringLocked

    if issubclass(fault, KeyringLocked) or fault.__name__ in {"LockedException", "PromptDismissedException"}:
        return VaultError(
            _("The keyring is locked."),
            _("{name} was not unlocked: its window was closed, or there is no screen to show it on.").format(name=name),
            _("Unlock the keyring in your system’s password manager, then try again."),
        )
    if issubclass(fault, InitError):
        return VaultError(
            _("The keyring could not be opened."),
            _("{name} has no default keyring yet, or would not open it.").format(name=name),
            _("Create a default keyring in your system’s password manager, then try again."),
        )
    return VaultError(
        _("The keyring failed."),
        _("{name} reported {fault}. Its own message is not shown, since it may repeat the secret.").format(
            name=name, fault=fault.__name__
        ),
        _("Check the keyring in your system’s password manager, then try again."),
    )

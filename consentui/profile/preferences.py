"""The person's preferences: `config.toml`, read strictly and written without losing their comments."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import msgspec
from msgspec import Meta, Struct

from consentui.errors import StorageError, UsageError
from consentui.i18n import Language, _, guess_country, guess_language
from consentui.storage import toml

if TYPE_CHECKING:
    from consentui.knowledge.authorities import Authority

Theme = Literal["auto", "dark", "light", "contrast"]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")]
Region = Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")]


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The person's preferences as the file has them; every key may be left out."""

    language: Language | None = None
    """The language of screens and reports; None for the system's."""
    country: Country | None = None
    """Where the person lives (ISO 3166 code), which decides what exists for them; None for the system's country."""
    region: Region | None = None
    """The region, if each region of the country has its own supervisory authority: a Land's code, such as `HH`."""
    theme: Theme = "auto"
    """Dark, light, or dark with high contrast; `auto` follows the terminal."""
    mouse: bool = True
    """Whether the mouse is used; without it, the terminal's own selection works."""
    animation: bool = False
    """Whether the screen may show animations."""
    keys: dict[str, str] = {}
    """Other keys for actions, by the action's id; several keys are separated by commas."""


class Preferences:
    """The person's preferences, completed by what the system says."""

    def __init__(self, path: Path) -> None:
        """Read the file; raises StorageError if it is malformed."""
        self._path = path
        self.config = read_config(path)

    def reload(self) -> None:
        """Read the file again; raises StorageError if it is malformed."""
        self.config = read_config(self._path)

    def settle(self) -> None:
        """Write the system's language and country into the file, if they are not set there.

        From then on they belong to the profile, whatever the system says later. Raises StorageError if they cannot be
        written.
        """
        said = {
            "language": guess_language() if self.config.language is None else None,
            "country": guess_country() if self.config.country is None else None,
        }
        unset = {key: value for key, value in said.items() if value}
        for key, value in unset.items():
            write_setting(self._path, key, value)
        if unset:
            self.reload()

    @property
    def language(self) -> Language:
        return self.config.language or guess_language()

    @property
    def country(self) -> str:
        """The person's country (ISO 3166 code); empty if neither they nor the system say."""
        if self.config.country is not None:
            return self.config.country
        return guess_country() or ""

    @property
    def region(self) -> str:
        """The person's region; empty if they did not say."""
        return self.config.region or ""

    def region_in(self, authorities: Iterable[Authority]) -> str:
        """The person's region if the regions of their country have authorities of their own; empty otherwise."""
        from consentui.knowledge.authorities import regional_authorities

        return self.region if regional_authorities(authorities, self.country) else ""


SETTABLE = ("language", "country", "region", "theme", "mouse", "animation")


def read_config(path: Path) -> Config:
    """The preferences in this file; all defaults if it does not exist.

    Raises StorageError, naming file, line and the nearest known key, if it is malformed.
    """
    return toml.parse(_text_of(path), Config, path, StorageError)


def write_setting(path: Path, key: str, value: str | None) -> None:
    """Set one preference (None removes it), and leave everything else in the file as the person wrote it.

    Raises UsageError for an unknown key or an invalid value, StorageError if the file cannot be read or written.
    """
    import tomlkit

    from consentui.storage.files import failing_as, replace_file
    from consentui.storage.lock import locked

    _require_settable(key)
    typed = None if value is None else _typed(key, value)
    with failing_as(_("The preferences could not be saved."), path), locked(path):
        document = tomlkit.parse(_right(path, _text_of(path)))
        if typed is None:
            document.pop(key, None)
        else:
            document[key] = typed
        replace_file(path, tomlkit.dumps(document).encode())


class ComparedKeys(Struct, frozen=True):
    """How the keys of another copy of the preferences compare with those here."""

    not_set: tuple[str, ...] = ()
    """The keys that are not set here."""
    different: tuple[str, ...] = ()
    """The keys that have another value here."""


def compared(path: Path, theirs: str) -> ComparedKeys:
    """How another copy of the preferences compares with those in a file; no keys if the copy is malformed.

    Raises StorageError if the file itself is malformed.
    """
    import tomlkit

    ours = tomlkit.parse(_right(path, _text_of(path))).unwrap()
    try:
        others = tomlkit.parse(_right(path, theirs)).unwrap()
    except StorageError:
        return ComparedKeys()
    return ComparedKeys(
        tuple(key for key in others if key not in ours),
        tuple(key for key in others if key in ours and ours[key] != others[key]),
    )


def adopt(path: Path, theirs: str, keys: Iterable[str]) -> None:
    """Set those of these keys that are not set here as another copy has them.

    Raises StorageError if they cannot be saved.
    """
    import tomlkit

    from consentui.storage.files import failing_as, replace_file
    from consentui.storage.lock import locked

    with failing_as(_("The preferences could not be saved."), path), locked(path):
        document, other = tomlkit.parse(_right(path, _text_of(path))), tomlkit.parse(theirs)
        for key in keys:
            document.setdefault(key, other[key])
        replace_file(path, tomlkit.dumps(document).encode())


def _right(path: Path, text: str) -> str:
    """The text, if it is valid as preferences; raises StorageError otherwise."""
    toml.parse(text, Config, path, StorageError)
    return text


def _text_of(path: Path) -> str:
    try:
        return toml.read_text(path, StorageError)
    except StorageError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return ""
        raise


def _require_settable(key: str) -> None:
    from consentui.nearest import nearest

    if key not in SETTABLE:
        near = nearest(key, SETTABLE)
        known = _("Known keys: {keys}.").format(keys=", ".join(SETTABLE))
        raise UsageError(
            _("There is no preference called “{name}”.").format(name=key),
            way_out=_("Did you mean “{near}”?").format(near=near) if near else known,
        )


def _typed(key: str, value: str) -> str | bool:
    if key in {"mouse", "animation"}:
        return _yes_or_no(key, value)
    word = value.upper() if key in {"country", "region"} else value
    try:
        msgspec.convert({key: word}, Config)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise UsageError(
            _("“{value}” is not valid for “{key}”.").format(value=value, key=key), way_out=_expected(key)
        ) from error
    return word


def _yes_or_no(key: str, value: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if value.lower() not in words:
        raise UsageError(
            _("“{value}” is not valid for “{key}”.").format(value=value, key=key), way_out=_("Use true or false.")
        )
    return words[value.lower()]


def _expected(key: str) -> str:
    if key == "country":
        return _("Use a two-letter country code, such as FR or BE.")
    if key == "region":
        return _("Use the two-letter code of a state in Germany, such as HH or BE.")
    choices = {"language": get_args(Language), "theme": get_args(Theme)}[key]
    return _("Use one of: {choices}.").format(choices=", ".join(choices))

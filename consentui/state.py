"""Where the person was, so that they come back to the same card; losing it loses nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct


class Place(Struct, frozen=True):
    """The card that was last shown in a walk."""

    account: str
    control: str


def read_place(folder: Path) -> Place | None:
    """The place remembered in the state folder, if any can be read."""
    try:
        return msgspec.json.decode((folder / "place.json").read_bytes(), type=Place)
    except (OSError, msgspec.MsgspecError):
        return None


def write_place(folder: Path, place: Place) -> None:
    """Remember a place; where it cannot be written, nothing is lost but the place."""
    from consentui.paths import private_folder

    try:
        private_folder(folder)
        (folder / "place.json").write_bytes(msgspec.json.encode(place))
    except OSError:
        return

"""What is remembered of where the person was and what they looked at; losing it does no harm."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from consentui.storage.reading import content_of

Remembered = TypeVar("Remembered")
Ordered = TypeVar("Ordered", bound=str)


class LastCard(Struct, frozen=True):
    """The card that was last shown in a walk."""

    account: str
    control: str


def read_place(folder: Path) -> LastCard | None:
    """The card remembered in the state folder; None if none can be read."""
    return _read(folder / "place.json", LastCard)


def write_place(folder: Path, place: LastCard) -> None:
    """Remember a card; a failure is ignored, since only the place is lost."""
    _write(folder / "place.json", place)


def read_news_day(folder: Path) -> date | None:
    """The day on which the person last looked at what changed; None if none can be read."""
    return _read(folder / "news.json", date)


def write_news_day(folder: Path, day: date) -> None:
    """Remember that the person looked at what changed; if it cannot be written, they will see it again."""
    _write(folder / "news.json", day)


def read_order(folder: Path, orders: Sequence[Ordered]) -> Ordered | None:
    """The one of these orders in which the person last listed their accounts; None if none can be read."""
    order = _read(folder / "order.json", str)
    return next((one for one in orders if one == order), None)


def write_order(folder: Path, order: str) -> None:
    """Remember the order in which the person lists their accounts."""
    _write(folder / "order.json", order)


class RememberedPortfolio(Struct, frozen=True):
    """How many items of each client were settled when the last portfolio was written."""

    as_of: date
    settled: dict[str, int]


def read_portfolio(folder: Path) -> RememberedPortfolio | None:
    """What the last portfolio said; None if it cannot be read."""
    return _read(folder / "portfolio.json", RememberedPortfolio)


def write_portfolio(folder: Path, then: RememberedPortfolio) -> None:
    """Remember what a portfolio said; if it cannot be written, the next one has nothing to be compared with."""
    _write(folder / "portfolio.json", then)


def _read(path: Path, kind: type[Remembered]) -> Remembered | None:
    try:
        return msgspec.json.decode(content_of(path), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _write(path: Path, value: object) -> None:
    from consentui.storage.files import replace_file

    with suppress(OSError):
        replace_file(path, msgspec.json.encode(value), lasting=False)

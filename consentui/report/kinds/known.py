"""What is known of a control, told as evidence: the facts, how they changed, and where they were read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.i18n import Language, _
from consentui.i18n.dates import long_date, partial_date
from consentui.knowledge.records import Control
from consentui.report.document import Block, Heading, Paragraph, Particulars, Point, Points
from consentui.words.names import default_name


class Read(Struct, frozen=True):
    """A source in which the facts were read."""

    publisher: str
    on: str
    """When it was published: a day, a month or a year; empty if not known."""
    url: str


class Revised(Struct, frozen=True):
    """A change to what is known of a control."""

    on: date
    what: str


class Known(Struct, frozen=True):
    """What is known of a control."""

    about: str
    default: str
    label: str
    """The words beside the switch as the platform prints them; empty if no source gives them."""
    verified_on: date
    revisions: tuple[Revised, ...]
    """How the facts changed; until the day of a revision, the earlier facts were the ones known."""
    read: tuple[Read, ...]


def known_of(control: Control, language: Language) -> Known:
    """What is known of a control, in the current language."""
    labels = (route.label.in_language(language) or route.label.en for route in control.route)
    return Known(
        control.about.in_language(language),
        default_name(control),
        next((label for label in labels if label), ""),
        control.verified_on,
        tuple(Revised(one.date, one.what.in_language(language)) for one in control.revision),
        tuple(Read(one.publisher, one.date or one.about or "", one.url) for one in control.source),
    )


def known_blocks(known: Known, level: Literal[2, 3]) -> Iterator[Block]:
    """The facts under a heading of this level, then their sources under another."""
    yield Heading(_("The facts"), level)
    yield Paragraph(known.about)
    rows = [(_("Default"), known.default)]
    if known.label:
        rows.append((_("Label, as the platform shows it"), known.label))
    rows += [(_("Revised on {date}").format(date=long_date(revised.on)), revised.what) for revised in known.revisions]
    rows.append((_("Checked on"), long_date(known.verified_on)))
    yield Particulars(tuple(rows))
    yield Heading(_("Sources"), level)
    yield Points(tuple(Point(_source(read), link=read.url) for read in known.read))


def _source(read: Read) -> str:
    return f"{read.publisher}, {partial_date(read.on)}" if read.on else read.publisher

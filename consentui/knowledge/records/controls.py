"""Controls, the things on a platform that a person can decide on, and the routes to them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from consentui.knowledge.records.downloads import Testimony
from consentui.knowledge.records.public import PublicSign
from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Printed, PrintedPath, Text
from consentui.knowledge.records.vocabulary import (
    AccountType,
    ControlRef,
    Default,
    Desired,
    Evidence,
    HttpsUrl,
    Kind,
    PartialDate,
    Purpose,
    Region,
    Slug,
    Surface,
)


class FormerLabel(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Words that once named the control or its menu, so that search finds it by the words of an old article."""

    until: PartialDate
    """The first date on which the words are known to have been replaced."""
    en: str | None = None
    fr: str | None = None


class Route(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One way to a control on one surface."""

    surface: Surface
    url: HttpsUrl | None = None
    address: str | None = None
    """An e-mail or postal address, for the surfaces `email` and `post`; lines separated by newlines."""
    path: PrintedPath = PrintedPath()
    label: Printed = Printed()
    """The words beside the switch, or the title of the form or page."""
    label_fr_until: PartialDate | None = None
    """The date on which the French label was last seen; only given if it is older than the English one."""
    steps: Text | None = None
    """What to do there, in our words, if the path and the label do not say everything."""
    regions: tuple[Region, ...] = ("*",)
    since: PartialDate | None = None
    """The first date on which this route is known to have worked."""
    sure: bool = True
    """False if only some people are known to have this route."""


class DefaultIn(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The default of a control in regions where it differs from `Control.default`."""

    regions: tuple[Region, ...]
    default: Default


class Revision(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A change to the facts that the knowledge base gives about a control."""

    date: date
    what: Text


class Control(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One thing on a platform that a person can decide on."""

    id: Slug
    kind: Kind
    purpose: Purpose
    title: Text
    """What is done, in at most 60 characters; it heads the card and appears in lists."""
    about: Text
    """What it is and why it matters, in two or three sentences."""
    default: Default
    """The state for someone who never touched it, except in the regions of `default_in`."""
    desired: Desired
    minutes: Annotated[int, Meta(ge=1, le=240)]
    """How long it takes a person who has the route in front of them, in minutes."""
    covers: Text
    does_not_cover: Text
    evidence: Evidence
    verified_on: date
    """The day the facts were last checked against their sources."""
    review_after: date
    """The day from which the facts are shown as old."""
    source: tuple[Source, ...]
    route: tuple[Route, ...] = ()
    default_in: tuple[DefaultIn, ...] = ()
    """The defaults that differ by region; each region appears once."""
    minors: Text | None = None
    """What is different for people under 18; None if no source says so."""
    choose: Text | None = None
    """The value to choose, if `desired` is `chosen`."""
    optional: bool = False
    """Whether it suits only some people (it costs reach, or ends the account): offered, but not counted as open."""
    regions: tuple[Region, ...] = ("*",)
    except_regions: tuple[Region, ...] = ()
    account_types: tuple[AccountType, ...] = ("*",)
    needs: tuple[Text, ...] = ()
    """What to have at hand: a password, the account's e-mail address."""
    proof: Text | None = None
    """What shows afterwards that it took effect."""
    reply: Text | None = None
    """What the platform answers and when, for forms and requests."""
    doubt: Text | None = None
    """Where sources disagree or are silent, and the safest thing to do."""
    fallback: tuple[ControlRef, ...] = ()
    """Other controls to use if this one fails, best first."""
    pairs_with: tuple[ControlRef, ...] = ()
    """Separate controls that look like the same one; they need to be done too."""
    effect_from: PartialDate | None = None
    """The day on which the use of data began; only history, since the right to refuse does not end then."""
    former_label: tuple[FormerLabel, ...] = ()
    revision: tuple[Revision, ...] = ()
    testimony: tuple[Testimony, ...] = ()
    """What in a download shows its state."""
    public: tuple[PublicSign, ...] = ()
    """What in public shows its state. Without this or any testimony, only the person can tell."""
    arrives_within: Annotated[int, Meta(ge=1, le=90)] | None = None
    """How long the platform takes at most to deliver a copy that is requested here, in days."""

    def __hash__(self) -> int:
        """Hash the id alone: controls are cache keys, and hashing all their texts would take too long."""
        return hash(self.id)

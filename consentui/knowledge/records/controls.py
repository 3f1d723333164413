"""One thing that a person can decide on, and the ways to it."""

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
    """Words that once named the control or its menu, so that an old article still leads to it."""

    until: PartialDate
    """The first date at which the words are known to have been replaced."""
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
    """Set when the French label is older than the English one: the date it was last seen."""
    steps: Text | None = None
    """What to do there, in our words, where the path and the label do not say it all."""
    regions: tuple[Region, ...] = ("*",)
    since: PartialDate | None = None
    """The first date at which this way is known to have worked."""
    sure: bool = True
    """False where only some people are known to see it."""


class DefaultIn(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """How the platform leaves a control in regions where that is not as elsewhere."""

    regions: tuple[Region, ...]
    default: Default


class Revision(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A change to what we say of a control."""

    date: date
    what: Text


class Control(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One thing on a platform that a person can decide on."""

    id: Slug
    kind: Kind
    purpose: Purpose
    title: Text
    """What is done, short: it heads the card and stands in lists (60 characters or fewer)."""
    about: Text
    """What it is and why it matters, in two or three sentences."""
    default: Default
    """How it is left everywhere but in the regions of `default_in`."""
    desired: Desired
    minutes: Annotated[int, Meta(ge=1, le=240)]
    """What it takes a person who has the route before their eyes."""
    covers: Text
    does_not_cover: Text
    evidence: Evidence
    verified_on: date
    """The day the facts were last held against their sources."""
    review_after: date
    """From this day on, the facts are shown as old."""
    source: tuple[Source, ...]
    route: tuple[Route, ...] = ()
    default_in: tuple[DefaultIn, ...] = ()
    """Where the platform leaves it otherwise; each region once."""
    minors: Text | None = None
    """What is otherwise for people under 18, where a source says so."""
    choose: Text | None = None
    """The value to choose, when `desired` is `chosen`."""
    optional: bool = False
    """A measure that suits some people only (it costs reach, or ends the account): offered, not counted as open."""
    regions: tuple[Region, ...] = ("*",)
    except_regions: tuple[Region, ...] = ()
    account_types: tuple[AccountType, ...] = ("*",)
    needs: tuple[Text, ...] = ()
    """What to have at hand: a password, the account's e-mail address."""
    proof: Text | None = None
    """What shows afterwards that it took."""
    reply: Text | None = None
    """What the platform answers and when, for forms and requests."""
    doubt: Text | None = None
    """Where sources disagree or are silent, and the safest thing to do."""
    fallback: tuple[ControlRef, ...] = ()
    """Other controls that serve when this one fails, best first."""
    pairs_with: tuple[ControlRef, ...] = ()
    """Controls that look the same and are not: do them too."""
    effect_from: PartialDate | None = None
    """The day the use began: history, never the end of the right to refuse."""
    former_label: tuple[FormerLabel, ...] = ()
    revision: tuple[Revision, ...] = ()
    testimony: tuple[Testimony, ...] = ()
    """What in a download shows how it stands."""
    public: tuple[PublicSign, ...] = ()
    """What in public shows how it stands; without any testimony either, nothing but the person can say."""
    arrives_within: Annotated[int, Meta(ge=1, le=90)] | None = None
    """In days: how long the platform takes to hand out what is asked for here, at most."""

    def __hash__(self) -> int:
        """By the id alone: what is worked out of a control is kept by it, and hashing its texts would take longer."""
        return hash(self.id)

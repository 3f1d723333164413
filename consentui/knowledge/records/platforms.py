"""A service on which people have accounts, with what happened to it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.i18n import Language
from consentui.knowledge.records.controls import Control
from consentui.knowledge.records.downloads import Download, Statement
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import Category, ControlRef, EventKind, Host, HttpsUrl, PartialDate, Slug


class Menus(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The languages in which a platform’s menus exist, where a source says so: words in others are not missing."""

    languages: tuple[Language, ...]
    url: HttpsUrl
    publisher: str


class Event(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Something that happened to a platform's use of data, dated and sourced."""

    date: PartialDate
    kind: EventKind
    what: Text
    url: HttpsUrl
    publisher: str
    primary: bool = False
    touches: tuple[Slug, ...] = ()
    """Controls of this platform that a person should look at again after it."""
    pending: bool = False
    """A proceeding about the use of people’s data for AI that nobody is known to have ended: complaints mention it."""
    end: PartialDate | None = None
    in_force: bool = False
    """For a policy: from this date a new version of the platform’s policy or terms was in force, under which a person
    ticked what they ticked then; see `knowledge.changes`."""


class Tombstone(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A control that is gone: its id stays, so that old journals still read."""

    id: Slug
    removed: date
    reason: Text
    successor: ControlRef | None = None


class Platform(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A service on which people have accounts."""

    id: Slug
    name: str
    category: Category
    controller: Slug
    """Who answers for the data: an id in `data/controllers.toml`."""
    about: Text
    """What differs by country or by account, in a sentence or two."""
    researched: date
    control: tuple[Control, ...]
    aliases: tuple[str, ...] = ()
    """Other names people type: former names, abbreviations."""
    hosts: tuple[Host, ...] = ()
    """Where it is on the web, those below included: `openai.com` is `chat.openai.com` too, unless another says so."""
    name_fr: str | None = None
    """The French name, where the name is not the same in every language (`Meta (Espace Comptes)`)."""
    menus: Menus | None = None
    """Left out where nobody says which languages its menus exist in."""
    companion: Slug | None = None
    """The platform that holds the settings this one shares with others (facebook: meta)."""
    event: tuple[Event, ...] = ()
    tombstone: tuple[Tombstone, ...] = ()
    download: tuple[Download, ...] = ()
    statement: tuple[Statement, ...] = ()
    replaces: bool = False
    """For a file of the person's own: it takes the place of the bundled platform of the same id."""
    is_own: bool = False
    """Set when a file of the person's own is loaded; no file says it."""

    def __hash__(self) -> int:
        """By the id alone, as a control's."""
        return hash(self.id)

    def name_in(self, language: Language) -> str:
        named: str | None = getattr(self, f"name_{language}", None)
        return named or self.name


class Pack(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A set of platforms to add at once."""

    id: Slug
    title: Text
    platforms: tuple[Slug, ...]

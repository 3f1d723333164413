"""Platforms, the services on which people have accounts, with their history; and packs of platforms."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.i18n import Language
from consentui.knowledge.records.controls import Control
from consentui.knowledge.records.downloads import Download, DownloadStatement
from consentui.knowledge.records.texts import Text
from consentui.knowledge.records.vocabulary import Category, ControlRef, EventKind, Host, HttpsUrl, PartialDate, Slug


class Menus(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The languages in which a platform's menus exist, according to a source: there are no words in other languages."""

    languages: tuple[Language, ...]
    url: HttpsUrl
    publisher: str


class Event(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A dated and sourced event that concerns a platform's use of data."""

    date: PartialDate
    kind: EventKind
    what: Text
    url: HttpsUrl
    publisher: str
    primary: bool = False
    touches: tuple[Slug, ...] = ()
    """Controls of this platform that a person should check again after the event."""
    pending: bool = False
    """Whether it is a proceeding about the use of people's data for AI that is not known to have ended; complaints
    mention it if its source is primary."""
    end: PartialDate | None = None
    in_force: bool = False
    """For a policy, whether a new version of the platform's policy or terms came into force on this date. It then
    governs the choices that a person made from that date on; see `knowledge.changes`."""


class Tombstone(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A control that was removed; its id is kept so that old journals can still be read."""

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
    """The id, in `data/controllers.toml`, of the company that answers for the data."""
    about: Text
    """What differs by country or by account, in a sentence or two."""
    researched: date
    control: tuple[Control, ...]
    at_work: Text | None = None
    """For accounts of organisations: what the contract settles, what an administrator decides, and what remains to
    each person. None if no source says it."""
    aliases: tuple[str, ...] = ()
    """Other names that people type: former names, abbreviations."""
    hosts: tuple[Host, ...] = ()
    """Its hosts on the web. `openai.com` includes `chat.openai.com`, unless another platform has that one."""
    name_fr: str | None = None
    """The French name, if it differs (`Meta (Espace Comptes)`)."""
    name_de: str | None = None
    """The German name, if it differs (`iPhone und iPad`)."""
    menus: Menus | None = None
    """None if no source says in which languages its menus exist."""
    companion: Slug | None = None
    """The platform that holds the settings which this one shares with others (`meta` for `facebook`)."""
    event: tuple[Event, ...] = ()
    tombstone: tuple[Tombstone, ...] = ()
    download: tuple[Download, ...] = ()
    statement: tuple[DownloadStatement, ...] = ()
    replaces: bool = False
    """For the person's own file, whether it replaces the bundled platform with the same id."""
    is_own: bool = False
    """Set by the program if the record comes from the person's own file; never written in a file."""

    def __hash__(self) -> int:
        """Hash the id alone, as for a control."""
        return hash(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name in every language and the other names that people type."""
        return tuple(filter(None, (self.id, self.name, self.name_fr, self.name_de, *self.aliases)))

    def name_in(self, language: Language) -> str:
        named: str | None = getattr(self, f"name_{language}", None)
        return named or self.name


class Pack(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A set of platforms to add at once."""

    id: Slug
    title: Text
    platforms: tuple[Slug, ...]

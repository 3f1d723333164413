"""What is known of platforms, as typed records: the contributor's manual of `data/`.

A platform is one TOML file in `data/platforms/`, named after its id. Every key is listed here; a key
that is not is an error. Texts for people come in English and French side by side (`title.en`,
`title.fr`); words that a platform prints on its screens are quoted in the languages that have a
source, and left out in the others.

Records hold no cycles, so the garbage collector need not look at them (`gc=False`): there are thousands.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from consentui.i18n import Language
from consentui.knowledge.testimony import Grade, Names, Reader

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lower-case letters, digits and single hyphens: `grok-training`."""

ControlRef = Annotated[str, Meta(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A control anywhere in the knowledge base, as `platform/control`: `x/grok-training`."""

HttpsUrl = Annotated[str, Meta(pattern=r"^https://[^\s]+$")]

CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
"""ISO 3166: `FR`, and `GB` for the United Kingdom."""

LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2}$")]
"""ISO 639: `fr`."""

PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, written as a TOML date, or a string where only the month or the year is known: `"2024-12"`."""

PARTIAL_DATE_KEYS = frozenset({"date", "end", "about", "since", "label_fr_until", "until", "effect_from"})
"""The keys of events, controls, sources, routes and former labels that hold such a date."""


Region = Literal["*", "EU", "EEA", "UK", "CH", "US", "BR", "JP", "KR"]
"""Where something exists. `EU` and `EEA` are the blocs; the others are single countries."""

AccountType = Literal["*", "personal", "business", "creator", "work", "admin", "education", "publisher", "none"]
"""Whose account it concerns: `work` is a member's of an organisation's workspace, `admin` that of whoever
administers it, `publisher` that of someone who runs a site, `none` a person without an account."""

Category = Literal[
    "ai-assistant",
    "blog",
    "browser",
    "creative",
    "developer",
    "device",
    "messaging",
    "other",
    "search",
    "shopping",
    "social",
    "work",
]

Kind = Literal["setting", "objection-form", "request", "account-visibility", "deletion", "technical"]

Purpose = Literal[
    "ai-training",
    "ai-feature",
    "third-party-sharing",
    "advertising",
    "personalisation",
    "visibility",
    "retention",
    "human-review",
]
"""What becomes of the data. `ai-training` is what a model learns from; `ai-feature` is an assistant at work on
them, which says nothing on training: switching one off leaves the other as it was."""

Default = Literal["on", "off", "unknown", "n/a"]
"""How the platform leaves the control for someone who never touched it."""

Desired = Literal["off", "on", "chosen", "objected", "sent", "done"]
"""Where someone who refuses wants it: switched `off` or `on`, a value `chosen` (see `choose`), an
objection made (`objected`), a request `sent`, a clean-up `done`."""

Surface = Literal["web", "ios", "android", "desktop", "device", "form", "email", "post"]

Evidence = Literal["verified", "documented", "reported", "contested", "unresolved"]
"""`verified`: seen on the live service by a contributor. `documented`: the platform or an authority says
so. `reported`: press or guides say so. `contested`: sources disagree on what a person must do.
`unresolved`: nobody has shown where or whether it exists."""

Supports = Literal[
    "contact",
    "covers",
    "default",
    "existence",
    "history",
    "label",
    "languages",
    "limits",
    "needs",
    "proof",
    "reply",
    "route",
]
"""What in a record a source speaks for; `contact` and `languages` are an authority's."""

EventKind = Literal["policy", "product", "complaint", "regulator", "court", "law"]


class Text(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A text of ours, in every language of the knowledge base."""

    en: str
    fr: str

    def in_language(self, language: Language) -> str:
        """The text, in English where it is not written in this language."""
        written: str = getattr(self, language, self.en)
        return written


class Printed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Words as a platform prints them, in the languages that have a source."""

    en: str | None = None
    fr: str | None = None

    def in_language(self, language: Language) -> str | None:
        """The words, None where no source prints them in this language."""
        printed: str | None = getattr(self, language, None)
        return printed


class PrintedPath(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Menu steps as a platform prints them, outermost first."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    fr_complete: bool = True
    """False where the French words are known for the first steps only; English ones are shown after them."""

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The steps, none where no source prints them in this language."""
        printed: tuple[str, ...] = getattr(self, language, ())
        return printed


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a fact was read. It speaks for the parts of the control named in `supports`."""

    url: HttpsUrl
    publisher: str
    supports: tuple[Supports, ...]
    date: PartialDate | None = None
    """When it was published or recorded; left out for an undated copy (then say `about` if one can)."""
    about: PartialDate | None = None
    """The likely time of an undated source."""
    primary: bool = False
    """The platform itself, a regulator, a court or a law."""
    via: str | None = None
    """The archive or publication it was read in, when not at its own address: a name, not a sentence."""


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


class Testimony(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What in a platform's download shows how a control stands; `*` in a value stands for anything."""

    download: Slug
    """The download it is in: a `Download.id` of this platform or of another (Facebook's download speaks of Meta)."""
    reads: Reader
    grade: Grade
    verified_on: date
    source: tuple[Source, ...]
    off: tuple[str, ...] = ()
    """Values that mean off; for a clean-up, that nothing is left."""
    on: tuple[str, ...] = ()
    consistent_with_off: tuple[str, ...] = ()
    """Values that are there when it is off, and may be there for other reasons."""
    limits: Text | None = None
    """What the file does not tell, where that is easily forgotten."""


class Download(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A copy of their data that people can ask a platform for."""

    id: Slug
    request: ControlRef
    """The control that says how to ask for it."""
    marks: Names
    """Files and folders (these end with `/`) by which it is known, and by them its language."""
    silence: Text
    """What it is known not to show, and how that is known."""
    source: tuple[Source, ...]
    archive: tuple[str, ...] = ()
    """How the archive is called, whatever the language inside: `facebook-*`."""
    foreign: tuple[str, ...] = ()
    """Files by which it is known in a language whose other names are not."""
    account: tuple[Reader, ...] = ()
    """Where it names the account: a user name or an e-mail address."""
    made: tuple[Reader, ...] = ()
    """Where it says when it was made."""


class Meaning(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a value is taken to mean: a reading of ours."""

    value: str
    says: Text


class Statement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Something a platform's own file says about the person that is no control and matters before an authority."""

    id: Slug
    download: Slug
    title: Text
    reads: Reader
    grade: Grade
    """How well the file and the field are known."""
    meaning_grade: Grade
    """How well it is known what the values mean."""
    article: str
    """The articles of the GDPR that it bears on: `12 to 14`."""
    verified_on: date
    source: tuple[Source, ...]
    meaning: tuple[Meaning, ...] = ()


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
    """What in a download shows how it stands; without any, nothing but the person can say."""
    arrives_within: Annotated[int, Meta(ge=1, le=90)] | None = None
    """In days: how long the platform takes to hand out what is asked for here, at most."""


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


class Tombstone(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A control that is gone: its id stays, so that old journals still read."""

    id: Slug
    removed: date
    reason: Text
    successor: ControlRef | None = None


class Menus(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The languages in which a platform’s menus exist, where a source says so: words in others are not missing."""

    languages: tuple[Language, ...]
    url: HttpsUrl
    publisher: str


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

    def name_in(self, language: Language) -> str:
        named: str | None = getattr(self, f"name_{language}", None)
        return named or self.name


class Contact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a controller, or someone who stands for it, can be written to."""

    address: str | None = None
    """Postal lines separated by newlines, the company's name first."""
    email: str | None = None
    form: HttpsUrl | None = None
    objection_form: HttpsUrl | None = None
    dpo: str | None = None
    """The data protection officer's e-mail address or form, where it is another (GDPR Art. 37(7))."""


class Controller(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The company answerable for the data of people in the EU (GDPR Art. 4(7))."""

    id: Slug
    name: str
    """The legal name, as it stands on a letter."""
    contact: Contact
    evidence: Evidence
    verified_on: date
    source: tuple[Source, ...]
    formerly: str | None = None
    eu_representative: Contact | None = None
    """Who stands for a company without a seat in the EU (GDPR Art. 27)."""
    uk_representative: Contact | None = None
    ch_representative: Contact | None = None
    scope: Text | None = None
    """For whom this company answers, where others answer for other regions."""
    lead_authority: str | None = None
    """The lead supervisory authority (GDPR Art. 56), where there is one: an `Authority.code`."""
    doubt: Text | None = None


class Pack(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A set of platforms to add at once."""

    id: Slug
    title: Text
    platforms: tuple[Slug, ...]

"""The words and the forms of strings that a record may hold: what is not among them is an error."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lower-case letters, digits and single hyphens: `grok-training`."""

ControlRef = Annotated[str, Meta(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A control anywhere in the knowledge base, as `platform/control`: `x/grok-training`."""

HttpsUrl = Annotated[
    str,
    Meta(pattern=r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\.?(:[0-9]+)?([/?#][^\s<>\"`\\^{|}]*)?(?![\s\S])"),
]
"""An address on the web: a host without a user before it, and nothing that would end a link in a report."""

Host = Annotated[str, Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$")]
"""A host of the web without what stands before and after it: `chat.openai.com`."""

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

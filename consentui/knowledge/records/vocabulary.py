"""The values and string formats that fields of a record may have; any other value is an error."""

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
"""An https address without a user name before the host, and without characters that would end a link in a report."""

Host = Annotated[str, Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$")]
"""A host name alone, without scheme, port or path: `chat.openai.com`."""

CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
"""ISO 3166: `FR`, and `GB` for the United Kingdom."""

LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2}$")]
"""ISO 639: `fr`."""

PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, written as a TOML date, or a month or year, written as a string if no more is known: `"2024-12"`."""

PARTIAL_DATE_KEYS = frozenset({"date", "end", "about", "since", "label_fr_until", "until", "effect_from"})
"""The keys of events, controls, sources, routes and former labels that hold a partial date."""

Region = Literal["*", "EU", "EEA", "UK", "CH", "US", "BR", "JP", "KR"]
"""Where something exists. `*` is everywhere, `EU` and `EEA` are the blocs, and the others are single countries."""

AccountType = Literal["*", "personal", "business", "creator", "work", "admin", "education", "publisher", "none"]
"""The accounts concerned: `work` is the account of a member of an organisation's workspace, `admin` that of its
administrator, `publisher` that of someone who runs a site, and `none` stands for a person without an account."""

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
"""What the data is used for. `ai-training` means that a model learns from it; `ai-feature` means that an assistant
works on it, which is independent of training: switching one off does not affect the other."""

Default = Literal["on", "off", "unknown", "n/a"]
"""The state of the control for someone who never touched it."""

Desired = Literal["off", "on", "chosen", "objected", "sent", "done"]
"""The state that someone who refuses wants: switched `off` or `on`, a value `chosen` (see `choose`), an objection made
(`objected`), a request `sent`, or a clean-up `done`."""

Surface = Literal["web", "ios", "android", "desktop", "device", "form", "email", "post"]

Evidence = Literal["verified", "documented", "reported", "contested", "unresolved"]
"""How well a fact is known. `verified`: seen on the live service by a contributor. `documented`: the platform or an
authority says so. `reported`: press or guides say so. `contested`: sources disagree on what a person must do.
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
"""The parts of a record that a source can support; `contact` is for companies and authorities, `languages` for
authorities alone."""

EventKind = Literal["policy", "product", "complaint", "regulator", "court", "law"]

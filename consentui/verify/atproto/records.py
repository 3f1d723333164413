"""The records in which an account declares its wishes. A missing declaration never counts as consent."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Any, Literal

from msgspec import Struct

from consentui.verify.atproto.identity import elements, json_of, member

NOT_LOGGED_IN = "!no-unauthenticated"
_MISSING = "RecordNotFound"

Collection = Literal[
    "app.bsky.actor.profile",
    "app.bsky.actor.contentVisibilityDeclaration",
    "community.lexicon.preference.ai",
    "org.user-intents.declaration",
]
COLLECTIONS: tuple[Collection, ...] = (
    "app.bsky.actor.profile",
    "app.bsky.actor.contentVisibilityDeclaration",
    "community.lexicon.preference.ai",
    "org.user-intents.declaration",
)


class Wish(StrEnum):
    """The wishes that can be declared in these records."""

    HIDDEN_FROM_VISITORS = "hidden-from-visitors"
    """Apps are asked to show the account only to people who are logged in."""
    NOT_RECOMMENDED = "not-recommended"
    TRAINING = "training"
    EMBEDDING = "embedding"
    INFERENCE = "inference"
    SYNTHETIC_CONTENT = "synthetic-content"
    GENERATION = "generation"
    """Bluesky's draft (proposal 0008) about the use of posts for generative AI."""


class SaidWish(StrEnum):
    """What an account says about a wish."""

    YES = "yes"
    NO = "no"
    REFUSED = "refused"
    ALLOWED = "allowed"
    NOT_DECLARED = "not-declared"
    NOT_READABLE = "not-readable"
    UNKNOWN = "unknown"
    """The record could not be fetched."""


class Record(Struct, frozen=True):
    """A server's answer to a request for a record."""

    state: Literal["there", "missing", "unknown"]
    value: Any = None
    why: str = ""
    """Why the state is unknown."""
    sha256: str = ""
    """The SHA-256 of the answer, in hexadecimal."""
    cid: str = ""
    """The server's identifier for this version of the record; empty if not given."""


class Declared(Struct, frozen=True):
    """What an account says about one wish."""

    wish: Wish
    said: SaidWish
    collection: Collection
    why: str = ""
    """Why nothing is known."""


def record_of(status: int, content: bytes) -> Record:
    """The record in an answer of `com.atproto.repo.getRecord`, by HTTP status and content.

    A status of 400 with the error `RecordNotFound` means that there is no such record.
    """
    answer = json_of(content)
    if status == 400 and member(answer, "error") == _MISSING:  # noqa: PLR2004 -- the status of all errors there
        return Record("missing", sha256=sha256(content).hexdigest())
    if status != 200:  # noqa: PLR2004 -- found
        return Record("unknown")
    cid = member(answer, "cid")
    return Record(
        "there",
        member(answer, "value"),
        sha256=sha256(content).hexdigest(),
        cid=cid if isinstance(cid, str) else "",
    )


def declared(records: dict[Collection, Record]) -> tuple[Declared, ...]:
    """What the records say about each wish."""
    profile, visibility, ai, intents = COLLECTIONS
    return (
        _read(Wish.HIDDEN_FROM_VISITORS, profile, records, _is_hidden),
        _read(Wish.NOT_RECOMMENDED, visibility, records, _is_not_recommended),
        _read(Wish.TRAINING, ai, records, lambda value: _preferred(value, "training")),
        _read(Wish.EMBEDDING, ai, records, lambda value: _preferred(value, "embedding")),
        _read(Wish.INFERENCE, ai, records, lambda value: _preferred(value, "inference")),
        _read(Wish.SYNTHETIC_CONTENT, ai, records, lambda value: _preferred(value, "syntheticContent")),
        _read(Wish.GENERATION, intents, records, lambda value: _allowed(value, "syntheticContentGeneration")),
    )


def _read(
    wish: Wish, collection: Collection, records: dict[Collection, Record], read: Callable[[Any], SaidWish]
) -> Declared:
    record = records.get(collection, Record("unknown"))
    if record.state == "unknown":
        return Declared(wish, SaidWish.UNKNOWN, collection, record.why)
    if record.state == "missing":
        absent = SaidWish.NO if wish in {Wish.HIDDEN_FROM_VISITORS, Wish.NOT_RECOMMENDED} else SaidWish.NOT_DECLARED
        return Declared(wish, absent, collection)
    return Declared(wish, read(record.value) if isinstance(record.value, dict) else SaidWish.NOT_READABLE, collection)


def _is_hidden(profile: Any) -> SaidWish:
    labels = elements(member(profile, "labels"), "values")
    return SaidWish.YES if any(member(one, "val") == NOT_LOGGED_IN for one in labels) else SaidWish.NO


def _is_not_recommended(declaration: Any) -> SaidWish:
    hidden = member(declaration, "hideFromAlgorithmicRecommendations")
    if not isinstance(hidden, bool):
        return SaidWish.NOT_READABLE
    return SaidWish.YES if hidden else SaidWish.NO


def _preferred(record: Any, key: str) -> SaidWish:
    return _allowed(member(record, "preferences"), key)


def _allowed(preferences: Any, key: str) -> SaidWish:
    preference = member(preferences, key)
    if preference is None:
        return SaidWish.NOT_DECLARED
    allow = member(preference, "allow")
    if allow is None and isinstance(preference, dict):
        return SaidWish.NOT_DECLARED
    if not isinstance(allow, bool):
        return SaidWish.NOT_READABLE
    return SaidWish.ALLOWED if allow else SaidWish.REFUSED

"""The records by which an account says what it wishes. What is not there is not declared, never consent."""

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
    """What can be wished in these records."""

    HIDDEN_FROM_VISITORS = "hidden-from-visitors"
    """Apps are asked to show the account to people who are logged in alone."""
    NOT_RECOMMENDED = "not-recommended"
    TRAINING = "training"
    EMBEDDING = "embedding"
    INFERENCE = "inference"
    SYNTHETIC_CONTENT = "synthetic-content"
    GENERATION = "generation"
    """The draft of Bluesky (proposal 0008): that generative AI be fed."""


class SaidWish(StrEnum):
    """What an account says about a wish."""

    YES = "yes"
    NO = "no"
    REFUSED = "refused"
    ALLOWED = "allowed"
    NOT_DECLARED = "not-declared"
    NOT_READABLE = "not-readable"
    UNKNOWN = "unknown"
    """It could not be asked for."""


class Record(Struct, frozen=True):
    """What a server answers when it is asked for a record."""

    state: Literal["there", "missing", "unknown"]
    value: Any = None
    why: str = ""
    sha256: str = ""
    """Of the answer."""
    cid: str = ""
    """By which the server knows this state of the record."""


class Declared(Struct, frozen=True):
    """What an account says about one wish."""

    wish: Wish
    said: SaidWish
    collection: Collection
    why: str = ""


def record_of(status: int, content: bytes) -> Record:
    """The record in an answer to `com.atproto.repo.getRecord`; a 400 of this name says that it was never set."""
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
    """What the records say, wish by wish."""
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

"""The changes by which a record declares a wish or takes it back, leaving everything else in the record as it was.

`!no-unauthenticated` among the labels of a profile: https://docs.bsky.app/docs/advanced-guides/moderation.
`hideFromAlgorithmicRecommendations`: https://github.com/bluesky-social/atproto/pull/5372; a missing record means the
same as false.
`community.lexicon.preference.ai`: https://ngerakines.leaflet.pub/3miowjw5c222y.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from consentui.text import clean_line, shorten
from consentui.verify.atproto.identity import elements, json_of, member
from consentui.verify.atproto.records import COLLECTIONS, NOT_LOGGED_IN, Collection, Record

_LABELS = "com.atproto.label.defs#selfLabels"
_LONGEST = 300
_SAYS_NOTHING = frozenset({"$type", "scope", "createdAt", "updatedAt"})
"""The keys of a record that do not express a wish."""
_PROFILE, _VISIBILITY, _AI, _INTENTS = COLLECTIONS

SIGNS: dict[str, Collection] = {"hidden-from-visitors": _PROFILE, "not-recommended": _VISIBILITY, "no-ai": _AI}
"""The signs that can be set, with the collection of the record that holds each."""


class Change(Struct, frozen=True):
    """A record before and after a change."""

    collection: Collection
    before: dict[str, Any] | None
    """The present record; None if there is none."""
    after: dict[str, Any] | None
    """The changed record; None if it would express nothing and is deleted."""
    cid: str = ""
    """The version of the present record, by which the server detects a change in between; empty if there is none."""

    @property
    def is_one(self) -> bool:
        return self.before != self.after

    @property
    def field(self) -> str:
        """The key of the record whose value changes."""
        return {_PROFILE: "labels", _VISIBILITY: "hideFromAlgorithmicRecommendations"}.get(
            self.collection, "preferences"
        )

    @property
    def method(self) -> str:
        """The XRPC method that makes the change."""
        return "com.atproto.repo.deleteRecord" if self.after is None else "com.atproto.repo.putRecord"

    def request(self, did: str) -> dict[str, Any]:
        """The arguments of the method, for the repository of this DID."""
        told: dict[str, Any] = {
            "repo": did,
            "collection": self.collection,
            "rkey": "self",
            "swapRecord": self.cid or None,
        }
        if self.after is None:
            return told
        told["record"] = self.after
        # Servers do not have the lexicon of this community record, so they cannot validate it.
        return {**told, "validate": False} if self.collection == _AI else told


def change_for(sign: str, record: Record, now: datetime) -> Change | None:
    """The change by which a record declares a wish; None if the record is unknown or has an unexpected form."""
    collection = SIGNS[sign]
    if record.state == "unknown" or not isinstance(record.value, dict | None):
        return None
    before: dict[str, Any] | None = record.value
    there = before or {"$type": collection}
    after = {_PROFILE: _hidden, _VISIBILITY: _not_recommended}.get(collection, _without_ai)(there, now)
    return Change(collection, before, after, record.cid) if after is not None else None


def change_back_for(sign: str, record: Record, now: datetime) -> Change | None:
    """The change by which a record takes a wish back; None if the record is unknown or has an unexpected form."""
    collection = SIGNS[sign]
    if record.state == "unknown" or not isinstance(record.value, dict | None):
        return None
    if record.value is None:
        return Change(collection, None, None, record.cid)
    back = {_PROFILE: _shown, _VISIBILITY: _not_declared}.get(collection, _without_a_word_on_ai)
    after = back(record.value, now)
    if after is None:
        return None
    is_empty = collection != _PROFILE and not after.keys() - _SAYS_NOTHING
    return Change(collection, record.value, None if is_empty else after, record.cid)


def printed(record: dict[str, Any] | None, field: str) -> str:
    """The value of a key in a record as JSON, shortened for display; a dash if there is none."""
    value = member(record, field)
    return "–" if value is None else shorten(clean_line(msgspec.json.encode(value).decode()), _LONGEST)


def is_app_password(token: str) -> bool:
    """Whether the scope in a session's token says that it was opened with an app password; False if it has no scope.

    The signature of the token is not checked.
    """
    import base64

    payload = token.split(".")[1] if token.count(".") == 2 else ""  # noqa: PLR2004 -- a JWT has three parts
    try:
        claims = json_of(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except ValueError:
        return False
    scope = member(claims, "scope")
    return isinstance(scope, str) and scope.startswith("com.atproto.appPass")


def _shown(there: dict[str, Any], _now: datetime) -> dict[str, Any] | None:
    labels = there.get("labels")
    if labels is None:
        return there
    if member(labels, "$type") != _LABELS or not isinstance(member(labels, "values"), list):
        return None
    values = elements(labels, "values")
    left = [one for one in values if member(one, "val") != NOT_LOGGED_IN]
    if len(left) == len(values):
        return there
    if left:
        return {**there, "labels": {"$type": _LABELS, "values": left}}
    return {key: value for key, value in there.items() if key != "labels"}


def _not_declared(there: dict[str, Any], _now: datetime) -> dict[str, Any]:
    if "hideFromAlgorithmicRecommendations" not in there:
        return there
    left = {key: value for key, value in there.items() if key != "hideFromAlgorithmicRecommendations"}
    # The lexicon requires the key, so a record that is kept for other values says false.
    return left if not left.keys() - _SAYS_NOTHING else {**there, "hideFromAlgorithmicRecommendations": False}


def _without_a_word_on_ai(there: dict[str, Any], now: datetime) -> dict[str, Any] | None:
    preferences = there.get("preferences", {})
    if not isinstance(preferences, dict):
        return None
    if "training" not in preferences:
        return there
    left = {key: value for key, value in preferences.items() if key != "training"}
    if not left:
        return {key: value for key, value in there.items() if key != "preferences"}
    return {**there, "updatedAt": f"{now:%Y-%m-%dT%H:%M:%S}.000Z", "preferences": left}


def _hidden(there: dict[str, Any], _now: datetime) -> dict[str, Any] | None:
    labels = there.get("labels")
    if labels is not None and (member(labels, "$type") != _LABELS or not isinstance(member(labels, "values"), list)):
        return None
    values = elements(labels, "values")
    if any(member(one, "val") == NOT_LOGGED_IN for one in values):
        return there
    return {**there, "labels": {"$type": _LABELS, "values": [*values, {"val": NOT_LOGGED_IN}]}}


def _not_recommended(there: dict[str, Any], _now: datetime) -> dict[str, Any]:
    return {**there, "hideFromAlgorithmicRecommendations": True}


def _without_ai(there: dict[str, Any], now: datetime) -> dict[str, Any] | None:
    preferences = there.get("preferences", {})
    if not isinstance(preferences, dict):
        return None
    if member(preferences.get("training"), "allow") is False:
        return there
    at = f"{now:%Y-%m-%dT%H:%M:%S}.000Z"
    return {
        "scope": {"$type": f"{_AI}#globalScope"},
        **there,
        "updatedAt": at,
        "preferences": {**preferences, "training": {"allow": False, "updatedAt": at}},
    }

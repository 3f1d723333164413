"""What the records of an account say, wish by wish."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.verify.atproto.records import COLLECTIONS, Collection, Record, SaidWish, Wish, declared, record_of

PROFILE, VISIBILITY, AI, INTENTS = COLLECTIONS


def said(wish: Wish, collection: Collection, value: Any) -> SaidWish:
    (found,) = (one for one in declared({collection: Record("there", value)}) if one.wish is wish)
    return found.said


def labelled(*labels: str) -> dict[str, Any]:
    return {"labels": {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": one} for one in labels]}}


@pytest.mark.parametrize(
    ("wish", "collection", "value", "expected"),
    [
        (Wish.HIDDEN_FROM_VISITORS, PROFILE, labelled("!no-unauthenticated"), SaidWish.YES),
        (Wish.HIDDEN_FROM_VISITORS, PROFILE, labelled("bot"), SaidWish.NO),
        (Wish.HIDDEN_FROM_VISITORS, PROFILE, {}, SaidWish.NO),
        (Wish.HIDDEN_FROM_VISITORS, PROFILE, ["!no-unauthenticated"], SaidWish.NOT_READABLE),
        (Wish.NOT_RECOMMENDED, VISIBILITY, {"hideFromAlgorithmicRecommendations": True}, SaidWish.YES),
        (Wish.NOT_RECOMMENDED, VISIBILITY, {"hideFromAlgorithmicRecommendations": False}, SaidWish.NO),
        (Wish.NOT_RECOMMENDED, VISIBILITY, {"hideFromAlgorithmicRecommendations": "yes"}, SaidWish.NOT_READABLE),
        (Wish.TRAINING, AI, {"preferences": {"training": {"allow": False}}}, SaidWish.REFUSED),
        (Wish.TRAINING, AI, {"preferences": {"training": {"allow": True}}}, SaidWish.ALLOWED),
        (Wish.TRAINING, AI, {"preferences": {"inference": {"allow": False}}}, SaidWish.NOT_DECLARED),
        (Wish.TRAINING, AI, {"preferences": {"training": {}}}, SaidWish.NOT_DECLARED),
        (Wish.TRAINING, AI, {"preferences": {"training": {"allow": 0}}}, SaidWish.NOT_READABLE),
        (Wish.TRAINING, AI, {"preferences": {"training": False}}, SaidWish.NOT_READABLE),
        (Wish.SYNTHETIC_CONTENT, AI, {"preferences": {"syntheticContent": {"allow": False}}}, SaidWish.REFUSED),
        (Wish.GENERATION, INTENTS, {"syntheticContentGeneration": {"allow": False}}, SaidWish.REFUSED),
        (Wish.GENERATION, INTENTS, {"syntheticContentGeneration": {"updatedAt": "2026-01-01"}}, SaidWish.NOT_DECLARED),
    ],
)
def test_a_record_says_what_it_says_and_no_more(
    wish: Wish, collection: Collection, value: Any, expected: SaidWish
) -> None:
    assert said(wish, collection, value) is expected


def test_what_was_never_set_is_not_declared_and_never_consent() -> None:
    found = {one.wish: one.said for one in declared({one: Record("missing") for one in COLLECTIONS})}
    assert {found.pop(Wish.HIDDEN_FROM_VISITORS), found.pop(Wish.NOT_RECOMMENDED)} == {SaidWish.NO}
    assert set(found.values()) == {SaidWish.NOT_DECLARED}


def test_what_could_not_be_asked_for_is_not_known() -> None:
    found = declared({AI: Record("unknown", why="no answer")})
    assert {one.said for one in found} == {SaidWish.UNKNOWN}
    assert {one.why for one in found if one.collection == AI} == {"no answer"}


@pytest.mark.parametrize(
    ("status", "content", "state"),
    [
        (200, b'{"uri": "at://x", "value": {"a": 1}}', "there"),
        (400, b'{"error": "RecordNotFound", "message": "Could not locate record"}', "missing"),
        (400, b'{"error": "InvalidRequest"}', "unknown"),
        (404, b"<html>", "unknown"),
        (500, b'{"error": "RecordNotFound"}', "unknown"),
    ],
)
def test_an_answer_says_whether_a_record_is_there(status: int, content: bytes, state: str) -> None:
    assert record_of(status, content).state == state


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "labels", "values", "val", "preferences", "training", "allow"]), inner
        )
    ),
    max_leaves=12,
)


@given(
    status=st.sampled_from([200, 400, 500]),
    content=st.binary(max_size=60) | json_values.map(lambda value: json.dumps(value).encode()),
)
def test_any_answer_comes_to_something_for_each_wish(status: int, content: bytes) -> None:
    record = record_of(status, content)
    assert [one.wish for one in declared(dict.fromkeys(COLLECTIONS, record))] == list(Wish)

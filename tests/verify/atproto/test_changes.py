"""How a record is changed to state a wish: only the wish is changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.verify.atproto.changes import SIGNS, change_back_for, change_for, is_app_password, printed
from consentui.verify.atproto.records import COLLECTIONS, Record
from consentui.verify.public.atproto import observations_of_records
from tests.profile.pds import token

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WISHES = sorted(SIGNS)
LABEL = {"val": "!no-unauthenticated"}
LABELS = "com.atproto.label.defs#selfLabels"


@pytest.mark.parametrize("sign", WISHES)
def test_a_record_that_is_not_there_is_begun_and_then_says_it(sign: str) -> None:
    change = change_for(sign, Record("missing"), NOW)
    assert change
    assert change.before is None
    assert change.after
    assert change.after["$type"] == SIGNS[sign]
    said = {
        one.sign: one.says
        for one in observations_of_records(
            "https://pds.example",
            "did",
            {
                **{collection: Record("missing") for collection in SIGNS.values()},
                "org.user-intents.declaration": Record("missing"),
                SIGNS[sign]: Record("there", change.after),
            },
        )
    }
    assert said[sign] in {"yes", "refused"}


@given(there=st.dictionaries(st.text(max_size=9), st.integers() | st.text(max_size=9), max_size=4))
@pytest.mark.parametrize("sign", WISHES)
def test_whatever_else_a_record_holds_stays(sign: str, there: dict[str, Any]) -> None:
    kept = {key: value for key, value in there.items() if key not in {"labels", "preferences", "updatedAt"}}
    kept.pop("hideFromAlgorithmicRecommendations", None)
    change = change_for(sign, Record("there", kept), NOW)
    assert change
    assert change.after
    assert {key: change.after[key] for key in kept} == kept


def test_other_labels_and_other_uses_stay() -> None:
    labels = {"$type": LABELS, "values": [{"val": "porn"}]}
    change = change_for("hidden-from-visitors", Record("there", {"displayName": "Marie", "labels": labels}), NOW)
    assert change
    assert change.after
    assert change.after["labels"]["values"] == [{"val": "porn"}, LABEL]
    uses = {"preferences": {"inference": {"allow": True}}}
    change = change_for("no-ai", Record("there", uses), NOW)
    assert change
    assert change.after
    assert change.after["preferences"] == {
        "inference": {"allow": True},
        "training": {"allow": False, "updatedAt": "2026-11-21T12:00:00.000Z"},
    }


@pytest.mark.parametrize(
    ("sign", "value"),
    [
        ("hidden-from-visitors", {"labels": {"$type": LABELS, "values": [LABEL]}}),
        ("not-recommended", {"hideFromAlgorithmicRecommendations": True}),
        ("no-ai", {"preferences": {"training": {"allow": False}}, "updatedAt": "2026-01-01T00:00:00Z"}),
    ],
)
def test_what_says_it_already_is_no_change(sign: str, value: dict[str, Any]) -> None:
    change = change_for(sign, Record("there", value), NOW)
    assert change
    assert not change.is_one


@pytest.mark.parametrize(
    ("sign", "record"),
    [
        ("hidden-from-visitors", Record("there", {"labels": {"$type": "another", "values": []}})),
        ("hidden-from-visitors", Record("there", {"labels": []})),
        ("no-ai", Record("there", {"preferences": []})),
        ("no-ai", Record("there", "text")),
        ("not-recommended", Record("unknown")),
    ],
)
def test_what_is_not_as_any_that_is_known_is_left_alone(sign: str, record: Record) -> None:
    assert change_for(sign, record, NOW) is None


def test_the_server_is_told_which_state_it_replaces() -> None:
    change = change_for("not-recommended", Record("there", {}, cid="bafy1"), NOW)
    first = change_for("no-ai", Record("missing"), NOW)
    assert change
    assert first
    assert change.request("did:plc:x")["swapRecord"] == "bafy1"
    assert (first.request("did:plc:x")["swapRecord"], first.request("did:plc:x")["validate"]) == (None, False)
    assert "validate" not in change.request("did:plc:x")


def test_a_member_is_printed_as_json_and_made_inert() -> None:
    assert printed({"labels": {"values": ["\x1b[31m"]}}, "labels") == '{"values":["\\u001b[31m"]}'
    assert printed(None, "labels") == "–"


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        (token("com.atproto.appPass"), True),
        (token("com.atproto.appPassPrivileged"), True),
        (token("com.atproto.access"), False),
        ("", False),
        ("a.b.c", False),
        ("a.é.c", False),
        ("opaque", False),
    ],
)
def test_an_app_password_is_known_by_what_its_token_says(said: str, *, is_one: bool) -> None:
    assert is_app_password(said) is is_one


def said_of(sign: str, record: dict[str, Any] | None) -> str:
    """What an account's records say about a wish if this is the only record."""
    records = dict.fromkeys(COLLECTIONS, Record("missing"))
    if record:
        records[SIGNS[sign]] = Record("there", record)
    seen = observations_of_records("https://pds.example", "did", records)
    return next(one.says for one in seen if one.sign == sign)


@pytest.mark.parametrize("sign", WISHES)
@pytest.mark.parametrize("there", [None, {"displayName": "Marie"}])
def test_what_was_said_and_taken_back_is_as_if_it_was_never_said(sign: str, there: dict[str, Any] | None) -> None:
    said = change_for(sign, Record("there", there) if there else Record("missing"), NOW)
    assert said
    back = change_back_for(sign, Record("there", said.after, cid="bafy"), NOW)
    assert back
    assert back.is_one
    assert said_of(sign, back.after) == said_of(sign, None)
    assert (back.after or {}).get("displayName") == (there or {}).get("displayName")
    if there is None and sign != "hidden-from-visitors":
        assert back.method == "com.atproto.repo.deleteRecord"
        assert back.request("did") == {"repo": "did", "collection": SIGNS[sign], "rkey": "self", "swapRecord": "bafy"}


@pytest.mark.parametrize("sign", WISHES)
def test_what_was_never_said_is_taken_back_by_no_change(sign: str) -> None:
    for record in (Record("missing"), Record("there", {"displayName": "Marie"})):
        back = change_back_for(sign, record, NOW)
        assert back
        assert not back.is_one


def test_other_labels_and_other_uses_stay_when_one_is_taken_back() -> None:
    labels = {"$type": LABELS, "values": [{"val": "porn"}, LABEL]}
    back = change_back_for("hidden-from-visitors", Record("there", {"labels": labels}), NOW)
    assert back
    assert back.after == {"labels": {"$type": LABELS, "values": [{"val": "porn"}]}}
    uses = {"preferences": {"inference": {"allow": False}, "training": {"allow": False}}}
    back = change_back_for("no-ai", Record("there", uses), NOW)
    assert back
    assert back.after
    assert back.after["preferences"] == {"inference": {"allow": False}}


@pytest.mark.parametrize(
    ("sign", "value"), [("hidden-from-visitors", {"labels": 1}), ("no-ai", {"preferences": "training"})]
)
def test_what_is_not_as_any_that_is_known_is_left_alone_when_taken_back_too(sign: str, value: dict[str, Any]) -> None:
    assert change_back_for(sign, Record("there", value), NOW) is None
    assert change_back_for(sign, Record("unknown"), NOW) is None

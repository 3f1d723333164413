"""The role of each kind of letter."""

from __future__ import annotations

from consentui.requests.letters.kinds import Kind, message_of
from consentui.requests.rights import Right


def test_every_letter_plays_its_part() -> None:
    parts = {kind: message_of(kind) for kind in Kind}
    assert {kind for kind, part in parts.items() if part == "request"} == {Kind(right) for right in Right}
    assert parts[Kind.REMINDER] == "reminder"
    assert parts[Kind.COMPLAINT] == "complaint"
    assert parts[Kind.CANNED_ANSWER] == "reply"

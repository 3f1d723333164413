"""Everything that a letter can say can be given as an option: every fact, and every fact that a warning asks for."""

from __future__ import annotations

from typing import Any

import pytest

from consentui.profile.session import open_session
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.said import Said
from consentui.requests.rights import Right
from tests.cli.conftest import Call

FACTS: dict[str, tuple[Right | Kind, tuple[str, ...], str]] = {
    "grounds": (Right.OBJECT_TRAINING, ("--ground", "I was stalked in 2023."), "I was stalked in 2023."),
    "former_objections": (Right.OBJECT_TRAINING, ("--objected-on", "2024-08-01"), "1 August 2024"),
    "consent": (Right.WITHDRAW, ("--consent", "personal ads"), "“personal ads”"),
    "consent_given": (Right.WITHDRAW, ("--consent-given", "2024-05-01"), "1 May 2024"),
    "data": (Right.ERASE, ("--data", "posts before 2020"), "“posts before 2020”"),
    "erasure_ground": (Right.ERASE, ("--erasure-ground", "consent-withdrawn"), "Article 17(1)(b)"),
    "accounts": (Right.ACCESS, ("--user-id", "1234"), "1234"),
    "breaches": (Kind.COMPLAINT, ("--breach", "fee-asked"), "asked for a fee"),
}
"""By fact: a right or letter, the options that state the fact, and a piece of the sentence that they add."""

FEWER: dict[str, tuple[Right | Kind, tuple[str, ...], str]] = {
    "posts_by_others": (Right.OBJECT_TRAINING, ("--own-posts-only",), "what others publish"),
    "has_account": (Right.ACCESS, ("--no-account",), "The account concerned is"),
    "complaint_in": (Kind.COMPLAINT, ("--complaint-in", "fr"), "Yours faithfully"),
}
"""The same for options that remove a sentence."""


@pytest.fixture
def begun(call: Call) -> Any:
    """A function that begins a request about an account on X by someone in Ireland, with letters in English."""
    call("config", "set", "country", "IE")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    account = call("account", "add", "x", "--handle", "@marie_l").out.strip()

    def begin(right: Right | Kind, *options: str) -> str:
        word = Right.ACCESS if isinstance(right, Kind) else right
        reference = call("request", "draft", account, "--right", word, "--in", "en", *options).out.strip()
        if isinstance(right, Kind):
            call("request", "sent", reference, "--how", "post")
        return reference

    return begin


def letter(call: Call, reference: str, which: Right | Kind) -> str:
    return call("letter", reference, "--letter", which).out


def test_every_fact_that_letters_may_say_is_among_these() -> None:
    assert {*FACTS, *FEWER} == {*Said.__struct_fields__} - {"changed", "mandate", "written_for"}


@pytest.mark.parametrize("fact", FACTS)
def test_what_is_said_by_an_option_stands_in_the_letter_and_nowhere_before(call: Call, begun: Any, fact: str) -> None:
    which, options, piece = FACTS[fact]
    reference = begun(which)
    assert piece not in letter(call, reference, which)
    assert call("request", "say", reference, *options).code == 0
    assert piece in letter(call, reference, which)
    assert getattr(open_session().texts.said(reference), fact) != getattr(Said(), fact)


@pytest.mark.parametrize("fact", FEWER)
def test_what_an_option_takes_away_is_gone(call: Call, begun: Any, fact: str) -> None:
    which, options, piece = FEWER[fact]
    reference = begun(which)
    assert piece in letter(call, reference, which)
    assert call("request", "say", reference, *options).code == 0
    assert piece not in letter(call, reference, which)
    assert getattr(open_session().texts.said(reference), fact) != getattr(Said(), fact)


@pytest.mark.parametrize(
    "fact", [fact for fact, (which, _options, _piece) in FACTS.items() if isinstance(which, Right)]
)
def test_the_same_can_be_said_when_the_request_is_begun(call: Call, begun: Any, fact: str) -> None:
    which, options, piece = FACTS[fact]
    assert piece in letter(call, begun(which, *options), which)


@pytest.mark.parametrize(
    ("which", "warning", "answer"),
    [
        (Right.OBJECT_TRAINING, "Your own grounds are missing", ("request", "say", "1", "--ground", "I was stalked.")),
        (Right.WITHDRAW, "Say which consent", ("request", "say", "1", "--consent", "personal ads")),
        (Right.ERASE, "Say why the data must be erased", ("request", "say", "1", "--erasure-ground", "unneeded")),
        (Kind.ONE_ACCOUNT_ONLY, "Name the accounts", ("request", "reply", "1", "partly", "--left-out", "@marie_pro")),
        (Kind.INCOMPLETE, "Name the points", ("request", "reply", "1", "partly", "--open", "the retention time")),
        (Kind.COMPLAINT, "names no breach", ("request", "say", "1", "--breach", "fee-asked")),
        (Kind.REMINDER, "Nothing you recorded shows when your letter arrived", ("request", "received", "1")),
    ],
)
def test_what_a_warning_asks_for_can_be_given(
    call: Call, begun: Any, which: Right | Kind, warning: str, answer: tuple[str, ...]
) -> None:
    reference = begun(which)
    if which in {Kind.ONE_ACCOUNT_ONLY, Kind.INCOMPLETE}:
        call("request", "reply", reference, "partly")
    assert warning in call("letter", reference, "--letter", which).err
    assert call(*answer).code == 0
    assert warning not in call("letter", reference, "--letter", which).err


def test_what_went_out_is_changed_no_more(call: Call, begun: Any) -> None:
    reference = begun(Right.ERASE)
    call("request", "sent", reference, "--how", "post")
    said = call("request", "say", reference, "--data", "everything")
    assert said.code == 2
    assert "can no longer change" in said.err

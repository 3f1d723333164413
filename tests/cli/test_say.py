"""The helpers that all commands share."""

from __future__ import annotations

import pytest

from consentui.cli.say import choice_of
from consentui.errors import UsageError
from consentui.journal.entries import Decision
from consentui.profile.session import Session, open_session
from tests.cli.conftest import Call

LABEL = "Unknown decision: “{name}”."


def test_a_name_gives_its_member() -> None:
    assert choice_of(Decision, "allow", LABEL) is Decision.ALLOW


@pytest.mark.parametrize(
    ("word", "way_out"),
    [
        ("Allow", "Did you mean “allow”?"),
        ("undecide", "Did you mean “undecided”?"),
        ("zzzz", "Use one of: refuse, allow, undecided."),
    ],
)
def test_another_word_is_refused_with_the_nearest_or_with_all(word: str, way_out: str) -> None:
    with pytest.raises(UsageError) as caught:
        choice_of(Decision, word, LABEL)
    assert (caught.value.title, caught.value.way_out) == (f"Unknown decision: “{word}”.", way_out)


def test_a_torn_journal_is_spoken_of_on_stderr_once_and_the_command_does_its_work(
    call: Call, account: str, session: Session
) -> None:
    with session.folders.journal.open("a", encoding="utf-8") as file:
        file.write('\n[[entry]]\nat = 2026-11-21T12:00:00Z\nwhat = "acc')
    said = call("status", "--json")
    assert said.code == 0
    assert [one["id"] for one in said.json["accounts"]] == [account]
    assert "torn" in said.err
    assert call("status", "--json").err == ""
    assert [one.id for one in open_session().accounts] == [account]


@pytest.mark.parametrize(
    "command",
    [
        ("deadline",),
        ("kb", "changes", "--since"),
        ("report", "--since"),
        ("request", "received", "CU-2026-001", "--on"),
    ],
)
def test_a_day_that_is_not_written_as_commands_take_it_is_told_how(call: Call, command: tuple[str, ...]) -> None:
    said = call(*command, "31/01/2027")
    assert said.code == 2
    assert "“31/01/2027” is not a date. Write it like 2026-11-21." in " ".join(said.err.split())
    assert "%" not in said.err

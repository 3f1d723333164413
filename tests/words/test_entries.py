"""Entries as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from consentui.i18n import Language
from consentui.journal.entries import Entry
from consentui.journal.file import append
from consentui.profile.session import Session
from consentui.words.entries import entry_text
from tests.builders import (
    account_added,
    account_edited,
    account_removed,
    an_entry_id,
    decided,
    noted,
    proof_added,
    recorded,
    request_proof,
    undone,
)

ON_X: dict[str, Any] = {"account": "x-7k3f", "control": "grok-training"}
TITLE = "the title of the control"


@pytest.fixture
def with_an_account(session: Session) -> Session:
    """A session with an account on X."""
    append(session.folders.journal, [account_added(0, account="x-7k3f", platform="x")])
    session.journal.reload()
    return session


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (account_added(1, account="x-7k3f", handle="@marie_l"), "x-7k3f: account added @marie_l"),
        (account_added(1, account="x-7k3f", handle=""), "x-7k3f: account added"),
        (account_added(1, account="x-7k3f", handle="h" * 200), f"x-7k3f: account added {'h' * 59}…"),
        (account_edited(1, account="x-7k3f", handle="@new"), "x-7k3f: account changed"),
        (account_removed(1, account="x-7k3f"), "x-7k3f: account removed"),
        (recorded("switched-off", **ON_X), f"x-7k3f, {TITLE}: switched off"),
        (recorded("not-found", surface="ios", **ON_X), f"x-7k3f, {TITLE}: not found, iPhone app"),
        (recorded("already", seen="two\nlines", **ON_X), f"x-7k3f, {TITLE}: it already was, “two lines”"),
        (
            recorded("already", surface="web", seen="s" * 100, **ON_X),
            f"x-7k3f, {TITLE}: it already was, on the web, “{'s' * 59}…”",
        ),
        (decided("allow", **ON_X), f"x-7k3f, {TITLE}: allow"),
        (noted("remember", 1, **ON_X), f"x-7k3f, {TITLE}: note"),
        (proof_added(name="a\nb.eml", **ON_X), f"x-7k3f, {TITLE}: proof attached, “a b.eml”"),
        (request_proof(), "CU-2026-001: proof attached, “form.png”"),
        (undone(account_added(3), 4), f"entry {an_entry_id(3)} undone"),
    ],
)
def test_an_entry_says_what_happened_in_the_titles_of_the_knowledge_base(
    with_an_account: Session, entry: Entry, text: str
) -> None:
    title = with_an_account.knowledge.control("x/grok-training").title.en
    assert entry_text(entry, with_an_account.checklist.title_of) == text.replace(TITLE, title)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"account": "x-7k3f", "control": "a-control-of-tomorrow"},
        {"account": "x-gone", "control": "grok-training"},
        {"account": "chirp-0001", "control": "training"},
    ],
)
def test_what_is_not_known_is_called_by_its_id(with_an_account: Session, elsewhere: dict[str, str]) -> None:
    append(with_an_account.folders.journal, [account_added(1)])
    with_an_account.journal.reload()
    text = entry_text(recorded("done", 2, **elsewhere), with_an_account.checklist.title_of)
    assert text == f"{elsewhere['account']}, {elsewhere['control']}: done"


def test_a_title_is_in_the_language_spoken_now(with_an_account: Session, speak: Callable[[Language], None]) -> None:
    speak("fr")
    title = with_an_account.knowledge.control("x/grok-training").title
    text = entry_text(decided("refuse", **ON_X), with_an_account.checklist.title_of)
    assert title.fr in text
    assert title.en not in text

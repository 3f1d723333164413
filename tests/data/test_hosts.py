"""The hosts of the platforms are hosts where something of the platform was read; none is guessed."""

from __future__ import annotations

import re

import pytest

from consentui.bundled import data_folder
from consentui.knowledge.base import KnowledgeBase, bundled

READ_ELSEWHERE = {
    "gemini.google.com": "the address of the assistant, https://gemini.google.com/, where it stood in November 2026",
    "threads.com": "the head of Threads announced the move to it in April 2025, as reported",
    "threads.net": "where it was before, and where its accounts on other servers remain",
    "youtube.com": "https://www.youtube.com/howyoutubeworks/user-settings/privacy/",
}
"""The hosts that are in no address of the knowledge base, and where they were read."""


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return bundled()


@pytest.mark.parametrize(
    ("word", "platform"),
    [
        ("twitter.com", "x"),
        ("https://www.facebook.com", "facebook"),
        ("accounts.google.com", "google"),
        ("chat.openai.com", "chatgpt"),
        ("https://gemini.google.com/app", "gemini"),
        ("https://accountscenter.facebook.com/", "meta"),
        ("copilot.microsoft.com", "copilot"),
        ("login.microsoft.com", "microsoft"),
        ("fr.linkedin.com/in/marie", "linkedin"),
    ],
)
def test_platforms_are_found_by_their_addresses(knowledge: KnowledgeBase, word: str, platform: str) -> None:
    assert knowledge.named(word).id == platform


def test_every_host_stands_in_an_address_that_was_read(knowledge: KnowledgeBase) -> None:
    files = sorted(data_folder().rglob("*.toml"))
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    read = "\n".join(line for line in lines if not line.startswith("hosts"))
    for host in (host for platform in knowledge for host in platform.hosts):
        assert re.search(rf"(?<![\w-]){re.escape(host)}(?![\w-])", read) or host in READ_ELSEWHERE, host


def test_what_was_read_elsewhere_is_used(knowledge: KnowledgeBase) -> None:
    assert {host for platform in knowledge for host in platform.hosts} >= set(READ_ELSEWHERE)

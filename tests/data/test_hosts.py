"""The hosts of the platforms are hosts where something of the platform was read; none is guessed."""

from __future__ import annotations

import re

import pytest

from consentui.bundled import data_folder
from consentui.knowledge.base import KnowledgeBase, bundled

READ_ELSEWHERE = {
    "gemini.google.com": "the address of the assistant, https://gemini.google.com/, where it stood in November 2026",
    "blueskyweb.xyz": "the Android app xyz.blueskyweb.app, read backwards as `host_of` does; play.google.com",
    "firefox.com": "https://accounts.firefox.com/, where Firefox itself signs in (identity.fxaccounts.remote.root)",
    "threads.com": "the head of Threads announced the move to it in April 2025, as reported",
    "threads.net": "where it was before, and where its accounts on other servers remain",
    "youtube.com": "https://www.youtube.com/howyoutubeworks/user-settings/privacy/",
    "zhiliaoapp.com": "the Android app com.zhiliaoapp.musically, read backwards as `host_of` does; play.google.com",
}
"""The hosts that are in no address of the knowledge base, and where they were read."""

SHARED_SIGN_INS = frozenset(
    f"{name}.{ending}"
    for name, endings in {
        "airbnb": (
            "at be ca ch cl co.cr co.id co.in co.kr co.nz co.uk co.ve com.ar com.au com.bo com.br com.bz com.co "
            "com.ec com.gt com.hk com.hn com.mt com.my com.ni com.pa com.pe com.py com.sg com.sv com.tr com.tw cz "
            "de dk es fi gr gy hu ie is it jp mx nl no pl pt ru se "
        ),
        "amazon": "ae com.br com.mx com.tr es in it nl pl sa se sg",
        "ebay": "at be ca ch cn co.th com.au com.hk com.my com.sg com.tw de es ie it nl ph pl vn",
        "pinterest": "at ca ch cl co.kr co.uk com.au com.mx de dk es fr ie it jp nz ph pt ru se",
    }.items()
    for ending in endings.split()
) | {
    "adobelogin.com",
    "askubuntu.com",
    "azure.com",
    "bing.com",
    "bsky.social",
    "chat.com",
    "discordapp.com",
    "docusign.net",
    "getdropbox.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "messenger.com",
    "microsoftonline.com",
    "office.com",
    "onenote.com",
    "protonmail.ch",
    "protonmail.com",
    "protonvpn.com",
    "serverfault.com",
    "skype.com",
    "stackexchange.com",
    "superuser.com",
    "trello.com",
}
"""The hosts that share their sign-in with one read before, by github.com/apple/password-manager-resources
(`quirks/shared-credentials.json` and `shared-credentials-historical.json`, 22 August 2026).
"""


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
        ("https://login.microsoftonline.com/common/oauth2/authorize", "microsoft"),
        ("https://login.live.com", "microsoft"),
        ("www.icloud.com", "apple"),
        ("id.trello.com", "atlassian"),
        ("www.pinterest.fr", "pinterest"),
        ("android://aGFzaA==@com.zhiliaoapp.musically/", "tiktok"),
        ("web.telegram.org", "telegram"),
    ],
)
def test_platforms_are_found_by_their_addresses(knowledge: KnowledgeBase, word: str, platform: str) -> None:
    assert knowledge.named(word).id == platform


def test_every_host_stands_in_an_address_that_was_read(knowledge: KnowledgeBase) -> None:
    files = sorted(data_folder().rglob("*.toml"))
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    read = "\n".join(line for line in lines if not line.startswith("hosts"))
    for host in (host for platform in knowledge for host in platform.hosts):
        if host not in SHARED_SIGN_INS:
            assert re.search(rf"(?<![\w-]){re.escape(host)}(?![\w-])", read) or host in READ_ELSEWHERE, host


def test_what_was_read_elsewhere_is_used(knowledge: KnowledgeBase) -> None:
    assert {host for platform in knowledge for host in platform.hosts} >= {*READ_ELSEWHERE, *SHARED_SIGN_INS}

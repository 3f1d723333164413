"""Which host an address names, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.knowledge.hosts import host_of, owner_of

OWNERS = {"google.com": "google", "gemini.google.com": "gemini", "twitter.com": "x"}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("twitter.com", "twitter.com"),
        ("https://www.facebook.com", "www.facebook.com"),
        ("HTTPS://WWW.Facebook.com:443/login?next=%2F#top", "www.facebook.com"),
        ("https://marie:secret@x.com/home", "x.com"),
        ("x.com/marie", "x.com"),
        (" chat.openai.com ", "chat.openai.com"),
        ("x.com.", "x.com"),
        ("//x.com/a", "x.com"),
        ("https://müller.example/", "müller.example"),
        ("android://c2hh==@com.twitter.android/", "android.twitter.com"),
        ("androidapp://com.instagram.android", "android.instagram.com"),
        ("marie@x.com", None),
        ("mailto:marie@x.com", None),
        ("file:///home/marie/x.com", None),
        ("javascript:alert('x.com')", None),
        ("about:blank", None),
        ("localhost", None),
        ("192.168.1.1", None),
        ("https://[::1", None),
        ("X", None),
        ("BeReal.", None),
        ("", None),
    ],
)
def test_the_host_of_what_people_and_their_programs_write(text: str, host: str | None) -> None:
    assert host_of(text) == host


@given(st.text())
def test_no_text_is_too_odd_to_have_no_host(text: str) -> None:
    host = host_of(text)
    assert host is None or host == host.lower()


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("google.com", "google"),
        ("accounts.google.com", "google"),
        ("gemini.google.com", "gemini"),
        ("notgoogle.com", None),
        ("google.com.evil.example", None),
        ("com", None),
    ],
)
def test_a_host_belongs_to_the_nearest_above_it(host: str, owner: str | None) -> None:
    assert owner_of(host, OWNERS) == owner

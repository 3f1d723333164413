"""Opening links: only https, and only on a desktop."""

from __future__ import annotations

import pytest

from consentui.profile.session import Session
from consentui.tui.shared.link import has_desktop, open_link
from tests.tui.driving import opened

URL = "https://x.com/settings"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser was asked to open, on a machine with a desktop."""
    urls: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda url, **_options: urls.append(url))
    return urls


async def test_a_link_is_opened_where_there_is_a_desktop(session: Session, asked: list[str]) -> None:
    async with opened(session) as it:
        assert open_link(it.app, URL) == "The browser was asked to open it."
    assert asked == [URL]


@pytest.mark.parametrize("url", ["http://x.com", "file:///etc/passwd", "javascript:alert(1)", "HTTPS://x.com", ""])
async def test_nothing_but_https_is_opened(session: Session, asked: list[str], url: str) -> None:
    async with opened(session) as it:
        assert open_link(it.app, url) == "Only https links are opened."
    assert asked == []


async def test_without_a_desktop_no_browser_draws_over_the_screen(
    session: Session, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("WSL_DISTRO_NAME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with opened(session) as it:
        assert "no desktop" in open_link(it.app, URL)
    assert asked == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_mac_and_windows_always_have_a_desktop(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert has_desktop()

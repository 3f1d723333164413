"""Fetching over the web, from local servers, and the limits on it."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from consentui.errors import NetworkError, UsageError
from consentui.profile.fetching import fetch, host_of


class Pages(BaseHTTPRequestHandler):
    """A server with a few pages and redirects."""

    def do_GET(self) -> None:
        target = {"/away": "https://elsewhere.example/", "/here": "/page", "/round": "/round"}.get(self.path)
        self.send_response(302 if target else 200)
        if target:
            self.send_header("Location", target)
        self.send_header("X-Robots-Tag", "noai")
        self.send_header("X-Robots-Tag", "noimageai")
        self.end_headers()
        self.wfile.write(b"a page" if self.path != "/large" else b"x" * 5000)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library’s signature
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_page_comes_with_its_headers(server: str) -> None:
    answer = fetch(f"{server}/page", 100, own_server=True)
    assert (answer.status, answer.content, answer.headers["x-robots-tag"]) == (200, b"a page", "noai, noimageai")


def test_a_redirect_on_the_same_host_is_followed(server: str) -> None:
    assert fetch(f"{server}/here", 100, own_server=True).content == b"a page"


@pytest.mark.parametrize(("path", "title"), [("/away", "redirects to another host"), ("/round", "without end")])
def test_a_redirect_elsewhere_is_not(server: str, path: str, title: str) -> None:
    with pytest.raises(NetworkError, match=title):
        fetch(server + path, 100, own_server=True)


def test_what_is_too_large_is_left(server: str) -> None:
    with pytest.raises(NetworkError, match="too large"):
        fetch(f"{server}/large", 100, own_server=True)


def test_nothing_is_asked_without_encryption(server: str) -> None:
    with pytest.raises(UsageError, match="https"):
        fetch(f"{server}/page", 100)


def test_a_private_address_is_refused_whatever_its_name(server: str) -> None:
    with pytest.raises(NetworkError, match="private network"):
        fetch(server.replace("http:", "https:").replace("127.0.0.1", "localhost") + "/page", 100)


def test_a_host_that_is_silent_is_a_named_failure() -> None:
    with pytest.raises(NetworkError, match=r"127\.0\.0\.1:1 did not answer"):
        fetch("http://127.0.0.1:1/", 100, own_server=True)


def test_a_host_is_named_as_it_is_looked_up() -> None:
    assert host_of("https://exämple.org/x") == "xn--exmple-cua.org"
    assert host_of("https://example.org:8443/x") == "example.org:8443"


@pytest.mark.parametrize(
    "url", ["ftp://example.org", "https://", "https://me@example.org/", "https://[::1", "https://a:b/"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        host_of(url)

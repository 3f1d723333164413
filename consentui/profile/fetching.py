"""All web requests of the program: made only when the person asks, over https, to the host that was named.

Redirects to another host are not followed, private addresses are not contacted, and both size and time are limited.
Tests may allow plain http and private addresses, for a server of their own.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Timer
from urllib.parse import SplitResult, urljoin, urlsplit

from msgspec import Struct

from consentui.errors import NetworkError, UsageError
from consentui.i18n import _
from consentui.profile.connecting import connected
from consentui.profile.silence import reason_of_silence
from consentui.text import clean_line

SECONDS = 15.0
"""How long a host may be silent, in seconds."""
MOST_SECONDS = 300.0
"""How long one answer may take in all, in seconds, however steadily it trickles in."""
_MOST_REDIRECTS = 3
_BLOCK = 64 * 1024
_AGENT = "consentui (asked by a person)"


class Answer(Struct, frozen=True):
    """What a host answered."""

    status: int
    headers: dict[str, str]
    """By their names in lower case; the values of headers with the same name are joined by commas."""
    content: bytes


class Sent(Struct, frozen=True):
    """What is sent to a host; its `repr` hides it, since it may hold a secret."""

    content: bytes
    headers: dict[str, str]

    def __repr__(self) -> str:
        return "Sent(…)"


def host_of(url: str) -> str:
    """The host that an address names, with its port if it names one, in ASCII (IDNA) so that look-alikes show.

    Raises UsageError for anything but a web address.
    """
    parts = _parts(url)
    try:
        host, port = _name_of(parts), parts.port
    except ValueError as error:
        raise _no_address(url) from error
    return host if port is None else f"{host}:{port}"


def require_https(url: str) -> None:
    """Raise UsageError for an address that would be requested without encryption."""
    if _parts(url).scheme != "https":
        raise UsageError(_("Only addresses that begin with https:// are contacted."), clean_line(url))


def fetch(url: str, most: int, *, own_server: bool = False, within: float = MOST_SECONDS) -> Answer:
    """The answer of an https address, of at most `most` bytes; each request may take `within` seconds.

    `own_server` allows plain http and private addresses. Raises UsageError for an address that may not be requested,
    NetworkError with the reason if no answer comes, or one that is too large or leads to another host.
    """
    first = host_of(url)
    for _attempt in range(_MOST_REDIRECTS + 1):
        answer = _asked(url, most, within, own_server=own_server)
        target = answer.headers.get("location", "")
        if not (300 <= answer.status < 400 and target):  # noqa: PLR2004 -- the redirects of HTTP
            return answer
        url = urljoin(url, target)
        if host_of(url) != first:
            raise NetworkError(
                _("{host} redirects to another host.").format(host=first),
                clean_line(url),
                _("If you trust that one, enter it yourself."),
            )
    raise NetworkError(_("{host} redirects without end.").format(host=first))


def post(url: str, content: bytes, most: int, token: str = "", *, own_server: bool = False) -> Answer:
    """The answer of an https address to JSON that is posted there, with a bearer token if one is given.

    No redirect is followed, not even on the same host. Raises as `fetch` does.
    """
    headers = {"Content-Type": "application/json"} if content else {}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    return _asked(url, most, SECONDS, own_server=own_server, sent=Sent(content, headers))


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _no_address(url) from error
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.username is not None:
        raise _no_address(url)
    return parts


def _name_of(parts: SplitResult) -> str:
    return (parts.hostname or "").encode("idna").decode("ascii")


def _no_address(url: str) -> UsageError:
    return UsageError(
        _("“{url}” is not an address that can be fetched.").format(url=clean_line(url)[:100]),
        way_out=_("Write it like https://example.org/file."),
    )


def _asked(url: str, most: int, within: float, *, own_server: bool, sent: Sent | None = None) -> Answer:
    parts = _parts(url)
    if not own_server:
        require_https(url)
    host = host_of(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    late, answer = Event(), None
    try:
        connection = kind(_name_of(parts), parts.port)
        with _connected_to(connection, own_server=own_server) as sock, _ended_after(within, sock, late):
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            answer = _answer(connection, path, most, sent)
    except (OSError, HTTPException, UnicodeError, ValueError) as error:
        if not late.is_set():
            raise NetworkError(_("{host} did not answer.").format(host=host), reason_of_silence(error)) from error
    if answer is None or late.is_set():
        raise NetworkError(_("{host} takes too long to answer.").format(host=host))
    if len(answer.content) > most:
        raise NetworkError(_("The answer from {host} is too large.").format(host=host))
    return answer


def _connected_to(connection: HTTPConnection, *, own_server: bool) -> socket.socket:
    is_sealed = isinstance(connection, HTTPSConnection)
    sock = connected(connection.host, connection.port, SECONDS, is_sealed=is_sealed, own_server=own_server)
    connection.sock = sock
    return sock


def _answer(connection: HTTPConnection, path: str, most: int, sent: Sent | None) -> Answer:
    """The answer for a path, read up to little more than `most` bytes."""
    headers_sent = {"User-Agent": _AGENT, "Accept-Encoding": "identity", **(sent.headers if sent else {})}
    connection.request("POST" if sent else "GET", path, sent.content if sent else None, headers_sent)
    response = connection.getresponse()
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    content = b""
    while len(content) <= most and (block := response.read(_BLOCK)):
        content += block
    return Answer(response.status, headers, content)


@contextmanager
def _ended_after(seconds: float, sock: socket.socket, late: Event) -> Iterator[None]:
    """Shut down a connection that is still open after so many seconds: its own timeout only limits silence."""

    def end() -> None:
        late.set()
        with suppress(OSError):
            # As a plain socket: a TLS socket would drop its key while another thread reads from it.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()

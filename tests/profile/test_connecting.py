"""Connections go only to addresses that were checked, and to no private one."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from consentui.errors import NetworkError
from consentui.profile import connecting
from consentui.profile.connecting import connected, is_public
from tests.profile.test_sites import own_certificate


class Listener:
    """A server that records the first bytes of each connection."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.heard: list[bytes] = []
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                with self._server.accept()[0] as come:
                    come.settimeout(5)
                    self.heard.append(come.recv(100))

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    there = Listener()
    yield there
    there.close()


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A function that makes each look-up resolve to the next given addresses, and gives the list of names looked up."""
    real = socket.getaddrinfo

    def leading(*answers: tuple[str, ...]) -> list[str]:
        asked: list[str] = []
        left = list(answers)

        def found(name: str, port: int, *rest: int, **how: int) -> list[object]:
            if name[0].isdigit():
                return list(real(name, port, *rest, **how))
            asked.append(name)
            family, kind = socket.AF_INET, socket.SOCK_STREAM
            return [(family, kind, 6, "", (address, port)) for address in left.pop(0)]

        monkeypatch.setattr(socket, "getaddrinfo", found)
        return asked

    return leading


def test_a_private_address_hears_nothing_not_even_a_greeting(
    listener: Listener, resolve: Callable[..., list[str]]
) -> None:
    resolve(("127.0.0.1",))
    with pytest.raises(NetworkError, match="private network"):
        connected("rebound.example", listener.port, 5, is_sealed=True, own_server=False)
    assert listener.heard == []


def test_a_name_is_looked_up_once_and_what_was_looked_at_is_connected_to(
    listener: Listener, resolve: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "is_public", lambda address: address == "127.0.0.1")
    asked = resolve(("10.0.0.1", "127.0.0.1"), ("192.168.1.1",))
    with connected("site.example", listener.port, 5, is_sealed=False, own_server=False) as sock:
        assert sock.getpeername() == ("127.0.0.1", listener.port)
    assert asked == ["site.example"]


def test_the_next_address_is_tried_where_one_does_not_answer(
    listener: Listener, resolve: Callable[..., list[str]]
) -> None:
    resolve(("127.0.0.2", "127.0.0.1"))
    with connected("site.example", listener.port, 5, is_sealed=False, own_server=True) as sock:
        assert sock.getpeername()[0] == "127.0.0.1"


def test_the_certificate_is_asked_for_by_the_name_and_not_by_the_address(
    tmp_path: Path, resolve: Callable[..., list[str]]
) -> None:
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(tmp_path))
    context.sni_callback = lambda _socket, name, _context: named.append(name)
    server = socket.create_server(("127.0.0.1", 0))

    def greet() -> None:
        with suppress(OSError), server.accept()[0] as come, context.wrap_socket(come, server_side=True):
            pass

    greeting = Thread(target=greet, daemon=True)
    greeting.start()
    resolve(("127.0.0.1",))
    port = server.getsockname()[1]
    with connected("site.example", port, 5, is_sealed=True, own_server=True) as sock:
        assert isinstance(sock, ssl.SSLSocket)
        with pytest.raises(ssl.SSLCertVerificationError):
            sock.do_handshake()
    greeting.join(5)
    server.close()
    assert named == ["site.example"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 -- the address is refused
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::192.168.0.1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_addresses_at_home_are_private_in_whatever_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_addresses_of_the_web_are_public(address: str) -> None:
    assert is_public(address)

"""Connections over the web: a name is looked up once, and nothing goes to an address that was not looked at."""

from __future__ import annotations

import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from consentui.errors import NetworkError
from consentui.i18n import _
from consentui.text import clean_line

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""Addresses that a translator leads to IPv4 (RFC 6052, RFC 8215): to any, private ones too."""


def connected(name: str, port: int, seconds: float, *, is_sealed: bool, own_server: bool) -> socket.socket:
    """A connection to an address of this name; with TLS where it is sealed, its handshake still to come.

    The addresses that the name is looked up to are those that are looked at and connected to, so that a second answer
    (DNS rebinding) leads nowhere; the certificate is still to be the name's. `own_server` allows private addresses.
    Raises NetworkError where all addresses are private, OSError where none of them answers within so many seconds.
    """
    found = [str(address[0]) for *_family, address in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]
    allowed = [one for one in found if own_server or is_public(one)]
    if not allowed:
        raise NetworkError(
            _("{host} is in a private network: it is not asked.").format(host=name), clean_line(", ".join(found))
        )
    plain = _first_connected(allowed, port, seconds)
    if not is_sealed:
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)


def is_public(address: str) -> bool:
    """Whether an address is one of the web: not of this machine, of a network at home, or one that leads there."""
    ip = ip_address(address.partition("%")[0])
    within = _within(ip) if isinstance(ip, IPv6Address) else None
    return ip.is_global and not ip.is_multicast and (within is None or within.is_global)


def _within(ip: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that one of IPv6 stands for."""
    if any(ip in network for network in _TRANSLATED):
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _first_connected(addresses: list[str], port: int, seconds: float) -> socket.socket:
    refused: OSError | None = None
    for address in addresses:
        try:
            # A number, which is not looked up again.
            return socket.create_connection((address, port), seconds)
        except OSError as error:
            refused = error
    assert refused
    raise refused

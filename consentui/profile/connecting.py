"""Connections over the web: a host name is resolved once, and only addresses that were checked are connected to."""

from __future__ import annotations

import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from consentui.errors import NetworkError
from consentui.i18n import _
from consentui.text import clean_line

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""Addresses that a translator maps to IPv4 addresses, private ones included (RFC 6052, RFC 8215)."""


def connected(name: str, port: int, seconds: float, *, is_sealed: bool, own_server: bool) -> socket.socket:
    """A connection to an address of this host; with TLS if it is sealed, the handshake still to be done.

    The name is resolved once, and the resulting addresses are both checked and connected to, so that a second answer
    (DNS rebinding) leads nowhere; the certificate must still be for the name. `own_server` allows private addresses.
    Raises NetworkError if all addresses are private, OSError if none accepts a connection, each within `seconds`.
    """
    found = [str(address[0]) for *_family, address in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]
    allowed = [one for one in found if own_server or is_public(one)]
    if not allowed:
        raise NetworkError(
            _("{host} is on a private network: it is not contacted.").format(host=name), clean_line(", ".join(found))
        )
    plain = _first_connected(allowed, port, seconds)
    if not is_sealed:
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)


def is_public(address: str) -> bool:
    """Whether an address is on the public internet: not local, private or multicast, nor IPv6 for such an address."""
    ip = ip_address(address.partition("%")[0])
    within = _within(ip) if isinstance(ip, IPv6Address) else None
    return ip.is_global and not ip.is_multicast and (within is None or within.is_global)


def _within(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, None if it stands for none."""
    if any(ip in network for network in _TRANSLATED):
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _first_connected(addresses: list[str], port: int, seconds: float) -> socket.socket:
    refused: OSError | None = None
    for address in addresses:
        try:
            # A numeric address, so that the name is not resolved again.
            return socket.create_connection((address, port), seconds)
        except OSError as error:
            refused = error
    assert refused
    raise refused
